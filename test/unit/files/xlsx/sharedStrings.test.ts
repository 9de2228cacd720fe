import { readSharedStrings } from "../../../../src/files/xlsx/sharedStrings";

const table = (items: string) => readSharedStrings(new TextEncoder().encode(`<sst>${items}</sst>`));

test("text that stands beside its element is damage, not an empty text", () => {
  const texts = table(
    "<si><t>một</t></si><si>t>hai</si><si><r>lạc<t>ba</t></r></si><si>\n <t>bốn</t>\n</si>"
  );
  expect(texts(0)).toBe("một");
  expect(() => texts(1)).toThrow("damaged");
  expect(() => texts(2)).toThrow("damaged");
  expect(texts(3)).toBe("bốn");
});
