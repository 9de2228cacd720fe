import fc from "fast-check";
import type { CellValue } from "../../../../src/domain/grid";
import { formatPeriod, readPeriod, readTime } from "../../../../src/domain/values/periods";
import { highestStage, readStageMark } from "../../../../src/domain/values/stages";
import { type Stage, STAGES } from "../../../../src/schemes/types";

fc.configureGlobal({ seed: 20210625 });

const mark = (status: "reached" | "not-reached") => ({ status });

describe("a stage cell", () => {
  const marks: CellValue[] = [
    ...[
      "x",
      "X",
      " x ",
      "(x)",
      "[X]",
      "x.",
      "xx",
      "✓",
      "✔\ufe0f",
      "√",
      "☑",
      "\uf0fc",
      "ü",
      "v",
      "có",
      "Có",
      "rồi",
      "OK",
    ],
    ...["Đã xong", "đã xong".normalize("NFD"), "hoàn thành", "đạt", "100%", true, 1, 2],
    ...["lần 2, 15/8/2022", "lần 2 (15/8/2022)", "Lần 1", "2 lần", "02 lần", "đợt 1", "L2"],
    ...[
      "x (15/8/2022)",
      "x, đang chỉnh sửa",
      "đã hội thảo, đang chỉnh sửa",
      "15/8/2022",
      "quý II/2023",
      "2022",
      2022,
    ],
    { kind: "date", iso: "2022-08-15" },
    44788,
  ];
  test.each(marks)("%j is reached", (value) => {
    expect(readStageMark(value, "workshop").status).toBe("reached");
  });

  test.each([
    null,
    "",
    " ",
    "-",
    "–",
    "--",
    "0",
    0,
    "…",
    ".",
    "chưa",
    "Chưa",
    "x, chưa xuất bản",
    "Không",
    "ko",
    "chưa xuất bản",
    "0%",
    false,
  ])("%s is not reached", (value) => {
    expect(readStageMark(value, "published").status).toBe("not-reached");
  });

  test.each([
    ...[
      "dự kiến 7/2023",
      "sẽ xuất bản 2024",
      "đang in",
      "x (dự kiến)",
      "chờ cấp phép",
      "sắp xuất bản",
      "Kế hoạch 2024",
    ],
    ...[
      "đã thẩm định, đang chờ xuất bản",
      "đang làm thủ tục xuất bản",
      "chuẩn bị xuất bản",
      "hoàn thành, chờ xuất bản",
    ],
  ])("%s is planned", (value) => {
    expect(readStageMark(value, "published").status).toBe("planned");
  });

  test.each<[Stage, string]>([
    ["published", "Quý IV/2023 (dự kiến)"],
    ["published", "Tháng 10/2023 (dự kiến)"],
    ["published", "Năm 2024 - dự kiến"],
    ["published", "Xuất bản quý III/2023 (phấn đấu)"],
    ["published", "10/2023 (dự kiến)"],
    ["published", "10/2023, dự kiến"],
    ["published", "Quý IV/2023 (theo kế hoạch)"],
    ["published", "Nxb Chính trị quốc gia, quý IV/2023 (dự kiến)"],
    ["published", "Đã thẩm định, xuất bản 10/2023 (dự kiến)"],
    ["published", "Đã xong bản thảo; xuất bản 10/2023 (dự kiến)"],
    ["published", "Đã thông qua Hội đồng 3/2023, xuất bản quý IV/2023 (dự kiến)"],
    ["published", "Đã xong bản thảo, dự kiến quý IV/2023"],
    ["workshop", "Hội thảo tháng 8/2023 (dự kiến)"],
    ["workshop", "lần 2 (dự kiến)"],
    ["workshop", "Lần 1 (dự kiến tháng 8/2023)"],
    ["workshop", "Lần 1, dự kiến tháng 8/2023"],
    ["workshop", "8/2023 (lần 2 - dự kiến)"],
    ["workshop", "Lần 2 (8/2023, dự kiến)"],
    ["workshop", "Hội thảo lần 2 (dự kiến tổ chức tháng 8/2023)"],
    ["appraised", "8/2023 (sẽ thông qua)"],
  ])("%s: %s is planned, wherever the word stands", (stage, value) => {
    expect(readStageMark(value, stage).status).toBe("planned");
  });

  test.each<[Stage, string]>([
    ["workshop", "Lần 1: 3/2023; lần 2: dự kiến 8/2023"],
    ["workshop", "Lần 1: 3/2023; hội thảo lần 2: dự kiến 8/2023"],
    ["workshop", "lần 2: dự kiến 8/2023; lần 1: 3/2023"],
    ["workshop", "Lần 1: 3/2023, dự kiến 8/2023"],
    ["workshop", "3/2023 (lần 1), 8/2023 (lần 2 - dự kiến)"],
    ["workshop", "Hội thảo lần 1 tháng 3/2023 (lần 2 dự kiến tháng 8/2023)"],
    ["workshop", "Đã hội thảo lần 1 (dự kiến lần 2 tháng 8/2023)"],
    ["workshop", "Đã hội thảo 3/2023, dự kiến bổ sung 8/2023"],
    ["workshop", "Hội thảo lần 1 (dự kiến thẩm định 8/2023)"],
    ["workshop", "3/2023 (dự kiến xuất bản 2024)"],
    ["workshop", "Hội thảo lần 1, thẩm định 8/2023 (dự kiến)"],
    ["published", "Đã xuất bản 8/2022, dự kiến tái bản 2024"],
    ["published", "Đã xuất bản 8/2022 (dự kiến tặng các xã)"],
  ])("%s: %s was reached once, whatever is planned besides", (stage, value) => {
    expect(readStageMark(value, stage).status).toBe("reached");
  });

  test.each(["1", "2", "02", "01", "5", " 02 ", "(2)"])(
    "%s as text counts workshops like a number",
    (value) => {
      expect(readStageMark(value, "workshop").status).toBe("reached");
      expect(readStageMark(Number(value.replace(/\D/g, "")), "workshop").status).toBe("reached");
    }
  );

  test.each(["6", "06", "12"])("%s workshops are too many, as text and as a number", (value) => {
    expect(readStageMark(value, "workshop").status).toBe("unclear");
    expect(readStageMark(Number(value), "workshop").status).toBe("unclear");
    expect(readStageMark("02", "published").status).toBe("unclear");
  });

  test("“đang chỉnh sửa” is what the column of compiling asks for", () => {
    expect(readStageMark("đang chỉnh sửa", "compiling").status).toBe("reached");
    expect(readStageMark("đang chỉnh sửa", "published").status).toBe("planned");
    expect(readStageMark("chưa hoàn thành bản thảo", "compiling").status).toBe("reached");
    expect(readStageMark("chưa biên soạn", "compiling").status).toBe("not-reached");
    expect(readStageMark("đang biên soạn, dự kiến xong 12/2023", "compiling").status).toBe("reached");
    expect(readStageMark("dự kiến 2024", "compiling").status).toBe("planned");
  });

  test("a stage that is named under another stage's heading", () => {
    expect(readStageMark("đã hội thảo lần 2", "published")).toMatchObject({
      status: "unclear",
      speaksOf: "workshop",
    });
    expect(readStageMark("đã xuất bản 2022", "workshop")).toMatchObject({
      status: "reached",
      speaksOf: "published",
    });
    expect(readStageMark("đã thẩm định và xuất bản", "published")).toMatchObject({
      status: "reached",
      speaksOf: null,
    });
    expect(readStageMark("x", "published").speaksOf).toBeNull();
  });

  test("a cell that holds a time and nothing else", () => {
    const only = (value: CellValue) => readStageMark(value, "workshop").onlyTime;
    expect(["15/8/2022", "tháng 8/2022", "quý II/2022", "năm 2022", 2022].map(only)).not.toContain(false);
    expect(["lần 2, 15/8/2022", "x", "hội thảo 8/2022", null, 2].map(only)).not.toContain(true);
  });

  test.each(["?", "xem báo cáo", { kind: "error", code: "#REF!" } as const, 7])("%s is unclear", (value) => {
    expect(readStageMark(value, "published").status).toBe("unclear");
  });
});

