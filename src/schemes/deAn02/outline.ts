import type { OutlineFill, OutlineSection, ReportOutline } from "../types";

/** The outline that Kế hoạch 154-KH/BTGTU (09/5/2023) gives for the report on Đề án 02-ĐA/TU. */
export const outline: ReportOutline = {
  title:
    "Kết quả thực hiện Đề án số 02-ĐA/TU, ngày 25/6/2021 của Tỉnh uỷ về nghiên cứu, biên soạn và xuất bản các ấn phẩm lịch sử đảng bộ địa phương, lịch sử truyền thống ngành giai đoạn 2021 - 2025",
  place: "Cao Bằng",
  authors: [
    {
      from: "2021-06-25",
      superior: "TỈNH UỶ CAO BẰNG",
      name: "BAN TUYÊN GIÁO",
      symbol: "BTGTU",
      signer: "TRƯỞNG BAN",
    },
    {
      from: "2025-02-01",
      superior: "TỈNH UỶ CAO BẰNG",
      name: "BAN TUYÊN GIÁO VÀ DÂN VẬN",
      symbol: "BTGDVTU",
      signer: "TRƯỞNG BAN",
    },
  ],
  recipients: [
    "Thường trực Tỉnh uỷ (báo cáo)",
    "Ban Chỉ đạo Đề án số 02-ĐA/TU cấp tỉnh",
    "Các huyện uỷ, thành uỷ, đảng uỷ trực thuộc Tỉnh uỷ",
    "Lãnh đạo Ban",
    "Lưu Ban",
  ],
  clause: "154-KH/BTGTU, gợi ý đề cương báo cáo",
  sections: [
    section(
      "I",
      "TÌNH HÌNH CÔNG TÁC NGHIÊN CỨU, BIÊN SOẠN VÀ XUẤT BẢN LỊCH SỬ ĐẢNG BỘ TẠI ĐỊA PHƯƠNG TRƯỚC KHI BAN HÀNH ĐỀ ÁN SỐ 02-ĐA/TU",
      { prompts: ["Tình hình đến hết năm 2020"] }
    ),
    section("II", "KẾT QUẢ THỰC HIỆN ĐỀ ÁN SỐ 02-ĐA/TU ({period})", {
      sections: [
        section("1", "Công tác lãnh đạo, chỉ đạo, triển khai thực hiện", {
          fill: "documents",
          prompts: [
            "Việc thành lập, kiện toàn và tổ chức hoạt động của Ban Chỉ đạo, Tổ giúp việc Ban Chỉ đạo",
            "Việc chỉ đạo Đảng uỷ các xã, phường, thị trấn; các văn bản chỉ đạo đã ban hành ở cấp xã",
            "Công tác khảo sát, giám sát",
            "Nhận thức của các cấp uỷ đảng, chính quyền, cán bộ, đảng viên và Nhân dân",
            "Công tác phối hợp, chỉ đạo của các cấp uỷ và ban tuyên giáo các cấp, các ngành",
          ],
        }),
        section("2", "Kết quả triển khai thực hiện các nhiệm vụ theo Đề án", {
          sections: [
            section("2.1", "Công tác triển khai thực hiện", {
              sections: [
                section("2.1.1", "Xây dựng đội ngũ cán bộ làm công tác lịch sử Đảng", {
                  prompts: [
                    "Đội ngũ chuyên môn, chuyên gia, tổ công tác; việc phân công, kiện toàn đội ngũ",
                    "Tập huấn, bồi dưỡng, hướng dẫn chuyên môn, nghiệp vụ; việc sử dụng bộ tài liệu hướng dẫn quy trình",
                  ],
                }),
                section("2.1.2", "Công tác sưu tầm, khai thác tư liệu phục vụ nghiên cứu, biên soạn", {
                  prompts: [
                    "Sưu tầm, tập hợp tư liệu; kế hoạch sưu tầm tư liệu còn thiếu, nhất là giai đoạn 1930 - 1975",
                    "Gặp gỡ, phỏng vấn nhân chứng; ghi chép sự kiện; xác minh, thẩm định, bảo quản, lưu trữ tư liệu",
                    "Số lượng nguồn tư liệu, tài liệu đã khai thác được và việc sử dụng",
                  ],
                }),
                section("2.1.3", "Việc tổ chức nghiên cứu, biên soạn lịch sử", {
                  prompts: [
                    "Cách thức triển khai (đặt hàng, mời đơn vị tư vấn hay tự tổ chức)",
                    "Các hội thảo tư liệu, hội thảo bản thảo; việc thành lập Hội đồng thẩm định và chất lượng thẩm định",
                  ],
                }),
                section("2.1.4", "Về điều kiện cơ sở vật chất - kỹ thuật và kinh phí", {
                  fill: "funds",
                  prompts: ["Cách thức huy động, kinh phí do tỉnh, huyện cấp theo Đề án"],
                }),
              ],
            }),
            section(
              "2.2",
              "Kết quả triển khai nghiên cứu, biên soạn lịch sử đảng bộ địa phương, lịch sử truyền thống ngành (từ khi ban hành Đề án đến nay)",
              { fill: "works" }
            ),
          ],
        }),
        section("3", "Đánh giá chung", {
          sections: [
            section("3.1", "Ưu điểm", { prompts: ["Ưu điểm"] }),
            section("3.2", "Hạn chế, khó khăn, vướng mắc và nguyên nhân", {
              prompts: ["Hạn chế, khó khăn, vướng mắc", "Nguyên nhân"],
            }),
          ],
        }),
      ],
    }),
    section("III", "PHƯƠNG HƯỚNG, NHIỆM VỤ NHỮNG NĂM TIẾP THEO", {
      prompts: ["Phương hướng, nhiệm vụ trọng tâm"],
    }),
    section("IV", "ĐỀ XUẤT, KIẾN NGHỊ", { prompts: ["Đề xuất, kiến nghị (nếu có)"] }),
  ],
};

interface SectionParts {
  readonly fill?: OutlineFill;
  readonly prompts?: readonly string[];
  readonly sections?: readonly OutlineSection[];
}

function section(
  number: string,
  title: string,
  { fill, prompts = [], sections = [] }: SectionParts
): OutlineSection {
  return { number, title, prompts, sections, ...(fill && { fill }) };
}
