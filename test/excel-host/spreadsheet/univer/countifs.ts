/**
 * COUNTIFS that asks Univer's own once for every pair of a value and a criterion, and looks through a range once for all
 * criteria. Univer compares every cell of the ranges anew in every formula: in a sheet of hundreds of such formulas over the
 * same columns that is most of the calculation.
 */
import type { Injector, Nullable } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  FUNCTION_NAMES_STATISTICAL,
  IFunctionService,
  NumberValueObject,
} from "@univerjs/engine-formula";

const NAME = FUNCTION_NAMES_STATISTICAL.COUNTIFS;

/** Lets the formulas of this Univer count so. */
export function rememberCountifs(injector: Injector): void {
  const functions = injector.get(IFunctionService);
  const original = functions.getExecutor(NAME);
  if (!original) throw new Error(`Univer has no ${NAME}.`);
  functions.registerExecutors(new RememberingCountifs(original));
}

/** A value of a cell, errors apart from texts. */
type CellKey = string | number | boolean | symbol | null;

/** One range and its criterion. */
interface Condition {
  readonly cells: ArrayValueObject;
  readonly criterion: BaseValueObject;
}

/** What Univer has answered, by criterion and value. */
const answers = new Map<string, Map<CellKey, boolean>>();

/** Cells of a range that are alike: one of them, and the places of all, counted row after row. */
interface Alike {
  readonly cell: Nullable<BaseValueObject>;
  readonly places: number[];
}

/** Cells of a range that meet a criterion. */
interface Met {
  readonly places: readonly number[];
  /** For each place of the range 1 or 0. */
  readonly isMet: Uint8Array;
}

/** What is known of a range. Univer makes it anew when one of its cells changes. */
interface KnownRange {
  readonly alike: readonly (readonly [CellKey, Alike])[];
  readonly byCriterion: Map<string, Met>;
}

const ranges = new WeakMap<ArrayValueObject, KnownRange>();

class RememberingCountifs extends BaseFunction {
  override minParams = 2;
  override maxParams = 255;
  override needsReferenceObject = true;

  constructor(private readonly original: BaseFunction) {
    super(NAME);
  }

  override setRefInfo(unitId: string, subUnitId: string, row: number, column: number): void {
    super.setRefInfo(unitId, subUnitId, row, column);
    this.original.setRefInfo(unitId, subUnitId, row, column);
  }

  override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction["calculate"]> {
    const conditions = this.conditionsOf(variants);
    return conditions
      ? NumberValueObject.create(this.count(conditions))
      : this.original.calculate(...variants);
  }

  /** The conditions of ranges that are alike with criteria of one value each; all else is Univer's. */
  private conditionsOf(variants: readonly BaseValueObject[]): readonly Condition[] | null {
    const conditions: Condition[] = [];
    for (let index = 0; index + 1 < variants.length; index += 2) {
      const [range, criterion] = [variants[index], singleValue(variants[index + 1])];
      if (!range?.isReferenceObject() || !criterion || !isPlain(criterion)) return null;
      const cells = (range as unknown as BaseReferenceObject).toArrayValueObject();
      conditions.push({ cells, criterion });
    }
    const [first] = conditions;
    const isAlike = ({ cells }: Condition): boolean =>
      cells.getRowCount() === first?.cells.getRowCount() &&
      cells.getColumnCount() === first.cells.getColumnCount();
    return variants.length === 2 * conditions.length && conditions.every(isAlike) ? conditions : null;
  }

  private count(conditions: readonly Condition[]): number {
    const [fewest, ...others] = conditions
      .map((condition) => this.cellsThatMeet(condition))
      .sort((a, b) => a.places.length - b.places.length);
    return fewest!.places.filter((place) => others.every(({ isMet }) => isMet[place])).length;
  }

  private cellsThatMeet({ cells, criterion }: Condition): Met {
    const key = keyOfCriterion(criterion);
    const { alike, byCriterion } = entryOf(ranges, cells, () => knownRange(cells));
    return entryOf(byCriterion, key, () => {
      const known = entryOf(answers, key, () => new Map<CellKey, boolean>());
      const places = alike.flatMap(([value, { cell, places: all }]) =>
        entryOf(known, value, () => this.meets(cell, criterion)) ? all : []
      );
      const isMet = new Uint8Array(cells.getRowCount() * cells.getColumnCount());
      for (const place of places) isMet[place] = 1;
      return { places, isMet };
    });
  }

  private meets(cell: Nullable<BaseValueObject>, criterion: BaseValueObject): boolean {
    const counted = this.original.calculate(rangeOfOne(cell), criterion) as BaseValueObject;
    return counted.getValue() === 1;
  }
}

function knownRange(cells: ArrayValueObject): KnownRange {
  const columns = cells.getColumnCount();
  const alike = new Map<CellKey, Alike>();
  for (let place = 0; place < cells.getRowCount() * columns; place += 1) {
    const cell = cells.get(Math.floor(place / columns), place % columns);
    entryOf(alike, keyOf(cell), () => ({ cell, places: [] })).places.push(place);
  }
  return { alike: [...alike], byCriterion: new Map() };
}

/** What the map has, made first where it has nothing. */
function entryOf<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function keyOfCriterion(criterion: BaseValueObject): string {
  const value = criterion.getValue();
  return criterion.isNull() ? "null" : `${typeof value} ${value}`;
}

/** Whether the answer goes by the value alone: with wildcards Univer's differs by what it has compared before. */
function isPlain(criterion: BaseValueObject): boolean {
  return !criterion.isError() && !/[*?]/.test(String(criterion.getValue()));
}

function singleValue(criterion: BaseValueObject | undefined): BaseValueObject | null {
  const value = criterion?.isReferenceObject()
    ? (criterion as unknown as BaseReferenceObject).toArrayValueObject()
    : criterion;
  if (!value?.isArray()) return value ?? null;
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? (array.get(0, 0) ?? null) : null;
}

function keyOf(cell: Nullable<BaseValueObject>): CellKey {
  if (!cell || cell.isNull()) return null;
  return cell.isError() ? Symbol.for(String(cell.getValue())) : cell.getValue();
}

/** What COUNTIFS takes for a range; in no place of any sheet, so that Univer remembers nothing of it. */
function rangeOfOne(cell: Nullable<BaseValueObject>): BaseValueObject {
  const cells = ArrayValueObject.create({
    calculateValueList: [[cell ?? null]],
    rowCount: 1,
    columnCount: 1,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
  return { isReferenceObject: () => true, toArrayValueObject: () => cells } as unknown as BaseValueObject;
}
