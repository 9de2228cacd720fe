import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkbook } from "../../../../src/domain/check";
import { rules } from "../../../../src/domain/rules";
import { severityOf } from "../../../../src/domain/rules/runRules";
import { deAn02 } from "../../../../src/schemes";
import { RULE_IDS } from "../../../../src/schemes/ruleIds";
import type { Scheme } from "../../../../src/schemes/types";
import { documentsGrid, workbook } from "../../../support/grids";
import { documentRow } from "../../../support/ruleCases";

const strict: Scheme = {
  ...deAn02,
  severities: { "document-number-style": "error", "document-issuer-required": "off" },
};

function findingsIn(scheme: Scheme) {
  const sheets = [documentsGrid([documentRow({ number: "Số: 01-KH/HU", issuer: null })])];
  const options = { scheme, asOf: "2023-06-30", language: "vi" } as const;
  const { findings } = checkWorkbook(workbook({ unit: "ha-lang", sheets }), options);
  return findings.map(({ rule, severity }) => [rule, severity]);
}

test("a scheme makes a rule graver or switches it off", () => {
  expect(findingsIn(deAn02)).toEqual([
    ["document-number-style", "info"],
    ["document-issuer-required", "error"],
  ]);
  expect(findingsIn(strict)).toEqual([["document-number-style", "error"]]);
});

test("without a word of the scheme a rule has its own severity", () => {
  for (const rule of rules) expect(severityOf(rule, { ...deAn02, severities: {} })).toBe(rule.severity);
});

test("the ids that schemes may name are those of the catalogue", () => {
  expect([...RULE_IDS].sort()).toEqual(rules.map(({ id }) => id).sort());
  const source = readFileSync(join(__dirname, "../../../../src/schemes/ruleIds.ts"), "utf8");
  expect(source.match(/"[\w-]+"/g)).toHaveLength(rules.length);
});
