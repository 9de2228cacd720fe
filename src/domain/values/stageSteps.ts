/** What leads up to a stage and is not the stage itself: a book sent to its publisher is not out yet. */
import type { Stage } from "../../schemes/types";

/** What may stand before the step: "đã được Sở TT&TT cấp phép". */
const LEADS = ["đã", "được", "vừa", "mới", "sở tt&tt", "sở tttt", "sở thông tin và truyền thông"];
/** What has been handed over is still to be decided on or printed, unless it is the book itself: see `BOOK`. */
const HANDED_OVER = ["trình", "gửi", "chuyển", "nộp", "bàn giao"];
const BOOK = ["sách", "các", "cho các", "tặng", "biếu", "đủ", "lưu chiểu", "\\d"];

const STEPS: Readonly<Partial<Record<Stage, RegExp>>> = {
  published: beginningWith([
    ...["xin", "đăng ký", "đề nghị", "làm thủ tục", "hoàn thành thủ tục", "hoàn tất thủ tục"],
    ...["lập hồ sơ", "hoàn thiện hồ sơ", "hoàn thành hồ sơ"],
    ...["cấp phép", "cấp giấy phép", "cấp gpxb", "có giấy phép", "có gpxb"],
    ...["có quyết định xuất bản", "có qđ xuất bản"],
    ...["ký hợp đồng", "ký kết hợp đồng", "hợp đồng", "bố trí kinh phí", "cấp kinh phí", "có kinh phí"],
    ...["duyệt", "phê duyệt", "đọc duyệt", "biên tập", "dàn trang", "chế bản", "thiết kế"],
    ...["đưa in", "đưa đi in", "đưa vào in", "đưa nhà in", "giao in", "giao nhà in", "in bản thảo"],
  ]),
  appraised: beginningWith([
    ...["xin", "đề nghị", "lập hồ sơ", "hoàn thiện hồ sơ", "hoàn thành hồ sơ"],
    ...["thành lập", "có quyết định thành lập", "có qđ thành lập", "ban hành quyết định thành lập"],
  ]),
};

function beginningWith(steps: readonly string[]): RegExp {
  const handedOver = `(?:${HANDED_OVER.join("|")})(?! (?:${BOOK.join("|")}))`;
  return new RegExp(`^(?:(?:${LEADS.join("|")}) )*(?:${[handedOver, ...steps].join("|")})(?!\\p{L})`, "u");
}

/** Whoever publishes, and what is only to be printed. */
const PUBLISHER = /(?<!\p{L})(?:nhà xuất bản|nxb|nhà in|bản in)(?!\p{L})/gu;
/** Words that only a stage which was reached has. */
const OWN_WORDS: Readonly<Partial<Record<Stage, RegExp>>> = {
  published: words(["in", "in ấn", "xuất bản", "xb", "phát hành", "tái bản", "lưu chiểu", "ra mắt"]),
  appraised: words(["thẩm định", "nghiệm thu", "thông qua", "hội đồng"]),
};
/** The step and what came of it in one: "đã chuyển NXB in xong 5/2023". */
const OUTCOMES: Readonly<Partial<Record<Stage, RegExp>>> = {
  published: words(["lưu chiểu", "in xong"]),
  appraised: /(?<!\p{L}|để |chờ |xem xét )thông qua(?!\p{L})/u,
};
/** What "đã" may stand before under "Đã xuất bản" without a word of its own. */
const DONE = words([
  ...["hoàn thành", "hoàn tất", "xong", "đạt", "đủ", "sách", "cuốn", "cấp phát", "phát", "tặng", "trao"],
  ...["công bố", "ra đời", "giới thiệu", "sử dụng", "thực hiện"],
]);
const SAYS_DONE = /^đã (?:được )?\p{L}/u;
/** "Đã có (8/2022)" */
const HAS = /^đã có(?! \p{L})/u;
const MANUSCRIPT = words(["bản thảo"]);

function words(all: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${all.join("|")})(?!\\p{L})`, "u");
}

/** True for a clause in lower case with a word that only a stage which was reached has. */
export function hasOwnWord(clause: string, stage: Stage): boolean {
  return OWN_WORDS[stage]?.test(clause.replace(PUBLISHER, "")) ?? false;
}

/**
 * How a clause in lower case falls short of the stage: `planned`: it says what leads up to it; `unclear`: it says of the
 * manuscript, or of something else under "Đã xuất bản", that it was done; null when it does not.
 */
export function shortfallOf(clause: string, stage: Stage): "planned" | "unclear" | null {
  const steps = STEPS[stage];
  if (steps === undefined) return null;
  if (steps.test(clause)) return OUTCOMES[stage]?.test(clause) ? null : "planned";
  if (hasOwnWord(clause, stage)) return null;
  if (MANUSCRIPT.test(clause)) return "unclear";
  const isOther = stage === "published" && SAYS_DONE.test(clause) && !DONE.test(clause) && !HAS.test(clause);
  return isOther ? "unclear" : null;
}
