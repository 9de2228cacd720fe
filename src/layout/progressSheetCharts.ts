/** `Tiến độ`, part 3: the charts. */
import { STAGES, type Scheme, type Stage } from "../schemes/types";
import { columnArea } from "./look";
import { LAST_COLUMN, type ProgressRows, TARGET, UNIT } from "./progressSheetPlaces";
import type { ChartSpec } from "./sheetSpec";

const STAGE_COLORS: Readonly<Record<Stage, string>> = {
  published: "#1F3864",
  appraised: "#2E75B6",
  workshop: "#9DC3E6",
  compiling: "#D9D9D9",
};
const GOAL_COLOR = "#C00000";
const DONE_COLOR = "#2E75B6";
/** First column of the right chart. */
const MIDDLE = 6;

/** What is furthest stands at the foot of its column; a mark shows how many communes the district must reach. */
export function progressCharts(scheme: Scheme, rows: ProgressRows): readonly ChartSpec[] {
  // Units without communes have no column.
  const districts = scheme.units.filter(({ id }) => scheme.communes.some(({ unit }) => unit === id));
  const from = rows.units + 1;
  const to = rows.units + districts.length;
  const targetRows = { top: rows.targets + 1, bottom: rows.targets + scheme.targets.length };
  return [
    {
      name: "TienDoDonVi",
      title: "Công trình cấp xã theo đơn vị và giai đoạn",
      kind: "stackedColumns",
      categories: columnArea(UNIT.name, from, to),
      series: [
        ...[...STAGES].reverse().map((stage) => ({
          name: scheme.stageNames[stage],
          values: columnArea(UNIT.stages + STAGES.indexOf(stage), from, to),
          color: STAGE_COLORS[stage],
          kind: "chart" as const,
        })),
        {
          name: "Mục tiêu: số xã phải có bản thảo",
          values: columnArea(UNIT.share, from, to),
          color: GOAL_COLOR,
          kind: "marks",
        },
      ],
      categoryTitle: "Đơn vị",
      valueTitle: "Số xã",
      valueFormat: "0",
      valueMinimum: 0,
      area: { top: rows.charts + 1, left: 0, bottom: rows.chartsBottom, right: MIDDLE - 1 },
      description: "Số xã theo giai đoạn của từng đơn vị; vạch đỏ là số xã phải có bản thảo.",
    },
    {
      name: "TienDoChiTieu",
      title: "Tỷ lệ đạt được so với mục tiêu (%)",
      kind: "columns",
      categories: { ...targetRows, left: TARGET.title, right: TARGET.title },
      series: [
        {
          name: "Đã đạt",
          values: { ...targetRows, left: TARGET.percent, right: TARGET.percent },
          color: DONE_COLOR,
          kind: "chart",
        },
        {
          name: "Mục tiêu",
          values: { ...targetRows, left: TARGET.goalPercent, right: TARGET.goalPercent },
          color: GOAL_COLOR,
          kind: "marks",
        },
      ],
      categoryTitle: "Chỉ tiêu",
      valueTitle: "%",
      valueFormat: "0",
      valueMinimum: 0,
      valueMaximum: 100,
      area: { top: rows.charts + 1, left: MIDDLE, bottom: rows.chartsBottom, right: LAST_COLUMN },
      description: "Tỷ lệ đạt được của từng chỉ tiêu; vạch đỏ là mục tiêu của Đề án.",
    },
  ];
}
