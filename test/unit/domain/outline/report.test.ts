import { emptyState } from "../../../../src/domain/merge/plan";
import type { MergedState, MergedWork } from "../../../../src/domain/merge/state";
import { buildReport } from "../../../../src/domain/outline/buildReport";
import { gapText, type ReportDocument, type ReportTable } from "../../../../src/domain/outline/document";
import { plainText } from "../../../../src/domain/outline/plainText";
import { progressReport } from "../../../../src/domain/progress/report";
import { percentText } from "../../../../src/domain/text/vietnamese";
import { deAn02 } from "../../../../src/schemes";
import type { WorkKind } from "../../../../src/schemes/types";
import { sampleState } from "../../layout/sampleState";

const scheme = deAn02;
const round = scheme.round("khao-sat-2023")!;

function reportOf(state: MergedState, asOf = "2023-06-30"): ReportDocument {
  const progress = progressReport(state, { scheme, asOf });
  const report = buildReport({ state, scheme, round, progress, asOf });
  if (!report) throw new Error("no report");
  return report;
}

const sample = sampleState();
const progress = progressReport(sample, { scheme, asOf: "2023-06-30" });
const report = reportOf(sample);
const text = plainText(report);

function tables(document: ReportDocument): readonly ReportTable[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
}

function rowsOf(table: ReportTable | undefined): readonly (readonly string[])[] {
  return (table?.rows ?? []).map((row) => (row.kind === "cells" ? row.cells : [row.text]));
}

test("the outline of 154-KH/BTGTU, from I to IV", () => {
  const headings = report.blocks.flatMap((block) =>
    block.kind === "heading" ? [`${block.level} ${block.text.split(". ")[0]}`] : []
  );
  expect(headings).toEqual([
    "1 I",
    "1 II",
    "2 1",
    "2 2",
    "3 2.1",
    "4 2.1.1",
    "4 2.1.2",
    "4 2.1.3",
    "4 2.1.4",
    "3 2.2",
    "2 3",
    "3 3.1",
    "3 3.2",
    "1 III",
    "1 IV",
  ]);
  expect(text).toContain("II. KẾT QUẢ THỰC HIỆN ĐỀ ÁN SỐ 02-ĐA/TU (2021 - 2023)");
});

test("numbers of the targets are those of progress", () => {
  const [, , targets] = tables(report);
  expect(rowsOf(targets)).toEqual(
    progress.targets.map((figure) => [
      scheme.targets.find(({ id }) => id === figure.id)?.title,
      `${figure.done}/${figure.denominator}`,
      percentText(figure.percent),
      `${figure.goal}/${figure.denominator} (${percentText(figure.goalPercent)})`,
      expect.stringMatching(figure.met ? /^Đạt$/ : /^Chưa đạt, còn thiếu \d+$/),
    ])
  );
});

test("numbers of the districts are those of progress, provisional ones marked", () => {
  const [, , , units] = tables(report);
  const rows = rowsOf(units);
  for (const figure of progress.units.filter(({ share }) => share > 0)) {
    const name = scheme.units.find(({ id }) => id === figure.unit)?.name ?? "";
    const mark = figure.provisional ? "*" : "";
    expect(rows.find(([first]) => first === name)).toEqual([
      name,
      String(figure.share),
      String(figure.stages.compiling),
      String(figure.stages.workshop),
      String(figure.stages.appraised),
      String(figure.stages.published),
      `${percentText(figure.manuscriptPercent ?? 0)}${mark}`,
      `${percentText(figure.publishedPercent ?? 0)}${mark}`,
    ]);
  }
  expect(text).toContain("(*) Tạm tính");
});

