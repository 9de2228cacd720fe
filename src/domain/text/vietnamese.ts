/** Numbers as Vietnamese offices write them in running text. */

const NO_BREAK_SPACE = "\u00a0";

/** 22490240000 → `22.490.240.000`. Whole numbers. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** An amount: `50.000.000 đồng`. */
export function dongInWords(amount: number): string {
  return `${grouped(amount)}${NO_BREAK_SPACE}đồng`;
}

/** A percentage with one decimal: 21.9 → `21,9%`, as reports write it. */
export function percentText(percent: number): string {
  return `${percent.toFixed(1).replace(".", ",")}%`;
}

/** A count in a sentence: below 10 with a leading zero, `08`, so that no figure can be put before it. */
export function countText(count: number): string {
  return count < 10 ? `0${count}` : grouped(count);
}
