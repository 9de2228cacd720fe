import fc from "fast-check";
import { printedCheck } from "../../../src/cli/output";
import { printable, printableJson } from "../../../src/cli/printable";
import type { FileCheck } from "../../../src/domain/check";
import { translator } from "../../../src/i18n";

const OBEYED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

test("what people write stays as it is", () => {
  const line = "  LỖI Biểu 01!C7: “31/4/2023” · Hạ Lang → 👨‍👩‍👧 50.000.000 đ";
  expect(printable(line)).toBe(line);
});

test.each([
  ["a colour", "a\u001b[31mb", "a\ufffd[31mb"],
  ["the same in one character", "a\u009b31mb", "a\ufffd31mb"],
  ["a title of the window", "\u001b]0;x\u0007", "\ufffd]0;x\ufffd"],
  ["rubbing out", "a\b\u007fb", "a\ufffd\ufffdb"],
  ["lines", "a\r\nb\u0085c\u2028d\te", "a  b c d e"],
  ["letters turned round", "d\u202ecod.\u2066x\u2069", "d\ufffdcod.\ufffdx\ufffd"],
])("%s is not obeyed", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(JSON.parse(printableJson(JSON.stringify({ [text]: text })))).toEqual({ [text]: text });
});

test("JSON says the same, and nothing of it is obeyed", () => {
  const texts = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(texts, (text) => {
      const json = printableJson(JSON.stringify(text));
      expect(json).not.toMatch(OBEYED);
      expect(JSON.parse(json)).toBe(text);
    })
  );
});

test("no name and no cell of a file breaks the lines of its check", () => {
  const evil = "x\u001b[2J\u009b31m\n  LỖI giả mạo\u202e";
  const finding = { sheet: evil, cell: "A1", value: evil, message: evil, fix: { value: evil } };
  const check = {
    file: evil,
    unit: null,
    forms: [{ form: "bieu-01", sheet: evil, rows: 1 }],
    findings: [{ severity: "error", ...finding }],
    error: { code: "damaged", message: evil },
  } as unknown as FileCheck;
  const lines = new TextDecoder().decode(printedCheck(check, "lines", translator("vi")).text).split("\n");
  expect(lines.map((line) => /^ */.exec(line)?.[0])).toEqual(["", "  ", "  ", ""]);
  expect(lines.join("")).not.toMatch(OBEYED);
  const json = new TextDecoder().decode(printedCheck(check, "json", translator("vi")).text);
  expect(json).not.toMatch(OBEYED);
  expect(JSON.parse(json)).toMatchObject({ file: evil, findings: [finding] });
});
