import type { FundingFrame } from "../types";

/** What Đề án 02-ĐA/TU plans to spend (part II, IV.2): 22.490.240.000 đ. */
export const funding: FundingFrame = {
  lines: [
    { title: "Công trình cấp tỉnh, cấp huyện và tương đương", count: 9, each: 800_000_000 },
    { title: "Lịch sử Hội Cựu Chiến binh tỉnh", count: 1, each: 350_000_000 },
    { title: "Công trình cấp xã, tỉnh hỗ trợ", count: 146, each: 50_000_000 },
    { title: "Công trình cấp xã, huyện hỗ trợ", count: 146, each: 50_000_000 },
    { title: "Chuyên môn, nghiệp vụ của Ban Tuyên giáo Tỉnh uỷ", count: 1, each: 340_240_000 },
  ],
  communeBook: { cost: 200_000_000, support: 100_000_000 },
  clause: "02-ĐA/TU, phần II, mục IV.2",
};
