/** `Excel.RangeAreas`: several areas of one sheet, as answers of other calls. */
import { formatAddress } from "../addresses";
import { columnsOf, intersection, isInsideSheet, rowsOf, spansAllColumns, spansAllRows } from "../areas";
import { COLUMN_COUNT, ROW_COUNT } from "../areas";
import type { Area } from "../spreadsheet/spreadsheet";
import { invalidArgument, itemNotFound } from "../errors";
import { booleanOf, integerOf, targetOf, textOf } from "./arguments";
import { conditionalFormatsObject } from "./conditionalFormats";
import type { ModelContext } from "./context";
import { validationObject } from "./dataValidation";
import type { Argument, HostObject, Identity, Method } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { applyCellStyle, styleOfCells } from "./cellStyles";
import { jointly } from "./jointly";
import type { RangeTarget } from "./range";
import { areasOf, rangeObject } from "./range";
import { rangeFormatObject } from "./rangeFormat";
import { tablesInside } from "./tableAreas";
import { tablesObject } from "./tables";
import { worksheetObject } from "./worksheet";
import { sheetName } from "./worksheets";

export interface RangeAreasTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

function addressOf({ context, sheetId, areas }: RangeAreasTarget): string {
  return areas.map((area) => formatAddress(sheetName(context, sheetId), area)).join(",");
}

function rangesOf({ context, sheetId, areas }: RangeAreasTarget): readonly HostObject[] {
  return areas.map((area) => rangeObject({ context, sheetId, area }));
}

/** What `Excel.Range` does, done with each of the areas. */
function partMethod(name: "Clear" | "CopyFrom", parameters: readonly string[]): Method<RangeAreasTarget> {
  return method(parameters, async (target, ...args) => {
    for (const range of rangesOf(target)) {
      await range.definition.methods?.[name]?.call(range.target, ...args);
    }
  });
}

/** Other areas of the same sheet; none of them is a null object. */
function others(target: RangeAreasTarget, areas: readonly Area[]): HostObject | null {
  return areas.length > 0 ? rangeAreasObject({ ...target, areas }) : null;
}

