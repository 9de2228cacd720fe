import { readPeriod } from "../../../../src/domain/values/periods";
import { highestStage, readStageMark } from "../../../../src/domain/values/stages";

const mark = (status: "reached" | "not-reached") => ({ status, period: null });

describe("a stage cell", () => {
  test.each(["x", "X", "✓", "có", "Đã xong", "lần 2, 15/8/2022", "quý II/2023", "2022", true, 1, 2022])(
    "%s is reached",
    (value) => {
      expect(readStageMark(value, "workshop").status).toBe("reached");
    }
  );

  test.each([null, "", "-", "–", "0", 0, "chưa", "Không", "chưa xuất bản", false])(
    "%s is not reached",
    (value) => {
      expect(readStageMark(value, "published").status).toBe("not-reached");
    }
  );

  test.each(["dự kiến 7/2023", "sẽ xuất bản 2024", "đang in"])("%s is planned", (value) => {
    expect(readStageMark(value, "published").status).toBe("planned");
  });

  test("“đang chỉnh sửa” is what the column of compiling asks for", () => {
    expect(readStageMark("đang chỉnh sửa", "compiling").status).toBe("reached");
    expect(readStageMark("đang chỉnh sửa", "published").status).toBe("planned");
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
  ])("%s", (value, precision, from, to) => {
    expect(readPeriod(value)).toEqual({ precision, from, to });
  });

  test.each(["cuối năm 2022", "dự kiến 8/2023", "x", "31/6/2021", "13/2022", null, true])(
    "%s states none",
    (value) => {
      expect(readPeriod(value)).toBeNull();
    }
  );
});
