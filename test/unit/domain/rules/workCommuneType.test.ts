import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-commune-type");

test("a town is no commune, and the other way round", () => {
  expect(found("Lịch sử Đảng bộ xã Thanh Nhật (1930 - 2020)")).toMatchObject([
    {
      severity: "warning",
      fix: { value: "Lịch sử Đảng bộ thị trấn Thanh Nhật (1930 - 2020)" },
      message:
        "Tên công trình ghi “xã Thanh Nhật”, trong danh mục là thị trấn Thanh Nhật (Hạ Lang). Hãy sửa cho đúng loại đơn vị.",
    },
  ]);
  expect(found("LSĐB P.An Lạc")[0]?.fix).toEqual({ value: "LSĐB xã An Lạc" });
});

test.each(["Lịch sử Đảng bộ thị trấn Thanh Nhật", "Lịch sử Đảng bộ Thanh Nhật", "Lịch sử Đảng bộ xã An Lạc"])(
  "%s is right",
  (title) => {
    expect(found(title)).toEqual([]);
  }
);
