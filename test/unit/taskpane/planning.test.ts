/** The planner with its real work behind it: what is said between pane and worker is copied, as browsers do. */
import { planMerge } from "../../../src/domain/merge/plan";
import { deAn02 } from "../../../src/schemes";
import { newPlanner, type Planner } from "../../../src/taskpane/planner";
import type { Contribution } from "../../../src/taskpane/planProtocol";
import { MERGED_SHEETS, mergedColumns } from "../../../src/schemes/mergedColumns";
import { grid, workbook, worksGrid } from "../../support/grids";
import { inProcessPlanWorker } from "../../support/planWorker";

const asOf = "2023-06-30";
const OPEN = workbook({ file: "", sheets: [] });
const OPTIONS = { open: OPEN, round: null, language: "vi", asOf } as const;

const work = (published: string) => [1, "Lịch sử Đảng bộ xã An Lạc", published, null, null, null, null];
const sentBy = (file: string, published: string): Contribution => ({
  workbook: workbook({ file, unit: "ha-lang", sheets: [worksGrid([work(published)])] }),
  unit: null,
});
const AGREED = [sentBy("a.xlsx", "quý I/2023")];
const DISAGREED = [...AGREED, sentBy("b.xlsx", "quý II/2023")];

let planner: Planner;

beforeEach(() => {
  planner = newPlanner(inProcessPlanWorker);
});

afterEach(() => planner.rest());

test("the plan is that of the core, and names the sheets by whether they are there", async () => {
  const open = { ...OPEN, sheets: [{ ...worksGrid([]), sheet: "TỔNG HỢP 01" }] };
  const preview = await planner.ask("preview", DISAGREED, { ...OPTIONS, open });
  const workbooks = DISAGREED.map((contribution) => contribution.workbook);
  const { state, ...plan } = planMerge({ previous: null, workbooks, scheme: deAn02, asOf, language: "vi" });
  expect(state.works).toHaveLength(1);
  expect(preview).toMatchObject({ plan, continues: false, replacedSheets: ["Tổng hợp 01"] });
  expect(preview.newSheets).toContain("Tổng hợp 02");
});

test("what was shown is drawn, with what was decided", async () => {
  const { plan, fingerprint } = await planner.ask("preview", DISAGREED, OPTIONS);
  const [conflict] = plan.conflicts;
  const drawnFor = async (choice: "ours" | "theirs"): Promise<string> => {
    const decisions = { [conflict!.id]: choice };
    const options = { ...OPTIONS, decisions, shown: fingerprint };
    return JSON.stringify(await planner.ask("write", DISAGREED, options));
  };
  const [ours, theirs] = [await drawnFor("ours"), await drawnFor("theirs")];
  expect(ours).toContain(conflict!.ours);
  expect(theirs).toContain(conflict!.theirs);
  expect(ours).not.toEqual(theirs);
});

test("a workbook that has changed since is not drawn over", async () => {
  const { fingerprint } = await planner.ask("preview", AGREED, OPTIONS);
  const options = { ...OPTIONS, decisions: {}, shown: fingerprint };
  expect(await planner.ask("write", AGREED, options)).not.toBeNull();
  const open = { ...OPEN, sheets: [{ ...worksGrid([]), sheet: "Tổng hợp 01" }] };
  expect(await planner.ask("write", AGREED, { ...options, open })).toBeNull();
});

test("a sheet of people's own is not drawn over unseen", async () => {
  const open = { ...OPEN, sheets: [grid([["Số liệu gốc của phòng"]], { sheet: "Bản gốc" })] };
  const preview = await planner.ask("preview", AGREED, { ...OPTIONS, open });
  expect([...preview.newSheets, ...preview.replacedSheets]).not.toContain("Bản gốc");
  const options = { ...OPTIONS, open, decisions: {}, shown: preview.fingerprint };
  const spec = await planner.ask("write", AGREED, options);
  expect(spec?.sheets.map(({ name }) => name)).not.toContain("Bản gốc");
});

test("rows of the merged tables that cannot be taken up are named, and filled in they are no longer", async () => {
  const table = (form: "bieu-01" | "bieu-02", sheet: string, ...rows: Readonly<Record<string, string>>[]) => {
    const columns = mergedColumns(deAn02, form);
    const values = rows.map((row) => columns.map(({ key }) => row[key] ?? null));
    return grid([columns.map(({ title }) => title), ...values], { sheet });
  };
  const openWith = (unit: string) => {
    const row = { title: "Lịch sử Đảng bộ xã Thị Hoa", ...(unit && { unit }) };
    const sheets = [table("bieu-01", MERGED_SHEETS.documents), table("bieu-02", MERGED_SHEETS.works, row)];
    return { ...OPTIONS, open: { ...OPEN, sheets } };
  };
  const preview = await planner.ask("preview", AGREED, openWith(""));
  expect(preview.unread).toEqual([{ sheet: "Tổng hợp 02", row: 2, reason: "unit-unknown" }]);
  const filled = await planner.ask("preview", AGREED, openWith("Hạ Lang"));
  expect(filled.unread).toEqual([]);
  const shown = { decisions: {}, shown: filled.fingerprint };
  const spec = await planner.ask("write", AGREED, { ...openWith("Hạ Lang"), ...shown });
  expect(JSON.stringify(spec)).toContain("Lịch sử Đảng bộ xã Thị Hoa");
  expect(await planner.ask("write", AGREED, { ...openWith(""), ...shown })).toBeNull();
});

test("files are checked in their order, each as its user said; replies are for the units that are known", async () => {
  const unknown = { ...AGREED[0]!, workbook: { ...AGREED[0]!.workbook, properties: {} } };
  const contributions = [unknown, { ...unknown, unit: "ha-lang" }];
  const checks = await planner.ask("check", contributions, OPTIONS);
  expect(checks.map(({ unit }) => unit)).toEqual([null, "ha-lang"]);
  expect(await planner.ask("reply", [unknown], OPTIONS)).toBeNull();
  expect(await planner.ask("reply", contributions, OPTIONS)).toMatchObject({
    kind: "zip",
    workbooks: [{ name: expect.stringMatching(/^Tra loi - ha-lang - /) as string }],
  });
});
