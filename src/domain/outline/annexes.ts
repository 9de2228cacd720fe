/** The annexes: Biểu số 01 and Biểu số 02 of all units, and the communes of today. */
import { type FormId, type FormSpec, type Scheme, STAGES } from "../../schemes/types";
import type { CellValue } from "../grid";
import { cellText } from "../values/cells";
import { formatDate } from "../values/dates";
import { grouped } from "../text/vietnamese";
import type { ReportAnnex, TableColumn, TableRow } from "./document";
import type { ReportSource } from "./source";

export function annexes(source: ReportSource): readonly ReportAnnex[] {
  const { scheme, round, state } = source;
  const forms = scheme.forms.map((form): ReportAnnex => {
    const rows = form.id === "bieu-01" ? state.documents : state.works;
    return {
      label: form.label.replace(/:$/, ""),
      title: form.title.map((line) => line.replace("{period}", round.period)),
      orientation: "landscape",
      table: { columns: form.columns.map(formColumn), rows: rowsByUnit(rows, form, scheme) },
    };
  });
  return [...forms, ...newUnitsAnnex(source)];
}

function formColumn({ title, italic, group, width, kind }: FormSpec["columns"][number]): TableColumn {
  const align = kind === "funds" ? "right" : kind === "text" || kind === "work-title" ? "left" : "center";
  return {
    title,
    width,
    align: kind === "issuer" ? "left" : align,
    ...(italic && { italic }),
    ...(group && { group }),
  };
}

interface UnitRow {
  readonly unit: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** The rows of every unit under its name, numbered anew through the whole table. */
function rowsByUnit(rows: readonly UnitRow[], form: FormSpec, scheme: Scheme): readonly TableRow[] {
  const sorted = scheme.units.flatMap(({ id, name }) => {
    const own = rows.filter(({ unit }) => unit === id);
    return own.map((row, index) => ({ row, heading: index === 0 ? name : null }));
  });
  return sorted.flatMap(({ row, heading }, index): readonly TableRow[] => {
    const cells = form.columns.map(({ key, kind }) =>
      kind === "ordinal" ? String(index + 1) : printed(row.cells[key] ?? null, form.id)
    );
    return [
      ...(heading === null ? [] : [{ kind: "heading" as const, text: heading }]),
      { kind: "cells", cells },
    ];
  });
}

/** Dates and amounts as they are read in Vietnam; texts as they were written. */
function printed(value: CellValue, form: FormId): string {
  if (typeof value === "object" && value !== null && value.kind === "date") return formatDate(value.iso);
  // A year stands alone in Biểu 02; an amount is longer.
  if (typeof value === "number" && form === "bieu-02" && Number.isInteger(value) && value > 9999) {
    return grouped(value);
  }
  return cellText(value).trim();
}

/** Only once the communes of today are in force. */
function newUnitsAnnex({ scheme, progress, asOf }: ReportSource): readonly ReportAnnex[] {
  const { reorganisation } = scheme;
  if (!reorganisation || asOf < reorganisation.from) return [];
  const { newUnits } = progress;
  return [
    {
      label: "Phụ lục",
      title: [
        "CÔNG TRÌNH LỊCH SỬ ĐẢNG BỘ CẤP XÃ THEO XÃ, PHƯỜNG HIỆN NAY",
        `(từ ${formatDate(reorganisation.from)} theo ${reorganisation.clause})`,
      ],
      orientation: "landscape",
      table: {
        columns: [
          { title: "TT", width: 6, align: "center" },
          { title: "Xã, phường hiện nay", width: 26, align: "left" },
          { title: "Xã, phường, thị trấn cũ", width: 60, align: "left" },
          ...STAGES.map((stage) => ({
            title: scheme.stageNames[stage],
            width: 14,
            align: "center" as const,
          })),
        ],
        rows: newUnits.map(({ type, name, former, stages }, index) => ({
          kind: "cells",
          cells: [
            String(index + 1),
            `${type} ${name}`,
            former.map((commune) => `${commune.type} ${commune.name}`).join(", "),
            ...STAGES.map((stage) => (stages[stage] === 0 ? "" : String(stages[stage]))),
          ],
        })),
      },
    },
  ];
}
