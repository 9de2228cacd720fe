/** .ods */
import type { Workbook } from "hucre/ods";
import type { ZipDirectory } from "./openZip";
import { documentProperties, repack, type SheetsAndProperties } from "./readOoxml";
import { refuseBrokenXml } from "./wholeXml";
import { sheetGrid, type SheetVisibility } from "./sheetGrid";
import { attribute, decodeEntities } from "./xmlText";

/** Reads .ods. Throws `FileFault`, or whatever the library throws at damaged parts. */
export async function readOdsFile(zip: ZipDirectory): Promise<SheetsAndProperties> {
  const parts = zip.extract((name) => ["mimetype", "content.xml", "meta.xml"].includes(name));
  const whole = new TextDecoder().decode(parts.get("content.xml"));
  refuseBrokenXml(whole);
  const content = withoutRowGroups(whole);
  const meta = new TextDecoder().decode(parts.get("meta.xml"));
  parts.set("content.xml", new TextEncoder().encode(content));
  // A template is read like the spreadsheet that it makes.
  parts.set("mimetype", new TextEncoder().encode("application/vnd.oasis.opendocument.spreadsheet"));

  const { readOds } = await import(/* webpackMode: "eager" */ "hucre/ods");
  const workbook = await readOds(repack(parts));
  const visibility = sheetVisibilities(content, workbook.sheets);
  return {
    sheets: workbook.sheets.map((sheet, index) =>
      sheetGrid({
        ...sheet,
        visibility: visibility[index] ?? { hidden: false, hiddenRows: [], hiddenColumns: [] },
      })
    ),
    properties: userDefinedProperties(meta),
    modified: documentProperties(workbook).modified,
  };
}

/**
 * The library sees only rows directly below the table. LibreOffice wraps grouped rows, and the rows that are repeated
 * in print: exactly the header rows of the official forms.
 */
function withoutRowGroups(content: string): string {
  return content.replace(
    /<\/?table:table-(header-rows|row-group|rows|header-columns|column-group|columns)(\s[^<>]*)?>/g,
    ""
  );
}

/** For each table, from where it begins to where the next one does. */
function sheetVisibilities(content: string, sheets: Workbook["sheets"]): SheetVisibility[] {
  const hiddenStyles = new Set(
    (content.match(/<style:style\s[^<>]*>\s*<style:table-properties\s[^<>]*>/g) ?? [])
      .filter((tag) => tag.includes('style:family="table"') && tag.includes('table:display="false"'))
      .map((tag) => attribute(tag, "name"))
  );
  const tables = content.split(/(?=<table:table\s)/).slice(1);
  return sheets.map(({ rows }, index) => {
    const table = tables[index] ?? "";
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    return {
      hidden: hiddenStyles.has(attribute(table, "style-name")),
      hiddenRows: hiddenPositions(table, "table-row", "number-rows-repeated", rows.length),
      hiddenColumns: hiddenPositions(table, "table-column", "number-columns-repeated", columns),
    };
  });
}

/** Runs longer than this reach from the table to the end of the sheet: nobody's data is there. */
const LONGEST_RUN = 10_000;

/** @param count of the rows or columns that the table has: positions beyond do not matter */
function hiddenPositions(table: string, element: string, repeated: string, count: number): number[] {
  const positions: number[] = [];
  let next = 0;
  for (const tag of table.match(new RegExp(`<table:${element}(?:\\s[^<>]*)?>`, "g")) ?? []) {
    const run = Math.max(1, Number(attribute(tag, repeated) ?? "1") || 1);
    const visibility = attribute(tag, "visibility");
    const hidden = visibility === "collapse" || visibility === "filter";
    const end = hidden && run <= LONGEST_RUN ? Math.min(next + run, count) : next;
    for (let position = next; position < end; position++) positions.push(position);
    next += run;
  }
  return positions;
}

function userDefinedProperties(meta: string): Record<string, string> {
  const found = meta.match(/<meta:user-defined\s[^<>]*>[^<>]*<\/meta:user-defined>/g) ?? [];
  return Object.fromEntries(
    found.map((element) => {
      const text = element.slice(element.indexOf(">") + 1, element.lastIndexOf("<"));
      return [decodeEntities(attribute(element, "name") ?? ""), decodeEntities(text)];
    })
  );
}
