/** II.2.1.4: funds raised outside the budget, by unit. */
import { percent } from "../progress/percent";
import { dongInWords, countText, grouped, percentText } from "../text/vietnamese";
import { paragraph, type ReportBlock, type ReportTable } from "./document";
import type { ReportSource } from "./source";

export function fundsSection({ scheme, progress }: ReportSource): readonly ReportBlock[] {
  const { planned, raised, units } = progress.funding;
  const plan = planned > 0 ? [paragraph(`Tổng kinh phí dự kiến của Đề án là ${dongInWords(planned)}.`)] : [];
  const raising = units.filter((unit) => unit.raised > 0);
  if (raised === 0) {
    return [...plan, paragraph("Các đơn vị chưa báo cáo kinh phí xã hội hóa huy động được (Biểu số 02).")];
  }
  const works = raising.reduce((sum, unit) => sum + paid(unit.works), 0);
  return [
    ...plan,
    paragraph(
      `Kinh phí xã hội hóa huy động được (ngoài kinh phí do tỉnh, huyện cấp theo Đề án): ${dongInWords(raised)}, cho ${countText(works)} công trình của ${countText(raising.length)} đơn vị:`
    ),
    { kind: "table", table: fundsTable(raising, raised, scheme) },
  ];
}

type UnitFunding = ReportSource["progress"]["funding"]["units"][number];

/** Rows that state more than nothing. */
function paid(works: UnitFunding["works"]): number {
  return works.filter(({ funds }) => (funds ?? 0) > 0).length;
}

function fundsTable(
  units: readonly UnitFunding[],
  raised: number,
  scheme: ReportSource["scheme"]
): ReportTable {
  const lines = units.map((unit, index) => ({
    kind: "cells" as const,
    cells: [
      String(index + 1),
      scheme.units.find(({ id }) => id === unit.unit)?.name ?? unit.unit,
      String(paid(unit.works)),
      grouped(unit.raised),
      percentText(percent(unit.raised, raised)),
    ],
  }));
  const works = units.reduce((sum, unit) => sum + paid(unit.works), 0);
  return {
    columns: [
      { title: "TT", width: 8, align: "center" },
      { title: "Đơn vị", width: 40, align: "left" },
      { title: "Số công trình", width: 15, align: "center" },
      { title: "Kinh phí (đồng)", width: 23, align: "right" },
      { title: "Tỷ trọng", width: 14, align: "right" },
    ],
    rows: [
      ...lines,
      { kind: "cells", cells: ["", "Cộng", String(works), grouped(raised), "100,0%"], isTotal: true },
    ],
  };
}
