/**
 * `Workbook._V1Api`: the document of the Office common API (`Office.context.document`), which Excel's own client
 * asks for through its batches when the host declares `RedirectV1Api`. Answers carry one of Office's error numbers.
 */
import { areaOf, columnsOf, covers, intersection, isInsideSheet, rowsOf, sameArea } from "../areas";
import { HostError } from "../errors";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import type { JsonRecord } from "./arguments";
import { recordOf } from "./arguments";
import type { BindingTarget } from "./bindings";
import { areaOfBinding, bind, findBinding, namedRange, release } from "./bindings";
import { requireWritable, writeTyped } from "./cells";
import type { ModelContext } from "./context";
import type { Argument, HostObject, Method } from "./definition";
import { defineObject, method } from "./definition";
import type { RangeTarget } from "./range";
import type { BindingState } from "./state";
import { tablesOn } from "./tableAreas";

/** Office's numbers for what became of a call. */
const Status = {
  success: 0,
  cannotWriteToSelection: 2001,
  dataNotMatchSelection: 2002,
  dataNotMatchBindingSize: 2004,
  invalidSetStart: 2005,
  invalidGetStart: 1005,
  invalidData: 2006,
  selectionCannotBeBound: 3000,
  bindingNotExist: 3002,
  invalidNamedItem: 3008,
  namedItemNotFound: 3006,
  operationNotSupported: 5000,
  specifiedIdNotExist: 7002,
} as const;

type Answer = { readonly status: number } & JsonRecord;

const succeeded: Answer = { status: Status.success };
const failed = (status: number): Answer => ({ status });

/** Whatever the client may say of a call; each method looks at its own. */
const PARAMETERS = [
  "bindingType",
  "cellFormat",
  "coercionType",
  "columnCount",
  "columns",
  "data",
  "failOnCollision",
  "filterType",
  "goToType",
  "id",
  "imageHeight",
  "imageLeft",
  "imageTop",
  "imageWidth",
  "itemName",
  "rowCount",
  "rows",
  "selectionMode",
  "startColumn",
  "startRow",
  "tableOptions",
  "valueFormat",
];

function call(
  name: string,
  work: (context: ModelContext, input: JsonRecord) => Answer
): Method<ModelContext> {
  return method(["input"], (context, input: Argument | undefined) =>
    work(context, recordOf(input ?? {}, PARAMETERS, `Document.${name}`))
  );
}

export const commonDataObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "_V1Api",
  methods: {
    GetSelectedData: call("getSelectedDataAsync", (context, input) =>
      dataOf({ context, ...context.spreadsheet.selection() }, input)
    ),
    SetSelectedData: call("setSelectedDataAsync", setSelectedData),
    GotoById: call("goToByIdAsync", goTo),
    GetFilePropertiesAsync: method((context): Json => ({ ...succeeded, url: context.spreadsheet.name })),
    BindingAddFromSelection: call("addFromSelectionAsync", (context, input) =>
      addBinding({ context, ...context.spreadsheet.selection() }, input, Status.selectionCannotBeBound)
    ),
    BindingAddFromNamedItem: call("addFromNamedItemAsync", (context, input) => {
      const range = attempt(() => namedRange(context, String(input["itemName"]), "Bindings"));
      return range ? addBinding(range, input, Status.invalidNamedItem) : failed(Status.namedItemNotFound);
    }),
    BindingGetById: call("getByIdAsync", (context, input) =>
      withBinding(context, input, (target) => ({ ...succeeded, ...describeBinding(target) }))
    ),
    BindingGetAll: method((context): Json => ({
      ...succeeded,
      bindings: context.state.bindings.map((binding) => describeBinding({ context, binding })),
    })),
    BindingReleaseById: call("releaseByIdAsync", (context, input) =>
      withBinding(context, input, (target) => {
        release(target);
        return succeeded;
      })
    ),
    BindingGetData: call("getDataAsync", (context, input) =>
      withBinding(context, input, (target) => {
        const area = partOf(areaOfBinding(target, "Binding.getDataAsync"), input);
        return area
          ? dataOf({ context, sheetId: target.binding.sheetId, area }, input)
          : failed(Status.invalidGetStart);
      })
    ),
    BindingSetData: call("setDataAsync", (context, input) => withBinding(context, input, setBindingData)),
  },
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) {
      return null;
    }
    throw error;
  }
}

function withBinding(
  context: ModelContext,
  input: JsonRecord,
  work: (target: BindingTarget, input: JsonRecord) => Answer
): Answer {
  const target = findBinding(context, input["id"]);
  return target ? work(target, input) : failed(Status.bindingNotExist);
}

const BINDING_TYPES: { readonly [type: string]: BindingState["type"] | undefined } = {
  text: "Text",
  matrix: "Range",
  table: "Table",
};

function addBinding(range: RangeTarget, input: JsonRecord, otherwise: number): Answer {
  const type = BINDING_TYPES[String(input["bindingType"])];
  const id = typeof input["id"] === "string" ? input["id"] : null;
  const target = type && attempt(() => bind(range, type, id, "Bindings"));
  return target ? { ...succeeded, ...describeBinding(target) } : failed(otherwise);
}

/** A binding in the words of the common API. */
export function describeBinding(target: BindingTarget): JsonRecord {
  const { binding } = target;
  const area = attempt(() => areaOfBinding(target, "Binding")) ?? binding.area;
  const isTable = binding.type === "Table";
  const words = { Text: "text", Range: "matrix", Table: "table" } as const;
  return {
    bindingId: binding.id,
    bindingType: words[binding.type],
    bindingRowCount: rowsOf(area) - (isTable ? 1 : 0),
    bindingColumnCount: columnsOf(area),
    hasHeaders: isTable,
  };
}

