import type { Language } from "../findings";
import { fundsUnitOf } from "../forms/fundsUnit";
import type { WorkRecord } from "../records";
import { amountForColumn, formatDong, raisedDong } from "../values/money";
import type { TableHit, TableRule } from "./rule";

/** No contribution is smaller, and none for one book larger: the whole scheme has a frame of 22.490.240.000 đồng. */
const LEAST = 100_000;
const MOST = 10_000_000_000;
/** How far from the middle amount of its column an amount may be, and how many amounts make a middle. */
const TIMES = 20;
const ENOUGH = 4;
const THOUSAND = 1_000;
const MILLION = 1_000_000;

export const fundsOutlier: TableRule = {
  shape: "table",
  id: "funds-outlier",
  severity: "warning",
  forms: ["bieu-02"],
  column: "funds",
  clause: "02-ĐA/TU, IV.2: khung kinh phí của Đề án; đơn vị tính của cột",
  message: {
    vi: "Số tiền {dong} {comparison}. Hãy kiểm tra lại số chữ số 0 và đơn vị tính{guess}.",
    en: "The amount {dong} {comparison}. Check the zeros and the unit{guess}.",
  },
  check: ({ located, works }) => {
    const middle = middleOf(possibleAmounts(works));
    const hits: TableHit[] = [];
    for (const { row, funds } of works) {
      const dong = raisedDong(funds);
      if (dong === null) continue;
      const comparison = comparisonOf(dong, middle);
      if (comparison === null) continue;
      const unit = fundsUnitOf(located);
      hits.push(hitOf(row, dong, comparison, meantAmount(dong, unit, middle), unit));
    }
    return hits;
  },
};

type Texts = Readonly<Record<Language, string>>;

function hitOf(row: number, dong: number, comparison: Texts, meant: number | null, unit: number): TableHit {
  const params = { dong: formatDong(dong), comparison };
  if (meant === null) return { row, params: { ...params, guess: "" } };
  const fix = amountForColumn(meant, unit);
  const guess = { vi: `; có lẽ là ${formatDong(meant)}`, en: `; it is probably ${formatDong(meant)}` };
  return { row, params: { ...params, guess }, fix };
}

function possibleAmounts(works: readonly WorkRecord[]): readonly number[] {
  const amounts: number[] = [];
  for (const { funds } of works) {
    const dong = raisedDong(funds);
    if (dong !== null && isPossible(dong)) amounts.push(dong);
  }
  return amounts;
}

function isPossible(dong: number): boolean {
  return dong >= LEAST && dong <= MOST;
}

/** The middle one of the possible amounts; null when they are too few to compare with. */
function middleOf(amounts: readonly number[]): number | null {
  if (amounts.length < ENOUGH) return null;
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function comparisonOf(dong: number, middle: number | null): Texts | null {
  if (dong < LEAST) return { vi: "quá nhỏ", en: "is too small" };
  if (dong > MOST) return { vi: "quá lớn", en: "is too large" };
  if (middle === null || (dong <= middle * TIMES && dong * TIMES >= middle)) return null;
  const usual = formatDong(middle);
  return dong > middle
    ? {
        vi: `lớn hơn nhiều so với các dòng khác (thường khoảng ${usual})`,
        en: `is far above the other rows (about ${usual})`,
      }
    : {
        vi: `nhỏ hơn nhiều so với các dòng khác (thường khoảng ${usual})`,
        en: `is far below the other rows (about ${usual})`,
      };
}

/** A number of triệu or nghìn in a column in đồng, or the other way round; only where the other rows show it. */
function meantAmount(dong: number, unit: number, middle: number | null): number | null {
  if (middle === null || isPossible(dong)) return null;
  const readings = dong < LEAST ? [dong * THOUSAND, dong * MILLION] : [dong / unit];
  const likeOthers = readings.filter(
    (meant) => isPossible(meant) && meant <= middle * TIMES && meant * TIMES >= middle
  );
  const [only] = likeOthers;
  return only !== undefined && likeOthers.length === 1 && Number.isInteger(only) ? only : null;
}
