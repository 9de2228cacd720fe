/** How a sheet is printed: part of its snapshot. */
import type { PrintSnapshot } from "./tokens";

/** What a drawing sets, asked for; known after the caller's next sync. */
export interface PrintProbe {
  readonly page: Excel.PageLayout;
  readonly footer: Excel.HeaderFooter;
  readonly area: Excel.RangeAreas;
  readonly titleRows: Excel.Range;
}

const MARGINS = ["topMargin", "rightMargin", "bottomMargin", "leftMargin"] as const;
const FOOTERS = ["leftFooter", "centerFooter", "rightFooter"] as const;

export function probePrint(page: Excel.PageLayout): PrintProbe {
  return {
    page: page.load(`paperSize,orientation,zoom,centerHorizontally,${MARGINS.join(",")}`),
    footer: page.headersFooters.defaultForAllPages.load(FOOTERS.join(",")),
    area: page.getPrintAreaOrNullObject().load("address"),
    titleRows: page.getPrintTitleRowsOrNullObject().load("address"),
  };
}

export function printSnapshot({ page, footer, area, titleRows }: PrintProbe): PrintSnapshot {
  return {
    settings: {
      // Null where the printer's paper is none that Excel has a name for.
      ...(page.paperSize && { paperSize: page.paperSize }),
      orientation: page.orientation,
      zoom: withoutNulls(page.zoom),
      centerHorizontally: page.centerHorizontally,
      ...valuesOf(page, MARGINS),
      headersFooters: { defaultForAllPages: valuesOf(footer, FOOTERS) },
    },
    area: area.isNullObject ? null : withoutSheets(area.address),
    titleRows: titleRows.isNullObject ? null : withoutSheets(titleRows.address),
  };
}

export function restorePrint(page: Excel.PageLayout, { settings, area, titleRows }: PrintSnapshot): void {
  page.set(settings);
  if (area !== null) page.setPrintArea(area);
  if (titleRows !== null) page.setPrintTitleRows(titleRows);
}

function valuesOf<T, K extends keyof T>(source: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, source[key]])) as Pick<T, K>;
}

/** A zoom is a scale or a number of pages: Excel refuses both at once. */
function withoutNulls(zoom: Excel.PageLayoutZoomOptions): Excel.PageLayoutZoomOptions {
  return Object.fromEntries(Object.entries(zoom).filter(([, value]) => value !== null));
}

/** `'Biểu 01'!$A$1:$E$9,'Biểu 01'!$G$1` → `$A$1:$E$9,$G$1`. */
function withoutSheets(address: string): string {
  return address.replace(/(?:'(?:[^']|'')*'|[^',!]+)!/g, "");
}
