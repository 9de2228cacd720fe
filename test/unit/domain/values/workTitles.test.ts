import fc from "fast-check";
import { nameKey } from "../../../../src/domain/values/titleWords";
import { readTitle } from "../../../../src/domain/values/workTitles";
import { deAn02 } from "../../../../src/schemes";
import type { Commune, CommuneType } from "../../../../src/schemes/types";

const read = (title: string, unit: string | null) => readTitle(title, deAn02, unit);

/** A title as officials write it: the type word as given, the tone mark on the other vowel, a period or none. */
const SPELLINGS: Readonly<Record<string, (commune: Commune) => string>> = {
  "as in the list": ({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`,
  "with a period": ({ type, name }) => `Lịch sử Đảng bộ ${type} ${name} giai đoạn 1948 - 2020`,
  "with a period in brackets": ({ type, name }) => `Lịch sử Đảng bộ ${type} ${name} (1930-2020)`,
  capitals: ({ type, name }) => `LỊCH SỬ ĐẢNG BỘ ${type} ${name}`.toUpperCase(),
  "lower case": ({ type, name }) => `lịch sử đảng bộ ${type} ${name}`.toLowerCase(),
  "tone marks on the other vowel": ({ type, name }) => `Lịch sử Đảng bộ ${type} ${otherTonePlace(name)}`,
  "decomposed letters": ({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`.normalize("NFD"),
  "extra spaces": ({ type, name }) => `  Lịch sử  Đảng bộ\u00a0${type}   ${name.replace(" ", "\u00a0 ")} `,
  "type word dropped": ({ name }) => `Lịch sử Đảng bộ ${name} (1930 - 2020)`,
  "type word abbreviated": ({ type, name }) => `Lịch sử Đảng bộ ${ABBREVIATED[type]} ${name}`,
  "all abbreviated": ({ type, name }) => `LSĐB ${ABBREVIATED[type]}${name}, 1930–2020`,
  "with its district": ({ type, name, unit }) =>
    `Lịch sử Đảng bộ ${type} ${name}, ${districtOf(unit)}, tỉnh Cao Bằng`,
  "with the people": ({ type, name }) => `Lịch sử Đảng bộ và nhân dân các dân tộc ${type} ${name}`,
};

const ABBREVIATED: Readonly<Record<CommuneType, string>> = { xã: "X.", phường: "P.", "thị trấn": "TT." };

function otherTonePlace(name: string): string {
  return name
    .replace("oà", "\u0001")
    .replace("òa", "oà")
    .replace("\u0001", "òa")
    .replace("uỷ", "\u0002")
    .replace("ủy", "uỷ")
    .replace("\u0002", "ủy")
    .replace("uỵ", "\u0003")
    .replace("ụy", "uỵ")
    .replace("\u0003", "ụy");
}

function districtOf(unit: string): string {
  const name = deAn02.units.find(({ id }) => id === unit)?.shortName ?? "";
  return unit === "cao-bang" ? name : `huyện ${name}`;
}

describe.each(Object.entries(SPELLINGS))("%s", (_, spell) => {
  test.each(deAn02.communes)("$type $name ($unit)", (commune) => {
    const { unit, code } = commune;
    expect(read(spell(commune), unit)).toMatchObject({
      kind: "history",
      level: "commune",
      commune: { code },
    });
  });
});

test.each(deAn02.communes)("without knowing the unit, $type $name is found or asked about", (commune) => {
  const namesakes = deAn02.communes.filter(({ name }) => name === commune.name);
  const isFormer = deAn02.formerCommunes.some(({ name }) => name === commune.name);
  const { commune: found, candidates } = read(`Lịch sử Đảng bộ ${commune.type} ${commune.name}`, null);
  expect(candidates).toEqual(namesakes);
  expect(found).toEqual(namesakes.length === 1 && !isFormer ? commune : null);
});

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

test.each([
  ["Đất và con người Cao Bằng", "province-dat-va-nguoi"],
  ["Sách “Địa lí – Lịch sử Cao Bằng”", "province-dia-ly-lich-su"],
  ["LSĐB huyện Bảo Lạc (1930-2020)", "district-bao-lac"],
  ["Lịch sử Đảng bộ H. Bảo Lâm", "district-bao-lam"],
  ["Lịch sử Đảng bộ và nhân dân các dân tộc huyện Trùng Khánh", "district-trung-khanh"],
  ["Lịch sử Đảng bộ Khối các cơ quan & doanh nghiệp tỉnh Cao Bằng", "district-khoi"],
  ["Lịch sử Đảng bộ Khối CQ&DN tỉnh", "district-khoi"],
  ["Lịch sử Công an nhân dân tỉnh Cao Bằng", "district-cong-an"],
  ["Lịch sử Ban Tổ chức Tỉnh uỷ Cao Bằng (1930 - 2020)", "sector-ban-to-chuc"],
  ["Lịch sử Hội Cựu chiến binh tỉnh Cao Bằng", "sector-cuu-chien-binh"],
  ["Lịch sử Đoàn TNCS Hồ Chí Minh tỉnh Cao Bằng", "sector-tinh-doan"],
  ["Lịch sử Sở Nội vụ tỉnh Cao Bằng 1945 - 2020", "sector-so-noi-vu"],
])("%s: a target's work by another of its names", (title, id) => {
  expect(read(title, null).namedWork?.id).toBe(id);
});

test.each([
  "Lịch sử Hội Cựu chiến binh huyện Hạ Lang",
  "Lịch sử Hội Cựu chiến binh xã An Lạc",
  "Lịch sử Trường Quân sự tỉnh",
  "Lịch sử Đảng bộ Công an tỉnh Lạng Sơn",
  "Lịch sử Đảng bộ xã Cô Ba, huyện Bảo Lạc",
  "Lịch sử Đảng bộ Công an huyện Bảo Lạc",
])("%s: no work of a target", (title) => {
  expect(read(title, null).namedWork).toBeNull();
});

describe("names of communes inside other names", () => {
  test.each([
    "Tiểu sử Trần Hưng Đạo",
    "Lịch sử Đảng bộ Trường THPT Đề Thám",
    "Lịch sử trường Tiểu học xã An Lạc",
    "Lịch sử Chi bộ xóm Nà Lạn xã An Lạc",
    "Lịch sử Hợp tác xã Thống Nhất",
    "Lịch sử Đảng bộ Bảo hiểm xã hội tỉnh Cao Bằng",
    "Lịch sử Đảng bộ thị xã Cao Bằng (1930 - 2012)",
    "Lịch sử Đảng bộ Công ty cổ phần Quang Trung",
    "Lịch sử Đảng bộ xã Quang Trung Sơn",
    "Lịch sử Đảng bộ Hưng Đạo Vương",
    "Lịch sử Đảng bộ Minh Khai Nguyễn",
    "LỊCH SỬ ĐẢNG BỘ XÃ LÊ LỢI THÀNH",
    "Đồng chí Hoàng Đình Giong với Đảng bộ Thống Nhất",
    "Độc Lập - Tự Do - Hạnh Phúc",
    "Bế Văn Đàn sống mãi",
    "Lịch sử đại đội Lê Lợi",
    "Lịch sử thế kỷ X Quang Trung",
    "Câu lạc bộ Lịch sử xã An Lạc",
    "Lịch sử Đảng bộ Bệnh viện thị trấn Nước Hai",
    "Chiến dịch Đông Khê năm 1950",
    "Chi đội Kim Đồng và phong trào Thiếu nhi",
    "Lịch sử Đảng bộ huyện Nguyên Bình (1930 - 2015)",
    "Lịch sử Đảng bộ Hòa An (1930 - 2020)",
  ])("%s names no commune", (title) => {
    for (const unit of [null, ...deAn02.units.map(({ id }) => id)]) {
      expect(read(title, unit)).toMatchObject({ commune: null, candidates: [] });
    }
  });

  const SYLLABLES = [
    ...new Set(deAn02.communes.flatMap(({ name }) => name.split(" "))),
    ..."Nguyễn Văn Trần Hoàng Nông Lý Thị Hữu Đình Công Ty Trường Tiểu Học Hội Đoàn Viện Lũng Pác Nà Bản Khuổi".split(
      " "
    ),
  ];
  const word = fc.constantFrom(...SYLLABLES);
  /** Two to four syllables that are no commune's name, though they may begin or end with one. */
  const stranger = fc
    .array(word, { minLength: 2, maxLength: 4 })
    .map((words) => words.join(" "))
    .filter((name) => !isSpellingOfCommune(name));
  const bearer = fc.constantFrom(
    "Lịch sử Đảng bộ ",
    "Lịch sử Đảng bộ xã ",
    "LSĐB TT. ",
    "Lịch sử Đảng bộ phường ",
    "Biên niên sự kiện lịch sử Đảng bộ xã ",
    "Sơ thảo lịch sử Đảng bộ "
  );
  const body = fc.constantFrom(
    "Lịch sử Trường THPT ",
    "Lịch sử Đảng bộ Công ty ",
    "Lịch sử Đảng bộ Hợp tác xã ",
    "Tiểu sử đồng chí ",
    "Kỷ yếu Hội thảo ",
    "Lịch sử Chi bộ xóm ",
    "Đất và người ",
    "Truyền thống đại đội ",
    "Lịch sử Đảng bộ huyện ",
    ""
  );
  const anyName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  const tail = fc.constantFrom("", " (1930 - 2020)", " giai đoạn 1948 - 2020", ", huyện Hạ Lang", " tập 2");
  const title = fc
    .oneof(fc.tuple(bearer, stranger, tail), fc.tuple(body, anyName, tail))
    .map((parts) => parts.join(""));
  const style = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.normalize("NFD")
  );

  function isSpellingOfCommune(name: string): boolean {
    const key = nameKey(name);
    const names = deAn02.communes.flatMap((commune) => [commune.name, ...commune.aliases]);
    return names.some((known) => nameKey(known) === key);
  }

  test("no wrong match in 10.000 random titles", () => {
    fc.assert(
      fc.property(
        title,
        style,
        fc.constantFrom(null, ...deAn02.units.map(({ id }) => id)),
        (text, inStyle, unit) => {
          const { commune, candidates } = read(inStyle(text), unit);
          expect([inStyle(text), commune, candidates]).toEqual([inStyle(text), null, []]);
        }
      ),
      { numRuns: 10_000, seed: 20210625 }
    );
  });
});

test("the district that a title states decides a name, and is kept when it contradicts the list", () => {
  expect(read("Lịch sử Đảng bộ xã Hưng Đạo, huyện Bảo Lạc", null).commune).toMatchObject({ unit: "bao-lac" });
  expect(read("Lịch sử Đảng bộ xã Hưng Đạo (Nguyên Bình)", "bao-lac").commune).toMatchObject({
    unit: "nguyen-binh",
  });
  expect(read("Lịch sử Đảng bộ xã An Lạc huyện Trùng Khánh", null)).toMatchObject({
    commune: { unit: "ha-lang" },
    district: { id: "trung-khanh" },
  });
  expect(read("Lịch sử Đảng bộ xã Ngọc Động, huyện Thông Nông", null)).toMatchObject({
    commune: { unit: "ha-quang" },
    formerDistrict: { name: "Thông Nông" },
  });
});

test("communes that were merged away are known, where the unit or the district leads to them", () => {
  expect(read("Lịch sử Đảng bộ xã Nà Sác (1946 - 2019)", "ha-quang")).toMatchObject({
    commune: null,
    candidates: [],
    former: { name: "Nà Sác", successor: "01399" },
    level: "commune",
  });
  // Today's Thái Học lies in Bảo Lâm; Nguyên Bình's is a part of Vũ Minh.
  expect(read("Lịch sử Đảng bộ xã Thái Học", "nguyen-binh")).toMatchObject({
    commune: null,
    former: { name: "Thái Học", unit: "nguyen-binh" },
  });
  expect(read("Lịch sử Đảng bộ xã Thái Học", "bao-lam")).toMatchObject({
    commune: { unit: "bao-lam" },
    former: null,
  });
  expect(read("Lịch sử Đảng bộ xã Thái Học", null)).toMatchObject({
    commune: null,
    former: { unit: "nguyen-binh" },
  });
});

test("several communes in one title are no commune's work", () => {
  for (const title of ["Lịch sử Đảng bộ xã An Lạc và xã Kim Loan", "Lịch sử Đảng bộ xã An Lạc, Kim Loan"]) {
    expect(read(title, "ha-lang")).toMatchObject({ commune: null, several: true });
  }
  expect(read("Lịch sử Đảng bộ xã Cô Ba, Bảo Lạc", null)).toMatchObject({
    commune: { name: "Cô Ba" },
    several: false,
  });
});

test.each([
  ["Lịch sử Đảng bộ các xã Đức Quang, Đồng Loan", "ha-lang"],
  ["Lịch sử Đảng bộ các xã An Lạc và Kim Loan (1930 - 2020)", "ha-lang"],
  ["LỊCH SỬ ĐẢNG BỘ CÁC XÃ AN LẠC, KIM LOAN", "ha-lang"],
  ["Lịch sử các xã An Lạc, Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ hai xã An Lạc và Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ liên xã An Lạc - Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ và nhân dân ba xã An Lạc, Kim Loan, Thị Hoa", "ha-lang"],
  ["Lịch sử Đảng bộ bốn xã An Lạc, Kim Loan, Thị Hoa, Đức Quang", "ha-lang"],
  ["Lịch sử Đảng bộ những xã An Lạc, Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ các xã, thị trấn: Thanh Nhật, An Lạc", "ha-lang"],
  ["Lịch sử Đảng bộ các xã Đức Quag, Đồng Loan", "ha-lang"],
  ["Lịch sử Đảng bộ các phường Hợp Giang, Sông Bằng", "cao-bang"],
  ["Lịch sử Đảng bộ các xã Nà Sác, Kéo Yên", "ha-quang"],
  ["Lịch sử Đảng bộ 02 xã An Lạc, Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ xã Tiên Thành và lịch sử Đảng bộ xã Mỹ Hưng", "quang-hoa"],
  ["Lịch sử Đảng bộ xã Tiên Thành và Đảng bộ Mỹ Hưng", "quang-hoa"],
  ["Lịch sử Đảng bộ xã An Lạc (1930 - 2020) và xã Kim Loan (1945 - 2020)", "ha-lang"],
  ["Lịch sử Đảng bộ xã An Lạc (1930 - 2020), Kim Loan", "ha-lang"],
  ["Lịch sử Đảng bộ xã An Lạc giai đoạn 1930 - 2020, xã Kim Loan giai đoạn 1945 - 2020", "ha-lang"],
  ["Lịch sử Đảng bộ xã An Lạc, huyện Hạ Lang và xã Canh Tân, huyện Thạch An", "ha-lang"],
  ["Lịch sử Đảng bộ xã An Lạc và các xã Kim Loan, Thị Hoa", "ha-lang"],
])("%s: several communes", (title, unit) => {
  expect(read(title, unit)).toMatchObject({
    commune: null,
    former: null,
    several: true,
    speaksOfCommune: true,
    level: "commune",
  });
});

test.each([
  ["Lịch sử Đảng bộ xã An Lạc và các xã lân cận", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc và phong trào cách mạng của nhân dân xã An Lạc", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc - xã anh hùng lực lượng vũ trang", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc (1930 - 2020), huyện Hạ Lang, tỉnh Cao Bằng", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc (tách từ xã Kim Loan)", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc và Hợp tác xã Kim Loan", "An Lạc"],
  ["Văn kiện Đại hội Đảng bộ lần thứ hai xã An Lạc", "An Lạc"],
  ["Lịch sử Đảng bộ xã An Lạc, tập 1, Thống Nhất", "An Lạc"],
])("%s: the commune of %s", (title, name) => {
  expect(read(title, "ha-lang")).toMatchObject({ commune: { name }, several: false });
});

test.each([
  "Lịch sử Đảng bộ các xã vùng cao huyện Hạ Lang",
  "Lịch sử Đảng bộ các cấp xã An Lạc",
  "Lịch sử Đảng bộ Liên xã hội An Lạc",
  "Lịch sử Hợp tác xã liên xã An Lạc, Kim Loan",
  "Lịch sử trường Tiểu học các xã An Lạc, Kim Loan",
  "Lịch sử hai thị xã Cao Bằng, Kim Loan",
  "Lịch sử Bảo hiểm xã hội các xã An Lạc, Kim Loan",
])("%s: no commune, nor several", (title) => {
  expect(read(title, "ha-lang")).toMatchObject({ commune: null, candidates: [], several: false });
});

test("a name that a town shares with its district is marked when the title does not say which", () => {
  expect(read("Lịch sử Đảng bộ Trùng Khánh", "trung-khanh").townOrDistrict).toBe(true);
  expect(read("Lịch sử Đảng bộ thị trấn Trùng Khánh", "trung-khanh").townOrDistrict).toBe(false);
});

test.each([
  ["Lịch sử Đảng bộ xã An Lac", { name: "An Lac", type: "xã", start: 16, end: 25 }],
  ["LSĐB TT. Thanh Nhật (1930 - 2020)", { name: "Thanh Nhật", type: "thị trấn", start: 5, end: 19 }],
])("%s: the place of the name is known", (title, named) => {
  expect(read(title, "ha-lang").named).toEqual(named);
});
