import fc from "fast-check";
import { printJson, printLines } from "../../../src/cli/output";

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
