/** `Excel.PageLayout` with headers and footers: nothing is printed here, all of it is kept. */
import { columnsOf, rowsOf, spansAllColumns, spansAllRows } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { booleanOf, literalOf, numberOf, oneOf, recordOf, targetOf, textOf } from "./arguments";
import { sheetState } from "./context";
import type { Argument, HostObject, Property } from "./definition";
import { defineObject, isHostObject, method, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import { areasOf, rangeObject } from "./range";
import type { RangeAreasTarget } from "./rangeAreas";
import { rangeAreasObject } from "./rangeAreas";
import type { HeaderFooterPages, HeaderFooterState, PageLayoutState } from "./state";
import type { SheetTarget } from "./worksheet";

const PAPER_SIZES = [
  "Letter",
  "LetterSmall",
  "Tabloid",
  "Ledger",
  "Legal",
  "Statement",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
  "Folio",
] as const;

type Key<V> = {
  [K in keyof PageLayoutState]: PageLayoutState[K] extends V ? K : never;
}[keyof PageLayoutState];

function pageOf({ context, sheetId }: SheetTarget): PageLayoutState {
  return sheetState(context, sheetId).pageLayout;
}

function set<K extends keyof PageLayoutState>(sheet: SheetTarget, key: K, value: PageLayoutState[K]): void {
  pageOf(sheet)[key] = value;
}

function word(
  key: "orientation" | "paperSize" | "printOrder" | "printComments" | "printErrors",
  words: readonly string[]
): Property<SheetTarget> {
  return readWrite(
    (sheet) => pageOf(sheet)[key],
    (sheet, value) => set(sheet, key, oneOf(words, value, `PageLayout.${key}`))
  );
}

function flag(key: Key<boolean>): Property<SheetTarget> {
  return readWrite(
    (sheet) => pageOf(sheet)[key] as boolean,
    (sheet, value) => set(sheet, key, booleanOf(value, `PageLayout.${key}`))
  );
}

type Margin = "leftMargin" | "rightMargin" | "topMargin" | "bottomMargin" | "headerMargin" | "footerMargin";

function margin(key: Margin): Property<SheetTarget> {
  return readWrite(
    (sheet) => pageOf(sheet)[key],
    (sheet, value) => set(sheet, key, positive(value, `PageLayout.${key}`))
  );
}

function positive(value: Argument | undefined, location: string): number {
  const number = numberOf(value, location);
  if (number < 0) {
    throw invalidArgument(location);
  }
  return number;
}

/** Either a scale in percent or how many pages wide and tall. */
function zoomOf(value: Json): Json {
  const location = "PageLayout.zoom";
  const record = recordOf(value, ["horizontalFitToPages", "verticalFitToPages", "scale"], location);
  const given = Object.entries(record).filter(([, part]) => part !== null);
  for (const [key, part] of given) {
    const number = numberOf(part, `${location}.${key}`);
    const [least, most] = key === "scale" ? [10, 400] : [0, 32767];
    if (!Number.isInteger(number) || number < least || number > most) {
      throw invalidArgument(`${location}.${key}`);
    }
  }
  if ("scale" in record && given.length > 1) {
    throw invalidArgument(location, "A scale and a number of pages exclude each other.");
  }
  return Object.fromEntries(given);
}

/** The areas of an argument: Range, RangeAreas or address. */
function areasArgument(sheet: SheetTarget, value: Argument | undefined, location: string): readonly Area[] {
  if (isHostObject(value)) {
    if (value.definition.name === "RangeAreas") {
      return (value.target as RangeAreasTarget).areas;
    }
    const range = targetOf<RangeTarget>(value, "Range", location);
    if (range.sheetId !== sheet.sheetId) {
      throw invalidArgument(location, "The range lies on another sheet.");
    }
    return [range.area];
  }
  return areasOf(sheet.context, sheet.sheetId, textOf(value, location), location);
}

/** Title rows and columns are whole ones, whatever part of them was named. */
function lines(
  sheet: SheetTarget,
  value: Argument | undefined,
  axis: "rows" | "columns",
  location: string
): Area {
  const [area, ...more] = areasArgument(sheet, value, location);
  if (!area || more.length > 0 || rowsOf(area) < 1 || columnsOf(area) < 1) {
    throw invalidArgument(location);
  }
  const isWhole = axis === "rows" ? spansAllColumns(area) : spansAllRows(area);
  if (!isWhole) {
    throw invalidArgument(location, `Print titles are whole ${axis}.`);
  }
  return area;
}

function printArea(sheet: SheetTarget): HostObject | null {
  const { printArea: areas } = pageOf(sheet);
  return areas.length > 0 ? rangeAreasObject({ ...sheet, areas }) : null;
}

function titles(sheet: SheetTarget, key: "printTitleRows" | "printTitleColumns"): HostObject | null {
  const area = pageOf(sheet)[key];
  return area && rangeObject({ ...sheet, area });
}

function required(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

const POINTS: { readonly [unit: string]: number | undefined } = {
  Points: 1,
  Inches: 72,
  Centimeters: 72 / 2.54,
};
const MARGINS: { readonly [name: string]: Margin | undefined } = {
  top: "topMargin",
  bottom: "bottomMargin",
  left: "leftMargin",
  right: "rightMargin",
  header: "headerMargin",
  footer: "footerMargin",
};

export const pageLayoutObject: (sheet: SheetTarget) => HostObject = defineObject<SheetTarget>({
  name: "PageLayout",
  properties: {
    Orientation: word("orientation", ["Portrait", "Landscape"]),
    PaperSize: word("paperSize", PAPER_SIZES),
    PrintOrder: word("printOrder", ["DownThenOver", "OverThenDown"]),
    PrintComments: word("printComments", ["NoComments", "EndSheet", "InPlace"]),
    PrintErrors: word("printErrors", ["AsDisplayed", "Blank", "Dash", "NotAvailable"]),
    Zoom: readWrite(
      (sheet) => pageOf(sheet).zoom,
      (sheet, value) => set(sheet, "zoom", zoomOf(value))
    ),
    CenterHorizontally: flag("centerHorizontally"),
    CenterVertically: flag("centerVertically"),
    BlackAndWhite: flag("blackAndWhite"),
    DraftMode: flag("draftMode"),
    PrintGridlines: flag("printGridlines"),
    PrintHeadings: flag("printHeadings"),
    FirstPageNumber: readWrite(
      (sheet) => pageOf(sheet).firstPageNumber,
      (sheet, value) =>
        set(sheet, "firstPageNumber", value === "" ? "" : numberOf(value, "PageLayout.firstPageNumber"))
    ),
    LeftMargin: margin("leftMargin"),
    RightMargin: margin("rightMargin"),
    TopMargin: margin("topMargin"),
    BottomMargin: margin("bottomMargin"),
    HeaderMargin: margin("headerMargin"),
    FooterMargin: margin("footerMargin"),
  },
  objects: { HeadersFooters: (sheet) => headersFootersObject(sheet) },
  methods: {
    SetPrintArea: method(["printArea"], (sheet, value) =>
      set(sheet, "printArea", areasArgument(sheet, value, "PageLayout.setPrintArea"))
    ),
    GetPrintArea: method((sheet) => required(printArea(sheet), "PageLayout.getPrintArea")),
    GetPrintAreaOrNullObject: method(printArea),
    SetPrintTitleRows: method(["printTitleRows"], (sheet, value) =>
      set(sheet, "printTitleRows", lines(sheet, value, "rows", "PageLayout.setPrintTitleRows"))
    ),
    GetPrintTitleRows: method((sheet) =>
      required(titles(sheet, "printTitleRows"), "PageLayout.getPrintTitleRows")
    ),
    GetPrintTitleRowsOrNullObject: method((sheet) => titles(sheet, "printTitleRows")),
    SetPrintTitleColumns: method(["printTitleColumns"], (sheet, value) =>
      set(sheet, "printTitleColumns", lines(sheet, value, "columns", "PageLayout.setPrintTitleColumns"))
    ),
    GetPrintTitleColumns: method((sheet) =>
      required(titles(sheet, "printTitleColumns"), "PageLayout.getPrintTitleColumns")
    ),
    GetPrintTitleColumnsOrNullObject: method((sheet) => titles(sheet, "printTitleColumns")),
    SetPrintMargins: method(["unit", "marginOptions"], (sheet, unit, marginOptions) => {
      const location = "PageLayout.setPrintMargins";
      const factor = POINTS[oneOf(["Points", "Inches", "Centimeters"] as const, unit, location)] ?? 1;
      const record = recordOf(literalOf(marginOptions, location), Object.keys(MARGINS), location);
      for (const [name, value] of Object.entries(record)) {
        const key = MARGINS[name];
        if (key && value !== null) {
          set(sheet, key, positive(value, `${location}.${name}`) * factor);
        }
      }
    }),
  },
});

const headersFootersObject = defineObject<SheetTarget>({
  name: "HeaderFooterGroup",
  properties: {
    State: readWrite(
      (sheet) => pageOf(sheet).headersFooters.state,
      (sheet, value) => {
        const states = ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"] as const;
        pageOf(sheet).headersFooters.state = oneOf(states, value, "HeaderFooterGroup.state");
      }
    ),
    UseSheetMargins: readWrite(
      (sheet) => pageOf(sheet).headersFooters.useSheetMargins,
      (sheet, value) => {
        pageOf(sheet).headersFooters.useSheetMargins = booleanOf(value, "HeaderFooterGroup.useSheetMargins");
      }
    ),
    UseSheetScale: readWrite(
      (sheet) => pageOf(sheet).headersFooters.useSheetScale,
      (sheet, value) => {
        pageOf(sheet).headersFooters.useSheetScale = booleanOf(value, "HeaderFooterGroup.useSheetScale");
      }
    ),
  },
  objects: {
    DefaultForAllPages: (sheet) => headerFooterObject({ sheet, pages: "defaultForAllPages" }),
    FirstPage: (sheet) => headerFooterObject({ sheet, pages: "firstPage" }),
    EvenPages: (sheet) => headerFooterObject({ sheet, pages: "evenPages" }),
    OddPages: (sheet) => headerFooterObject({ sheet, pages: "oddPages" }),
  },
});

interface HeaderFooterTarget {
  readonly sheet: SheetTarget;
  readonly pages: HeaderFooterPages;
}

function section(key: keyof HeaderFooterState): Property<HeaderFooterTarget> {
  return readWrite(
    ({ sheet, pages }) => pageOf(sheet).headersFooters[pages][key],
    ({ sheet, pages }, value) => {
      pageOf(sheet).headersFooters[pages][key] = textOf(value, `HeaderFooter.${key}`);
    }
  );
}

const headerFooterObject = defineObject<HeaderFooterTarget>({
  name: "HeaderFooter",
  properties: {
    LeftHeader: section("leftHeader"),
    CenterHeader: section("centerHeader"),
    RightHeader: section("rightHeader"),
    LeftFooter: section("leftFooter"),
    CenterFooter: section("centerFooter"),
    RightFooter: section("rightFooter"),
  },
});
