import fc from "fast-check";
import { formatDong, readMoney, unitOfHeading } from "../../../../src/domain/values/money";

test.each([
  ["50.000.000", 50_000_000],
  ["50.000.000đ", 50_000_000],
  ["50.000.000 đồng", 50_000_000],
  ["50 triệu", 50_000_000],
  ["50tr", 50_000_000],
  ["50,5 triệu đồng", 50_500_000],
  ["0,05 tỷ", 50_000_000],
  ["1,2 tỉ đồng", 1_200_000_000],
  ["50,000,000", 50_000_000],
  [50_000_000, 50_000_000],
])("%s is %d đồng", (value, dong) => {
  expect(readMoney(value)).toEqual({ status: "ok", dong });
});

test.each(["không", "-", "0", 0, "Chưa có"])("%s is nothing", (value) => {
  expect(readMoney(value).status).toBe("none");
});

test.each(["nhiều", "50 USD", -5, "50 triệu và 20 triệu", true])("%s cannot be read", (value) => {
  expect(readMoney(value).status).toBe("unreadable");
});

test("a column in triệu đồng scales plain numbers only", () => {
  const unit = unitOfHeading("Kinh phí xã hội hóa (triệu đồng)");
  expect(readMoney(50, unit)).toEqual({ status: "ok", dong: 50_000_000 });
  expect(readMoney("50,5", unit)).toEqual({ status: "ok", dong: 50_500_000 });
  expect(readMoney("50 triệu", unit)).toEqual({ status: "ok", dong: 50_000_000 });
  expect(unitOfHeading("Kinh phí xã hội hóa")).toBe(1);
});

test("every amount is read back as it is shown", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (dong) => {
      expect(readMoney(formatDong(dong))).toEqual({ status: "ok", dong });
    })
  );
});
