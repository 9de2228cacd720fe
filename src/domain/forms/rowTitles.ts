/** What the title of a row says: that the row adds up others, that it stands above a group of them, or the name of a work. */
import { plainWords } from "../text/normalize";

/** Longer texts name neither a group nor what is added up. */
const LONGEST_TITLE = 120;

const TOTAL =
  /^(?:trong do|tong cong(?! ty(?: |$))|tong so|tong kinh phi|tong tien|tong chung|cong don|cong chung|cong so)(?: |$)/;
/** "Tổng cấp huyện", "Cộng (I+II)"; not "Tổng mục lục", "Tổng kết", nor "Cộng đồng". */
const TOTAL_OF =
  /^(?:tong|cong)(?:$| (?:\d|(?:cap|toan|muc(?! luc)|nhom|phan|cac|huyen|[ivx]+|[a-h])(?: |$)))/;

/** Nearly all rows begin with a number, and titles with another letter. */
const NO_TOTAL = /^[abd-su-z\d]/i;

/** True for a title of a row that adds up others: "Tổng cộng", "Cộng cấp xã". */
export function saysTotal(text: string): boolean {
  if (NO_TOTAL.test(text) || text === "") return false;
  const words = plainWords(text.slice(0, LONGEST_TITLE));
  return TOTAL.test(words) || TOTAL_OF.test(words);
}

const PART_OF_TABLE =
  /(?:^| )(?:trong do|cap [a-z]+|(?:muc|nhom|phan) [a-z\d]+|cac (?:xa|phuong|thi tran|huyen|nganh)|[ivx]+|[a-h])(?= |$)/g;

/** The parts of the table that a total names: `["i", "ii"]` for "Cộng (I+II)"; none for "Tổng cộng". */
export function partsAddedUp(total: string): readonly string[] {
  const words = plainWords(total.slice(0, LONGEST_TITLE));
  return (words.match(PART_OF_TABLE) ?? []).map((part) => part.trim());
}

/** "I. Cấp huyện": the number of a heading and the heading in one cell. */
export const HEADING_WITH_NUMBER = /^(?:[IVX]+|[A-H])[.)]\s+\S/;

/** Words of titles that say of which kind a work is and whose, but not which: no word is two others joined. */
const KINDS_AND_LEVELS = [
  "lich su|bien nien|su kien|so thao|ky yeu|truyen thong|dia chi|van kien|cong trinh|an pham|tai lieu|van ban|cuon|sach",
  "dang bo|dang|chi bo|cap|cac|va|cua|thuoc|khoi|nhom|muc|phan|giai doan|nam",
  "trung uong|tinh|huyen|thanh pho|thi xa|xa|phuong|thi tran|co so|nganh|doan the|don vi|dia phuong|truc thuoc|tuong duong",
  String.raw`\d+|[ivx]+|[a-h]`,
].join("|");
const WITHOUT_NAME = new RegExp(`^(?:(?:${KINDS_AND_LEVELS})(?: |$))+$`);
const LEVEL =
  /(?:^| )(?:cap (?:trung uong|tinh|huyen|thanh pho|thi xa|xa|phuong|thi tran|co so|nganh)|cac (?:cong trinh|xa|phuong|thi tran|huyen|nganh))(?: |$)/;

/** True for a title that names all works of a level and none of its own: "Cấp xã", "Lịch sử Đảng bộ các xã, thị trấn". */
export function namesLevel(title: string): boolean {
  if (title.length > LONGEST_TITLE) return false;
  const words = plainWords(title);
  return LEVEL.test(words) && WITHOUT_NAME.test(words);
}

const WORK =
  /^(?:cuon |sach |cong trinh )?(?:lich su|bien nien|so thao|ky yeu|truyen thong|dia chi|dia ly|van kien|dat va nguoi|hoi ky)(?: |$)/;

/** True for a title that only a work has: "Lịch sử Đảng bộ xã An Lạc". */
export function namesWork(title: string): boolean {
  const text = HEADING_WITH_NUMBER.test(title) ? title.slice(title.search(/\s/)) : title;
  const words = plainWords(text.slice(0, LONGEST_TITLE));
  return WORK.test(words) && !WITHOUT_NAME.test(words);
}
