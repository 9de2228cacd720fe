import { decodeXml, xmlAsUtf8 } from "../../../src/files/decodeXml";

const XML = "<a>Đảng bộ xã</a>";
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));

test.each([
  ["UTF-8", utf8(XML), XML],
  ["UTF-8 with a mark", utf8(`\ufeff${XML}`), XML],
  ["UTF-16 with a mark", utf16(`\ufeff${XML}`), XML],
  ["UTF-16, the other byte first", Uint8Array.from(Buffer.from(utf16(`\ufeff${XML}`)).swap16()), XML],
  ["UTF-16 without a mark", utf16(XML), XML],
  [
    "a code page",
    ascii("<?xml version='1.0' encoding='windows-1258'?><a>\xd0</a>"),
    "<?xml version='1.0' encoding='windows-1258'?><a>Đ</a>",
  ],
])("%s", (_, bytes, text) => {
  expect(decodeXml(bytes)).toBe(text);
});

test("as UTF-8 a part no longer declares what it was", () => {
  const bytes = utf16(`<?xml version="1.0" encoding="UTF-16"?>${XML}`);
  expect(decodeXml(xmlAsUtf8(bytes))).toBe(XML);
});

test.each([
  ["an encoding that nobody knows", ascii('<?xml version="1.0" encoding="UTF-7"?><a>+ARAA-</a>')],
  ["bytes that are no UTF-8", ascii("<a>\xd0\xff</a>")],
  ["half a character", utf16(XML).subarray(0, 9)],
])("%s is damage", (_, bytes) => {
  expect(() => decodeXml(bytes)).toThrow("damaged");
});
