/** Page layout. The library knows part of it; what the sheet's XML says of pages is written and read here. */
import type { Document, Element } from "@xmldom/xmldom";
import { formatAddress, parseArea, splitAddress } from "../addresses";
import type { JsonRecord } from "../model/arguments";
import type { HeaderFooterPages, HeaderFooterState, PageLayoutState } from "../model/state";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { elementsOf, emptyElement, escapeXml } from "./workbookPackage";

const POINTS_PER_INCH = 72;

/** Numbers of paper sizes; B4 and B5 are the Japanese ones, as in Excel. */
const PAPERS: readonly (readonly [string, number])[] = [
  ["Letter", 1],
  ["LetterSmall", 2],
  ["Tabloid", 3],
  ["Ledger", 4],
  ["Legal", 5],
  ["Statement", 6],
  ["Executive", 7],
  ["A3", 8],
  ["A4", 9],
  ["A4Small", 10],
  ["A5", 11],
  ["B4", 12],
  ["B5", 13],
  ["Folio", 14],
];

type Words = readonly (readonly [string, string])[];
const ORDERS: Words = [
  ["DownThenOver", "downThenOver"],
  ["OverThenDown", "overThenDown"],
];
const COMMENTS: Words = [
  ["NoComments", "none"],
  ["InPlace", "asDisplayed"],
  ["EndSheet", "atEnd"],
];
const ERRORS: Words = [
  ["AsDisplayed", "displayed"],
  ["Blank", "blank"],
  ["Dash", "dash"],
  ["NotAvailable", "NA"],
];

function theirs(words: Words, ours: string): string | undefined {
  return words.find(([word]) => word === ours)?.[1];
}

function ours(words: Words, written: string | null): string | undefined {
  return words.find(([, word]) => word === written)?.[0];
}

const MARGINS = {
  left: "leftMargin",
  right: "rightMargin",
  top: "topMargin",
  bottom: "bottomMargin",
  header: "headerMargin",
  footer: "footerMargin",
} as const;

/** The elements of a sheet, in the order that the format wants. */
export function pageElements(page: PageLayoutState): string {
  return [printOptions(page), pageMargins(page), pageSetup(page), headerFooter(page)].join("");
}

/** How many pages it shall fit; `null` when it is scaled. */
export function fittedPages(page: PageLayoutState): { readonly wide: number; readonly high: number } | null {
  const zoom = (page.zoom ?? {}) as JsonRecord;
  const wide = zoom["horizontalFitToPages"];
  const high = zoom["verticalFitToPages"];
  return typeof wide === "number" || typeof high === "number"
    ? { wide: Number(wide ?? 0), high: Number(high ?? 0) }
    : null;
}

function printOptions(page: PageLayoutState): string {
  const chosen = {
    horizontalCentered: page.centerHorizontally || undefined,
    verticalCentered: page.centerVertically || undefined,
    headings: page.printHeadings || undefined,
    gridLines: page.printGridlines || undefined,
  };
  return Object.values(chosen).some(Boolean) ? emptyElement("printOptions", chosen) : "";
}

function pageMargins(page: PageLayoutState): string {
  const inches = Object.entries(MARGINS).map(([name, key]) => [name, page[key] / POINTS_PER_INCH]);
  return emptyElement("pageMargins", Object.fromEntries(inches) as Record<string, number>);
}

function pageSetup(page: PageLayoutState): string {
  const fitted = fittedPages(page);
  const scale = (page.zoom as JsonRecord | null)?.["scale"];
  return emptyElement("pageSetup", {
    paperSize: PAPERS.find(([name]) => name === page.paperSize)?.[1],
    scale: typeof scale === "number" && scale !== 100 ? scale : undefined,
    firstPageNumber: page.firstPageNumber === "" ? undefined : page.firstPageNumber,
    fitToWidth: fitted?.wide,
    fitToHeight: fitted?.high,
    pageOrder: page.printOrder === "DownThenOver" ? undefined : theirs(ORDERS, page.printOrder),
    orientation: page.orientation.toLowerCase(),
    blackAndWhite: page.blackAndWhite || undefined,
    draft: page.draftMode || undefined,
    cellComments: page.printComments === "NoComments" ? undefined : theirs(COMMENTS, page.printComments),
    useFirstPageNumber: page.firstPageNumber === "" ? undefined : true,
    errors: page.printErrors === "AsDisplayed" ? undefined : theirs(ERRORS, page.printErrors),
  });
}

