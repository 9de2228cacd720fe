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

  test.each<[Stage, string]>([
    ["published", "Đã trình Sở TT&TT cấp phép 4/2023"],
    ["published", "Đã được Sở TT&TT cấp phép 4/2023"],
    ["published", "Đã gửi Nhà xuất bản 5/2023"],
    ["published", "Gửi Nhà xuất bản 5/2023"],
    ["published", "Đã gửi NXB, chờ xuất bản"],
    ["published", "Đã gửi NXB 5/2023, dự kiến xuất bản 10/2023"],
    ["published", "Đã gửi in"],
    ["published", "x - đã gửi NXB"],
    ["published", "Đã chuyển NXB Chính trị quốc gia tháng 4/2023"],
    ["published", "Đã thẩm định 3/2023, chuyển NXB"],
    ["published", "Đã nộp hồ sơ xin cấp phép 3/2023"],
    ["published", "Bàn giao bản thảo cho Nhà xuất bản 5/2023"],
    ["published", "Đã ký hợp đồng in 5/2023"],
    ["published", "Đã duyệt maket 5/2023"],
    ["published", "Đã biên tập xong 5/2023"],
    ["published", "Đã đưa in 5/2023"],
    ["published", "Đã đăng ký xuất bản 5/2023"],
    ["published", "Xin phép xuất bản 4/2023"],
    ["published", "Đã có Quyết định xuất bản"],
    ["published", "Đã có giấy phép 5/2023, chưa in"],
    ["published", "GPXB số 45/2022 ngày 15/8/2022; chưa in"],
    ["appraised", "Đã gửi hồ sơ thẩm định 5/2023"],
    ["appraised", "Đã nộp hồ sơ thẩm định"],
    ["appraised", "Đã trình Hội đồng thẩm định"],
    ["appraised", "Đã trình HĐTĐ"],
    ["appraised", "Đã trình Hội đồng để thông qua"],
    ["appraised", "Đã chuyển bản thảo cho Hội đồng thẩm định 5/2023"],
    ["appraised", "Đã thành lập Hội đồng thẩm định 5/2023"],
  ])("%s: %s only leads up to it", (stage, value) => {
    expect(readStageMark(value, stage)).toMatchObject({ status: "planned", speaksOf: null });
  });

  test.each<[Stage, string]>([
    ["published", "Hoàn thành bản thảo 12/2022"],
    ["published", "Đã xong bản thảo 3/2023"],
    ["published", "NXB đã nhận bản thảo 5/2023"],
    ["published", "Đã thông qua 3/2023, đã trình cấp phép 5/2023"],
    ["published", "5/2023 (đang chỉnh sửa bản in)"],
    ["appraised", "Hoàn thành bản thảo 12/2022"],
  ])("%s: %s says that something else was done", (stage, value) => {
    expect(readStageMark(value, stage)).toMatchObject({ status: "unclear", speaksOf: null });
  });

  test.each<[Stage, string]>([
    ["published", "Đã nộp lưu chiểu 9/2022"],
    ["published", "nộp lưu chiểu quý IV-2022"],
    ["published", "Đã nộp đủ sách lưu chiểu 9/2022"],
    ["published", "Đã in xong 5/2022"],
    ["published", "Đã in xong, chưa phát hành"],
    ["published", "đã in 300 cuốn năm 2022"],
    ["published", "Sách đã in 5/2022"],
    ["published", "Đã được in 5/2022"],
    ["published", "phát hành 9/2022"],
    ["published", "Đã xuất bản tháng 8/2022, phát hành tháng 9/2022"],
    ["published", "Đã được NXB Chính trị quốc gia xuất bản 5/2022"],
    ["published", "Đã hoàn thành 8/2022"],
    ["published", "Đã có 8/2022"],
    ["published", "Đã có sách 8/2022"],
    ["published", "Đã ra mắt 5/2022"],
    ["published", "Đã tái bản 2022"],
    ["published", "Đã gửi sách cho các chi bộ 5/2022"],
    ["published", "5/2022, đã gửi các xã"],
    ["published", "Đã gửi NXB 3/2023, xuất bản 5/2023"],
    ["published", "Đã chuyển NXB in xong 5/2023"],
    ["published", "Đã trình cấp phép 3/2023, in xong 5/2023"],
    ["published", "GPXB số 45/2022 ngày 15/8/2022"],
    ["published", "Giấy phép xuất bản số 45/GP-STTTT ngày 15/8/2022"],
    ["published", "QĐ xuất bản số 12/QĐ-NXB ngày 15/8/2022"],
    ["published", "Nxb Chính trị quốc gia, 2022"],
    ["published", "8/2022 (có chỉnh sửa, bổ sung)"],
    ["published", "Đã xuất bản 5/2022, đang chỉnh sửa để tái bản"],
    ["published", "Tập 1: 2021; Tập 2: 2022"],
    ["published", "xuất bản năm 2022, tái bản năm 2023"],
    ["appraised", "Đã trình Hội đồng thẩm định thông qua 3/2023"],
    ["appraised", "Đã gửi hồ sơ 3/2023, thông qua 5/2023"],
    ["appraised", "Đã thông qua bản thảo 3/2023"],
    ["appraised", "Đã có kết quả thẩm định 3/2023"],
    ["appraised", "Họp Hội đồng 3/2023, đã gửi biên bản"],
    ["appraised", "Đã thẩm định, gửi Nhà xuất bản 5/2023"],
    ["appraised", "4/2023 (có chỉnh sửa)"],
    ["appraised", "20/3/2023 (yêu cầu chỉnh sửa)"],
    ["appraised", "Đã thông qua 3/2023, đang chỉnh sửa"],
    ["workshop", "15/8/2022 (đang chỉnh sửa)"],
    ["workshop", "lần 1 (3/2022), đang chỉnh sửa bản thảo"],
    ["workshop", "3/2022 - đang chỉnh lý"],
    ["workshop", "lần 2 (đã chỉnh sửa)"],
    ["workshop", "Năm 2022, đang chỉnh sửa, bổ sung theo ý kiến góp ý"],
    ["workshop", "Đã tổ chức lần 1, đang chỉnh sửa"],
    ["workshop", "10/2022 (đang trình thẩm định)"],
  ])("%s: %s was reached, and the rest is a note", (stage, value) => {
    expect(readStageMark(value, stage)).toMatchObject({ status: "reached", speaksOf: null });
  });

  test.each<[Stage, string, Stage]>([
    ["published", "15/8/2022, đã hội thảo lần 2", "workshop"],
    ["published", "8/2022, chờ thẩm định", "appraised"],
    ["workshop", "15/8/2022, đang biên soạn", "compiling"],
    ["workshop", "Đã chỉnh sửa 5/2022", "compiling"],
  ])("%s: %s says of which stage the time is", (stage, value, speaksOf) => {
    expect(readStageMark(value, stage)).toMatchObject({ status: "unclear", speaksOf });
  });

  test.each([
    "Dự kiến hoàn thành quý IV/2023",
    "Dự kiến quý IV/2023 hoàn thành bản thảo",
    "x (dự kiến hoàn thành 2024)",
    "x (dự kiến hoàn thành biên soạn 2024)",
    "Phấn đấu hoàn thành trong năm 2023",
    "Sẽ hoàn thành 2024",
    "dự kiến biên soạn xong 2024",
    "Kế hoạch hoàn thành 2024",
    "Sắp xong",
  ])("compiling goes on while its end is planned: %s", (value) => {
    expect(readStageMark(value, "compiling").status).toBe("reached");
  });

  test.each([
    "sẽ triển khai",
    "chuẩn bị biên soạn",
    "dự kiến biên soạn năm 2024",
    "Dự kiến triển khai và hoàn thành năm 2024",
    "Sẽ bắt đầu biên soạn, hoàn thành 2024",
    "Sẽ thành lập Ban biên soạn",
    "x (dự kiến)",
  ])("compiling has yet to begin: %s", (value) => {
    expect(readStageMark(value, "compiling").status).toBe("planned");
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
    ["Tập 1: 2021; Tập 2: 2022", "year", "2022-01-01", "2022-12-31"],
    ["Quyển I (8/2021), quyển II (9/2022)", "month", "2022-09-01", "2022-09-30"],
    ["xuất bản năm 2022, tái bản năm 2023", "year", "2022-01-01", "2022-12-31"],
    ["12/2020 (tái bản 12/2022)", "month", "2020-12-01", "2020-12-31"],
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
    ...["Tái bản 2022 (giai đoạn 1930 - 2020)", "Tập 1: 2021; Tập 2: dự kiến 2024"],
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
