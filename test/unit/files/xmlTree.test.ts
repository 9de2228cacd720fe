import fc from "fast-check";
import { child, textOf, xmlTree, type XmlElement } from "../../../src/files/xmlTree";

const NAMESPACES = new Map([
  ["urn:a", "a"],
  ["urn:b", "b"],
]);

function names(element: XmlElement): unknown {
  return element.children.length === 0 ? element.name : [element.name, ...element.children.map(names)];
}

test.each([
  ["as declared", '<x:r xmlns:x="urn:a"><x:c/></x:r>', ["a:r", "a:c"]],
  ["by default", '<r xmlns="urn:a"><c/></r>', ["a:r", "a:c"]],
  [
    "declared further in",
    '<r><c xmlns="urn:a"><d xmlns="urn:b"/><e/></c><f/></r>',
    ["r", ["a:c", "b:d", "a:e"], "f"],
  ],
  [
    "the same for another namespace",
    '<x:r xmlns:x="urn:a"><x:c xmlns:x="urn:b"><x:d/></x:c><x:e/></x:r>',
    ["a:r", ["b:c", "b:d"], "a:e"],
  ],
  ["of namespaces that nobody asked for", '<x:r xmlns:x="urn:z"><x:c/></x:r>', ["x:r", "x:c"]],
  ["that nobody declares", "<a:r><a:c/></a:r>", ["a:r", "a:c"]],
  ["with entities in the declaration", "<x:r xmlns:x='urn:&#97;'/>", "a:r"],
  [
    "declared by empty elements and by siblings",
    '<r><x:c xmlns:x="urn:a"/><x:c/><x:c xmlns:x="urn:b"><x:d/></x:c><x:d/></r>',
    ["r", "a:c", "x:c", ["b:c", "b:d"], "x:d"],
  ],
  ["taken away", '<r xmlns="urn:a"><c xmlns=""/></r>', ["a:r", "c"]],
])("prefixes: %s", (_, xml, expected) => {
  expect(names(xmlTree(xml, NAMESPACES))).toEqual(expected);
});

test.each([
  ["entities", "<t>a &lt; b &amp; c</t>", "a < b & c"],
  ["CDATA and comments", "<t>a<![CDATA[<&amp;>]]>b<!-- <c> --><?d?>&gt;</t>", "a<&amp;>b>"],
  ["nothing", "<t/>", ""],
])("text: %s", (_, xml, expected) => {
  expect(textOf(xmlTree(xml, NAMESPACES))).toBe(expected);
});

test("a document that is none is damaged", () => {
  for (const xml of ["", "text", "<a>", "<!DOCTYPE a><a/>", "<a><!ENTITY b></a>"]) {
    expect(() => xmlTree(xml, NAMESPACES)).toThrow("damaged");
  }
});

interface Described {
  readonly name: string;
  readonly inside: string | readonly Described[];
}

const { described } = fc.letrec<{ described: Described }>((tie) => ({
  described: fc.record({
    name: fc.constantFrom("a", "b", "c"),
    inside: fc.oneof(
      fc.string({ unit: fc.constantFrom("ă", " ", "&", "<", ">", "\n", '"') }),
      fc.array(tie("described"), { minLength: 1, maxLength: 4 })
    ),
  }),
}));

function written({ name, inside }: Described): string {
  const content =
    typeof inside === "string"
      ? inside.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
      : inside.map(written).join("\n ");
  return `<${name} d="1 > 0">${content}</${name}>`;
}

function asRead({ name, inside }: Described): unknown {
  return [name, typeof inside === "string" ? inside : inside.map(asRead)];
}

function read(element: XmlElement): unknown {
  return [element.name, element.children.length === 0 ? textOf(element) : element.children.map(read)];
}

test("what was written is read", () => {
  fc.assert(
    fc.property(described, (root) => {
      expect(read(xmlTree(written(root), NAMESPACES))).toEqual(asRead(root));
    })
  );
});

test("the first child of a name", () => {
  const root = xmlTree('<a><b d="1"/><c/><b/></a>', NAMESPACES);
  expect(child(root, "b")?.tag).toBe('<b d="1"/>');
  expect(child(root, "z")).toBeUndefined();
  expect(child(undefined, "b")).toBeUndefined();
});

test("names inside many declarations, each new, take no time", () => {
  const depth = 900;
  const names = Array.from({ length: 20_000 }, (_, index) => `<n${index}/>`).join("");
  const xml = `${Array.from({ length: depth }, (_, index) => `<x xmlns:a${index}="b">`).join("")}${names}${"</x>".repeat(depth)}`;
  const start = performance.now();
  expect(xmlTree(xml, NAMESPACES).name).toBe("x");
  expect(performance.now() - start).toBeLessThan(3000);
});