/** Marks of the three sections of a header or footer. */
const SECTIONS = [
  ["L", "left"],
  ["C", "center"],
  ["R", "right"],
] as const;

function joined(state: HeaderFooterState, kind: "Header" | "Footer"): string {
  return SECTIONS.map(([mark, side]) => {
    const text = state[`${side}${kind}`];
    return text === "" ? "" : `&${mark}${text}`;
  }).join("");
}

function headerFooter(page: PageLayoutState): string {
  const { state, useSheetMargins, useSheetScale, ...pages } = page.headersFooters;
  const byParity = /OddAndEven$/.test(state);
  const isFirstOther = /^First/.test(state);
  const written: readonly (readonly [string, HeaderFooterPages, boolean])[] = [
    ["odd", byParity ? "oddPages" : "defaultForAllPages", true],
    ["even", "evenPages", byParity],
    ["first", "firstPage", isFirstOther],
  ];
  const texts = written.flatMap(([name, key, isUsed]) =>
    (["Header", "Footer"] as const).map((kind) => {
      const text = isUsed ? joined(pages[key], kind) : "";
      return text === "" ? "" : `<${name}${kind}>${escapeXml(text)}</${name}${kind}>`;
    })
  );
  const attributes = emptyElement("headerFooter", {
    differentOddEven: byParity || undefined,
    differentFirst: isFirstOther || undefined,
    scaleWithDoc: useSheetScale ? undefined : false,
    alignWithMargins: useSheetMargins ? undefined : false,
  });
  const isPlain = texts.join("") === "" && attributes === "<headerFooter/>";
  return isPlain ? "" : attributes.replace("/>", `>${texts.join("")}</headerFooter>`);
}

/** The reserved names for what is printed, as formulas of the sheet with that name. */
export function printNames(
  page: PageLayoutState,
  sheetName: string
): readonly { readonly name: string; readonly range: string }[] {
  const address = (area: Area): string => formatAddress(sheetName, area, true);
  const titles = [page.printTitleColumns, page.printTitleRows].flatMap((area) =>
    area ? [address(area)] : []
  );
  return [
    { name: "_xlnm.Print_Area", range: page.printArea.map(address).join(",") },
    { name: "_xlnm.Print_Titles", range: titles.join(",") },
  ].filter(({ range }) => range !== "");
}

/** What a sheet's XML says of its pages, upon the layout of a new sheet. */
export function readPageLayout(sheet: Document, plain: PageLayoutState): PageLayoutState {
  const options = elementsOf(sheet, "printOptions")[0];
  const margins = elementsOf(sheet, "pageMargins")[0];
  const setup = elementsOf(sheet, "pageSetup")[0];
  const isOn = (element: Element | undefined, name: string): boolean =>
    /^(1|true)$/.test(element?.getAttribute(name) ?? "");
  const text = (name: string): string | null => setup?.getAttribute(name) ?? null;
  const number = (name: string): number | null => (text(name) === null ? null : Number(text(name)));
  const inPoints = Object.entries(MARGINS).flatMap(([name, key]) => {
    const inches = Number(margins?.getAttribute(name) ?? "");
    return margins?.hasAttribute(name) && Number.isFinite(inches) ? [[key, rounded(inches)]] : [];
  });
  return {
    ...plain,
    ...(Object.fromEntries(inPoints) as Partial<PageLayoutState>),
    orientation: text("orientation") === "landscape" ? "Landscape" : "Portrait",
    paperSize: PAPERS.find(([, code]) => code === number("paperSize"))?.[0] ?? plain.paperSize,
    zoom: readZoom(sheet, number),
    centerHorizontally: isOn(options, "horizontalCentered"),
    centerVertically: isOn(options, "verticalCentered"),
    printGridlines: isOn(options, "gridLines"),
    printHeadings: isOn(options, "headings"),
    blackAndWhite: isOn(setup, "blackAndWhite"),
    draftMode: isOn(setup, "draft"),
    printOrder: ours(ORDERS, text("pageOrder")) ?? plain.printOrder,
    printComments: ours(COMMENTS, text("cellComments")) ?? plain.printComments,
    printErrors: ours(ERRORS, text("errors")) ?? plain.printErrors,
    firstPageNumber: isOn(setup, "useFirstPageNumber") ? (number("firstPageNumber") ?? "") : "",
    headersFooters: readHeadersFooters(sheet, plain.headersFooters),
  };
}

