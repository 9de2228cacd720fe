import type { FormColumn, FormSpec, Stage } from "../types";

/** Biểu số 01 and Biểu số 02 as printed with Kế hoạch 154-KH/BTGTU (09/5/2023). */
export const forms: readonly FormSpec[] = [
  {
    id: "bieu-01",
    name: "Biểu 01",
    label: "Biểu số 01:",
    title: ["BIỂU TỔNG HỢP VĂN BẢN TRIỂN KHAI THỰC HIỆN", "ĐỀ ÁN 02-ĐA/TU"],
    columns: [
      ordinal("Số thứ tự của văn bản: 1, 2, 3…"),
      column("number", "document-number", "Số văn bản", 20, {
        required: true,
        identifying: true,
        synonyms: [
          "Số, ký hiệu",
          "Số ký hiệu",
          "Số/ký hiệu",
          "Số và ký hiệu",
          "Số hiệu",
          "Số hiệu văn bản",
          "Số KH",
        ],
        help: "Số và ký hiệu, ví dụ 154-KH/BTGTU hoặc 22/2019/NQ-HĐND. Không cần ghi chữ “Số”.",
      }),
      column("date", "document-date", "Thời gian", 14, {
        required: true,
        identifying: true,
        synonyms: [
          "Thời gian ban hành",
          "Ngày ban hành",
          "Ngày tháng",
          "Ngày, tháng, năm",
          "Ngày tháng năm",
          "Ngày",
        ],
        help: "Ngày ban hành, đủ ngày/tháng/năm, ví dụ 25/6/2021.",
      }),
      column("subject", "text", "Trích yếu nội dung văn bản", 60, {
        required: true,
        identifying: true,
        synonyms: ["Trích yếu", "Trích yếu nội dung", "Nội dung văn bản", "Nội dung", "Tên văn bản"],
        help: "Tên loại và trích yếu nội dung, ví dụ: Kế hoạch triển khai thực hiện Đề án số 02-ĐA/TU.",
      }),
      column("issuer", "issuer", "Cơ quan ban hành", 28, {
        required: true,
        identifying: false,
        synonyms: ["Nơi ban hành", "Cơ quan BH", "Đơn vị ban hành", "Cơ quan, đơn vị ban hành"],
        help: "Cơ quan ban hành văn bản, ví dụ: Huyện uỷ Hạ Lang.",
      }),
    ],
  },
  {
    id: "bieu-02",
    name: "Biểu 02",
    label: "Biểu số 02:",
    title: [
      "MỘT SỐ KẾT QUẢ CỤ THỂ",
      "thực hiện các công trình lịch sử theo Đề án số 02-ĐA/TU",
      "giai đoạn {period}",
    ],
    columns: [
      ordinal("Số thứ tự của công trình: 1, 2, 3…"),
      column("title", "work-title", "Tên công trình", 44, {
        required: true,
        identifying: true,
        synonyms: ["Tên công trình lịch sử", "Công trình", "Tên sách", "Tên tác phẩm", "Tên cuốn sách"],
        help: "Tên đầy đủ, ví dụ: Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020.",
      }),
      stage("published", "Đã xuất bản (thời gian)", {
        italic: "(thời gian)",
        synonyms: ["Đã xuất bản", "Xuất bản", "Thời gian xuất bản", "Đã xuất bản (ghi rõ thời gian)"],
        help: "Nếu đã xuất bản: ghi thời gian, ví dụ 15/8/2022, 8/2022, quý III/2022 hoặc 2022. Chưa thì để trống.",
      }),
      stage("appraised", "Đã thông qua Hội đồng thẩm định", {
        synonyms: [
          "Đã thẩm định",
          "Thông qua Hội đồng thẩm định",
          "Đã thông qua HĐ thẩm định",
          "Đã thông qua HĐTĐ",
        ],
        help: "Đánh dấu x hoặc ghi ngày họp Hội đồng thẩm định. Chưa thì để trống.",
      }),
      stage("workshop", "Đã tổ chức hội thảo bản thảo", {
        synonyms: [
          "Đã tổ chức hội thảo",
          "Hội thảo bản thảo",
          "Đã hội thảo",
          "Đã tổ chức Hội thảo (lần 1, lần 2)",
        ],
        help: "Đánh dấu x, hoặc ghi lần và ngày, ví dụ: lần 2, 15/8/2022. Chưa thì để trống.",
      }),
      stage("compiling", "Đang tiến hành biên soạn", {
        synonyms: ["Đang biên soạn", "Đang tiến hành biên soạn, chưa hoàn thành bản thảo", "Đang thực hiện"],
        help: "Đánh dấu x nếu đang biên soạn, chưa hoàn thành bản thảo.",
      }),
      column("funds", "funds", "Kinh phí xã hội hóa", 18, {
        required: false,
        identifying: false,
        synonyms: [
          "Kinh phí XHH",
          "Kinh phí xã hội hóa (đồng)",
          "Kinh phí xã hội hóa (triệu đồng)",
          "Kinh phí xã hội hoá (đ)",
          "Xã hội hóa",
          "Nguồn xã hội hóa",
        ],
        help: "Số tiền huy động ngoài ngân sách, tính bằng đồng, ví dụ 50.000.000. Không có thì để trống.",
      }),
    ],
  },
];

type ColumnOptions = Pick<FormColumn, "required" | "identifying" | "synonyms" | "help">;

function column(
  key: string,
  kind: FormColumn["kind"],
  title: string,
  width: number,
  options: ColumnOptions
): FormColumn {
  return { key, kind, title, width, ...options };
}

function ordinal(help: string): FormColumn {
  return column("ordinal", "ordinal", "TT", 6, {
    required: false,
    identifying: false,
    synonyms: ["STT", "Số TT", "Số thứ tự", "T.T"],
    help,
  });
}

function stage(
  key: Stage,
  title: string,
  options: Pick<FormColumn, "synonyms" | "help" | "italic">
): FormColumn {
  return {
    key,
    kind: "stage",
    stage: key,
    title,
    group: "Mức độ hoàn thành",
    width: 15,
    required: false,
    identifying: key === "published" || key === "compiling",
    ...options,
  };
}
