import { rules } from "../src/domain/rules";
import type { Rule } from "../src/domain/rules/rule";
import { deAn02, type FormSpec } from "../src/schemes";

const SEVERITY_NAMES = {
  error: "lỗi (error)",
  warning: "cảnh báo (warning)",
  info: "gợi ý (info)",
} as const;

/** The page docs/rules.md: one section for each rule of the catalogue, in its order. */
export function describeRules(): string {
  const head = [
    "# Danh mục quy tắc kiểm tra",
    "",
    "Trang này được tạo từ mã nguồn bằng `npm run docs:rules`; đừng sửa tay. Mỗi quy tắc là một tệp trong",
    "`src/domain/rules/`. Mức độ theo RFC 2119: *lỗi* là biểu chưa thể nhận, *cảnh báo* là cần xem lại, *gợi ý* là về",
    "cách trình bày. Chữ trong ngoặc nhọn được thay bằng số liệu của ô. Mỗi đề án có thể đặt mức độ khác hoặc tắt từng quy",
    "tắc (`severities` của đề án trong `src/schemes/`).",
    "",
    `Có ${rules.length} quy tắc.`,
    "",
  ];
  return [...head, ...rules.flatMap(describeRule)].join("\n");
}

function describeRule(rule: Rule): string[] {
  return [
    `## ${rule.id}`,
    "",
    `- Mức độ: ${SEVERITY_NAMES[rule.severity]}`,
    `- Áp dụng: ${formsOf(rule)
      .map((form) => placeOf(form, rule))
      .join("; ")}`,
    `- Căn cứ: ${rule.clause}`,
    `- Thông báo: ${rule.message.vi}`,
    `- English: ${rule.message.en}`,
    "",
  ];
}

function formsOf(rule: Rule): readonly FormSpec[] {
  const ids = "forms" in rule ? rule.forms : [rule.shape === "document" ? "bieu-01" : "bieu-02"];
  return deAn02.forms.filter(({ id }) => ids.includes(id));
}

function placeOf(form: FormSpec, rule: Rule): string {
  const title = form.columns.find(({ key }) => key === rule.column)?.title;
  return title ? `${form.name}, cột “${title}”` : form.name;
}
