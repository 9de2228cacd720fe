import fc from "fast-check";
import { decodeUtf8, looseUtf8, nodeUtf8, portableUtf8, type Utf8Decoder } from "../../../src/files/utf8";

const native = nodeUtf8();
const DECODERS: readonly (readonly [string, Utf8Decoder])[] = [
  ["of every browser", portableUtf8],
  ...(native ? [["of Node", native] as const] : []),
  ["that refuses what is no text", decodeUtf8],
];
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

test("Node decodes by itself where it can", () => {
  expect(looseUtf8 === portableUtf8).toBe(process.getBuiltinModule === undefined);
});

describe.each(DECODERS)("the decoder %s", (_, decode) => {
  test("gives every text back, from where it begins to where it ends", () => {
    const texts = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const from = encoded(before).length;
        const to = from + encoded(text).length;
        expect(decode(encoded(before + text + after), from, to)).toBe(text);
      })
    );
  });

  test.each([
    ["a byte order mark", "\ufeffLịch sử"],
    ["what stands for unreadable characters", "Lịch s\ufffd"],
  ])("keeps %s", (_name, text) => {
    const bytes = encoded(text);
    expect(decode(bytes, 0, bytes.length)).toBe(text);
  });
});

test.each([
  ["a letter cut off", encoded("sử").subarray(0, 3)],
  ["a byte that begins nothing", Uint8Array.of(0x61, 0xff, 0x62)],
  ["half of a pair", Uint8Array.of(0xed, 0xa0, 0x80)],
  ["a letter written longer than need be", Uint8Array.of(0xc0, 0xaf)],
])("%s is damage, and shows as such where it is not refused", (_name, bytes) => {
  expect(() => decodeUtf8(bytes, 0, bytes.length)).toThrow(expect.objectContaining({ fault: "damaged" }));
  const shown = portableUtf8(bytes, 0, bytes.length);
  expect(shown).toContain("\ufffd");
  expect(looseUtf8(bytes, 0, bytes.length)).toBe(shown);
});
