import type { FormColumn, FormSpec, Stage } from "../types";

/** Shortened words seen in headings. */
const ABBREVIATIONS = {
  VB: "văn bản",
  BH: "ban hành",
  CQ: "cơ quan",
  ĐV: "đơn vị",
  ND: "nội dung",
  CT: "công trình",
  LS: "lịch sử",
  XB: "xuất bản",
  HĐTĐ: "hội đồng thẩm định",
  HĐ: "hội đồng",
  TĐ: "thẩm định",
  HT: "hội thảo",
  BS: "biên soạn",
  KP: "kinh phí",
  XHH: "xã hội hóa",
};

/** Columns of the product's own merged tables. */
const MERGED_ONLY = ["Tệp nguồn", "Trang nguồn", "Dòng nguồn", "Khóa"];

/** Biểu số 01 and Biểu số 02 as printed with Kế hoạch 154-KH/BTGTU (09/5/2023). */
export const forms: readonly FormSpec[] = [
  {
    id: "bieu-01",
    name: "Biểu 01",
    label: "Biểu số 01:",
    title: ["BIỂU TỔNG HỢP VĂN BẢN TRIỂN KHAI THỰC HIỆN", "ĐỀ ÁN 02-ĐA/TU"],
    abbreviations: ABBREVIATIONS,
    otherTables: [
      "Số đến",
      "Ngày đến",
      "Ký nhận",
      "Người ký",
      "Nơi nhận",
      "Nơi nhận văn bản",
      "Đơn vị hoặc người nhận",
      "Đơn vị, người nhận bản lưu",
      "Số lượng bản",
      "Số tờ",
      "Hồ sơ số",
      "Tờ số",
      "Người nhận",
      "Độ mật",
      "Ý kiến chỉ đạo",
      "Hạn xử lý",
      "Hiệu lực",
      "Tình trạng hiệu lực",
      "Ngày có hiệu lực",
      ...MERGED_ONLY,
    ],
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
          "Số",
          "Số VB",
          "Văn bản số",
        ],
        keywords: {
          anyOf: ["số ký hiệu", "số và ký hiệu", "ký hiệu", "số văn bản", "số hiệu", "số kí hiệu"],
          besides: ["số, ký kí hiệu", "của", "các", "văn bản", "tài liệu", "ban hành", "và"],
        },
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
          "Thời điểm ban hành",
          "Ngày ký",
          "Ngày ký ban hành",
        ],
        keywords: {
          anyOf: ["ngày tháng", "ngày ban hành", "thời gian ban hành", "thời điểm ban hành"],
          besides: ["ngày, tháng, năm", "của", "văn bản", "tài liệu", "ban hành", "ký", "thời gian", "ra"],
        },
        help: "Ngày ban hành, đủ ngày/tháng/năm, ví dụ 25/6/2021.",
      }),
      column("subject", "text", "Trích yếu nội dung văn bản", 60, {
        required: true,
        identifying: true,
        synonyms: [
          "Trích yếu",
          "Trích yếu nội dung",
          "Nội dung văn bản",
          "Nội dung",
          "Tên văn bản",
          "Tên gọi văn bản",
          "Nội dung trích yếu",
        ],
        keywords: {
          anyOf: ["trích yếu", "nội dung văn bản", "tên văn bản", "tên loại văn bản"],
          besides: ["tên", "loại", "và", "nội dung", "của", "văn bản", "về việc", "tóm tắt", "tài liệu"],
        },
        help: "Tên loại và trích yếu nội dung, ví dụ: Kế hoạch triển khai thực hiện Đề án số 02-ĐA/TU.",
      }),
      column("issuer", "issuer", "Cơ quan ban hành", 28, {
        required: true,
        identifying: false,
        synonyms: [
          "Nơi ban hành",
          "Cơ quan BH",
          "Đơn vị ban hành",
          "Cơ quan, đơn vị ban hành",
          "Cơ quan",
          "Tác giả",
          "Cấp ban hành",
        ],
        keywords: {
          anyOf: ["cơ quan", "đơn vị ban hành", "nơi ban hành", "cấp ban hành", "tổ chức ban hành"],
          besides: [
            "cơ quan",
            "đơn vị",
            "tổ chức",
            "cấp",
            "nơi",
            "ban hành",
            "ra",
            "văn bản",
            "của",
            "ký",
            "và",
          ],
        },
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
    abbreviations: ABBREVIATIONS,
    otherTables: [
      "Nhà xuất bản",
      "Số trang",
      "Khổ sách",
      "Giá bìa",
      "Số lượng in",
      "Giấy phép",
      ...MERGED_ONLY,
    ],
    columns: [
      ordinal("Số thứ tự của công trình: 1, 2, 3…"),
      column("title", "work-title", "Tên công trình", 44, {
        required: true,
        identifying: true,
        synonyms: [
          "Tên công trình lịch sử",
          "Công trình",
          "Tên sách",
          "Tên tác phẩm",
          "Tên cuốn sách",
          "Tên ấn phẩm",
          "Tên đề tài",
          "Tên các công trình",
        ],
        keywords: {
          anyOf: ["công trình", "tên sách", "tên cuốn sách", "tên ấn phẩm", "tên tác phẩm", "cuốn lịch sử"],
          besides: [
            "tên, các, cuốn, sách, công trình, tác phẩm, ấn phẩm, đề tài",
            "lịch sử, đảng bộ, địa phương, truyền thống, ngành",
            "nghiên cứu, biên soạn, và, của",
          ],
        },
        help: "Tên đầy đủ, ví dụ: Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020.",
      }),
      stage("published", "Đã xuất bản (thời gian)", {
        italic: "(thời gian)",
        synonyms: [
          "Đã xuất bản",
          "Xuất bản",
          "Thời gian xuất bản",
          "Đã xuất bản (ghi rõ thời gian)",
          "Đã phát hành",
          "Đã in",
        ],
        keywords: {
          anyOf: ["xuất bản", "phát hành"],
          besides: [
            "đã, được, in, ấn, và, hoàn thành",
            "thời gian, ngày, tháng, năm, ghi rõ, phát hành, xuất bản",
          ],
        },
        help: "Nếu đã xuất bản: ghi thời gian, ví dụ 15/8/2022, 8/2022, quý III/2022 hoặc 2022. Chưa thì để trống.",
      }),
      stage("appraised", "Đã thông qua Hội đồng thẩm định", {
        synonyms: [
          "Đã thẩm định",
          "Thông qua Hội đồng thẩm định",
          "Đã thông qua HĐ thẩm định",
          "Đã thông qua HĐTĐ",
          "Hội đồng thẩm định",
          "Đã nghiệm thu",
        ],
        keywords: {
          anyOf: ["thẩm định", "nghiệm thu"],
          besides: [
            "đã, được, họp, hội đồng, thông qua, qua, tổ chức, bản thảo",
            "thời gian, ngày, tháng, năm, ghi rõ",
          ],
        },
        help: "Đánh dấu x hoặc ghi ngày họp Hội đồng thẩm định. Chưa thì để trống.",
      }),
      stage("workshop", "Đã tổ chức hội thảo bản thảo", {
        synonyms: [
          "Đã tổ chức hội thảo",
          "Hội thảo bản thảo",
          "Đã hội thảo",
          "Đã tổ chức Hội thảo (lần 1, lần 2)",
          "Hội thảo",
        ],
        keywords: {
          anyOf: ["hội thảo"],
          besides: [
            "đã, được, tổ chức, bản thảo, khoa học, góp ý, lần, và",
            "thời gian, ngày, tháng, năm, ghi rõ",
          ],
        },
        help: "Đánh dấu x, hoặc ghi lần và ngày, ví dụ: lần 2, 15/8/2022. Chưa thì để trống.",
      }),
      stage("compiling", "Đang tiến hành biên soạn", {
        synonyms: [
          "Đang biên soạn",
          "Đang tiến hành biên soạn, chưa hoàn thành bản thảo",
          "Đang thực hiện",
          "Biên soạn",
          "Đang viết",
        ],
        keywords: {
          anyOf: ["đang biên soạn", "đang tiến hành biên soạn", "tiến hành biên soạn", "đang sưu tầm"],
          besides: [
            "đang, tiến hành, biên soạn, sưu tầm, tài liệu, và, nghiên cứu",
            "chưa, hoàn thành, xong, bản thảo",
          ],
        },
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
          "Kinh phí ngoài ngân sách",
          "Kinh phí huy động",
        ],
        keywords: {
          anyOf: ["xã hội hóa"],
          besides: [
            "số, tiền, kinh phí, nguồn, vốn, từ, huy động, được, do, ngoài, ngân sách",
            "đơn vị tính, đvt, đồng, nghìn, ngàn, triệu, tỷ, vnđ, vnd, đ, trđ, tr",
          ],
        },
        help: "Số tiền huy động ngoài ngân sách, tính bằng đồng, ví dụ 50.000.000. Không có thì để trống.",
      }),
    ],
  },
];

type ColumnOptions = Pick<FormColumn, "required" | "identifying" | "synonyms" | "keywords" | "help">;

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
    synonyms: ["STT", "Số TT", "Số thứ tự", "T.T", "Thứ tự"],
    help,
  });
}

function stage(
  key: Stage,
  title: string,
  options: Pick<FormColumn, "synonyms" | "keywords" | "help" | "italic">
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
