import fc from "fast-check";
import {
  amountForColumn,
  formatAmount,
  formatDong,
  raisedDong,
  readMoney,
  unitOfHeading,
} from "../../../../src/domain/values/money";

fc.configureGlobal({ seed: 20210625 });

test.each([
  ["50.000.000", 50_000_000],
  ["50.000.000đ", 50_000_000],
  ["50.000.000 đồng", 50_000_000],
  ["50 triệu", 50_000_000],
  ["50tr", 50_000_000],
  ["50,5 triệu đồng", 50_500_000],
  ["0,05 tỷ", 50_000_000],
  ["1,2 tỉ đồng", 1_200_000_000],
  ["50.000.000 VNĐ", 50_000_000],
  ["50.000.000 ₫", 50_000_000],
  ["50.000.000,00", 50_000_000],
  ["50.000 nghìn đồng", 50_000_000],
  ["50 tr.đ", 50_000_000],
  ["50 Tr.đồng", 50_000_000],
  ["50 tr. đồng", 50_000_000],
  ["50 tr đồng", 50_000_000],
  ["50Tr", 50_000_000],
  ["50 triệu đồng.", 50_000_000],
  ["1.500 triệu", 1_500_000_000],
  ["1 tỷ 200 triệu", 1_200_000_000],
  ["1 tỷ 200 triệu đồng", 1_200_000_000],
  ["1 tỷ 2", 1_200_000_000],
  ["50tr5", 50_500_000],
  ["50 triệu 500 nghìn đồng", 50_500_000],
  ["50.000.000 (doanh nghiệp ủng hộ)", 50_000_000],
  ["7.300.000.000,đ", 7_300_000_000],
  ["50.000.000,-", 50_000_000],
  ["50.000.000,-đ", 50_000_000],
  ["50.000.000,- đồng", 50_000_000],
  ["50.000.000,đ.", 50_000_000],
  ["50.000.000 (50 triệu)", 50_000_000],
  ["50.000.000đ (50 triệu đồng).", 50_000_000],
  ["50 triệu (50.000.000,đ)", 50_000_000],
  ["50.000.000 (năm mươi triệu đồng)", 50_000_000],
  ["50.000.000 (chưa quyết toán)", 50_000_000],
  ["\u00a050.000.000\u00a0đ", 50_000_000],
  ["50 triệu đồng".normalize("NFD"), 50_000_000],
  [50_000_000, 50_000_000],
])("%s is %d đồng", (value, dong) => {
  expect(readMoney(value)).toEqual({ status: "ok", dong });
});

test.each<[string, number, string]>([
  ["50,000,000", 50_000_000, "foreign-marks"],
  ["50,000", 50_000, "foreign-marks"],
  ["50,000,000.00", 50_000_000, "foreign-marks"],
  ["50 000 000", 50_000_000, "foreign-marks"],
  ["50.5 triệu", 50_500_000, "foreign-marks"],
  ["1.25 tỷ", 1_250_000_000, "foreign-marks"],
  ["1,500 triệu", 1_500_000, "ambiguous"],
  ["khoảng 50 triệu", 50_000_000, "approximate"],
  ["hơn 50.000.000 đồng", 50_000_000, "approximate"],
  ["~50tr", 50_000_000, "approximate"],
])("%s is %d đồng, but %s", (value, dong, doubt) => {
  expect(readMoney(value)).toEqual({ status: "ok", dong, doubt });
});

test.each<[string, number]>([
  ["50.000.000 (dự kiến)", 50_000_000],
  ["50 triệu (chưa thu)", 50_000_000],
  ["50 triệu (chưa thu được)", 50_000_000],
  ["50 triệu (đăng ký)", 50_000_000],
  ["50 triệu (doanh nghiệp đã đăng kí ủng hộ)", 50_000_000],
  ["50 triệu (sẽ chuyển)", 50_000_000],
  ["Dự kiến 50 triệu", 50_000_000],
  ["Dự kiến: khoảng 50 triệu đồng", 50_000_000],
  ["Phấn đấu huy động 50.000.000đ", 50_000_000],
  ["Đăng ký ủng hộ 50,000,000", 50_000_000],
  ["50 triệu dự kiến", 50_000_000],
  ["50.000.000 - chưa thu", 50_000_000],
  ["50 triệu, đang vận động", 50_000_000],
  ["1 tỷ 200 triệu (cam kết)", 1_200_000_000],
  ["50.000.000 (dự kiến 50 triệu)", 50_000_000],
  ["50,000,000 (dự kiến)", 50_000_000],
])("%s is %d đồng that are planned", (value, dong) => {
  const reading = readMoney(value);
  expect(reading).toEqual({ status: "ok", dong, doubt: "planned" });
  expect(raisedDong(reading)).toBeNull();
});

