/** II.1: the documents of Biểu 01 by type and issuer. */
import { NAMES_IN_USE, PARTY_TYPES, STATE_TYPES } from "../../schemes/documentTypes";
import { documentIdentity } from "../identity";
import { cutOffOf } from "../merge/fileSubmission";
import { type DocumentRecord, readDocument } from "../records";
import { comparisonKey } from "../text/normalize";
import { countText } from "../text/vietnamese";
import { formatDate, sideOfWindow, type WindowSide } from "../values/dates";
import { typeNamedBy } from "../values/documentSubjects";
import { bodyInFull, bodyKey, issuerInFull, leavesOutPlace } from "../values/issuerNames";
import { paragraph, type ReportBlock, type ReportTable } from "./document";
import type { ReportSource } from "./source";

const NO_TYPE = "văn bản khác";
const NO_ISSUER = "Chưa ghi cơ quan ban hành";

/** The same document reported by several units counts once; one dated outside the window of the round not at all. */
export function documentsSection({ state, scheme, round, asOf }: ReportSource): readonly ReportBlock[] {
  const { from } = round;
  const cutOff = cutOffOf(round, asOf);
  const names = scheme.units.map(({ name }) => name);
  const all = state.documents.map(({ cells, unit }): Reported => {
    const record = readDocument({ row: 0, cells });
    const name = scheme.units.find(({ id }) => id === unit)?.name ?? unit;
    const issuer = bodyInFull(symbolOf(record), record.issuer);
    return { ...record, issuer: issuerInFull(issuer, name, names), unit };
  });
  const onSide = (side: WindowSide) => all.filter(({ date }) => sideOfWindow(date, from, cutOff) === side);
  const reported = onSide("within");
  const records = distinctDocuments(reported);
  const outside = outsideWindow([
    { documents: distinctDocuments(onSide("before")), when: `trước ngày ${formatDate(from)}` },
    { documents: distinctDocuments(onSide("after")), when: `sau ngày ${formatDate(cutOff)}` },
  ]);
  if (records.length === 0) {
    return [
      outside === null
        ? paragraph("Các đơn vị chưa báo cáo văn bản nào theo Biểu số 01.")
        : paragraph(
            `Các đơn vị chưa báo cáo văn bản nào của đợt báo cáo này theo Biểu số 01. Có ${outside.count} nên chưa tính (${outside.when}).`
          ),
    ];
  }
  const types = countBy(records, typeName);
  const listed = types.map(({ name, count }) => `${countText(count)} ${name}`).join(", ");
  const repeated = reported.length - records.length;
  return [
    paragraph(
      `Tính đến ngày ${formatDate(asOf)}, các cấp uỷ, cơ quan, đơn vị đã ban hành ${countText(records.length)} văn bản triển khai thực hiện Đề án (Biểu số 01 kèm theo), gồm: ${listed}.`,
      ...(repeated > 0
        ? [` Có ${countText(repeated)} lượt báo cáo trùng văn bản đã có, chỉ tính một lần.`]
        : []),
      ...(outside === null ? [] : [` Ngoài ra có ${outside.count} nên chưa tính ở trên (${outside.when}).`])
    ),
    paragraph("Số văn bản theo cơ quan ban hành:"),
    { kind: "table", table: issuersTable(records) },
  ];
}

function symbolOf({ number }: DocumentRecord): string | null {
  return number.status === "ok" ? (number.parsed.issuer[0] ?? null) : null;
}

/** A document with the name of its issuer in full, and the unit that reports it. */
interface Reported extends DocumentRecord {
  readonly unit: string;
}

interface OutsideWindow {
  /** "02 văn bản ghi ngày ngoài thời gian …" */
  readonly count: string;
  /** "trước ngày 25/6/2021" */
  readonly when: string;
}

/** Null when there are none. */
function outsideWindow(
  sides: readonly { readonly documents: readonly DocumentRecord[]; readonly when: string }[]
): OutsideWindow | null {
  const present = sides.map(({ documents, when }) => ({ count: documents.length, when })).filter(isPresent);
  const [first, another] = present;
  if (!first) return null;
  const total = present.reduce((sum, { count }) => sum + count, 0);
  const each = present.map(({ count, when }) => `${countText(count)} văn bản ${when}`);
  return {
    count: `${countText(total)} văn bản ghi ngày ngoài thời gian của đợt báo cáo`,
    when: another ? each.join(", ") : first.when,
  };
}

function isPresent({ count }: { readonly count: number }): boolean {
  return count > 0;
}

function distinctDocuments(records: readonly Reported[]): readonly Reported[] {
  const byIdentity = new Map(
    records.map((record, index) => [identityInProvince(record) ?? `#${index}`, record] as const)
  );
  return [...byIdentity.values()];
}

/** What two units call by the same name without a place ("Đảng uỷ") are two bodies. */
function identityInProvince(record: Reported): string | null {
  const { issuer, unit } = record;
  return documentIdentity(leavesOutPlace(issuer) ? { ...record, issuer: `${issuer} ${unit}` } : record);
}

/** By the symbol; QĐ of a Party body is both Quyết định and Quy định, so the subject decides where it can. */
function typeName({ number, subject }: DocumentRecord): string {
  const opening = comparisonKey(subject);
  const known = [...PARTY_TYPES, ...STATE_TYPES];
  const symbol = number.status === "ok" ? number.parsed.type : null;
  const inUse = symbol === null ? undefined : NAMES_IN_USE[symbol];
  if (inUse !== undefined) return inUse;
  const candidates = symbol === null ? known : known.filter((type) => type.symbol === symbol);
  const named = candidates.find(({ name }) => opening.startsWith(comparisonKey(name)));
  const [first] = candidates;
  // A symbol that stands in no list: what the subject says that it is.
  if (symbol !== null && !first) return typeNamedBy(subject)?.name.toLocaleLowerCase("vi") ?? NO_TYPE;
  if (named) return named.name.toLocaleLowerCase("vi");
  if (!first || symbol === null) return number.status === "ok" ? "công văn" : NO_TYPE;
  const names = [...new Set(candidates.map(({ name }) => name.toLocaleLowerCase("vi")))];
  return names.join(" hoặc ");
}

interface Count {
  readonly name: string;
  readonly count: number;
}

/** The most frequent first; equals by name. */
function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Count[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Spellings of one body (Huyện uỷ, Ban Thường vụ Huyện ủy) are one line, under the first of them. */
function issuersTable(records: readonly DocumentRecord[]): ReportTable {
  const spellings = new Map<string, string>();
  for (const { issuer } of records) {
    const key = bodyKey(issuer);
    if (!spellings.has(key)) spellings.set(key, issuer);
  }
  const issuerOf = ({ issuer }: DocumentRecord): string => spellings.get(bodyKey(issuer)) || NO_ISSUER;
  const lines = countBy(records, issuerOf).map(({ name, count }, index) => {
    const own = records.filter((record) => issuerOf(record) === name);
    const types = countBy(own, typeName).map((type) => `${countText(type.count)} ${type.name}`);
    return { kind: "cells" as const, cells: [String(index + 1), name, types.join(", "), String(count)] };
  });
  return {
    columns: [
      { title: "TT", width: 8, align: "center" },
      { title: "Cơ quan ban hành", width: 34, align: "left" },
      { title: "Loại văn bản", width: 42, align: "left" },
      { title: "Số văn bản", width: 16, align: "center" },
    ],
    rows: [...lines, { kind: "cells", cells: ["", "Cộng", "", String(records.length)], isTotal: true }],
  };
}
