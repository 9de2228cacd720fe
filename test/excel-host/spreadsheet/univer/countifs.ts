/**
 * COUNTIFS that asks Univer's own once for every pair of a value and a criterion. Univer compares every cell of the ranges
 * anew in every formula: in a sheet of hundreds of such formulas over the same columns that is most of the calculation.
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
  /** What Univer has answered of this criterion. */
  readonly answers: Map<CellKey, boolean>;
}

class RememberingCountifs extends BaseFunction {
  override minParams = 2;
  override maxParams = 255;
  override needsReferenceObject = true;
  private readonly answers = new Map<string, Map<CellKey, boolean>>();

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
      conditions.push({ cells, criterion, answers: this.answersOf(criterion) });
    }
    const [first] = conditions;
    const isAlike = ({ cells }: Condition): boolean =>
      cells.getRowCount() === first?.cells.getRowCount() &&
      cells.getColumnCount() === first.cells.getColumnCount();
    return variants.length === 2 * conditions.length && conditions.every(isAlike) ? conditions : null;
  }

  private answersOf(criterion: BaseValueObject): Map<CellKey, boolean> {
    const value = criterion.getValue();
    const key = criterion.isNull() ? "null" : `${typeof value} ${value}`;
    const known = this.answers.get(key) ?? new Map<CellKey, boolean>();
    this.answers.set(key, known);
    return known;
  }

  private count(conditions: readonly Condition[]): number {
    const cells = conditions[0]!.cells;
    let count = 0;
    for (let row = 0; row < cells.getRowCount(); row += 1) {
      for (let column = 0; column < cells.getColumnCount(); column += 1) {
        if (conditions.every((condition) => this.meets(condition, row, column))) count += 1;
      }
    }
    return count;
  }

  private meets({ cells, criterion, answers }: Condition, row: number, column: number): boolean {
    const cell = cells.get(row, column);
    const key = keyOf(cell);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const counted = this.original.calculate(rangeOfOne(cell), criterion) as BaseValueObject;
    const answer = counted.getValue() === 1;
    answers.set(key, answer);
    return answer;
  }
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
