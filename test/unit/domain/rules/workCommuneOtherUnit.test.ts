import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-commune-other-unit");

test.each([
  ["Lịch sử Đảng bộ xã Canh Tân", "xã Canh Tân (Thạch An) không thuộc Huyện uỷ Hạ Lang."],
  ["Lịch sử Đảng bộ Đề Thám", "phường Đề Thám (Thành phố Cao Bằng) không thuộc Huyện uỷ Hạ Lang."],
  [
    "Lịch sử Đảng bộ xã Đức Long",
    "xã Đức Long (Hòa An) hay xã Đức Long (Thạch An) không thuộc Huyện uỷ Hạ Lang.",
  ],
])("%s is another district's", (title, message) => {
  expect(found(title)).toMatchObject([
    { severity: "error", cell: "B3", value: title, message: expect.stringContaining(message) as unknown },
  ]);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ xã Không Có Tên",
  "Lịch sử Đảng bộ huyện Hạ Lang",
  "Tiểu sử Trần Hưng Đạo",
])("%s is not", (title) => {
  expect(found(title)).toEqual([]);
});