test("cumulative and single marks give the same highest stage", () => {
  const none = mark("not-reached");
  const reached = mark("reached");
  expect(highestStage({ compiling: none, workshop: reached, appraised: reached, published: reached })).toBe(
    "published"
  );
  expect(highestStage({ compiling: none, workshop: none, appraised: none, published: reached })).toBe(
    "published"
  );
  expect(highestStage({ compiling: none, workshop: none, appraised: none, published: none })).toBeNull();
});

describe("a time of publication", () => {
  test.each([
    ["15/8/2022", "day", "2022-08-15", "2022-08-15"],
    ["lần 2 (15/8/2022)", "day", "2022-08-15", "2022-08-15"],
    ["8/2022", "month", "2022-08-01", "2022-08-31"],
    ["tháng 10/2023", "month", "2023-10-01", "2023-10-31"],
    ["tháng 12 năm 2022", "month", "2022-12-01", "2022-12-31"],
    ["quý II/2023", "quarter", "2023-04-01", "2023-06-30"],
    ["Quý 4 năm 2022", "quarter", "2022-10-01", "2022-12-31"],
    ["2022", "year", "2022-01-01", "2022-12-31"],
    ["năm 2022", "year", "2022-01-01", "2022-12-31"],
    [2023, "year", "2023-01-01", "2023-12-31"],
    [{ kind: "date", iso: "2022-08-15" } as const, "day", "2022-08-15", "2022-08-15"],
    [44788, "day", "2022-08-15", "2022-08-15"],
    [8.2022, "month", "2022-08-01", "2022-08-31"],
    ["15 tháng 8 năm 2022", "day", "2022-08-15", "2022-08-15"],
    ["ngày 15/8/2022", "day", "2022-08-15", "2022-08-15"],
    ["2022-08-15", "day", "2022-08-15", "2022-08-15"],
    ["x (8/2022)", "month", "2022-08-01", "2022-08-31"],
    ["T8/2022", "month", "2022-08-01", "2022-08-31"],
    ["8-2022", "month", "2022-08-01", "2022-08-31"],
    ["08.2022", "month", "2022-08-01", "2022-08-31"],
    ["tháng tám năm 2022", "month", "2022-08-01", "2022-08-31"],
    ["Tháng Mười hai/2022", "month", "2022-12-01", "2022-12-31"],
    ["QIII/2022", "quarter", "2022-07-01", "2022-09-30"],
    ["quí 3-2022", "quarter", "2022-07-01", "2022-09-30"],
    ["Nxb Chính trị quốc gia, 2022", "year", "2022-01-01", "2022-12-31"],
    ["x, 2022", "year", "2022-01-01", "2022-12-31"],
    ["GPXB số 45/2022 ngày 15/8/2022", "day", "2022-08-15", "2022-08-15"],
    ["Lần đầu 8/2022", "month", "2022-08-01", "2022-08-31"],
    ["tháng 8, 2022", "month", "2022-08-01", "2022-08-31"],
    ["Tháng 8, năm 2022", "month", "2022-08-01", "2022-08-31"],
    ["T8 năm 2022", "month", "2022-08-01", "2022-08-31"],
    ["Lần 1: 3/2023", "month", "2023-03-01", "2023-03-31"],
    ["lần 2, 8/2022", "month", "2022-08-01", "2022-08-31"],
    ["Tập 1/2021, in xong 8/2022", "month", "2022-08-01", "2022-08-31"],
  ])("%s", (value, precision, from, to) => {
    expect(readPeriod(value)).toEqual({ precision, from, to });
  });

  test.each([
    ...["lần 2 năm 2022", "lần 2, năm 2022", "lần 12 năm 2022", "lần thứ 2 năm 2022", "Đợt 2 năm 2022"],
    ...["tái bản lần 2 năm 2022", "Xuất bản lần 1 năm 2022", "Tập 1, 2022", "quyển 2 năm 2022"],
    ...["QĐ 5 năm 2022", "học kỳ 1 năm 2022", "lần 2/2022", "Hội thảo lần 2 - 2022", "Lần thứ 2-2022"],
  ])("the number in %s counts something else than months", (value) => {
    expect(readPeriod(value)).toEqual({ precision: "year", from: "2022-01-01", to: "2022-12-31" });
  });

  test.each([
    ...["cuối năm 2022", "dự kiến 8/2023", "x", "31/6/2021", "13/2022", "15/8/22", "18/8/20222", null, true],
    ...["giai đoạn 1930 - 2020", "2020 trang", "QĐ số 45/2022", "QĐ 5/2022", 7, 20222],
  ])("%s states none", (value) => {
    expect(readPeriod(value)).toBeNull();
  });

  test.each([
    ["cuối năm 2022", "vague", "2022"],
    ["đầu tháng 7/2023", "vague", "7/2023"],
    ["khoảng quý III/2022", "vague", "quý III/2022"],
    ["6 tháng đầu năm 2022", "vague", "2022"],
    ["trước năm 2020", "vague", null],
    ["31/6/2021", "impossible", null],
    ["tháng 13/2022", "impossible", null],
    ["18/8/20222", "impossible", null],
    ["15/8/22", "short-year", "15/8/2022"],
    ["8/22", "short-year", "8/2022"],
    ["31/6/22", "impossible", null],
    ["x", null, null],
    ["dự kiến cuối năm 2022", null, null],
  ])("%s: %s", (value, problem, suggestion) => {
    expect(readTime(value)).toMatchObject({ period: null, problem, suggestion });
  });

  test.each<[CellValue, string | null, string | null]>([
    ["8/2022", "2022-08-01", "2022-08-31"],
    [2022, "2022-01-01", "2022-12-31"],
    ["Trước năm 2021", null, "2020-12-31"],
    ["trước 25/6/2021", null, "2021-06-24"],
    ["Gần năm 2021", null, "2021-12-31"],
    ["sau tháng 5/2023", "2023-06-01", null],
    ["sau năm 2023", "2024-01-01", null],
    ["Đầu năm 2020", "2020-01-01", "2020-04-30"],
    ["giữa năm 2023", "2023-05-01", "2023-08-31"],
    ["Cuối năm 2023", "2023-09-01", "2023-12-31"],
    ["x (cuối năm 2023)", "2023-09-01", "2023-12-31"],
    ["6 tháng đầu năm 2022", "2022-01-01", "2022-06-30"],
    ["9 tháng đầu năm 2023", "2023-01-01", "2023-09-30"],
    ["nửa cuối năm 2023", "2023-07-01", "2023-12-31"],
    ["các tháng cuối năm 2023", "2023-01-01", "2023-12-31"],
    ["cuối quý II/2023", "2023-06-01", "2023-06-30"],
    ["đầu tháng 6/2021", "2021-06-01", "2021-06-10"],
    ["giữa tháng 6/2021", "2021-06-11", "2021-06-20"],
    ["nửa cuối tháng 6/2023", "2023-06-01", "2023-06-30"],
    ["cuối tháng 2/2023", "2023-02-21", "2023-02-28"],
    ["khoảng quý III/2022", "2022-07-01", "2022-09-30"],
    ["8/19", "2019-08-01", "2019-08-31"],
    ["15/8/23", "2023-08-15", "2023-08-15"],
    ["8/98", "1998-08-01", "1998-08-31"],
    ["x", null, null],
    ["31/6/2021", null, null],
    ["sau 2 lần hội thảo, 5/2023", null, null],
    ["8/2022, chỉnh sửa cuối năm 2023", null, null],
    ["cuối năm 2022, tái bản 8/2023", null, null],
    ["dự kiến cuối năm 2023", null, null],
  ])("%s lies certainly between %s and %s", (value, from, to) => {
    expect(readTime(value).within).toMatchObject({ from, to });
  });

  test("a time is written anew only where it is the only one", () => {
    expect(readTime("8/2022, chỉnh sửa cuối năm 2023").suggestion).toBeNull();
    expect(readTime("khoảng 2 lần hội thảo, 5/2023").suggestion).toBeNull();
    expect(readTime("8/98").suggestion).toBe("8/1998");
  });

  test("what is written as in the table is read back", () => {
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
    const written = fc.oneof(
      day.map((date) => `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`),
      day.map((date) => `${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`),
      day.map(
        (date) => `quý ${["I", "II", "III", "IV"][date.getUTCMonth() % 4] ?? ""}/${date.getUTCFullYear()}`
      ),
      day.map((date) => `${date.getUTCFullYear()}`)
    );
    fc.assert(
      fc.property(written, (text) => {
        const period = readPeriod(text);
        expect(period && formatPeriod(period)).toBe(text);
      })
    );
  });

  test("any cell is read without an exception, and only a marked stage is reached", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...STAGES), (text, stage) => {
        const { status, speaksOf } = readStageMark(text, stage);
        expect(["reached", "not-reached", "planned", "unclear"]).toContain(status);
        expect(speaksOf).not.toBe(stage);
      })
    );
  });
});