function rounded(inches: number): number {
  return Math.round(inches * POINTS_PER_INCH * 1e6) / 1e6;
}

function readZoom(sheet: Document, number: (name: string) => number | null): Json {
  const isFitted = elementsOf(sheet, "pageSetUpPr").some((each) =>
    /^(1|true)$/.test(each.getAttribute("fitToPage") ?? "")
  );
  if (!isFitted) {
    return { scale: number("scale") ?? 100 };
  }
  const [wide, high] = [number("fitToWidth") ?? 1, number("fitToHeight") ?? 1];
  return {
    ...(wide > 0 && { horizontalFitToPages: wide }),
    ...(high > 0 && { verticalFitToPages: high }),
  };
}

function readHeadersFooters(
  sheet: Document,
  plain: PageLayoutState["headersFooters"]
): PageLayoutState["headersFooters"] {
  const element = elementsOf(sheet, "headerFooter")[0];
  if (!element) {
    return plain;
  }
  const isOn = (name: string, otherwise: boolean): boolean =>
    element.hasAttribute(name) ? /^(1|true)$/.test(element.getAttribute(name) ?? "") : otherwise;
  const byParity = isOn("differentOddEven", false);
  const isFirstOther = isOn("differentFirst", false);
  const pages = (name: string): HeaderFooterState => {
    const text = (kind: string): string => elementsOf(element, `${name}${kind}`)[0]?.textContent ?? "";
    return { ...split(text("Header"), "Header"), ...split(text("Footer"), "Footer") } as HeaderFooterState;
  };
  return {
    ...plain,
    state: stateOf(byParity, isFirstOther),
    useSheetMargins: isOn("alignWithMargins", true),
    useSheetScale: isOn("scaleWithDoc", true),
    [byParity ? "oddPages" : "defaultForAllPages"]: pages("odd"),
    ...(byParity && { evenPages: pages("even") }),
    ...(isFirstOther && { firstPage: pages("first") }),
  };
}

function stateOf(byParity: boolean, isFirstOther: boolean): string {
  if (byParity) {
    return isFirstOther ? "FirstOddAndEven" : "OddAndEven";
  }
  return isFirstOther ? "FirstAndDefault" : "Default";
}

/** `&LTrái&CTrang &P` by its sections; text before any mark stands in the middle. */
function split(text: string, kind: "Header" | "Footer"): Partial<HeaderFooterState> {
  const found: { [side: string]: string } = { left: "", center: "", right: "" };
  let side = "center";
  for (const piece of text.match(/&&|&"[^"]*"|&.|[^&]+/gs) ?? []) {
    const section = SECTIONS.find(([mark]) => piece === `&${mark}`);
    if (section) {
      side = section[1];
    } else {
      found[side] += piece;
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, words]) => [`${name}${kind}`, words]));
}

/** The areas of `$A$1:$D$9,$F$1:$G$3`, with or without a sheet's name. */
export function readPrintAreas(range: string | undefined): readonly Area[] {
  return (range ?? "").split(",").flatMap((part) => parseArea(splitAddress(part).local) ?? []);
}
