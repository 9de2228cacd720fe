import { textAt } from "../forms/header";
import type { NearMiss } from "../forms/locate";
import { missingHeadings } from "../forms/nearMiss";
import { rowLikeForm } from "../forms/rowsLikeForm";
import type { MessageParams, SheetHit, SheetRule, UnreadSheet } from "./rule";
import type { Scheme } from "../../schemes/types";

export const sheetNotRead: SheetRule = {
  shape: "sheet",
  id: "sheet-not-read",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Bảng ở dòng {line} trang “{sheet}” không được đọc, không dòng nào của bảng được tính: {reason}. {advice}",
    en: "The table in row {line} of the sheet “{sheet}” is not read and none of its rows counts: {reason}. {advice}",
  },
  check: (sheet, { scheme }) => {
    const { grid, nearMisses, found } = sheet;
    if (nearMisses.length === 0) {
      const place = rowLikeForm(grid, scheme);
      return place === null ? [] : [hitAt(sheet, place.row, place.column, ofRows(scheme))];
    }
    // A timetable has two of the headings, too: once the form is found, the rows must be like its rows.
    return nearMisses
      .filter(({ form }) => !found.has(form) || rowLikeForm(grid, scheme) !== null)
      .map((nearMiss) => ofNearMiss(nearMiss, sheet, scheme));
  },
};

function ofNearMiss(nearMiss: NearMiss, sheet: UnreadSheet, scheme: Scheme): SheetHit {
  const form = scheme.forms.find(({ id }) => id === nearMiss.form);
  const name = form?.name ?? "";
  const missing = form ? missingHeadings(nearMiss, form) : "";
  const params: MessageParams =
    nearMiss.reason === "other-table"
      ? {
          reason: {
            vi: `bảng giống ${name} nhưng có cột của loại bảng khác`,
            en: `it resembles ${name} but has columns of another kind of table`,
          },
          advice: {
            vi: `Nếu đó là ${name}, hãy chỉ định từng cột bằng tay hoặc chép số liệu vào biểu mẫu; nếu là bảng khác thì không cần sửa.`,
            en: `If it is ${name}, map its columns by hand or copy the data into the template; if it is another table, nothing need be done.`,
          },
        }
      : {
          reason: {
            vi: `bảng giống ${name} nhưng không nhận ra cột ${missing}`,
            en: `it resembles ${name} but the column ${missing} was not recognised`,
          },
          advice: {
            vi: "Hãy sửa tiêu đề cột theo mẫu, hoặc chỉ định cột bằng tay.",
            en: "Correct the heading after the template, or map the column by hand.",
          },
        };
  return hitAt(sheet, nearMiss.headerTop, nearMiss.left, params);
}

function ofRows({ forms }: Scheme): MessageParams {
  const names = forms.map(({ name }) => name).join(", ");
  return {
    reason: {
      vi: `các dòng giống dòng của biểu (${names}) nhưng phía trên không có hàng tiêu đề cột nào nhận ra được`,
      en: `the rows are like those of a form (${names}) but there is no heading row above them that is recognised`,
    },
    advice: {
      vi: "Nếu là số liệu của biểu, hãy chép các dòng này vào cuối biểu, hoặc thêm hàng tiêu đề cột đúng như mẫu; nếu không phải thì không cần sửa.",
      en: "If they are data of a form, copy them to the end of the form, or add its heading row after the template; if not, nothing need be done.",
    },
  };
}

function hitAt({ grid }: UnreadSheet, row: number, at: number, params: MessageParams): SheetHit {
  return {
    row,
    at,
    value: textAt(grid, row, at),
    params: { ...params, line: String(row + 1), sheet: grid.sheet },
  };
}
