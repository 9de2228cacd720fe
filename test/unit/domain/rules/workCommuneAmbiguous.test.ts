import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;

/** In a workbook that says nothing of its unit. */
function found(title: string) {
  const sheets = [worksGrid([workRow({ title })])];
  return ofRule(
    checkWorkbook(workbook({ file: "bieu.xlsx", sheets }), options).findings,
    "work-commune-ambiguous"
  );
}

test("namesakes are listed with their districts", () => {
  expect(found("Lịch sử Đảng bộ xã Đức Long")).toMatchObject([
    {
      severity: "warning",
      message:
        "“Lịch sử Đảng bộ xã Đức Long” có thể là: xã Đức Long (Hòa An); xã Đức Long (Thạch An). Công trình chưa được tính cho xã nào; hãy ghi rõ xã, phường hoặc thị trấn và huyện.",
    },
  ]);
});

test("a commune of the past may be meant as well", () => {
  expect(found("Lịch sử Đảng bộ xã Thái Học")[0]?.message).toContain(
    "xã Thái Học (Bảo Lâm); xã Thái Học (nay thuộc xã Vũ Minh, Nguyên Bình)"
  );
});

test.each(["Lịch sử Đảng bộ xã An Lạc", "Lịch sử Đảng bộ xã Đức Long, huyện Hòa An"])(
  "%s is one",
  (title) => {
    expect(found(title)).toEqual([]);
  }
);

test("namesakes of other districts are not this unit's question", () => {
  const findings = workFindings(workRow({ title: "Lịch sử Đảng bộ xã Đức Long" }));
  expect(ofRule(findings, "work-commune-ambiguous")).toEqual([]);
});
