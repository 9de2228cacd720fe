import { deAn02 } from "../../../../src/schemes";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const NAMES = deAn02.communes
  .filter(({ unit }) => unit === "ha-lang")
  .map(({ type, name }) => `${type} ${name}`);
const rows = (titles: readonly string[]) =>
  titles.map((title, index) => workRow({ ordinal: index + 1, title }));
const histories = NAMES.map((name) => `Lịch sử Đảng bộ ${name}`);
const chronicles = NAMES.map((name) => `Biên niên sự kiện lịch sử Đảng bộ ${name}`);

test("fourteen histories for thirteen communes are too many", () => {
  const findings = workFindings(...rows([...histories, "Lịch sử Đảng bộ xã An Lạc (tái bản)"]));
  expect(ofRule(findings, "works-more-than-communes")).toMatchObject([
    {
      severity: "warning",
      cell: "B2",
      value: "14",
      message: expect.stringContaining(
        "Có 14 công trình cấp xã cùng loại nhưng Huyện uỷ Hạ Lang chỉ có 13 xã"
      ) as unknown,
    },
  ]);
});

test("a history and a chronicle for each commune are not", () => {
  expect(ofRule(workFindings(...rows([...histories, ...chronicles])), "works-more-than-communes")).toEqual(
    []
  );
});
