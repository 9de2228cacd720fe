import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) => ofRule(documentFindings(documentRow({ number })), "document-number-order");

test.each([
  ["22/CT-TW", "22-CT/TW", "Văn bản của cơ quan Đảng viết số-LOẠI/CƠ QUAN"],
  ["24/KH-BTGTU", "24-KH/BTGTU", "Văn bản của cơ quan Đảng viết số-LOẠI/CƠ QUAN"],
  ["1034-QĐ/UBND", "1034/QĐ-UBND", "Văn bản của cơ quan Nhà nước viết số/LOẠI-CƠ QUAN"],
])("%s is in the order of the other side", (number, fix, form) => {
  expect(found(number)).toMatchObject([
    {
      severity: "warning",
      cell: "B2",
      fix: { value: fix },
      message: expect.stringContaining(form) as unknown,
    },
  ]);
});

test.each(["235-KH/BCĐ", "56/KH-BCĐ", "96/HD-MTTW-BTT", "411-KH/TWĐTN-BTC", "32/CĐ-TW", "1240/QĐ-BTC"])(
  "%s is right: bodies of both sides or unions have the symbol, or the type is the State's",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