function found(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

/** What `Excel.Range` finds in each of the areas, together. */
async function inEach(
  target: RangeAreasTarget,
  name: "GetSpecialCellsOrNullObject" | "GetUsedRangeOrNullObject",
  args: readonly Argument[]
): Promise<HostObject | null> {
  const areas: Area[] = [];
  for (const range of rangesOf(target)) {
    const answer = await range.definition.methods?.[name]?.call(range.target, ...args);
    if (isHostObject(answer)) {
      const part = answer.target as RangeAreasTarget | RangeTarget;
      areas.push(...("areas" in part ? part.areas : [part.area]));
    }
  }
  return others(target, areas);
}

/** The cells common to the areas and to a range, to other areas, or to an address of the sheet. */
function common(target: RangeAreasTarget, value: Argument | undefined, location: string): HostObject | null {
  const { context, sheetId, areas } = target;
  const given = otherAreas(value, location) ?? {
    sheetId,
    areas: areasOf(context, sheetId, textOf(isHostObject(value) ? null : value, location), location),
  };
  if (given.sheetId !== sheetId) {
    throw invalidArgument(location, "Both must be on the same sheet.");
  }
  return others(
    target,
    areas.flatMap((area) => given.areas.flatMap((other) => intersection(area, other) ?? []))
  );
}

function otherAreas(
  value: Argument | undefined,
  location: string
): Pick<RangeAreasTarget, "sheetId" | "areas"> | null {
  if (!isHostObject(value)) {
    return null;
  }
  if (value.definition.name === "RangeAreas") {
    return value.target as RangeAreasTarget;
  }
  const { sheetId, area } = targetOf<RangeTarget>(value, "Range", location);
  return { sheetId, areas: [area] };
}

function offset(
  target: RangeAreasTarget,
  down: Argument | undefined,
  right: Argument | undefined
): HostObject {
  const location = "RangeAreas.getOffsetRangeAreas";
  const [rows, columns] = [integerOf(down, location), integerOf(right, location)];
  const areas = target.areas.map((area) => ({
    top: area.top + rows,
    left: area.left + columns,
    bottom: area.bottom + rows,
    right: area.right + columns,
  }));
  if (!areas.every(isInsideSheet)) {
    throw invalidArgument(location, "The areas would lie outside the sheet.");
  }
  return rangeAreasObject({ ...target, areas });
}

export const rangeAreasObject: (target: RangeAreasTarget) => HostObject = defineObject<RangeAreasTarget>({
  name: "RangeAreas",
  identity: (target): Identity => {
    const id = target.context.references.idOf(target);
    return id === null ? {} : { _ReferenceId: id };
  },
  properties: {
    Address: readOnly(addressOf),
    AddressLocal: readOnly(addressOf),
    AreaCount: readOnly(({ areas }) => areas.length),
    CellCount: readOnly(({ areas }) => {
      const count = areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0);
      return count > 2 ** 31 - 1 ? -1 : count;
    }),
    IsEntireColumn: readOnly(({ areas }) => areas.every(spansAllRows)),
    IsEntireRow: readOnly(({ areas }) => areas.every(spansAllColumns)),
    Style: readWrite(
      ({ context, sheetId, areas }) => {
        const [first = null, ...more] = new Set(areas.map((area) => styleOfCells(context, sheetId, area)));
        return more.length === 0 ? first : null;
      },
      ({ context, sheetId, areas }, value) =>
        areas.forEach((area) => applyCellStyle({ context, sheetId, area }, value, "RangeAreas.style"))
    ),
  },
  objects: {
    Areas: (target) => rangesObject(target),
    ConditionalFormats: (target) => conditionalFormatsObject(target),
    DataValidation: ({ context, sheetId, areas }) =>
      jointly(areas.map((area) => validationObject({ context, sheetId, area }))),
    Format: ({ context, sheetId, areas }) =>
      jointly(areas.map((area) => rangeFormatObject({ context, sheetId, area }))),
    Worksheet: ({ context, sheetId }) => worksheetObject({ context, sheetId }),
  },
  methods: {
    _KeepReference: method((target) => void target.context.references.keep(rangeAreasObject(target))),
    Calculate: method(({ context }) => context.spreadsheet.settle()),
    Clear: partMethod("Clear", ["applyTo"]),
    CopyFrom: partMethod("CopyFrom", ["sourceRange", "copyType", "skipBlanks", "transpose"]),
    GetEntireColumn: method((target) =>
      rangeAreasObject({
        ...target,
        areas: target.areas.map((area) => ({ ...area, top: 0, bottom: ROW_COUNT - 1 })),
      })
    ),
    GetEntireRow: method((target) =>
      rangeAreasObject({
        ...target,
        areas: target.areas.map((area) => ({ ...area, left: 0, right: COLUMN_COUNT - 1 })),
      })
    ),
    GetIntersection: method(["anotherRange"], (target, other) =>
      found(common(target, other, "RangeAreas.getIntersection"), "RangeAreas.getIntersection")
    ),
    GetIntersectionOrNullObject: method(["anotherRange"], (target, other) =>
      common(target, other, "RangeAreas.getIntersectionOrNullObject")
    ),
    GetOffsetRangeAreas: method(["rowOffset", "columnOffset"], offset),
    GetSpecialCells: method(["cellType", "cellValueType"], async (target, ...args) =>
      found(await inEach(target, "GetSpecialCellsOrNullObject", args), "RangeAreas.getSpecialCells")
    ),
    GetSpecialCellsOrNullObject: method(["cellType", "cellValueType"], (target, ...args) =>
      inEach(target, "GetSpecialCellsOrNullObject", args)
    ),
    GetTables: method(["fullyContained"], ({ context, sheetId, areas }, fullyContained) => {
      const contained = booleanOf(fullyContained ?? false, "RangeAreas.getTables");
      const within = areas.flatMap((area) => tablesInside(context, sheetId, area, contained));
      return tablesObject({ context, sheetId, within, scoped: true });
    }),
    GetUsedRangeAreas: method(["valuesOnly"], async (target, ...args) =>
      found(await inEach(target, "GetUsedRangeOrNullObject", args), "RangeAreas.getUsedRangeAreas")
    ),
    GetUsedRangeAreasOrNullObject: method(["valuesOnly"], (target, ...args) =>
      inEach(target, "GetUsedRangeOrNullObject", args)
    ),
  },
});

const rangesObject = defineObject<RangeAreasTarget>({
  name: "RangeCollection",
  items: rangesOf,
  methods: {
    GetCount: method(({ areas }) => areas.length),
    GetItemAt: method(["index"], (target, index) => {
      const range = rangesOf(target)[integerOf(index, "RangeCollection.getItemAt")];
      if (!range) {
        throw itemNotFound("RangeCollection.getItemAt");
      }
      return range;
    }),
  },
});
