import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readDocumentNumber } from "../../../../src/domain/values/documentNumbers";

interface RealNumber {
  raw: string;
  valid: boolean | "unsure";
  normalized?: string;
}

const realNumbers = readFileSync(join(__dirname, "../../../fixtures/document-numbers.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as RealNumber);

describe("real document numbers", () => {
  test.each(realNumbers.filter((entry) => entry.valid === true))("$raw is clean as it stands", ({ raw }) => {
    expect(readDocumentNumber(raw)).toMatchObject({ status: "ok", clean: raw, noise: [], typeKnown: true });
  });

  test.each(realNumbers.filter((entry) => entry.normalized))(
    "$raw is read as $normalized",
    ({ raw, normalized }) => {
      const reading = readDocumentNumber(raw);
      expect(reading).toMatchObject({ status: "ok", clean: normalized });
      expect(reading.status === "ok" && reading.noise.length).toBeGreaterThan(0);
    }
  );

  test.each(["147-CTHĐ/TU", "29-CV/TC-NV"])("%s can be read, though not cleaned", (raw) => {
    expect(readDocumentNumber(raw)).toMatchObject({ status: "ok", clean: raw });
  });
});

describe("noise that is recovered", () => {
  test.each([
    ["Số: 97-QĐ/TW", "97-QĐ/TW", "prefix"],
    ["235- KH/BCĐ", "235-KH/BCĐ", "spacing"],
    ["861 – CV/ThU", "861-CV/ThU", "dash"],
    ["02-\u00d0A/TU", "02-ĐA/TU", "unicode"],
    ["02-ĐA/TU".normalize("NFD"), "02-ĐA/TU", null],
    ["97-Q\u0110\u00a0/TW", "97-QĐ/TW", "unicode"],
    ["154-kh/btgtu", "154-KH/BTGTU", "case"],
    ["861-CV/Th.U", "861-CV/ThU", "spelling"],
    ["02-ĐA/TƯ", "02-ĐA/TU", "spelling"],
    ["2-ĐA/TU", "02-ĐA/TU", "leading-zero"],
    ["84 QĐ/TWĐTN", "84-QĐ/TWĐTN", "separator"],
    ["24/KH-BTGTU", "24-KH/BTGTU", "order"],
  ])("%s → %s", (raw, clean, noise) => {
    const reading = readDocumentNumber(raw);
    expect(reading).toMatchObject({ status: "ok", clean });
    if (noise) expect(reading).toMatchObject({ noise: expect.arrayContaining([noise]) as unknown });
  });
});

test.each([
  ["159-TB", "incomplete"],
  ["159", "incomplete"],
  ["Chỉ thị số 17", "incomplete"],
  ["Kế hoạch của Huyện uỷ", "unreadable"],
  ["   ", "empty"],
])("%s is %s", (raw, status) => {
  expect(readDocumentNumber(raw).status).toBe(status);
});

test("a state công văn has no type, a normative document has its year", () => {
  expect(readDocumentNumber("238/UBND-KGVX")).toMatchObject({
    parsed: { type: null, issuer: ["UBND", "KGVX"] },
  });
  expect(readDocumentNumber("30a/2008/NQ-CP")).toMatchObject({
    parsed: { suffix: "a", year: "2008", type: "NQ" },
  });
});

test("any text is read without an exception, and a clean form is its own clean form", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^\d{1,4}[-/ ](KH|CV|QĐ)[-/ ][A-Z]{2,5}$/)),
      (text) => {
        const reading = readDocumentNumber(text);
        if (reading.status === "ok") {
          expect(readDocumentNumber(reading.clean)).toMatchObject({ status: "ok", clean: reading.clean });
        }
      }
    )
  );
});
