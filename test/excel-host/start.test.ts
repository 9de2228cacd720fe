import { bootExcel } from "./inProcess";

test("an Excel starts with one empty sheet", async () => {
  const excel = await bootExcel();
  const used = await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getUsedRangeOrNullObject(true).load("address");
    await context.sync();
    return range.isNullObject;
  });
  expect(used).toBe(true);
  excel.dispose();
});
