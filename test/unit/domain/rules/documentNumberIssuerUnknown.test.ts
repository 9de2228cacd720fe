import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-issuer-unknown");

test("a symbol that was never met is a hint, without a fix", () => {
  expect(found("12-KH/XQZ")).toMatchObject([
    { severity: "info", message: expect.stringContaining("“XQZ”") as unknown },
  ]);
  expect(found("12-KH/XQZ")[0]?.fix).toBeUndefined();
});

test.each(["12-KH/BTGTU", "12-KH/BCĐ35", "12-KH/TTCT", "12/KH-XQZ", "411-KH/TWĐTN-BTC"])(
  "%s is no news",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
