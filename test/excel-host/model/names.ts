/** `Excel.NamedItem` and `Excel.NamedItemCollection`. */
import { formatAddress } from "../addresses";
import { parseArea, splitAddress } from "../addresses";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { NameInfo } from "../spreadsheet/spreadsheet";
import { optionalText, targetOf, textOf } from "./arguments";
import type { ModelContext } from "./context";
import type { Argument, HostObject } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import { worksheetObject } from "./worksheet";
import { sheetName } from "./worksheets";

interface NamesTarget {
  readonly context: ModelContext;
  /** `null`: the names of the workbook. */
  readonly sheetId: string | null;
}

interface NameTarget {
  readonly context: ModelContext;
  readonly name: string;
  readonly sheetId: string | null;
}

const NAME_LIMIT = 255;

/** Letters, digits, `_`, `.` and `\`, beginning with no digit; nothing that reads as a cell. */
export function isValidName(name: string): boolean {
  const isCell = /^[A-Za-z]{1,3}\d+$/.test(name) && parseArea(name) !== null;
  const isR1C1 = /^[RrCc]$|^[Rr]\d*[Cc]\d*$/.test(name);
  return /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*$/u.test(name) && name.length <= NAME_LIMIT && !isCell && !isR1C1;
}

/** Names of the workbook and of its tables share one space. */
export function isFreeName(context: ModelContext, name: string): boolean {
  const key = name.toLowerCase();
  const names = context.spreadsheet.names().filter(({ sheetId }) => sheetId === null);
  const tables = context.spreadsheet.tables();
  return ![...names, ...tables].some((each) => each.name.toLowerCase() === key);
}

function members({ context, sheetId }: NamesTarget): readonly NameInfo[] {
  return context.spreadsheet.names().filter((name) => name.sheetId === sheetId);
}

function itemByName({ context, sheetId }: NamesTarget, key: Json): HostObject | null {
  const found = members({ context, sheetId }).find(
    ({ name }) => name.toLowerCase() === String(key).toLowerCase()
  );
  return found ? nameObject({ context, name: found.name, sheetId }) : null;
}

function infoOf({ context, name, sheetId }: NameTarget): NameInfo {
  const info = members({ context, sheetId }).find((each) => each.name === name);
  if (!info) {
    throw itemNotFound("NamedItem");
  }
  return info;
}

/** The range of a name, or `null` when it stands for a value or a formula. */
function rangeOf(target: NameTarget): RangeTarget | null {
  const { formula } = infoOf(target);
  const { sheet, local } = splitAddress(formula.replace(/^=/, ""));
  return sheet !== null && parseArea(local)
    ? resolveAddress(target.context, null, formula, "NamedItem.getRange")
    : null;
}

function typeOf(target: NameTarget): string {
  if (rangeOf(target)) {
    return "Range";
  }
  const constant = infoOf(target).formula.slice(1);
  if (constant !== "" && Number.isFinite(Number(constant))) {
    return /^-?\d+$/.test(constant) ? "Integer" : "Double";
  }
  return /^(TRUE|FALSE)$/i.test(constant) ? "Boolean" : "String";
}

function valueOf(target: NameTarget): string {
  const { formula } = infoOf(target);
  const range = rangeOf(target);
  return range
    ? formatAddress(sheetName(target.context, range.sheetId), range.area, true)
    : formula.slice(1).replace(/^"(.*)"$/, "$1");
}

const nameObject: (target: NameTarget) => HostObject = defineObject<NameTarget>({
  name: "NamedItem",
  identity: ({ name }) => ({ Name: name, _Id: name }),
  properties: {
    Name: readOnly(({ name }) => name),
    Type: readOnly(typeOf),
    Value: readOnly(valueOf),
    Formula: readWrite(
      (target) => infoOf(target).formula,
      (target, value) => {
        const formula = textOf(value, "NamedItem.formula");
        if (!formula.startsWith("=")) {
          throw invalidArgument("NamedItem.formula");
        }
        replace(target, { formula });
      }
    ),
    Comment: readWrite(
      (target) => infoOf(target).comment,
      (target, value) => replace(target, { comment: textOf(value, "NamedItem.comment") })
    ),
    Scope: readOnly(({ sheetId }) => (sheetId === null ? "Workbook" : "Worksheet")),
    Visible: readOnly(() => true),
  },
  objects: {
    Worksheet: ({ context, sheetId }) => {
      if (sheetId === null) {
        throw itemNotFound("NamedItem.worksheet");
      }
      return worksheetObject({ context, sheetId });
    },
    WorksheetOrNullObject: ({ context, sheetId }) =>
      sheetId === null ? null : worksheetObject({ context, sheetId }),
  },
  methods: {
    GetRange: method((target) => {
      const range = rangeOf(target);
      if (!range) {
        throw itemNotFound("NamedItem.getRange");
      }
      return rangeObject(range);
    }),
    GetRangeOrNullObject: method((target) => {
      const range = rangeOf(target);
      return range && rangeObject(range);
    }),
    Delete: method(({ context, name, sheetId }) => context.spreadsheet.removeName(name, sheetId)),
  },
});

function replace(target: NameTarget, changes: Partial<NameInfo>): void {
  const info = infoOf(target);
  target.context.spreadsheet.removeName(info.name, info.sheetId);
  target.context.spreadsheet.addName({ ...info, ...changes });
}

function add(
  { context, sheetId }: NamesTarget,
  name: Argument | undefined,
  reference: Argument | undefined,
  comment: Argument | undefined
): HostObject {
  const location = "NamedItemCollection.add";
  const text = textOf(name, location);
  if (!isValidName(text)) {
    throw invalidArgument(location, `"${text}" is no name.`);
  }
  const isTaken =
    sheetId === null ? !isFreeName(context, text) : itemByName({ context, sheetId }, text) !== null;
  if (isTaken) {
    throw itemAlreadyExists(location);
  }
  const formula = formulaOf(context, reference, location);
  context.spreadsheet.addName({
    name: text,
    formula,
    comment: optionalText(comment, location) ?? "",
    sheetId,
  });
  return nameObject({ context, name: text, sheetId });
}

function formulaOf(context: ModelContext, reference: Argument | undefined, location: string): string {
  if (isHostObject(reference)) {
    const range = targetOf<RangeTarget>(reference, "Range", location);
    return `=${formatAddress(sheetName(context, range.sheetId), range.area, true)}`;
  }
  const text = textOf(reference, location);
  if (!text.startsWith("=")) {
    throw invalidArgument(location, "A formula begins with =.");
  }
  return text;
}

export const namesObject: (target: NamesTarget) => HostObject = defineObject<NamesTarget>({
  name: "NamedItemCollection",
  items: ({ context, sheetId }) =>
    members({ context, sheetId }).map(({ name }) => nameObject({ context, name, sheetId })),
  item: itemByName,
  methods: {
    Add: method(["name", "reference", "comment"], add),
    GetCount: method((target) => members(target).length),
    GetItemOrNullObject: method(["name"], (target, name) =>
      itemByName(target, textOf(name, "NamedItemCollection.getItemOrNullObject"))
    ),
  },
});
