import { refuseBrokenXml } from "../../../src/files/wholeXml";

test.each([
  "",
  "text",
  "<a/>",
  '<?xml version="1.0"?><a b="x > y" c=\'"\'><b/><!-- <c> --><![CDATA[</a>]]></a>',
  "<a:b ><c\n/></a:b >",
])("whole: %s", (xml) => {
  expect(() => refuseBrokenXml(xml)).not.toThrow();
});

test.each([
  "<a>",
  "</a>",
  "<a></b>",
  "<a><b></a></b>",
  "<a",
  '<a b="',
  "<!-- ",
  "<a><![CDATA[</a>",
  "<?xml ",
  '<a><"/><"/></a>',
  "<a><1/></a>",
  "<a <b/>></a>",
  '<a b="<c/>"/>',
])("not whole: %s", (xml) => {
  expect(() => refuseBrokenXml(xml)).toThrow("damaged");
});

test("a document type is left to whoever reads it", () => {
  expect(() => refuseBrokenXml('<!DOCTYPE a [<!ENTITY b "c">]><a>')).not.toThrow();
});

test("nesting has a bound, and following it takes no time", () => {
  const deep = (levels: number): string => "<a>".repeat(levels) + "</a>".repeat(levels);
  expect(() => refuseBrokenXml(deep(1000))).not.toThrow();
  expect(() => refuseBrokenXml(deep(1001))).toThrow("nestedTooDeep");
});