/** Values or shown texts; of a table asked for as such with its titles apart. */
function dataOf({ context, sheetId, area }: RangeTarget, input: JsonRecord): Answer {
  const used = clipped(context, sheetId, area);
  const onlyVisible = input["filterType"] === "onlyVisible";
  const rows = context.spreadsheet.cells(sheetId, used).map((row) => row.map(({ value }) => value ?? ""));
  const shown = input["valueFormat"] === "formatted" ? context.spreadsheet.texts(sheetId, used) : rows;
  const visible = shown.filter(
    (_, index) => !onlyVisible || !context.spreadsheet.isRowHidden(sheetId, used.top + index)
  );
  const isTable = tablesOn(context, sheetId).some((table) => sameArea(table.area, area));
  return isTable && input["coercionType"] === "table"
    ? { ...succeeded, headers: visible.slice(0, 1), rows: visible.slice(1) }
    : { ...succeeded, headers: null, rows: visible };
}

/** Whole rows and columns as far as anything stands in them. */
function clipped(context: ModelContext, sheetId: string, area: Area): Area {
  const used = context.spreadsheet.usedArea(sheetId, true) ?? areaOf(area.top, area.left, 1, 1);
  const isHuge = rowsOf(area) * columnsOf(area) > 5_000_000;
  return isHuge ? (intersection(area, used) ?? areaOf(area.top, area.left, 1, 1)) : area;
}

/** The part of a binding that rows and columns are counted for; `null` when it is not inside. */
function partOf(area: Area, input: JsonRecord): Area | null {
  const count = (name: string, whole: number): number => {
    const given = input[name];
    return typeof given === "number" && given > 0 ? given : whole;
  };
  const top = area.top + count("startRow", 0);
  const left = area.left + count("startColumn", 0);
  const rows = count("rowCount", area.bottom - top + 1);
  const columns = count("columnCount", area.right - left + 1);
  const part = areaOf(top, left, rows, columns);
  return rows > 0 && columns > 0 && covers(area, part) ? part : null;
}

/** Rows of cells in what the add-in gave: a text with tabs and line breaks, or an array of arrays. */
function rowsIn(data: Json | undefined): readonly (readonly Json[])[] | null {
  if (typeof data === "string") {
    return data.split(/\r?\n/).map((line) => line.split("\t"));
  }
  if (typeof data === "number" || typeof data === "boolean") {
    return [[data]];
  }
  if (!Array.isArray(data) || data.length === 0) {
    return null;
  }
  const rows = (data as readonly Json[]).map((row) =>
    Array.isArray(row) ? (row as readonly Json[]) : [row]
  );
  const width = rows[0]?.length ?? 0;
  return width > 0 && rows.every((row) => row.length === width) ? rows : null;
}

/** Formats and whole tables cannot be given along with data here. */
function hasExtras(input: JsonRecord): boolean {
  const isGiven = (value: Json | undefined): boolean =>
    typeof value === "object" && value !== null && Object.keys(value).length > 0;
  return isGiven(input["cellFormat"]) || isGiven(input["tableOptions"]) || input["coercionType"] === "table";
}

function write(
  { context, sheetId, area }: RangeTarget,
  rows: readonly (readonly Json[])[],
  location: string
): Answer {
  const written = attempt(() => {
    requireWritable(context, sheetId, area, location);
    writeTyped(context, sheetId, area, rows, location);
    return true;
  });
  return written ? succeeded : failed(Status.cannotWriteToSelection);
}

/** From one selected cell on as far as the data reach; several cells must be as many as the data. */
function setSelectedData(context: ModelContext, input: JsonRecord): Answer {
  const { sheetId, area: selected } = context.spreadsheet.selection();
  const rows = rowsIn(input["data"]);
  if (hasExtras(input)) {
    return failed(Status.operationNotSupported);
  }
  if (!rows) {
    return failed(Status.invalidData);
  }
  const area = areaOf(selected.top, selected.left, rows.length, rows[0]?.length ?? 0);
  const isOneCell = rowsOf(selected) === 1 && columnsOf(selected) === 1;
  if (!isInsideSheet(area) || !(isOneCell || sameArea(area, selected))) {
    return failed(Status.dataNotMatchSelection);
  }
  return write({ context, sheetId, area }, rows, "Document.setSelectedDataAsync");
}

function setBindingData(target: BindingTarget, input: JsonRecord): Answer {
  const { context, binding } = target;
  const rows = rowsIn(input["data"]);
  if (hasExtras(input)) {
    return failed(Status.operationNotSupported);
  }
  if (!rows) {
    return failed(Status.invalidData);
  }
  const rest = partOf(areaOfBinding(target, "Binding.setDataAsync"), input);
  if (!rest) {
    return failed(Status.invalidSetStart);
  }
  const area = areaOf(rest.top, rest.left, rows.length, rows[0]?.length ?? 0);
  return covers(rest, area)
    ? write({ context, sheetId: binding.sheetId, area }, rows, "Binding.setDataAsync")
    : failed(Status.dataNotMatchBindingSize);
}

/** Selects what a binding, a name or a table stands for. */
function goTo(context: ModelContext, input: JsonRecord): Answer {
  const id = String(input["id"]);
  const binding = input["goToType"] === "binding" ? findBinding(context, id) : null;
  const range = attempt(() => {
    if (input["goToType"] === "binding") {
      return binding && { sheetId: binding.binding.sheetId, area: areaOfBinding(binding, "goToByIdAsync") };
    }
    return input["goToType"] === "namedItem" ? namedRange(context, id, "goToByIdAsync") : null;
  });
  if (!range) {
    return failed(Status.specifiedIdNotExist);
  }
  context.spreadsheet.activateSheet(range.sheetId);
  context.spreadsheet.select(range.sheetId, range.area);
  return succeeded;
}
