import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-commune-unknown");

test.each(["Lịch sử Đảng bộ xã Không Có Tên", "Lịch sử Đảng bộ xã", "LSĐB P. Nguyễn Du (1930 - 2020)"])(
  "%s names no commune of the province",
  (title) => {
    expect(found(title)).toMatchObject([{ severity: "warning", cell: "B3", value: title }]);
  }
);

test.each([
  "Lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ xã An Lac",
  "Lịch sử Đảng bộ xã Kéo Yên",
  "Lịch sử Đảng bộ huyện Hạ Lang",
  "Lịch sử Bảo hiểm xã hội tỉnh Cao Bằng",
])("%s: another matter or none", (title) => {
  expect(found(title)).toEqual([]);
});
