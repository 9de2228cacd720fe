/**
 * What Excel keeps in a workbook and a spreadsheet engine does not: plain data that `JSON.stringify` can save and
 * that a new host can start from. Sheets and tables are keyed by the engine's ids.
 */
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import type { ChartState } from "./chartState";

export interface DocumentProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  category: string;
  manager: string;
  company: string;
}

export type PropertyType = "Number" | "Boolean" | "Date" | "String" | "Float";

export interface CustomPropertyState {
  key: string;
  value: string | number | boolean;
  type: PropertyType;
}

/** Excel's `WorksheetProtectionOptions`. */
export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: string;
}

export interface SheetProtection {
  readonly options: ProtectionOptions;
  readonly password: string | null;
}

/** `Range.dataValidation` as Excel shows it, on disjoint areas. */
export interface ValidationState {
  readonly areas: readonly Area[];
  /** Excel's `DataValidationRule`; empty when only messages were set. */
  readonly rule: { readonly [kind: string]: Json };
  readonly prompt: Json;
  readonly errorAlert: Json;
  readonly ignoreBlanks: boolean;
}

export interface ConditionalFormatState {
  readonly id: string;
  readonly type: "Custom" | "CellValue" | "DataBar";
  areas: readonly Area[];
  stopIfTrue: boolean;
  formula: string;
  cellValueRule: Json;
  font: { color: string | null; bold: boolean | null; italic: boolean | null; underline: string | null };
  fillColor: string | null;
  dataBar: {
    showDataBarOnly: boolean;
    barDirection: string;
    axisFormat: string;
    axisColor: string;
    lowerBoundRule: Json;
    upperBoundRule: Json;
    positive: { fillColor: string; gradientFill: boolean; borderColor: string };
    negative: {
      fillColor: string;
      matchPositiveFillColor: boolean;
      borderColor: string;
      matchPositiveBorderColor: boolean;
    };
  };
}

export interface HeaderFooterState {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export type HeaderFooterPages = "defaultForAllPages" | "firstPage" | "evenPages" | "oddPages";

export interface PageLayoutState {
  orientation: string;
  paperSize: string;
  /** Excel's `PageLayoutZoomOptions`. */
  zoom: Json;
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: string;
  printComments: string;
  printErrors: string;
  firstPageNumber: number | "";
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  printArea: readonly Area[];
  printTitleRows: Area | null;
  printTitleColumns: Area | null;
  headersFooters: {
    state: string;
    useSheetMargins: boolean;
    useSheetScale: boolean;
  } & Record<HeaderFooterPages, HeaderFooterState>;
}

/** What a comment or a reply says. */
export interface CommentText {
  content: string;
  /** With `<at id="0">…</at>` around the mentioned people. */
  richContent: string;
  contentType: "Plain" | "Mention";
  mentions: readonly { readonly email: string; readonly id: number; readonly name: string }[];
}

export interface CommentReplyState extends CommentText {
  readonly id: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601. */
  readonly creationDate: string;
}

export interface CommentState extends CommentReplyState {
  /** One cell. */
  area: Area;
  resolved: boolean;
  replies: CommentReplyState[];
}

export interface SheetState {
  veryHidden: boolean;
  protection: SheetProtection | null;
  /** Disjoint areas whose cells are not locked; all others are. */
  unlocked: readonly Area[];
  validations: readonly ValidationState[];
  /** Highest priority first. */
  conditionalFormats: ConditionalFormatState[];
  pageLayout: PageLayoutState;
  customProperties: Record<string, string>;
  comments: CommentState[];
  charts: ChartState[];
  showHeadings: boolean;
}

export interface TableState {
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface HostState {
  documentProperties: DocumentProperties;
  customProperties: CustomPropertyState[];
  /** `workbook.settings` and `Office.context.document.settings`. */
  settings: Record<string, Json>;
  workbookProtection: { password: string | null } | null;
  calculationMode: string;
  sheets: Record<string, SheetState>;
  tables: Record<string, TableState>;
}

export function createHostState(): HostState {
  return {
    documentProperties: {
      title: "",
      subject: "",
      author: "",
      keywords: "",
      comments: "",
      category: "",
      manager: "",
      company: "",
    },
    customProperties: [],
    settings: {},
    workbookProtection: null,
    calculationMode: "Automatic",
    sheets: {},
    tables: {},
  };
}

export function newSheetState(): SheetState {
  return {
    veryHidden: false,
    protection: null,
    unlocked: [],
    validations: [],
    conditionalFormats: [],
    pageLayout: newPageLayout(),
    customProperties: {},
    comments: [],
    charts: [],
    showHeadings: true,
  };
}

export function newTableState(): TableState {
  return {
    style: "TableStyleMedium2",
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
}

/** Excel's own defaults: US letter, "normal" margins in points. */
function newPageLayout(): PageLayoutState {
  return {
    orientation: "Portrait",
    paperSize: "Letter",
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    blackAndWhite: false,
    draftMode: false,
    printGridlines: false,
    printHeadings: false,
    printOrder: "DownThenOver",
    printComments: "NoComments",
    printErrors: "AsDisplayed",
    firstPageNumber: "",
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
    printArea: [],
    printTitleRows: null,
    printTitleColumns: null,
    headersFooters: {
      state: "Default",
      useSheetMargins: true,
      useSheetScale: true,
      defaultForAllPages: newHeaderFooter(),
      firstPage: newHeaderFooter(),
      evenPages: newHeaderFooter(),
      oddPages: newHeaderFooter(),
    },
  };
}

function newHeaderFooter(): HeaderFooterState {
  return {
    leftHeader: "",
    centerHeader: "",
    rightHeader: "",
    leftFooter: "",
    centerFooter: "",
    rightFooter: "",
  };
}