describe("published books that count for no percentage of published ones", () => {
  const [work] = sample.works.filter(({ facts }) => facts.stage === "published" && facts.kind === "history");
  const books = (unit: string, kinds: readonly WorkKind[]) => {
    const communes = scheme.communes.filter((commune) => commune.unit === unit && !commune.hadBookBefore);
    return kinds.map((kind, index): MergedWork => {
      const { code, name } = communes[index]!;
      return {
        ...work!,
        unit,
        key: `xa-${code}|${kind}`,
        cells: { ...work!.cells, title: `${kind} xã ${name}` },
        facts: { ...work!.facts, kind, commune: code, subject: `xa-${code}`, exclusion: null },
      };
    });
  };
  const linesOf = (works: readonly MergedWork[]) => plainText(reportOf({ ...sample, works })).split("\n");
  const lineWith = (lines: readonly string[], part: string) => lines.filter((line) => line.includes(part));

  test("are told of beside the percentages of the unit and under the table", () => {
    const works = [
      ...books("ha-lang", ["history", "history", "chronicle"]),
      ...books("hoa-an", ["chronicle", "draft-history"]),
    ];
    const lines = linesOf(works);
    expect(lineWith(lines, "Huyện uỷ Hạ Lang: ")[0]).toMatch(
      /xuất bản 2\/\d+ xã \([^)]+\); trong 03 cuốn đã xuất bản có 01 cuốn biên niên không tính vào tỷ lệ xuất bản\.$/
    );
    expect(lineWith(lines, "Huyện uỷ Hòa An: ")[0]).toMatch(
      /xuất bản 0\/\d+ xã \([^)]+\); cả 02 cuốn đã xuất bản là biên niên, sơ thảo, không tính vào tỷ lệ xuất bản\.$/
    );
    expect(lineWith(lines, "Cột “Đã xuất bản")).toEqual([
      "Cột “Đã xuất bản” gồm cả 03 cuốn biên niên, sơ thảo không tính vào tỷ lệ xuất bản (chỉ tiêu này tính sách lịch sử Đảng bộ): Huyện uỷ Hạ Lang 01, Huyện uỷ Hòa An 02; toàn tỉnh 03.",
    ]);
  });

  test("of a body without communes have a row, and a note that says whose they are", () => {
    const works = books("ha-lang", ["history", "history"]).map((book) => ({ ...book, unit: "quan-su" }));
    const written = reportOf({ ...sample, works });
    const rows = rowsOf(tables(written).find(({ columns }) => columns[0]?.title === "Đơn vị"));
    expect(rows.find(([unit]) => unit === "Đảng uỷ Quân sự tỉnh")).toEqual(
      expect.arrayContaining(["0", "2"])
    );
    expect(lineWith(plainText(written).split("\n"), "do đơn vị không có xã")).toEqual([
      expect.stringContaining("Đảng uỷ Quân sự tỉnh 02."),
    ]);
  });

  test("are not spoken of where there are none", () => {
    const lines = linesOf(books("ha-lang", ["history", "history"]));
    expect(lineWith(lines, "không tính vào tỷ lệ xuất bản")).toEqual([]);
  });
});

test("funds by unit sum to the total of progress", () => {
  const [, funds] = tables(report);
  const rows = rowsOf(funds);
  const amounts = rows.slice(0, -1).map((row) => Number(row[3]?.replace(/\./g, "")));
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(progress.funds);
  expect(text).toContain("22.490.240.000");
});

test("every work that counts is named under its district, and what does not count says why", () => {
  for (const unit of progress.units.filter(({ share }) => share > 0)) {
    for (const { title } of unit.rows.published) expect(text).toContain(title);
  }
  expect(text).toContain("Công trình không tính vào chỉ tiêu");
  expect(text).toContain("Xã đã có sách trước 2021");
});

test.each([
  ["Lịch sử Đảng bộ xã Cô Ngân.", "Lịch sử Đảng bộ xã Cô Ngân"],
  ["Lịch sử Đảng bộ xã Cô Ngân . ", "Lịch sử Đảng bộ xã Cô Ngân"],
  ["Lịch sử Đảng bộ xã Cô Ngân…", "Lịch sử Đảng bộ xã Cô Ngân…"],
  ["Lịch sử Đảng bộ xã Cô Ngân...", "Lịch sử Đảng bộ xã Cô Ngân..."],
])("a title that ends “%s” ends its sentence and stands in a list without a second stop", (title, listed) => {
  const works = sample.works.map((work) => ({ ...work, cells: { ...work.cells, title } }));
  const written = plainText(reportOf({ ...sample, works }));
  const stop = /[.…]$/.test(listed) ? "" : ".";
  const lines = written.split("\n").filter((line) => line.startsWith("+ ") || line.includes("Đã xuất bản: "));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line).toMatch(/Ngân(?:…|\.{1,3})(?: Chưa xuất bản: .*\.)?$/);
  expect(written).toContain(`: ${listed}${stop}\n`);
  expect(written).toContain(`${listed}; ${listed}`);
});

