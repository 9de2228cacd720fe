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

test("a document is printed piece by piece as JSON says it whole", async () => {
  const documents = fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined }));
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(await printed(document)).toBe(`${JSON.stringify(document, null, 2)}\n`);
    })
  );
});

test("long lists and line breaks in texts stay as they are", async () => {
  const document = { files: Array.from({ length: 5000 }, (_, row) => ({ row, text: "một\nhai" })), none: [] };
  expect(await printed(document)).toBe(`${JSON.stringify(document, null, 2)}\n`);
});
