/** `Tiến độ`, part 4: what was raised, beside what the scheme plans. */
import type { ProgressFigures } from "../domain/progress/figures";
import { expectedFunds, frameLines } from "../domain/progress/funding";
import { percent } from "../domain/progress/percent";
import { cellRange, rowCell } from "./formulas";
import type { FormulaSource } from "./progressSheetFormulas";
import { FUNDING, type ProgressRows, UNIT } from "./progressSheetPlaces";
import type { Block, CellContent } from "./sheetSpec";
import { targetReferences } from "./targetsSheet";

const AGREE = "Khớp: cộng theo đơn vị bằng cộng theo từng công trình.";
const DIFFER = "Không khớp: có dòng ghi đơn vị không có trong danh sách, lệch (đồng) ";

/** Null for a scheme that plans no money. */
export function fundingBlock(
  { scheme }: FormulaSource,
  figures: ProgressFigures,
  rows: ProgressRows
): Block | null {
  const { funding } = scheme;
  if (!funding) return null;
  const frame = frameLines(scheme);
  const lines = frame.map(({ title, count, each, amount }, index) => {
    const row = rows.funding + 1 + index;
    const product = `=${rowCell(row, FUNDING.count)}*${rowCell(row, FUNDING.each)}`;
    return amountLine(title, { formula: product, result: amount }, "", { count, each });
  });
  const planned = frame.reduce((sum, { amount }) => sum + amount, 0);
  return {
    top: rows.funding - 1,
    left: 0,
    rows: [
      ["4. Kinh phí"],
      amountLine("Kinh phí dự kiến của Đề án", "Thành tiền", "Ghi chú", { count: "Số lượng", each: "Mức" }),
      ...lines,
      amountLine(
        "Tổng kinh phí dự kiến",
        {
          formula: `=SUM(${cellRange(FUNDING.amount, rows.funding + 1, rows.planned - 1)})`,
          result: planned,
        },
        funding.clause
      ),
      ...raisedLines(scheme, figures, rows),
    ],
  };
}

function raisedLines(
  scheme: FormulaSource["scheme"],
  figures: ProgressFigures,
  rows: ProgressRows
): CellContent[][] {
  const references = targetReferences(scheme);
  const communes = figures.targets.find(({ id }) => id === "commune-manuscript")?.denominator ?? 0;
  const { cost, support } = scheme.funding?.communeBook ?? { cost: 0, support: 0 };
  const expected = expectedFunds(communes, scheme) ?? 0;
  const raisedCell = rowCell(rows.planned + 1, FUNDING.amount);
  const expectedCell = rowCell(rows.planned + 2, FUNDING.amount);
  const tenths = `ROUND(1000*${raisedCell}/${expectedCell},0)`;
  const byUnits = `SUM(${cellRange(UNIT.funds, rows.units + 1, rows.total - 1)})`;
  return [
    amountLine(
      "Kinh phí xã hội hóa đã huy động",
      { formula: `=${rowCell(rows.total, UNIT.funds)}`, result: figures.funds },
      {
        // Tenths of a percent as whole numbers: TEXT and & write decimals as the computer's language has them.
        formula: `="Bằng "&INT(${tenths}/10)&","&MOD(${tenths},10)&" % mức ước tính ở dòng dưới"`,
        result: `Bằng ${percent(figures.funds, expected).toFixed(1).replace(".", ",")} % mức ước tính ở dòng dưới`,
      }
    ),
    amountLine(
      "Ước cần huy động cho công trình cấp xã",
      {
        formula: `=${rowCell(rows.planned + 2, FUNDING.count)}*${rowCell(rows.planned + 2, FUNDING.each)}`,
        result: expected,
      },
      `Khoảng ${dong(cost)} một công trình, ngân sách hỗ trợ tối đa ${dong(support)}`,
      {
        count: { formula: `=${references.denominator("commune-manuscript")}`, result: communes },
        each: cost - support,
      }
    ),
    amountLine(
      "Đối chiếu",
      { formula: `=${byUnits}-${raisedCell}`, result: 0 },
      {
        formula: `=IF(${byUnits}=${raisedCell},"${AGREE}","${DIFFER}"&(${byUnits}-${raisedCell}))`,
        result: AGREE,
      }
    ),
  ];
}

/** Amounts stand over two columns; the second of each is covered by the first. */
function amountLine(
  title: string,
  amount: CellContent,
  note: CellContent,
  { count = null, each = null }: { readonly count?: CellContent; readonly each?: CellContent } = {}
): CellContent[] {
  return [title, count, each, null, amount, null, note === "" ? null : note];
}

function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} đ`;
}