test("the same document reported by several units counts once", () => {
  const [first] = sample.documents;
  const twice = reportOf({ ...sample, documents: [first!, { ...first!, unit: "thach-an" }] });
  const [documents] = tables(twice);
  expect(rowsOf(documents)).toEqual([
    ["1", "Huyện uỷ Hạ Lang", "01 kế hoạch", "1"],
    ["", "Cộng", "", "1"],
  ]);
  expect(plainText(twice)).toContain("01 lượt báo cáo trùng");
});

type Document = MergedState["documents"][number];

function documentWith(unit: string, cells: Document["cells"]): Document {
  const [first] = sample.documents;
  return { ...first!, unit, key: JSON.stringify([unit, cells]), cells: { ...first!.cells, ...cells } };
}

/** A document of 25/6/2021. */
function issued(unit: string, number: string, issuer: string | null): Document {
  return documentWith(unit, { number, date: "25/6/2021", subject: "Nghị quyết", issuer });
}

test("a document counts once however long its issuer is written, and a body has one line", () => {
  const documents = [
    issued("ha-lang", "02-ĐA/TU", "Tỉnh uỷ"),
    issued("ha-lang", "02-ĐA/TU", "Tỉnh uỷ Cao Bằng"),
    issued("thach-an", "02-ĐA/TU", "Ban Thường vụ Tỉnh uỷ"),
    issued("thach-an", "03-ĐA/TU", "Tỉnh uỷ Cao Bằng"),
    issued("ha-lang", "05-NQ/ĐU", "Đảng uỷ xã An Lạc"),
    issued("ha-lang", "05-NQ/ĐU", "Đảng uỷ xã Kim Loan"),
  ];
  const written = reportOf({ ...sample, documents });
  expect(plainText(written)).toContain("04 văn bản triển khai thực hiện Đề án");
  expect(plainText(written)).toContain("Có 02 lượt báo cáo trùng văn bản đã có, chỉ tính một lần.");
  expect(rowsOf(tables(written)[0]).map(([, issuer, , count]) => [issuer, count])).toEqual([
    [expect.stringContaining("Tỉnh uỷ"), "2"],
    ["Đảng uỷ xã An Lạc", "1"],
    ["Đảng uỷ xã Kim Loan", "1"],
    ["Cộng", "4"],
  ]);
});

test("a body has one line under its several names, and types outside the official list are named", () => {
  const documents = [
    issued("ha-lang", "154-KH/BTGTU", "Ban Tuyên giáo Tỉnh uỷ"),
    issued("ha-lang", "155-CV/BTGTU", "BTGTU"),
    issued("ha-lang", "156-CV/BTGTU", "Ban TG Tỉnh uỷ"),
    issued("ha-lang", "157-CV/BTGTU", "Ban Tuyên giáo"),
    issued("ha-lang", "30-CV/BTGHU", "BTGHU"),
    issued("ha-lang", "31-CV/BTGHU", "Ban Tuyên giáo Huyện uỷ Hạ Lang"),
    issued("ha-lang", "41-CTHĐ/HU", "Huyện uỷ Hạ Lang"),
    issued("ha-lang", "42-CTrHĐ/HU", "Huyện uỷ"),
    issued("ha-lang", "26-QĐi/HU", "HU"),
    issued("ha-lang", "33-CV/ĐU", "nt"),
  ];
  const lines = rowsOf(tables(reportOf({ ...sample, documents }))[0]).map((cells) => cells.slice(1));
  expect(lines).toEqual([
    ["Ban Tuyên giáo Tỉnh uỷ", "03 công văn, 01 kế hoạch", "4"],
    ["Huyện uỷ Hạ Lang", "02 chương trình hành động, 01 quy định", "3"],
    ["Ban Tuyên giáo Huyện uỷ Hạ Lang", "02 công văn", "2"],
    ["Chưa ghi cơ quan ban hành", "01 công văn", "1"],
    ["Cộng", "", "10"],
  ]);
});

