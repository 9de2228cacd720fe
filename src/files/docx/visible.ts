/** What of a Word document's XML is seen on its pages. */
import { FileFault } from "../fileErrors";
import { attribute } from "../xmlText";
import { child, type XmlElement } from "../xmlTree";

/**
 * Elements inside another, changes that were tracked taken as accepted. Throws `FileFault` `documentOfFiles` where the
 * content of another file stands on the page.
 */
export function visibleChildren(element: XmlElement): readonly XmlElement[] {
  switch (element.name) {
    case "w:del":
    case "w:moveFrom":
      return [];
    case "mc:AlternateContent":
      return alternative(element)?.children ?? [];
    case "w:sdt":
      return controlContent(element);
    case "w:altChunk":
    case "w:subDoc":
      throw new FileFault("documentOfFiles");
    default:
      return element.children;
  }
}

/**
 * What is meant for older programs is text where newer ones draw it; but some give those a picture alone, or nothing.
 */
function alternative({ children }: XmlElement): XmlElement | undefined {
  const fallback = children.find(({ name }) => name === "mc:Fallback");
  if (fallback !== undefined && saysSomething(fallback)) return fallback;
  const choices = children.filter(({ name }) => name === "mc:Choice");
  return choices.find(saysSomething) ?? fallback ?? choices[0];
}

const WORDS: ReadonlySet<string> = new Set(["w:t", "m:t", "w:sym", "w:checkBox", "w:altChunk", "w:subDoc"]);

/** Answers of `saysSomething`, each asked for many times where alternatives stand inside each other. */
const saying = new WeakMap<XmlElement, boolean>();

function saysSomething(element: XmlElement): boolean {
  const known = saying.get(element);
  if (known !== undefined) return known;
  const isEmptyText = element.name === "w:t" && element.content === "";
  const says = (WORDS.has(element.name) && !isEmptyText) || element.children.some(saysSomething);
  saying.set(element, says);
  return says;
}

/** Elements with these names, wherever they are wrapped, without those inside each other. */
export function elementsBelow(element: XmlElement, names: ReadonlySet<string>): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement): void => {
    for (const inside of visibleChildren(parent)) {
      if (names.has(inside.name)) found.push(inside);
      else visit(inside);
    }
  };
  visit(element);
  return found;
}

/** Whether a property that may be "false" or "0" holds. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !["0", "false", "off"].includes(attribute(property.tag, "val") ?? "");
}

/** Of a content control; the sign of a box to be ticked, whichever it is, is "x" or nothing. */
function controlContent(control: XmlElement): readonly XmlElement[] {
  const content = child(control, "w:sdtContent")?.children ?? [];
  const box = child(child(control, "w:sdtPr"), "w14:checkbox");
  if (box === undefined) return content;
  const sign: XmlElement = {
    name: "w:t",
    tag: "<w:t>",
    children: [],
    content: isOn(child(box, "w14:checked")) ? "x" : "",
  };
  return withFirstSign(content, sign) ?? [...content, sign];
}

/** The elements with the first text or symbol among them replaced, that of no other control; null when there is none. */
function withFirstSign(elements: readonly XmlElement[], sign: XmlElement): readonly XmlElement[] | null {
  for (const [index, element] of elements.entries()) {
    const isSign = element.name === "w:sym" || (element.name === "w:t" && element.content !== "");
    const children = isSign || element.name === "w:sdt" ? null : withFirstSign(element.children, sign);
    if (!isSign && children === null) continue;
    const replaced = children === null ? sign : { ...element, children };
    return [...elements.slice(0, index), replaced, ...elements.slice(index + 1)];
  }
  return null;
}
