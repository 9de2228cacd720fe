/**
 * Types of documents and their symbols. Party: Quy định 66-QĐ/TW, 399-QĐ/TW and the guidance of the Central Office.
 * State: Nghị định 30/2020/NĐ-CP, Phụ lục III, and the normative documents of the law on their issue.
 */

export interface DocumentType {
  /** Name as it opens a subject: "Kế hoạch". */
  readonly name: string;
  readonly symbol: string;
}

/** In Party symbols QĐ is both Quyết định and Quy định. */
export const PARTY_TYPES: readonly DocumentType[] = types({
  "Nghị quyết": "NQ",
  "Quyết định": "QĐ",
  "Quy định": "QĐ",
  "Chỉ thị": "CT",
  "Kết luận": "KL",
  "Quy chế": "QC",
  "Thông tri": "TT",
  "Hướng dẫn": "HD",
  "Thông báo": "TB",
  "Báo cáo": "BC",
  "Kế hoạch": "KH",
  "Chương trình": "CTr",
  "Đề án": "ĐA",
  "Phương án": "PA",
  "Tờ trình": "TTr",
  "Công văn": "CV",
  "Biên bản": "BB",
});

export const STATE_TYPES: readonly DocumentType[] = types({
  "Nghị quyết": "NQ",
  "Quyết định": "QĐ",
  "Chỉ thị": "CT",
  "Quy chế": "QC",
  "Quy định": "QyĐ",
  "Thông cáo": "TC",
  "Thông báo": "TB",
  "Hướng dẫn": "HD",
  "Chương trình": "CTr",
  "Kế hoạch": "KH",
  "Phương án": "PA",
  "Đề án": "ĐA",
  "Dự án": "DA",
  "Báo cáo": "BC",
  "Biên bản": "BB",
  "Tờ trình": "TTr",
  "Hợp đồng": "HĐ",
  "Công điện": "CĐ",
  "Bản ghi nhớ": "BGN",
  "Bản thỏa thuận": "BTT",
  "Giấy ủy quyền": "GUQ",
  "Giấy mời": "GM",
  "Giấy giới thiệu": "GGT",
  "Giấy nghỉ phép": "GNP",
  "Phiếu gửi": "PG",
  "Phiếu chuyển": "PC",
  "Phiếu báo": "PB",
  "Bản sao y": "SY",
  "Bản trích sao": "TrS",
  "Bản sao lục": "SL",
  "Nghị định": "NĐ",
  "Thông tư": "TT",
  "Thông tư liên tịch": "TTLT",
  "Pháp lệnh": "PL",
  Lệnh: "L",
  "Văn bản hợp nhất": "VBHN",
});

/**
 * Symbols that real documents carry without standing in either list: they are read, and never called wrong.
 * Types agreed between bodies (NQLT, CTPH, KHPH …) are built from an official symbol, see `JOINT_ENDINGS`.
 */
export const SYMBOLS_IN_USE: readonly string[] = [
  ..."QyĐ QĐi QyC QCh QyT QT QTr KHHĐ CTHĐ CTrHĐ CTHĐPH ĐHTT ĐH ĐC TL LT LKG TM GT GĐĐ GCN GXN GP PYC PĐ PT".split(
    " "
  ),
  ..."QĐNS QĐKT QĐKL KLTT TBKL BCTĐ BCTH BCTT BCCT BCĐX TTLB TTr-LS LCT SLT TTLN DT ĐX PX KN KNTC NQĐH ĐLĐ".split(
    " "
  ),
  ..."VB CTĐ CCHC TTTT HDKT KHKT KHGS KHTT HDTT ĐATS TLTT TTCB KCN CL QH TG BCGS BCKT TBKT DM".split(" "),
];

/** What those of them that say it plainly stand for. */
export const NAMES_IN_USE: Readonly<Record<string, string | undefined>> = {
  CTHĐ: "chương trình hành động",
  CTrHĐ: "chương trình hành động",
  QyĐ: "quy định",
  QĐi: "quy định",
  QyC: "quy chế",
  QCh: "quy chế",
  QT: "quy trình",
  KHGS: "kế hoạch giám sát",
  ĐC: "đề cương",
  TM: "thư mời",
};

/** Endings of types that several bodies issue together: liên tịch, liên ngành, liên bộ, phối hợp. */
export const JOINT_ENDINGS: readonly string[] = ["LT", "LN", "LB", "PH", "LS"];

function types(symbolsByName: Readonly<Record<string, string>>): readonly DocumentType[] {
  return Object.entries(symbolsByName).map(([name, symbol]) => ({ name, symbol }));
}
