/** The report as a file: read by another library, and printed by LibreOffice. */
import { strFromU8, unzipSync } from "fflate";
import { buildReport } from "../../../src/domain/outline/buildReport";
import type { ReportDocument } from "../../../src/domain/outline/document";
import { progressReport } from "../../../src/domain/progress/report";
import { writeReport } from "../../../src/files/writeReport";
import { deAn02 } from "../../../src/schemes";
import { sampleState } from "../../unit/layout/sampleState";
import { convert, testWithLibreOffice } from "../files/libreOffice";

const scheme = deAn02;
const asOf = "2023-06-30";
const round = scheme.round("khao-sat-2023")!;

function sampleReport(): ReportDocument {
  const state = sampleState();
  const progress = progressReport(state, { scheme, asOf });
  return buildReport({ state, scheme, round, progress, asOf })!;
}

function documentXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

/** Texts of the runs, in order. */
function texts(xml: string): string {
  return Array.from(xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<\/w:p>/g), ([match]) =>
    match === "</w:p>" ? "\n" : match.replace(/<[^>]*>/g, "")
  ).join("");
}

test("the same report gives the same bytes", async () => {
  const [once, again] = [await writeReport(sampleReport()), await writeReport(sampleReport())];
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
});

test("letterhead, type, gaps and annexes are in the file, in the official font and margins", async () => {
  const bytes = await writeReport(sampleReport());
  const xml = documentXml(bytes);
  const text = texts(xml);
  for (const part of [
    "TỈNH UỶ CAO BẰNG",
    "BAN TUYÊN GIÁO",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "BÁO CÁO",
    "Nơi nhận:",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("MỘT SỐ KẾT QUẢ CỤ THỂ");
  expect(xml.match(/w:highlight w:val="yellow"/g)?.length).toBeGreaterThan(15);
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(2);
  // 20, 15, 20 and 30 mm in twentieths of a point.
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  // Heading rows of every table are repeated, both of Biểu số 02.
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(7);
  const styles = strFromU8(unzipSync(bytes)["word/styles.xml"] ?? new Uint8Array());
  expect(styles).toContain("Times New Roman");
});

test("texts of the districts stay texts: markup, control characters and half characters", async () => {
  const report = sampleReport();
  const nasty = `<w:p>&"a"]]> \u0001\u000b${String.fromCharCode(0xd800)} =1+1`;
  const bytes = await writeReport({
    ...report,
    blocks: [{ kind: "paragraph", runs: [{ text: nasty }] }],
    annexes: [],
  });
  expect(documentXml(bytes)).toContain("&lt;w:p&gt;&amp;");
  expect(documentXml(bytes)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFD]/u);
});

testWithLibreOffice(
  "printed, the body stands upright and the annexes lie, on a sane number of pages",
  async () => {
    const pdf = Buffer.from(convert(await writeReport(sampleReport()), "docx", "pdf")).toString("latin1");
    const boxes = Array.from(
      pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g),
      ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`
    );
    const upright = boxes.filter((box) => box === "595×842").length;
    const lying = boxes.filter((box) => box === "842×595").length;
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length;
    expect(upright + lying).toBe(pages);
    expect(upright).toBeGreaterThanOrEqual(4);
    expect(lying).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThan(40);
  }
);
