import type { FileCheck } from "../../../src/domain/check";
import type { Finding } from "../../../src/domain/findings";
import { countBySeverity, findingKey, groupFindings } from "../../../src/taskpane/model/findingGroups";

const finding = (sheet: string, row: number, severity: Finding["severity"] = "error"): Finding => ({
  rule: `rule-${severity}`,
  severity,
  file: "ha-lang.xlsx",
  sheet,
  cell: `C${row}`,
  row,
  column: "Thời gian",
  value: "",
  message: "",
});

const check = (findings: readonly Finding[]): FileCheck => ({
  file: "ha-lang.xlsx",
  format: "excel",
  unit: "ha-lang",
  round: "khao-sat-2023",
  forms: [
    { form: "bieu-01", sheet: "Biểu 01", header: 5, rows: 12 },
    { form: "bieu-02", sheet: "Tổng", header: 4, rows: 3 },
    { form: "bieu-01", sheet: "Tổng", header: 20, rows: 2 },
  ],
  findings,
});

test("findings stand under their sheet by row, the graver first", () => {
  const first = finding("Tổng", 6, "error");
  const second = finding("Tổng", 6, "info");
  const last = finding("Tổng", 21);
  expect(groupFindings(check([last, second, first]))).toEqual([
    { sheet: "Biểu 01", forms: ["bieu-01"], rows: 12, findings: [] },
    { sheet: "Tổng", forms: ["bieu-02", "bieu-01"], rows: 5, findings: [first, second, last] },
  ]);
});

test("a finding on a sheet without a form is not lost", () => {
  const stray = finding("Sheet3", 1);
  expect(groupFindings(check([stray])).at(-1)).toEqual({
    sheet: "Sheet3",
    forms: [],
    rows: 0,
    findings: [stray],
  });
});

test("grouping leaves the check as it was", () => {
  const findings = Object.freeze([finding("Tổng", 9), finding("Tổng", 6)]);
  expect(() => groupFindings(check(findings))).not.toThrow();
  expect(findings.map(({ row }) => row)).toEqual([9, 6]);
});

test("findings are counted by severity", () => {
  const findings = [finding("a", 1), finding("a", 2), finding("a", 3, "warning")];
  expect(countBySeverity(findings)).toEqual({ error: 2, warning: 1, info: 0 });
});

test("a finding is known by rule and place, not by its words", () => {
  const one = finding("a", 1);
  expect(findingKey({ ...one, message: "khác" })).toBe(findingKey(one));
  expect(findingKey({ ...one, cell: "D1" })).not.toBe(findingKey(one));
});
