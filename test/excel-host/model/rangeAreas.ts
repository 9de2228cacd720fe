/** `Excel.RangeAreas`: several areas of one sheet, as answers of other calls. */
import { formatAddress } from "../addresses";
import { columnsOf, rowsOf } from "../areas";
import type { Area } from "../spreadsheet/spreadsheet";
import { itemNotFound } from "../errors";
import { integerOf } from "./arguments";
import type { ModelContext } from "./context";
import type { HostObject, Identity, Method } from "./definition";
import { defineObject, method, readOnly } from "./definition";
import { jointly } from "./jointly";
import { rangeObject } from "./range";
import { rangeFormatObject } from "./rangeFormat";
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

export const rangeAreasObject: (target: RangeAreasTarget) => HostObject = defineObject<RangeAreasTarget>({
  name: "RangeAreas",
  identity: (target): Identity => {
    const id = target.context.references.idOf(target);
    return id === null ? {} : { _ReferenceId: id };
  },
  properties: {
    Address: readOnly(addressOf),
    AreaCount: readOnly(({ areas }) => areas.length),
    CellCount: readOnly(({ areas }) =>
      areas.reduce((count, area) => count + rowsOf(area) * columnsOf(area), 0)
    ),
  },
  objects: {
    Areas: (target) => rangesObject(target),
    Format: ({ context, sheetId, areas }) =>
      jointly(areas.map((area) => rangeFormatObject({ context, sheetId, area }))),
    Worksheet: ({ context, sheetId }) => worksheetObject({ context, sheetId }),
  },
  methods: {
    _KeepReference: method((target) => void target.context.references.keep(rangeAreasObject(target))),
    Clear: partMethod("Clear", ["applyTo"]),
    CopyFrom: partMethod("CopyFrom", ["sourceRange", "copyType", "skipBlanks", "transpose"]),
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
