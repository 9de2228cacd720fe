import fc from "fast-check";
import { printJson } from "../../../src/cli/output";

async function printed(document: object): Promise<string> {
  let text = "";
  const write = jest.spyOn(process.stdout, "write").mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  await printJson(document);
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
