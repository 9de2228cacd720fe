import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string, issuer: string) =>
  ofRule(documentFindings(documentRow({ number, issuer })), "document-issuer-mismatch");

test.each([
  ["04-NQ/HU", "Tỉnh uỷ Cao Bằng", "Huyện uỷ"],
  ["35-KH/TU", "Huyện ủy Hạ Lang", "Tỉnh uỷ"],
  ["35-KH/TU", "Thành uỷ Cao Bằng", "Tỉnh uỷ"],
  ["75-KH/ThU", "Huyện uỷ Hạ Lang", "Thành uỷ"],
  ["154-KH/BTGTU", "Tỉnh uỷ Cao Bằng", "Ban Tuyên giáo Tỉnh uỷ"],
  ["154-KH/BTGTU", "Ban Tổ chức Tỉnh uỷ", "Ban Tuyên giáo Tỉnh uỷ"],
  ["35-KH/TU", "Ban Tuyên giáo Tỉnh uỷ", "Tỉnh uỷ"],
  ["02-NQ/ĐU", "Huyện uỷ Hạ Lang", "Đảng uỷ"],
  ["20-CT/TW", "Tỉnh uỷ", "Trung ương"],
  ["04-NQ/HU", "UBND huyện Hạ Lang", "Huyện uỷ"],
  ["594/KH-UBND", "Huyện uỷ Hạ Lang", "Uỷ ban nhân dân"],
  ["07/NQ-HĐND", "Uỷ ban nhân dân huyện", "Hội đồng nhân dân"],
])("%s is not of “%s”", (number, issuer, expected) => {
  const findings = found(number, issuer);
  expect(findings).toMatchObject([{ severity: "warning", cell: "E2", value: issuer }]);
  expect(findings[0]?.message).toContain(` là của ${expected}, `);
});

test.each([
  ["04-NQ/HU", "Huyện ủy Hạ Lang"],
  ["04-NQ/HU", "BTV Huyện uỷ"],
  ["35-KH/TU", "Ban Thường vụ Tỉnh uỷ"],
  ["154-KH/BTGTU", "Ban TG Tỉnh uỷ"],
  ["06-CTr/TU", "Ban Thường vụ Thành ủy Hà Nội"],
  ["04-NQ/TU", "Ban Chấp hành Đảng bộ tỉnh Điện Biên"],
  ["17-KH/BTGDVTU", "Ban Tuyên giáo và Dân vận Tỉnh uỷ"],
  ["12-KH/BTGHU", "Ban Tuyên giáo Huyện uỷ Hạ Lang, tỉnh Cao Bằng"],
  ["31-KH/ĐUQS", "Đảng uỷ Quân sự tỉnh"],
  ["1034/QĐ-UBND", "Chủ tịch UBND tỉnh Lạng Sơn"],
  ["235-KH/BCĐ", "Tỉnh uỷ Cao Bằng"],
  ["411-KH/TWĐTN-BTC", "Ban Chấp hành Trung ương Đoàn"],
  ["12-KH/XQZ", "Huyện uỷ Hạ Lang"],
  ["04-NQ/HU", "Hạ Lang"],
])("%s may be of “%s”", (number, issuer) => {
  expect(found(number, issuer)).toEqual([]);
});

test("real numbers and their issuers agree", () => {
  const lines = readFileSync(join(__dirname, "../../../fixtures/document-numbers.jsonl"), "utf8")
    .trim()
    .split("\n");
  const real = lines
    .map((line) => JSON.parse(line) as { raw: string; issuer?: string })
    .flatMap(({ raw, issuer }) => (issuer ? [documentRow({ number: raw, issuer })] : []));
  expect(real.length).toBeGreaterThan(80);
  expect(ofRule(documentFindings(...real), "document-issuer-mismatch")).toEqual([]);
});