describe("a body named without its place", () => {
  const linesFor = (documents: MergedState["documents"]) =>
    rowsOf(tables(reportOf({ ...sample, documents }))[0]).map(([, issuer, , count]) => [issuer, count]);

  test.each([
    ["Huyện uỷ", "HU", ["Huyện uỷ Bảo Lạc", "Huyện uỷ Hạ Lang"]],
    ["Huyện uỷ. ", "HU", ["Huyện uỷ Bảo Lạc", "Huyện uỷ Hạ Lang"]],
    ["BTV Huyện ủy", "HU", ["BTV Huyện ủy Bảo Lạc", "BTV Huyện ủy Hạ Lang"]],
    ["UBND huyện", "UBND", ["UBND huyện Bảo Lạc", "UBND huyện Hạ Lang"]],
    [
      "Ban Tuyên giáo Huyện uỷ",
      "BTGHU",
      ["Ban Tuyên giáo Huyện uỷ Bảo Lạc", "Ban Tuyên giáo Huyện uỷ Hạ Lang"],
    ],
  ])("%s is each district's own", (issuer, symbol, names) => {
    const documents = ["bao-lac", "ha-lang"].map((unit) => issued(unit, `05-NQ/${symbol}`, issuer));
    expect(linesFor(documents)).toEqual([...names.map((name) => [name, "1"]), ["Cộng", "2"]]);
  });

  test("is the same as with it", () => {
    const documents = [
      issued("ha-lang", "05-NQ/HU", "Huyện uỷ"),
      issued("quan-su", "05-NQ/HU", "Huyện ủy Hạ Lang"),
      issued("quan-su", "06-NQ/ĐU", "Đảng uỷ"),
      issued("cong-an", "06-NQ/ĐU", "Đảng uỷ Quân sự tỉnh"),
      issued("cao-bang", "07-NQ/ThU", "Thành uỷ"),
      issued("quan-su", "07-NQ/ThU", "Thành uỷ Cao Bằng"),
    ];
    expect(linesFor(documents).map(([, count]) => count)).toEqual(["1", "1", "1", "3"]);
  });

  test.each([
    ["05-NQ/ĐU", "Đảng uỷ"],
    ["05-NQ/ĐU", "Đảng uỷ xã"],
    ["05-NQ/HU", null],
  ])("of %s, %s: two districts speak of two documents", (number, issuer) => {
    const documents = ["bao-lac", "ha-lang"].map((unit) => issued(unit, number, issuer));
    expect(linesFor(documents).at(-1)).toEqual(["Cộng", "2"]);
  });

  test.each([
    ["02-ĐA/TU", null],
    ["02-ĐA/TU", "Tỉnh uỷ"],
    ["10/QĐ-UBND", "UBND tỉnh"],
    ["07-NQ/ThU", "Thành uỷ"],
    ["10/QĐ-UBND", "UBND thành phố"],
  ])("of %s, %s there is one in the province", (number, issuer) => {
    const documents = ["bao-lac", "ha-lang"].map((unit) => issued(unit, number, issuer));
    expect(linesFor(documents).at(-1)).toEqual(["Cộng", "1"]);
  });
});

