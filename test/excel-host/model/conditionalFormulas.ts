/** The formulas that Excel itself writes for conditional formats that look at what a cell holds. */
import { formatArea } from "../addresses";
import { areaOf } from "../areas";
import type { Area } from "../spreadsheet/spreadsheet";
import type { TextRule, TopBottomRule } from "./state";

/** The formula for the first cell of the areas, with leading `=`; other cells follow it. */
export function presetFormula(criterion: string, areas: readonly Area[]): string {
  return `=${presetTest(criterion, firstCell(areas), areas.map(absolute))}`;
}

export function textFormula({ operator, text }: TextRule, areas: readonly Area[]): string {
  const cell = firstCell(areas);
  const wanted = `"${text.replaceAll('"', '""')}"`;
  const tests: { readonly [operator in TextRule["operator"]]: string } = {
    Contains: `NOT(ISERROR(SEARCH(${wanted},${cell})))`,
    NotContains: `ISERROR(SEARCH(${wanted},${cell}))`,
    BeginsWith: `LEFT(${cell},LEN(${wanted}))=${wanted}`,
    EndsWith: `RIGHT(${cell},LEN(${wanted}))=${wanted}`,
  };
  return `=${tests[operator]}`;
}

export function topBottomFormula({ rank, type }: TopBottomRule, areas: readonly Area[]): string {
  const cell = firstCell(areas);
  const all = `(${areas.map(absolute).join(",")})`;
  const count = `COUNT${all}`;
  const wanted = type.endsWith("Percent") ? `MAX(1,INT(${count}*${rank}/100))` : `${rank}`;
  const last = `MIN(${wanted},${count})`;
  const limit = type.startsWith("Top") ? `>=LARGE(${all},${last})` : `<=SMALL(${all},${last})`;
  return `=AND(ISNUMBER(${cell}),${cell}${limit})`;
}

function firstCell([area]: readonly Area[]): string {
  return area ? formatArea(areaOf(area.top, area.left, 1, 1)) : "A1";
}

function absolute(area: Area): string {
  return formatArea(area, true);
}

function presetTest(criterion: string, cell: string, ranges: readonly string[]): string {
  const day = `ROUNDDOWN(${cell},0)`;
  const isDay = (test: string): string => `AND(ISNUMBER(${cell}),${test})`;
  const isMonth = (shift: number): string => {
    const month = `EDATE(TODAY(),${shift})`;
    return isDay(`MONTH(${cell})=MONTH(${month}),YEAR(${cell})=YEAR(${month})`);
  };
  const occurrences = ranges.map((range) => `COUNTIF(${range},${cell})`).join("+");
  switch (criterion) {
    case "Blanks":
      return `LEN(TRIM(${cell}))=0`;
    case "NonBlanks":
      return `LEN(TRIM(${cell}))>0`;
    case "Errors":
      return `ISERROR(${cell})`;
    case "NonErrors":
      return `NOT(ISERROR(${cell}))`;
    case "Yesterday":
      return isDay(`${day}=TODAY()-1`);
    case "Today":
      return isDay(`${day}=TODAY()`);
    case "Tomorrow":
      return isDay(`${day}=TODAY()+1`);
    case "LastSevenDays":
      return isDay(`TODAY()-${day}<=6,${day}<=TODAY()`);
    case "LastWeek":
      return isDay(`TODAY()-${day}>=WEEKDAY(TODAY()),TODAY()-${day}<WEEKDAY(TODAY())+7`);
    case "ThisWeek":
      return isDay(`TODAY()-${day}<=WEEKDAY(TODAY())-1,${day}-TODAY()<=7-WEEKDAY(TODAY())`);
    case "NextWeek":
      return isDay(`${day}-TODAY()>7-WEEKDAY(TODAY()),${day}-TODAY()<15-WEEKDAY(TODAY())`);
    case "LastMonth":
      return isMonth(-1);
    case "ThisMonth":
      return isMonth(0);
    case "NextMonth":
      return isMonth(1);
    case "UniqueValues":
      return `AND(LEN(${cell})>0,${occurrences}=1)`;
    case "DuplicateValues":
      return `AND(LEN(${cell})>0,${occurrences}>1)`;
    default:
      return `AND(ISNUMBER(${cell}),${cell}${averageTest(criterion, ranges.join(","))})`;
  }
}

const DEVIATIONS: { readonly [word: string]: number | undefined } = { One: 1, Two: 2, Three: 3 };

/** `AboveAverage`, `EqualOrBelowAverage`, `TwoStdDevAboveAverage`, … */
function averageTest(criterion: string, ranges: string): string {
  const isAbove = criterion.includes("Above");
  const [, word = ""] = /^(One|Two|Three)StdDev/.exec(criterion) ?? [];
  const deviations = DEVIATIONS[word] ?? 0;
  const sign = isAbove ? ">" : "<";
  const equal = criterion.startsWith("EqualOr") ? "=" : "";
  const shift = deviations === 0 ? "" : `${isAbove ? "+" : "-"}${deviations}*STDEV.P(${ranges})`;
  return `${sign}${equal}AVERAGE(${ranges})${shift}`;
}
