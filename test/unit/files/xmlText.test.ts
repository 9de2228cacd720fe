import fc from "fast-check";
import { decodeEntities, decodeOnlyEntities } from "../../../src/files/xmlText";

test.each([
  ["không có gì", "không có gì"],
  ["Q&amp;A &lt;b&gt; &quot;x&quot; &apos;y&apos;", "Q&A <b> \"x\" 'y'"],
  ["&#272;&#7843;ng b&#x1ed9; &#X1ED9;", "Đảng bộ ộ"],
  ["&#128512;", "😀"],
  ["&amp;lt; &amp;amp;", "&lt; &amp;"],
  [
    "&& &; &amp &#; &#x; &#x110000; &#99999999; &AMP; &nbsp;",
    "&& &; &amp &#; &#x; &#x110000; &#99999999; &AMP; &nbsp;",
  ],
  ["&constructor; &__proto__; &toString;", "&constructor; &__proto__; &toString;"],
  ["cuối &#225;", "cuối á"],
  ["&", "&"],
  ["&#1x; &#xg; &#x:; &#-1; &# 1; &#1", "&#1x; &#xg; &#x:; &#-1; &# 1; &#1"],
])("%s", (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});

test.each([
  ["&#272;&amp;", "Đ&"],
  ["không có gì", "không có gì"],
  ["&amp; & &lt;", null],
  ["&nbsp;", null],
  ["&#x110000;", null],
  ["&#x1ed9; &#X1ED9;", null],
])("entities only: %s", (text, decoded) => {
  expect(decodeOnlyEntities(text)).toBe(decoded);
});

test("every character comes back from its number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, hex) => {
      const escaped = Array.from(text, (char) => {
        const code = char.codePointAt(0) ?? 0;
        return hex ? `&#x${code.toString(16)};` : `&#${code};`;
      });
      expect(decodeEntities(escaped.join(""))).toBe(text);
    })
  );
});

test("text without entities stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => decodeEntities(text.replaceAll("&", "")) === text.replaceAll("&", ""))
  );
});

test("many signs before the first end of an entity take no time", () => {
  const text = `${"&".repeat(300_000)}amp;`;
  const start = performance.now();
  expect(decodeEntities(text)).toBe("&".repeat(300_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