describe("documents dated outside the window of the round", () => {
  const dated = (number: string, date: string) =>
    documentWith("ha-lang", { number, date, subject: "Kế hoạch", issuer: "Tỉnh uỷ" });
  const before = dated("20-CT/TW", "18/01/2018");
  const after = dated("24-CV/HU", "20/9/2023");
  const within = [dated("02-ĐA/TU", "25/6/2021"), dated("03-KH/TU", "1/6/2023"), dated("04-KH/TU", "6/2022")];
  const textOf = (documents: MergedState["documents"], asOf = "2023-06-01") =>
    plainText(reportOf({ ...sample, documents }, asOf));

  test("are not counted, and said to be so", () => {
    const documents = [before, ...within, after, { ...after, unit: "thach-an" }];
    expect(textOf(documents)).toContain("đã ban hành 03 văn bản triển khai");
    expect(textOf(documents)).toContain(
      "Ngoài ra có 02 văn bản ghi ngày ngoài thời gian của đợt báo cáo nên chưa tính ở trên (01 văn bản trước ngày 25/6/2021, 01 văn bản sau ngày 1/6/2023)."
    );
    expect(textOf(documents)).not.toContain("lượt báo cáo trùng");
    const [table] = tables(reportOf({ ...sample, documents }, "2023-06-01"));
    expect(rowsOf(table)).toEqual([
      ["1", "Tỉnh uỷ", "02 kế hoạch, 01 đề án", "3"],
      ["", "Cộng", "", "3"],
    ]);
  });

  test("are told of as they are: only before, only after, none", () => {
    expect(textOf([before, ...within])).toContain("chưa tính ở trên (trước ngày 25/6/2021).");
    expect(textOf([after, ...within])).toContain("chưa tính ở trên (sau ngày 1/6/2023).");
    expect(textOf(within)).not.toContain("Ngoài ra có");
  });

  test("the cut-off of the round ends it even when the report is written later", () => {
    expect(textOf([after, ...within], "2023-12-31")).toContain("(sau ngày 10/6/2023).");
  });

  test("are said to be there when no others are", () => {
    expect(textOf([before])).toContain(
      "Các đơn vị chưa báo cáo văn bản nào của đợt báo cáo này theo Biểu số 01. Có 01 văn bản ghi ngày ngoài thời gian của đợt báo cáo nên chưa tính (trước ngày 25/6/2021)."
    );
  });
});

test("what is left to be written is marked, and only that", () => {
  const gaps = report.blocks.filter(({ kind }) => kind === "gap");
  expect(gaps.length).toBeGreaterThan(15);
  expect(text.split("[… bổ sung").length - 1).toBe(gaps.length);
  expect(text).toContain(gapText("Ưu điểm"));
});

test("tables without rows say so instead of showing nothing", () => {
  const empty = plainText(reportOf(emptyState(scheme, round)));
  expect(empty).toContain("chưa báo cáo văn bản nào");
  expect(empty).toContain("chưa báo cáo kinh phí xã hội hóa");
  expect(empty).toContain("chưa có công trình cấp xã nào được tính");
});

test("annexes are the official tables, all rows under their units and numbered through", () => {
  expect(report.annexes.map(({ label, orientation }) => [label, orientation])).toEqual([
    ["Biểu số 01", "landscape"],
    ["Biểu số 02", "landscape"],
  ]);
  const works = report.annexes[1]!.table;
  expect(works.columns.map(({ title }) => title)).toEqual(scheme.forms[1]!.columns.map(({ title }) => title));
  const numbers = works.rows.flatMap((row) => (row.kind === "cells" ? [row.cells[0]] : []));
  expect(numbers).toEqual(sample.works.map((_, index) => String(index + 1)));
});

test("after the reorganisation the communes of today are an annex, and the author is the board of today", () => {
  const later = reportOf(sample, "2025-12-14");
  expect(later.annexes.map(({ label }) => label)).toEqual(["Biểu số 01", "Biểu số 02", "Phụ lục"]);
  expect(later.annexes[2]!.table.rows).toHaveLength(56);
  expect([later.author, later.number]).toEqual(["BAN TUYÊN GIÁO VÀ DÂN VẬN", "Số         -BC/BTGDVTU"]);
  expect([report.author, report.number]).toEqual(["BAN TUYÊN GIÁO", "Số         -BC/BTGTU"]);
});

test("a scheme without an outline has no report", () => {
  const bare = { ...scheme, outline: undefined };
  expect(buildReport({ state: sample, scheme: bare, round, progress, asOf: "2023-06-30" })).toBeNull();
});