test("what was raised counts, with a doubt too", () => {
  expect(raisedDong(readMoney("50 triệu (đã thu theo đăng ký)"))).toBe(50_000_000);
  expect(raisedDong(readMoney("khoảng 50 triệu"))).toBe(50_000_000);
  expect(raisedDong(readMoney("không"))).toBeNull();
  expect(raisedDong(readMoney("nhiều"))).toBeNull();
  expect(raisedDong(readMoney(null))).toBeNull();
});

test.each([
  ...["không", "-", "0", 0, "Chưa có", "0 đồng", "Không có", "không huy động", "Chưa huy động", "ko có"],
  ...["chưa thu", "Chưa huy động được", "không vận động", "không phát sinh", "chưa có kinh phí"],
  ...["Không (chưa vận động)", "Chưa thu."],
])("%s is nothing", (value) => {
  expect(readMoney(value).status).toBe("none");
});

test.each([
  ...[
    "nhiều",
    "50 USD",
    -5,
    "50 triệu và 20 triệu",
    true,
    "50.5",
    "5.00.000",
    "50 triệu 20 tỷ",
    "50 triệu 5000 triệu",
  ],
  ...["50.000.000 (20 triệu)", "20 triệu (dự kiến 50 triệu)", "20 triệu, dự kiến 50 triệu", "(50 triệu)"],
  ...["50,tr", "dự kiến", "dự kiến nhiều", "dự kiến của 50 hộ", "chưa (dự kiến 50 triệu)"],
  ...["1 tỷ 25", "-50.000.000", "50.000.000 (đợt 1: 20.000.000)", 1e300, "triệu"],
])("%s cannot be read", (value) => {
  expect(readMoney(value).status).toBe("unreadable");
});

test("a column in triệu đồng scales plain numbers only", () => {
  const unit = unitOfHeading("Kinh phí xã hội hóa (triệu đồng)");
  expect(readMoney(50, unit)).toEqual({ status: "ok", dong: 50_000_000 });
  expect(readMoney("50,5", unit)).toEqual({ status: "ok", dong: 50_500_000 });
  expect(readMoney("50 triệu", unit)).toEqual({ status: "ok", dong: 50_000_000 });
  expect(readMoney("50 đồng", unit)).toEqual({ status: "ok", dong: 50 });
});

test.each([
  ["Kinh phí xã hội hóa", 1],
  ["Kinh phí xã hội hóa (đồng)", 1],
  ["Kinh phí (tr.đ)", 1_000_000],
  ["Kinh phí, ĐVT: triệu đồng", 1_000_000],
  ["Kinh phí (TRIỆU ĐỒNG)".normalize("NFD"), 1_000_000],
  ["Kinh phí (nghìn đồng)", 1_000],
  ["Kinh phí (1.000đ)", 1_000],
  ["Kinh phí (1.000.000 đ)", 1_000_000],
  ["Kinh phí (tỷ đồng)", 1_000_000_000],
])("%s counts in %d", (heading, unit) => {
  expect(unitOfHeading(heading)).toBe(unit);
});

test("every amount is read back as it is shown", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (dong) => {
      expect(readMoney(formatDong(dong))).toEqual({ status: "ok", dong });
    })
  );
});

test("every amount is read back from its column, whatever the column counts in", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.constantFrom(1, 1_000, 1_000_000, 1_000_000_000),
      (dong, unit) => {
        expect(readMoney(amountForColumn(dong, unit), unit)).toEqual({ status: "ok", dong });
        expect(readMoney(formatAmount(dong))).toEqual({ status: "ok", dong });
      }
    )
  );
});

test("any text is read without an exception", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d.,]{1,12} ?(tr|triệu|tỷ|đ)?$/)),
      (text) => {
        const reading = readMoney(text);
        if (reading.status === "ok")
          expect(Number.isSafeInteger(reading.dong) && reading.dong >= 0).toBe(true);
      }
    )
  );
});
