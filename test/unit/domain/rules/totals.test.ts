import type { LeftOutRow } from "../../../../src/domain/forms/readRows";
import { wrongTotals } from "../../../../src/domain/rules/totals";

const bound = (row: number, reason: "section" | "total", text: string): LeftOutRow => {
  return { row, cells: { title: text }, reason, text };
};

test("the sections are looked through once for totals that name the same parts", () => {
  const count = 2_000;
  let looks = 0;
  const sections = Array.from({ length: count }, (_, row): LeftOutRow => {
    return bound(row, "section", `Cấp xã, mục ${row}`);
  });
  // A name is asked whether it has a part by this alone.
  const some = Array.prototype.some;
  const counted = jest.spyOn(Array.prototype, "some").mockImplementation(function (
    this: unknown[],
    ...asked
  ) {
    looks += 1;
    return some.apply(this, asked);
  });
  const totals = Array.from({ length: count }, (_, row) =>
    bound(count + row, "total", "Tổng cộng cấp xã và cấp huyện")
  );
  const wrong = wrongTotals([...sections, ...totals], [{ row: 0, amount: 1 }], () => 5);
  counted.mockRestore();
  expect(wrong).toHaveLength(count);
  expect(wrong[0]).toMatchObject({ stated: 5, sum: 1, ofSection: false });
  expect(looks).toBeLessThan(10 * count);
});
