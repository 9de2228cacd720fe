/**
 * What Excel keeps in a workbook and a spreadsheet engine does not: plain data that `JSON.stringify` can save and
 * that a new host can start from. Sheets and tables are keyed by the engine's ids.
 */
import type { Json } from "../protocol";
import type { Area, StylePatch } from "../spreadsheet/spreadsheet";
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
  lastAuthor: string;
  revisionNumber: number;
  /** ISO 8601. */
  creationDate: string;
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

export interface TextRule {
  readonly operator: "Contains" | "NotContains" | "BeginsWith" | "EndsWith";
  readonly text: string;
}

export interface TopBottomRule {
  readonly rank: number;
  readonly type: "TopItems" | "TopPercent" | "BottomItems" | "BottomPercent";
}

export interface ColorCriterion {
  readonly type: string;
  /** `null` for the lowest and the highest value. */
  readonly formula: string | null;
  readonly color: string;
}

export interface ColorScale {
  readonly minimum: ColorCriterion;
  readonly midpoint: ColorCriterion | null;
  readonly maximum: ColorCriterion;
}

export interface IconCriterion {
  readonly type: string;
  readonly formula: string;
  readonly operator: string;
  readonly customIcon: { readonly set: string; readonly index: number } | null;
}

export interface IconSetState {
  readonly style: string;
  readonly reverseIconOrder: boolean;
  readonly showIconOnly: boolean;
  /** From the lowest icon to the highest. */
  readonly criteria: readonly IconCriterion[];
}

export type ConditionalFormatType =
  | "Custom"
  | "CellValue"
  | "DataBar"
  | "ColorScale"
  | "IconSet"
  | "PresetCriteria"
  | "ContainsText"
  | "TopBottom";

export interface ConditionalFormatState {
  readonly id: string;
  readonly type: ConditionalFormatType;
  areas: readonly Area[];
  stopIfTrue: boolean;
  formula: string;
  cellValueRule: Json;
  /** `Excel.ConditionalFormatPresetCriterion`; each kind of format has its own rule, absent until it is set. */
  preset?: string;
  textRule?: TextRule;
  topBottomRule?: TopBottomRule;
  colorScale?: ColorScale;
  iconSet?: IconSetState;
  font: {
    color: string | null;
    bold: boolean | null;
    italic: boolean | null;
    underline: string | null;
    strikethrough?: boolean | null;
  };
  fillColor: string | null;
  numberFormat?: string | null;
  /** By edge: `EdgeTop`, … */
  borders?: { readonly [edge: string]: { readonly style: string; readonly color: string } };
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

/** Excel's `FilterCriteria` as they were given, by column of the filtered range, counting from zero. */
export type FilterState = Record<string, Json>;

export interface AutoFilterState {
  /** Header row included. */
  area: Area;
  criteria: FilterState;
}

/** How a table was sorted last. */
export interface SortState {
  /** Excel's `SortField`s. */
  readonly fields: Json;
  readonly matchCase: boolean;
  readonly method: string;
}

export interface HyperlinkState {
  /** One cell. */
  readonly area: Area;
  readonly address: string;
  readonly documentReference: string;
  readonly screenTip: string;
}

/** Whole rows (or columns) that are grouped, one area for each level of each group. */
export interface OutlineState {
  rows: readonly Area[];
  columns: readonly Area[];
}

/** Cells with another style than `Normal`. */
export interface StyledAreas {
  readonly style: string;
  areas: readonly Area[];
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
  autoFilter: AutoFilterState | null;
  hyperlinks: HyperlinkState[];
  outline: OutlineState;
  cellStyles: StyledAreas[];
  /** Whole rows and columns before which a page ends. */
  rowBreaks: readonly Area[];
  columnBreaks: readonly Area[];
}

export interface TableState {
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  filter: FilterState;
  sort: SortState | null;
  /** Its totals are the row below the table's area. */
  showTotals: boolean;
  /** Its one row is only a place for the first to come. */
  hasInsertRow: boolean;
}

/** A cell style that was added, or a built-in one that was changed. */
export interface CellStyleState {
  look: StylePatch;
  locked: boolean;
  formulaHidden: boolean;
  shrinkToFit: boolean;
  autoIndent: boolean;
  readingOrder: string;
  /** Whether applying the style sets that part of a cell's look. */
  includes: Record<StylePart, boolean>;
}

export type StylePart = "alignment" | "border" | "font" | "number" | "patterns" | "protection";

/** A place in the workbook that an add-in has given a name of its own. */
export interface BindingState {
  readonly id: string;
  readonly type: "Range" | "Table" | "Text";
  readonly sheetId: string;
  /** Of a table its id; its cells are those that the table has at the moment. */
  readonly tableId: string | null;
  readonly area: Area;
}

export interface HostState {
  documentProperties: DocumentProperties;
  customProperties: CustomPropertyState[];
  /** `workbook.settings` and `Office.context.document.settings`. */
  settings: Record<string, Json>;
  workbookProtection: { password: string | null } | null;
  calculationMode: string;
  bindings: BindingState[];
  sheets: Record<string, SheetState>;
  tables: Record<string, TableState>;
  /** By the name that Excel shows. */
  cellStyles: Record<string, CellStyleState>;
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
      lastAuthor: "",
      revisionNumber: 0,
      creationDate: new Date().toISOString(),
    },
    customProperties: [],
    settings: {},
    workbookProtection: null,
    calculationMode: "Automatic",
    bindings: [],
    sheets: {},
    tables: {},
    cellStyles: {},
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
    autoFilter: null,
    hyperlinks: [],
    outline: { rows: [], columns: [] },
    cellStyles: [],
    rowBreaks: [],
    columnBreaks: [],
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
    filter: {},
    sort: null,
    showTotals: false,
    hasInsertRow: false,
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
