/** `Excel.Workbook`, the root of all. */
import { areaOf } from "../areas";
import { splitAddress } from "../addresses";
import { itemNotFound } from "../errors";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import { applicationObject } from "./application";
import { textOf } from "./arguments";
import { stylesObject } from "./cellStyles";
import { commonDataObject } from "./commonData";
import { commentsObject } from "./comments";
import type { ModelContext } from "./context";
import { documentPropertiesObject, settingsObject } from "./customProperties";
import type { Argument, HostObject } from "./definition";
import { defineObject, method, readOnly } from "./definition";
import { bindingsObject } from "./bindings";
import { eventMethods, namedEvent } from "./eventMembers";
import { runtimeObject } from "./runtime";
import { namesObject } from "./names";
import { workbookProtectionObject } from "./protection";
import { rangeObject, resolveAddress } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import { tablesObject } from "./tables";
import { worksheetsObject } from "./worksheet";
import { findSheet } from "./worksheets";

/** An event's `referenceId` is sheet id and address: `{sheet}!B3`. */
function eventRange(context: ModelContext, reference: Argument | undefined): HostObject | null {
  const location = "Workbook._GetRangeForEventByReferenceId";
  const { sheet, local } = splitAddress(textOf(reference, location));
  const sheetId = sheet === null ? null : findSheet(context, sheet);
  return sheetId === null ? null : rangeObject(resolveAddress(context, sheetId, local, location));
}

export const workbookObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "Workbook",
  properties: {
    Name: readOnly(({ spreadsheet }) => spreadsheet.name),
    ReadOnly: readOnly(() => false),
  },
  objects: {
    Worksheets: (context) => worksheetsObject(context),
    Tables: (context) => tablesObject({ context, sheetId: null, within: null, scoped: false }),
    Names: (context) => namesObject({ context, sheetId: null }),
    Comments: (context) => commentsObject({ context, sheetId: null }),
    Application: (context) => applicationObject(context),
    Properties: (context) => documentPropertiesObject(context),
    Settings: (context) => settingsObject(context),
    Styles: (context) => stylesObject(context),
    Protection: (context) => workbookProtectionObject(context),
    Bindings: (context) => bindingsObject(context),
    _V1Api: (context) => commonDataObject(context),
    _Runtime: (context) => runtimeObject(context),
  },
  methods: {
    GetSelectedRange: method((context) => {
      const { sheetId, area } = context.spreadsheet.selection();
      return rangeObject({ context, sheetId, area });
    }),
    GetSelectedRanges: method((context) =>
      rangeAreasObject({ context, ...context.spreadsheet.selections() })
    ),
    GetActiveCell: method((context) => {
      const { sheetId, area } = context.spreadsheet.selection();
      return rangeObject({ context, sheetId, area: areaOf(area.top, area.left, 1, 1) });
    }),
    ...eventMethods<ModelContext>(
      "Workbook",
      [
        namedEvent("Activated", EventType.workbookActivated),
        namedEvent("AutoSaveSettingChanged", EventType.workbookAutoSaveSettingChanged),
      ],
      () => WORKBOOK_TARGET
    ),
    _GetRangeForEventByReferenceId: method(["bstrReferenceId"], (context, reference) => {
      const range = eventRange(context, reference);
      if (!range) {
        throw itemNotFound("Workbook._GetRangeForEventByReferenceId");
      }
      return range;
    }),
    _GetRangeOrNullObjectForEventByReferenceId: method(["bstrReferenceId"], eventRange),
    _GetReferenceCount: method(({ references }) => references.count()),
    _RemoveReference: method(["bstrReferenceId"], ({ references }, id) =>
      references.release(textOf(id, "Workbook._RemoveReference"))
    ),
    _RemoveAllReferences: method(({ references }) => references.releaseAll()),
  },
});
