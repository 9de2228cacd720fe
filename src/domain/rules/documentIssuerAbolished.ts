import type { DocumentNumberReading } from "../values/documentNumbers";
import { NO_HITS, type DocumentRule } from "./rule";

const LAST_DAY_OF_DISTRICTS = "2025-06-30";
/** Committees of districts and of cities and towns within a province, with their boards. */
const DISTRICT_COMMITTEE = /^(?:BTG|BTGDV|BTC|BDV|UBKT|VP|BTV|TV|BCH)?(?:HU|ThU|TXU|TxU)$/;

export const documentIssuerAbolished: DocumentRule = {
  shape: "document",
  id: "document-issuer-abolished",
  severity: "warning",
  column: "date",
  clause: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15: từ 01/7/2025 không còn cấp huyện",
  message: {
    vi: "Văn bản ghi thời gian “{value}”, nhưng sau ngày 30/6/2025 không còn cấp uỷ mang ký hiệu “{symbol}”. Hãy kiểm tra lại ngày và số văn bản.",
    en: "The document is dated “{value}”, but after 30/6/2025 there is no committee with the symbol “{symbol}”. Check date and number.",
  },
  check: ({ number, date }) => {
    const symbol = districtCommittee(number);
    return symbol !== null && date.status === "ok" && date.iso > LAST_DAY_OF_DISTRICTS
      ? [{ params: { symbol } }]
      : NO_HITS;
  },
};

function districtCommittee(number: DocumentNumberReading): string | null {
  const symbol = number.status === "ok" ? number.parsed.issuer[0] : undefined;
  return symbol !== undefined && DISTRICT_COMMITTEE.test(symbol) ? symbol : null;
}
