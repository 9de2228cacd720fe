import { documentFindingsOf, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string, date: string) =>
  ofRule(documentFindingsOf(2025, documentRow({ number, date })), "document-issuer-abolished");

test.each(["04-NQ/HU", "75-KH/ThU", "12-KH/BTGHU", "31-TB/VPHU", "02-NQ/TXU"])(
  "%s cannot be issued after 30/6/2025",
  (number) => {
    expect(found(number, "1/7/2025")).toMatchObject([{ severity: "warning", cell: "C2", value: "1/7/2025" }]);
    expect(found(number, "30/6/2025")).toEqual([]);
  }
);

test.each(["35-KH/TU", "02-NQ/ĐU", "154-KH/BTGTU", "594/KH-UBND"])("%s can", (number) => {
  expect(found(number, "1/7/2025")).toEqual([]);
});
