/** Of very long texts the beginning is understood, of all others every letter. */
import fc from "fast-check";
import { statedUnits } from "../../../../src/domain/stamp";
import { cleanText, showsNothing } from "../../../../src/domain/text/normalize";
import { keyOfLong, understoodPart } from "../../../../src/domain/text/understood";
import { issuerKey, otherBodyThan } from "../../../../src/domain/values/issuerNames";
import { readStageMark } from "../../../../src/domain/values/stages";
import { isWithoutMarks } from "../../../../src/domain/values/titleSuggestions";
import { readTitlePeriod } from "../../../../src/domain/values/workPeriods";
import { readTitle } from "../../../../src/domain/values/workTitles";
import { deAn02 } from "../../../../src/schemes";
import { grid, workbook } from "../../../support/grids";

const LONG = 2_000;
/** The text behind spaces, as long as may be, or longer by so much. */
const behindSpaces = (text: string, more = 0): string => `${" ".repeat(LONG - text.length + more)}${text}`;

test("texts of up to two thousand characters are understood whole", () => {
  const text = "xã An Lạc".padEnd(LONG, ".");
  expect(understoodPart(text)).toBe(text);
  expect(understoodPart(`${text}z`)).toBe(text);
});

test("texts that differ have different keys, however long they are", () => {
  const key = (text: string) => keyOfLong(text, (part) => part.toLowerCase());
  const begins = "A".repeat(LONG);
  expect(key(begins)).toBe(begins.toLowerCase());
  expect(key(`${begins}B`)).toBe(`${begins.toLowerCase()}B`);
  expect(key(`${begins}C`)).not.toBe(key(`${begins}B`));
});

test("a title", () => {
  const title = behindSpaces("Lịch sử Đảng bộ xã Hồng Trị (1930 - 2020)");
  expect(readTitle(title, deAn02, null).commune?.name).toBe("Hồng Trị");
  expect(readTitlePeriod(title)?.to).toBe(2020);
  const far = behindSpaces("Lịch sử Đảng bộ xã Hồng Trị (1930 - 2020)", LONG);
  expect(readTitle(far, deAn02, null).speaksOfCommune).toBe(false);
  expect(readTitlePeriod(far)).toBeNull();
  expect(isWithoutMarks(behindSpaces("LICH SU DANG BO"))).toBe(true);
  expect(isWithoutMarks(behindSpaces("LICH SU DANG BO", LONG))).toBe(false);
});

test("a mark", () => {
  expect(readStageMark(behindSpaces("đã xuất bản 8/2022"), "published").status).toBe("reached");
  expect(readStageMark(behindSpaces("đã xuất bản 8/2022", LONG), "published").status).toBe("not-reached");
});

test("an issuer", () => {
  const names = "Ban Tuyên giáo Tỉnh uỷ, ".repeat(1_000);
  expect(issuerKey(null, `${names}1`)).not.toBe(issuerKey(null, `${names}2`));
  expect(issuerKey("BTGTU", `${names}1`)).toBe(issuerKey("BTGTU", `${names}2`));
  expect(otherBodyThan("BTCTU", names)).toBe(otherBodyThan("BTCTU", names.slice(0, LONG)));
});

test("the name of a unit", () => {
  const named = (text: string) =>
    statedUnits(workbook({ file: "a.xlsx", sheets: [grid([[text]])] }), deAn02).map(({ unit }) => unit.id);
  const label = "Đơn vị: Huyện uỷ Hạ Lang";
  expect(named(behindSpaces(label))).toEqual(["ha-lang"]);
  expect(named(behindSpaces(label, LONG))).toEqual([]);
});

test("a text shows nothing when nothing is left of it once it is clean", () => {
  const units = fc.constantFrom(
    ..." \t\n\u00a0\u2007\u202f\u200b\u200d\u2060\ufeff\u3000",
    "a",
    "\u0301",
    "Ð"
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: units, maxLength: 4 }), fc.string()), (text) => {
      expect(showsNothing(text)).toBe(cleanText(text) === "");
    })
  );
});
