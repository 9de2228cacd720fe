import fc from "fast-check";
import { type CheckForm, printableCheck, printedCheck, printJson, printLines } from "../../../src/cli/output";
import type { FileCheck } from "../../../src/domain/check";
import type { Finding } from "../../../src/domain/findings";
import { translator } from "../../../src/i18n";

function printed(document: object): Promise<string> {
  return printedBy(() => printJson(document));
}

async function printedBy(print: () => Promise<void>): Promise<string> {
  let text = "";
  const write = jest.spyOn(process.stdout, "write").mockImplementation((piece) => {
    text += typeof piece === "string" ? piece : new TextDecoder().decode(piece);
    return true;
  });
  await print();
  write.mockRestore();
  return text;
}

test("a document is printed piece by piece, and says what it says whole", async () => {
  const documents = fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined }));
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(JSON.parse(await printed(document))).toEqual(JSON.parse(JSON.stringify(document)));
    })
  );
});

test("each item of a list stands on a line", async () => {
  const files = Array.from({ length: 5000 }, (_, row) => ({ row, text: "một\nhai" }));
  const text = await printed({ files, none: [], count: 1 });
  expect(JSON.parse(text)).toEqual({ files, none: [], count: 1 });
  expect(text.split("\n")).toHaveLength("{ files ] none count } ".split(" ").length + files.length);
});

test("what is made already is printed as it is", async () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const files = ["một", "hai"].map((name) => utf8(JSON.stringify({ name })));
  expect(JSON.parse(await printed({ files, count: 2 }))).toEqual({
    files: [{ name: "một" }, { name: "hai" }],
    count: 2,
  });
  expect(await printedBy(() => printLines([utf8("một\nhai\n"), "ba"]))).toBe("một\nhai\nba\n");
});

const FINDING: Finding = {
  rule: "document-number-unreadable",
  severity: "error",
  file: "a.xlsx",
  sheet: "Biểu 01",
  cell: "B2",
  row: 2,
  column: "Số văn bản",
  value: "154-KH",
  message: "Thiếu cơ quan ban hành.",
  fix: { value: "154-KH/TU" },
};

function checkWith(findings: readonly Finding[]): FileCheck {
  return { file: "a.xlsx", format: "xlsx", unit: null, round: null, forms: [], findings };
}

function printedText(check: FileCheck, form: CheckForm): string {
  return new TextDecoder().decode(printedCheck(check, form, translator("vi")).text);
}

test("of a long cell the beginning is printed, and no correction of such a length", () => {
  const long = '"'.repeat(32_767);
  const check = checkWith(
    Array.from({ length: 1200 }, () => ({ ...FINDING, value: long, fix: { value: long } }))
  );
  const [first] = printableCheck(check).findings;
  expect(first?.value).toBe(`${long.slice(0, 300)}…`);
  expect(first).not.toHaveProperty("fix");
  expect(printedText(check, "json").length).toBeLessThan(1200 * 1000);
  expect(printedText(check, "lines").length).toBeLessThan(1200 * 1000);
});

test("what is usual is printed whole", () => {
  expect(printableCheck(checkWith([FINDING]))).toEqual(checkWith([FINDING]));
});

test.each(["json", "lines"] as const)("ten thousand findings are printed, all are counted: %s", (form) => {
  const errors = new Array<Finding>(10_000).fill(FINDING);
  const check = checkWith([...errors, ...new Array<Finding>(5).fill({ ...FINDING, severity: "info" })]);
  const text = printedText(check, form);
  expect(text.split(FINDING.message)).toHaveLength(10_001);
  expect(text).toContain(form === "json" ? '"moreFindings":5' : "… và 5 mục nữa");
  expect(printedCheck(check, form, translator("vi")).summary).toMatchObject({ errors: 10_000, infos: 5 });
});
