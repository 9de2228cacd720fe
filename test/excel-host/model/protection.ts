/** `Excel.WorksheetProtection` and `Excel.WorkbookProtection`. */
import { accessDenied, invalidArgument, invalidOperation } from "../errors";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import type { Argument } from "./definition";
import { booleanOf, literalOf, oneOf, optionalText, recordOf } from "./arguments";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject } from "./definition";
import { defineObject, method, readOnly } from "./definition";
import type { ProtectionOptions } from "./state";
import type { SheetTarget } from "./worksheet";
import { wireSheetId } from "./worksheets";

const CLOSED: ProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

function optionsOf(value: Argument | undefined, location: string): ProtectionOptions {
  const literal = literalOf(value, location);
  const record = literal === null ? {} : recordOf(literal, Object.keys(CLOSED), location);
  const given = Object.entries(record).filter(([, each]) => each !== null);
  const checked = given.map(([key, each]) => [
    key,
    key === "selectionMode"
      ? oneOf(["Normal", "Unlocked", "None"] as const, each, location)
      : booleanOf(each, location),
  ]);
  return { ...CLOSED, ...(Object.fromEntries(checked) as Partial<ProtectionOptions>) };
}

export const protectionObject: (sheet: SheetTarget) => HostObject = defineObject<SheetTarget>({
  name: "WorksheetProtection",
  properties: {
    Protected: readOnly(({ context, sheetId }) => sheetState(context, sheetId).protection !== null),
    Options: readOnly(({ context, sheetId }) => ({
      ...(sheetState(context, sheetId).protection?.options ?? CLOSED),
    })),
  },
  methods: {
    Protect: method(["options", "password"], ({ context, sheetId }, options, password) => {
      const location = "WorksheetProtection.protect";
      const state = sheetState(context, sheetId);
      if (state.protection) {
        throw invalidOperation(location, "The sheet is protected already.");
      }
      state.protection = {
        options: optionsOf(options, location),
        password: optionalText(password, location),
      };
      announceProtection(context, sheetId, true);
    }),
    Unprotect: method(["password"], ({ context, sheetId }, password) => {
      const location = "WorksheetProtection.unprotect";
      const state = sheetState(context, sheetId);
      const needed = state.protection?.password ?? null;
      if (needed !== null && optionalText(password, location) !== needed) {
        throw invalidArgument(location, "The password is wrong.");
      }
      if (state.protection) {
        state.protection = null;
        announceProtection(context, sheetId, false);
      }
    }),
  },
});

function announceProtection(context: ModelContext, sheetId: string, isProtected: boolean): void {
  const worksheetId = wireSheetId(sheetId);
  context.announce({
    eventType: EventType.worksheetProtectionChanged,
    targets: [worksheetId, WORKBOOK_TARGET],
    message: { worksheetId, isProtected },
  });
}

export const workbookProtectionObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "WorkbookProtection",
  properties: { Protected: readOnly(({ state }) => state.workbookProtection !== null) },
  methods: {
    Protect: method(["password"], ({ state }, password) => {
      if (state.workbookProtection) {
        throw invalidOperation("WorkbookProtection.protect", "The workbook is protected already.");
      }
      state.workbookProtection = { password: optionalText(password, "WorkbookProtection.protect") };
    }),
    Unprotect: method(["password"], ({ state }, password) => {
      const location = "WorkbookProtection.unprotect";
      const needed = state.workbookProtection?.password ?? null;
      if (needed !== null && optionalText(password, location) !== needed) {
        throw invalidArgument(location, "The password is wrong.");
      }
      state.workbookProtection = null;
    }),
  },
});

/** Sheets of a protected workbook cannot come, go, move or change their names. */
export function requireOpenWorkbook(context: ModelContext, location: string): void {
  if (context.state.workbookProtection) {
    throw accessDenied(location);
  }
}
