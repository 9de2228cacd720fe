import type { Round } from "../types";
import { units } from "./units";

const SCHEME_START = "2021-06-25";

/**
 * The survey of 2023. The window runs "từ khi ban hành Đề án đến thời điểm khảo sát" and the survey took place "trong
 * tháng 5 và đầu tháng 6/2023", taken here as up to 10/6/2023. "Trước ngày 20/5/2023" makes 19/5 the last day.
 */
const survey2023: Round = {
  id: "khao-sat-2023",
  name: "Khảo sát 02 năm thực hiện Đề án (2023)",
  period: "2021 - 2023",
  from: SCHEME_START,
  cutOff: "2023-06-10",
  lastDay: "2023-05-19",
  required: [
    "cao-bang",
    "quang-hoa",
    "hoa-an",
    "thach-an",
    "nguyen-binh",
    "ha-quang",
    "trung-khanh",
    "ha-lang",
  ],
  clause: "154-KH/BTGTU, mục II.2 và II.3",
};

const FIRST_YEAR = 2021;
const LAST_YEAR = 2030;
const ANNUAL_ID = /^hang-nam-(\d{4})$/;

/** Annual reports are due "trước ngày 15/12 hằng năm" (02-ĐA/TU, part III.1): the last day is 14/12. */
function annualRound(year: number): Round {
  return {
    id: `hang-nam-${year}`,
    name: `Báo cáo năm ${year}`,
    period: year === FIRST_YEAR ? `${FIRST_YEAR}` : `${FIRST_YEAR} - ${year}`,
    from: SCHEME_START,
    cutOff: `${year}-12-14`,
    lastDay: `${year}-12-14`,
    required: units.map((unit) => unit.id),
    clause: "02-ĐA/TU, phần III, mục 1",
  };
}

/** The round with this id; annual rounds exist for 2021 to 2030. */
export function roundById(id: string): Round | undefined {
  if (id === survey2023.id) return survey2023;
  const year = Number(ANNUAL_ID.exec(id)?.[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? annualRound(year) : undefined;
}

/** Rounds to choose from on a day, the most recent first: every annual round up to that year, and the survey. */
export function roundsFor(today: string): readonly Round[] {
  const year = Math.min(Math.max(Number(today.slice(0, 4)), FIRST_YEAR), LAST_YEAR);
  const annual = Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => annualRound(year - index));
  return [...annual, survey2023].sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
}
