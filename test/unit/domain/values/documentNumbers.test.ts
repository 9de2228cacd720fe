import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readDocumentNumber } from "../../../../src/domain/values/documentNumbers";
import { numberFindings } from "../../../support/ruleCases";

fc.configureGlobal({ seed: 20210625 });

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

describe("findings on the cell of a real number", () => {
  const findings = numberFindings(realNumbers.map(({ raw }) => raw));
  const onNumber = (raw: string) => findings.get(raw) ?? [];

  test.each(realNumbers.filter((entry) => entry.valid === true))("$raw: none", ({ raw }) => {
    expect(onNumber(raw)).toEqual([]);
  });

  test.each(realNumbers.filter((entry) => entry.valid === "unsure"))(
    "$raw: no error",
    ({ raw, normalized }) => {
      const findings = onNumber(raw);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      if (normalized) expect(findings.map(({ fix }) => fix?.value)).toContain(normalized);
    }
  );

  test.each(realNumbers.filter((entry) => entry.valid === false))(
    "$raw: a warning",
    ({ raw, normalized }) => {
      const findings = onNumber(raw).filter(({ severity }) => severity !== "info");
      expect(findings.length).toBeGreaterThan(0);
      if (normalized) expect(findings.map(({ fix }) => fix?.value)).toContain(normalized);
    }
  );
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
    ["861-CV/Th.U", "861-CV/ThU", "dots"],
    ["02-ĐA/TƯ", "02-ĐA/TU", "letters"],
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

test("a number is read into its parts", () => {
  expect(readDocumentNumber("411-KH/TWĐTN-BTC")).toMatchObject({
    parsed: {
      number: "411",
      suffix: "",
      year: null,
      type: "KH",
      issuer: ["TWĐTN", "BTC"],
      order: "party",
      regime: "union",
    },
  });
  expect(readDocumentNumber("96/HD-MTTW-BTT")).toMatchObject({ parsed: { order: "state", regime: "union" } });
  expect(readDocumentNumber("154-KH/BTGTU")).toMatchObject({ parsed: { order: "party", regime: "party" } });
  expect(readDocumentNumber("22/2019/NQ-HĐND")).toMatchObject({
    parsed: { year: "2019", type: "NQ", issuer: ["HĐND"], order: "state", regime: "state" },
  });
});

test("several documents in one cell are told apart from one", () => {
  expect(readDocumentNumber("01-KH/HU, số 15-CV/HU")).toEqual({
    status: "several",
    numbers: ["01-KH/HU", "15-CV/HU"],
  });
  expect(readDocumentNumber("154-KH/\nBTGTU")).toMatchObject({ status: "ok", clean: "154-KH/BTGTU" });
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

test("a number that is read by its symbols is read as it would be by itself", () => {
  const symbol = fc.oneof(
    fc.constantFrom(
      "KH",
      "kh",
      "CTr",
      "TTr",
      "TTg",
      "QĐ",
      "qđ",
      "BTGTU",
      "ThU",
      "UBND",
      "KGVX",
      "CP",
      "QH",
      "bis",
      "HDND"
    ),
    fc.stringMatching(/^[A-Za-zĐđ]{1,7}$/)
  );
  const written = fc
    .tuple(
      fc.stringMatching(/^\d{1,6}(\/(19|20)\d{2})?$/),
      fc.array(fc.tuple(fc.constantFrom("-", "/"), symbol), { minLength: 1, maxLength: 4 })
    )
    .map(([number, symbols]) => number + symbols.flat().join(""));
  // A space in front changes nothing but the way that the text goes.
  fc.assert(
    fc.property(written, (text) => {
      expect(readDocumentNumber(text)).toEqual(readDocumentNumber(` ${text}`));
    }),
    { numRuns: 2_000 }
  );
});

describe("numbers that are put together", () => {
  const number = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(2, "0"));
  const type = fc.constantFrom(
    "NQ",
    "QĐ",
    "CT",
    "KL",
    "KH",
    "HD",
    "TB",
    "BC",
    "CTr",
    "ĐA",
    "TTr",
    "CV",
    "QC"
  );
  const partyBody = fc.constantFrom(
    "TW",
    "TU",
    "HU",
    "ThU",
    "ĐU",
    "BTGTW",
    "BTGTU",
    "BTGHU",
    "UBKTTU",
    "VPTW",
    "ĐUQS"
  );
  const stateBody = fc.constantFrom("UBND", "HĐND", "BNV", "SVHTTDL", "TTg", "CP", "BTTTT", "UBTVQH15");
  const unit = fc.constantFrom("", "-TH", "-KGVX", "-LLCT");
  const year = fc.integer({ min: 1998, max: 2030 });
  const party = fc.tuple(number, type, partyBody, unit).map(([n, t, body, u]) => `${n}-${t}/${body}${u}`);
  const state = fc.tuple(number, type, stateBody, unit).map(([n, t, body, u]) => `${n}/${t}-${body}${u}`);
  const normative = fc
    .tuple(number, year, fc.constantFrom("NĐ-CP", "NQ-HĐND", "QĐ-UBND", "TT-BNV", "QH15"))
    .map(([n, y, symbol]) => `${n}/${y}/${symbol}`);
  const clean = fc.oneof(party, state, normative);

  const slips: readonly ((text: string) => string)[] = [
    (text) => text.replace(/[-/]/, " $& "),
    (text) => text.replace(/-/, " – "),
    (text) => text.normalize("NFD"),
    (text) => text.replace(/Đ/g, "\u00d0"),
    (text) => text.toLowerCase(),
    (text) => text.replace(/[-/]/, "\\"),
  ];
  const frames: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `Số: ${text}`,
    (text) => `số ${text}.`,
    (text) => `\u00a0${text}\u200b`,
    (text) => `${text} ngày 09/5/2023`,
    (text) => `Kế hoạch số ${text}, ngày 09 tháng 5 năm 2023`,
  ];

  test("are clean", () => {
    fc.assert(
      fc.property(clean, (text) => {
        expect(readDocumentNumber(text)).toMatchObject({
          status: "ok",
          clean: text,
          noise: [],
          typeKnown: true,
        });
      })
    );
  });

  test("are mended from any slip in any frame", () => {
    fc.assert(
      fc.property(clean, fc.constantFrom(...slips), fc.constantFrom(...frames), (text, slip, frame) => {
        const noisy = frame(slip(text));
        expect(readDocumentNumber(noisy)).toMatchObject({ status: "ok", clean: text });
      }),
      { numRuns: 1000 }
    );
  });
});
