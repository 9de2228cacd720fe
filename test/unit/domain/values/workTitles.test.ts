import { readTitle } from "../../../../src/domain/values/workTitles";
import { deAn02 } from "../../../../src/schemes";

const read = (title: string, unit: string | null) => readTitle(title, deAn02, unit);

test.each(deAn02.communes)(
  "the history of $type $name is found in its unit, with and without its type",
  (commune) => {
    const { type, name, unit, code } = commune;
    for (const title of [
      `Lịch sử Đảng bộ ${type} ${name} (1930 - 2020)`,
      `LỊCH SỬ ĐẢNG BỘ ${type.toUpperCase()} ${name.toUpperCase()}`,
      `Lịch sử Đảng bộ ${name} giai đoạn 1948 - 2020`,
      `Lịch sử Đảng bộ ${type} ${name}`.normalize("NFD"),
    ]) {
      expect(read(title, unit)).toMatchObject({ kind: "history", level: "commune", commune: { code } });
    }
  }
);

test.each([
  ["Biên niên sự kiện lịch sử Đảng bộ xã An Lạc", "chronicle"],
  ["Sơ thảo lịch sử Đảng bộ xã An Lạc", "draft-history"],
  ["Lịch sử Đảng bộ xã An Lạc", "history"],
  ["Kỷ yếu xã An Lạc", "sector-tradition"],
])("%s is a %s", (title, kind) => {
  expect(read(title, "ha-lang")).toMatchObject({ kind, commune: { name: "An Lạc" } });
});

test("tone marks may stand on either vowel", () => {
  expect(read("Lịch sử Đảng bộ xã Đàm Thủy", "trung-khanh").commune?.name).toBe("Đàm Thuỷ");
});

test("other spellings in use are known", () => {
  expect(read("Lịch sử Đảng bộ xã Phong Nặm", "trung-khanh").commune?.name).toBe("Phong Nậm");
});

test("a name that lives in several districts is decided by the unit, else left open", () => {
  expect(read("Lịch sử Đảng bộ xã Hưng Đạo", "bao-lac").commune).toMatchObject({ unit: "bao-lac" });
  expect(read("Lịch sử Đảng bộ xã Hưng Đạo", null)).toMatchObject({ commune: null, level: "commune" });
  expect(read("Lịch sử Đảng bộ xã Hưng Đạo", null).candidates).toHaveLength(3);
});

test("a commune of another district is named, not lost", () => {
  expect(read("Lịch sử Đảng bộ xã An Lạc", "bao-lac").commune).toMatchObject({ unit: "ha-lang" });
});

test("a district's history is not its town's", () => {
  expect(read("Lịch sử Đảng bộ huyện Trùng Khánh (1930 - 2005)", "trung-khanh")).toMatchObject({
    commune: null,
    namedWork: { id: "district-trung-khanh" },
    level: "district",
  });
  expect(read("Lịch sử Đảng bộ thị trấn Trùng Khánh", "trung-khanh").commune?.type).toBe("thị trấn");
});

test.each([
  [
    "Địa lý - Lịch sử tỉnh Cao Bằng (tài liệu dùng cho các trường phổ thông tỉnh Cao Bằng)",
    "province-dia-ly-lich-su",
  ],
  ["Đất và người Cao Bằng", "province-dat-va-nguoi"],
  ["Đảng bộ tỉnh Cao Bằng: Từ Đại hội đến Đại hội", "province-dai-hoi"],
  ["Lịch sử Đảng bộ Quân sự tỉnh Cao Bằng (1947 - 2020)", "district-quan-su"],
  ["Lịch sử Đảng bộ Công an tỉnh Cao Bằng (1945 - 2020)", "district-cong-an"],
  ["Lịch sử truyền thống Văn phòng Tỉnh ủy", "sector-van-phong"],
])("%s is a work that a target names", (title, id) => {
  expect(read(title, null).namedWork?.id).toBe(id);
});

test("a title that names no commune of the list says so", () => {
  expect(read("Lịch sử Đảng bộ xã Không Có Tên", "ha-lang")).toMatchObject({
    commune: null,
    speaksOfCommune: true,
    candidates: [],
  });
});
