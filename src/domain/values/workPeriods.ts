/** The years that a work's title covers: "(1930 - 2020)", "từ năm 1946 đến năm 2020". */
import { cleanText } from "../text/normalize";
import { understoodPart } from "../text/understood";

export interface TitlePeriod {
  /** As written. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Years may be mistyped by a digit; other numbers of a title ("tập 1 - 2") are shorter. */
const PERIOD = /(?<!\d)(\d{3,5})\s*(?:[-–—]|đến(?:\s+năm)?)\s*(\d{3,5})(?!\d)/i;

/** The first period of a title; null when it has none. */
export function readTitlePeriod(title: string): TitlePeriod | null {
  const match = PERIOD.exec(cleanText(understoodPart(title)));
  return match ? { text: match[0], from: Number(match[1]), to: Number(match[2]) } : null;
}
