/**
 * How many of `share` a percentage of it stands for: (13, 61.5) → 8. Percentages have one decimal, which is exact
 * for shares below a thousand. Needed where the figures give the percentage only: the books that count toward a
 * target are fewer than the books published (Đề án 02-ĐA/TU counts histories, not chronicles).
 */
export function countOfShare(share: number, percent: number): number {
  return Math.round((share * percent) / 100);
}
