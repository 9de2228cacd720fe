import type { NamedWork, Target } from "../types";

/** The five targets of Đề án 02-ĐA/TU, part II, II.2.2. */
export const targets: readonly Target[] = [
  {
    id: "province",
    title: "Sách cấp tỉnh đã xuất bản",
    level: "province",
    denominator: 3,
    goal: 3,
    stages: ["published"],
    kinds: ["history", "chronicle", "draft-history", "sector-tradition", "other"],
    works: [
      named(
        "province-dia-ly-lich-su",
        "Địa lý – Lịch sử tỉnh Cao Bằng (tài liệu dùng cho các trường phổ thông)",
        [
          "địa lý lịch sử tỉnh cao bằng",
          "địa lý lịch sử cao bằng",
          "địa lý và lịch sử tỉnh cao bằng",
          "địa lý và lịch sử cao bằng",
        ]
      ),
      named("province-dat-va-nguoi", "Đất và người Cao Bằng", [
        "đất và người cao bằng",
        "đất và con người cao bằng",
      ]),
      named("province-dai-hoi", "Đảng bộ tỉnh Cao Bằng: Từ Đại hội đến Đại hội", ["từ đại hội đến đại hội"]),
    ],
    clause: "02-ĐA/TU, phần II, mục II.2.2 (1), cấp tỉnh",
  },
  {
    id: "district",
    title: "Lịch sử Đảng bộ cấp huyện và tương đương đã xuất bản",
    level: "district",
    denominator: 6,
    goal: 6,
    stages: ["published"],
    kinds: ["history"],
    works: [
      named("district-bao-lac", "Lịch sử Đảng bộ huyện Bảo Lạc", [
        "đảng bộ huyện bảo lạc",
        "đảng bộ và nhân dân huyện bảo lạc",
        "đảng bộ và nhân dân các dân tộc huyện bảo lạc",
      ]),
      named("district-bao-lam", "Lịch sử Đảng bộ huyện Bảo Lâm", [
        "đảng bộ huyện bảo lâm",
        "đảng bộ và nhân dân huyện bảo lâm",
        "đảng bộ và nhân dân các dân tộc huyện bảo lâm",
      ]),
      named("district-trung-khanh", "Lịch sử Đảng bộ huyện Trùng Khánh", [
        "đảng bộ huyện trùng khánh",
        "đảng bộ và nhân dân huyện trùng khánh",
        "đảng bộ và nhân dân các dân tộc huyện trùng khánh",
      ]),
      named("district-cong-an", "Lịch sử Đảng bộ Công an tỉnh Cao Bằng", [
        "công an tỉnh",
        "đảng bộ công an tỉnh",
        "công an nhân dân tỉnh",
        "đảng bộ công an cao bằng",
      ]),
      named("district-quan-su", "Lịch sử Đảng bộ Quân sự tỉnh Cao Bằng", [
        "quân sự tỉnh",
        "bộ chỉ huy quân sự tỉnh",
        "bộ chqs tỉnh",
        "đảng bộ quân sự cao bằng",
      ]),
      named(
        "district-khoi",
        "Lịch sử Đảng bộ Khối cơ quan và doanh nghiệp tỉnh Cao Bằng",
        [
          "khối cơ quan và doanh nghiệp tỉnh",
          "khối các cơ quan và doanh nghiệp tỉnh",
          "khối cơ quan doanh nghiệp tỉnh",
          "khối các cơ quan doanh nghiệp tỉnh",
          "khối cq dn tỉnh",
          "khối cq và dn tỉnh",
        ],
        ["khối cơ quan và doanh nghiệp", "khối các cơ quan và doanh nghiệp", "khối cơ quan doanh nghiệp"]
      ),
    ],
    clause: "02-ĐA/TU, phần II, mục II.2.2 (1), cấp huyện và tương đương",
  },
  {
    id: "commune-manuscript",
    title: "Bản thảo lịch sử Đảng bộ cấp xã hoàn thành",
    level: "commune",
    denominator: 146,
    goal: 146,
    stages: ["workshop", "appraised", "published"],
    rule: "manuscript",
    kinds: ["history", "chronicle", "draft-history"],
    works: [],
    clause: "02-ĐA/TU, phần II, mục II.2.2 (1), cấp xã: bản thảo 146/146",
  },
  {
    id: "commune-published",
    title: "Lịch sử Đảng bộ cấp xã đã xuất bản",
    level: "commune",
    denominator: 146,
    goal: 44,
    stages: ["published"],
    kinds: ["history"],
    works: [],
    clause: "02-ĐA/TU, phần II, mục II.2.2 (1), cấp xã: xuất bản 30% (44/146)",
  },
  {
    id: "sector",
    title: "Lịch sử truyền thống ngành đã xuất bản",
    level: "sector",
    denominator: 5,
    goal: 5,
    stages: ["published"],
    kinds: ["history", "chronicle", "draft-history", "sector-tradition", "other"],
    works: [
      named("sector-ban-to-chuc", "Lịch sử truyền thống Ban Tổ chức Tỉnh uỷ", [
        "ban tổ chức tỉnh uỷ",
        "btc tỉnh uỷ",
        "ban tổ chức tu",
      ]),
      named("sector-van-phong", "Lịch sử truyền thống Văn phòng Tỉnh uỷ", [
        "văn phòng tỉnh uỷ",
        "vp tỉnh uỷ",
        "vptu",
        "văn phòng tu",
      ]),
      named("sector-tinh-doan", "Lịch sử truyền thống Tỉnh Đoàn", [
        "tỉnh đoàn",
        "đoàn thanh niên tỉnh",
        "đoàn tncs hồ chí minh tỉnh",
        "đoàn thanh niên cộng sản hồ chí minh tỉnh",
      ]),
      named(
        "sector-cuu-chien-binh",
        "Lịch sử truyền thống Hội Cựu Chiến binh tỉnh",
        ["hội cựu chiến binh tỉnh", "hội ccb tỉnh"],
        ["hội cựu chiến binh"]
      ),
      named("sector-so-noi-vu", "Lịch sử truyền thống Sở Nội vụ", [
        "sở nội vụ",
        "sở nội vụ tỉnh",
        "ngành nội vụ tỉnh",
      ]),
    ],
    clause: "02-ĐA/TU, phần II, mục II.2.2 (2)",
  },
];

function named(
  id: string,
  title: string,
  matches: readonly string[],
  placeless: readonly string[] = []
): NamedWork {
  return { id, title, matches, placeless };
}
