/**
 * What Microsoft's validator checks on the Internet, checked offline: the order and presence of elements follow
 * the published schemas OfficeAppManifestV1.1, TaskPaneAppVersionOverridesV1_0 and OfficeAppBasicTypesV1_0.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

const ROOT = join(__dirname, "../../..");
const ORIGIN = "https://localhost:3000/";
const DEFAULT_LOCALE = "vi-VN";
const OTHER_LOCALES = ["en-US"];

/** Children of an element in the order of the schema; `?` marks what may be absent, `*` what may repeat. */
const CONTENT: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl " +
    "SupportUrl? AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides",
  "OfficeApp/Hosts": "Host*",
  "OfficeApp/Requirements": "Sets",
  Sets: "Set*",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Description? Requirements? Hosts Resources WebApplicationInfo?",
  "VersionOverrides/Hosts": "Host*",
  "VersionOverrides/Hosts/Host": "DesktopFormFactor",
  DesktopFormFactor: "GetStarted? FunctionFile? ExtensionPoint*",
  GetStarted: "Title Description LearnMoreUrl",
  ExtensionPoint: "OfficeTab*",
  OfficeTab: "Group*",
  Group: "Label Icon Control*",
  Icon: "bt:Image*",
  Control: "Label Supertip Icon Action",
  Supertip: "Title Description",
  'Action[@type="ShowTaskpane"]': "TaskpaneId? SourceLocation Title?",
  'Action[@type="ExecuteFunction"]': "FunctionName",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image*",
  "bt:Urls": "bt:Url*",
  "bt:ShortStrings": "bt:String*",
  "bt:LongStrings": "bt:String*",
};

/** The kind of resource that a reference points to, by the name of the referring element. */
const RESOURCE_OF: Readonly<Record<string, string>> = {
  "bt:Image": "bt:Images",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
  SourceLocation: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  FunctionFile: "bt:Urls",
};

const manifest: Document = new DOMParser({
  onError: (level, message) => {
    throw new Error(`${level}: ${message}`);
  },
}).parseFromString(readFileSync(join(ROOT, "manifest.xml"), "utf8"), "text/xml");

const all = [...manifest.getElementsByTagName("*")];
const children = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
const named = (name: string): Element[] => all.filter((element) => element.nodeName === name);
const attribute = (element: Element, name: string): string => {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`${element.nodeName} has no attribute ${name}`);
  return value;
};
const text = (name: string): string => named(name)[0]?.textContent ?? "";

/** `OfficeApp/Hosts`, `Hosts`: the rule of an element is the most specific that fits its path. */
function contentRule(element: Element): string | undefined {
  const path: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentNode as Element | null) {
    if (at.nodeType !== 1) break;
    path.unshift(at.nodeName);
  }
  const typed = `${element.nodeName}[@type="${element.getAttribute("xsi:type") ?? ""}"]`;
  const candidates = [typed, ...path.map((_, index) => path.slice(index).join("/"))];
  return candidates.map((candidate) => CONTENT[candidate]).find((rule) => rule !== undefined);
}

function contentPattern(rule: string): RegExp {
  const parts = rule.split(" ").map((part) => {
    if (part.endsWith("?")) return `(?:${part.slice(0, -1)} )?`;
    if (part.endsWith("*")) return `(?:${part.slice(0, -1)} )+`;
    return `${part} `;
  });
  return new RegExp(`^${parts.join("")}$`);
}

describe("the order of elements", () => {
  const ruled = all.filter((element) => contentRule(element) !== undefined);

  test.each(ruled.map((element) => [element.nodeName, element] as const))("%s", (_, element) => {
    const found = children(element)
      .map((child) => `${child.nodeName} `)
      .join("");
    expect(found).toMatch(contentPattern(contentRule(element) ?? ""));
  });

  test("every element with children of its own is held by a rule", () => {
    const leaves = ["DisplayName", "Description", "bt:Image", "bt:Url", "bt:String"];
    const unruled = all.filter(
      (element) => children(element).length > 0 && contentRule(element) === undefined
    );
    expect(unruled.map((element) => element.nodeName).filter((name) => !leaves.includes(name))).toEqual([]);
  });

  test("a wrong order would be noticed", () => {
    const pattern = contentPattern(CONTENT["DesktopFormFactor"] ?? "");
    expect("GetStarted FunctionFile ExtensionPoint ").toMatch(pattern);
    expect("FunctionFile GetStarted ExtensionPoint ").not.toMatch(pattern);
  });
});

describe("identity", () => {
  test("the id is a GUID", () => {
    expect(text("Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("the version has four numbers and starts with the package's", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(text("Version")).toBe(`${version}.0`);
  });

  test("it is a task pane for workbooks from ExcelApi 1.14 on", () => {
    expect(attribute(named("OfficeApp")[0]!, "xsi:type")).toBe("TaskPaneApp");
    const sets = named("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
    expect(sets).toEqual([["ExcelApi", "1.14"]]);
    const [appHost, overridesHost] = named("Host");
    expect(attribute(appHost!, "Name")).toBe("Workbook");
    expect(attribute(overridesHost!, "xsi:type")).toBe("Workbook");
    expect(text("Permissions")).toBe("ReadWriteDocument");
  });
});

describe("resources", () => {
  const resources = ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"].map(
    (kind) => [kind, new Set(children(named(kind)[0]!).map((entry) => attribute(entry, "id")))] as const
  );
  const idsOf = new Map(resources);
  const references = all.filter((element) => element.hasAttribute("resid"));

  test("references have at most 32 characters and resolve to the right kind", () => {
    expect(references.length).toBeGreaterThan(30);
    for (const reference of references) {
      const resid = attribute(reference, "resid");
      expect(resid.length).toBeLessThanOrEqual(32);
      const kind = RESOURCE_OF[reference.nodeName];
      expect({ resid, element: reference.nodeName, found: idsOf.get(kind ?? "")?.has(resid) }).toEqual({
        resid,
        element: reference.nodeName,
        found: true,
      });
    }
  });

  test("ids are unique and none is unused", () => {
    const ids = resources.flatMap(([, set]) => [...set]);
    const declared = all.filter(
      (element) => element.hasAttribute("id") && element.nodeName.startsWith("bt:")
    );
    expect(declared).toHaveLength(new Set(ids).size);
    const used = new Set(references.map((reference) => attribute(reference, "resid")));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  test("controls and groups have unique ids of at most 125 characters", () => {
    const ids = [...named("Control"), ...named("Group")].map((element) => attribute(element, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 125)).toEqual([]);
  });

  test.each([
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ] as const)("%s have a text of at most %i characters in every language", (kind, limit) => {
    for (const entry of children(named(kind)[0]!)) {
      const texts = [
        attribute(entry, "DefaultValue"),
        ...children(entry).map((override) => attribute(override, "Value")),
      ];
      expect(texts.filter((value) => value.trim() === "" || value.length > limit)).toEqual([]);
      expect(children(entry).map((override) => attribute(override, "Locale"))).toEqual(OTHER_LOCALES);
    }
  });

  test("name and description are short enough and given in every language", () => {
    expect(text("DefaultLocale")).toBe(DEFAULT_LOCALE);
    for (const [element, limit] of [
      [named("DisplayName")[0]!, 125],
      [named("Description")[0]!, 250],
    ] as const) {
      const values = [
        attribute(element, "DefaultValue"),
        ...children(element).map((child) => attribute(child, "Value")),
      ];
      expect(values.filter((value) => value.length > limit)).toEqual([]);
      expect(children(element).map((child) => attribute(child, "Locale"))).toEqual(OTHER_LOCALES);
    }
  });
});

describe("addresses", () => {
  const urls = all
    .flatMap((element) => [element.getAttribute("DefaultValue"), element.getAttribute("Value")])
    .filter((value): value is string => value !== null && /^\w+:\/\//.test(value));

  test("all are https and of the add-in's own origin", () => {
    expect(urls.length).toBeGreaterThan(15);
    expect(urls.filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
  });

  test("pages are built under the same names, and every page that a button opens exists", () => {
    const pages = urls.filter((url) => url.includes(".html")).map((url) => new URL(url));
    const webpackConfig = readFileSync(join(ROOT, "webpack.config.js"), "utf8");
    const files = new Set(pages.map((url) => url.pathname.slice(1)));
    expect(
      [...files].filter((file) => !webpackConfig.includes(`name: "${file.replace(/\.html$/, "")}"`))
    ).toEqual([]);
    const known = readFileSync(join(ROOT, "src/taskpane/pageIds.ts"), "utf8");
    const opened = pages.map((url) => url.searchParams.get("page")).filter((page) => page !== null);
    expect(opened).toHaveLength(4);
    expect(opened.filter((page) => !known.includes(`"${page}"`))).toEqual([]);
  });

  test("the functions that buttons call are associated", () => {
    const commands = readFileSync(join(ROOT, "src/commands/commands.ts"), "utf8");
    const called = named("FunctionName").map((element) => element.textContent ?? "");
    expect(called).not.toHaveLength(0);
    expect(called.filter((name) => !commands.includes(`Office.actions.associate("${name}"`))).toEqual([]);
  });
});

describe("icons", () => {
  const sizeOf = new Map(
    named("bt:Image")
      .filter((image) => image.hasAttribute("resid"))
      .map((image) => [attribute(image, "resid"), Number(attribute(image, "size"))])
  );
  const declared = children(named("bt:Images")[0]!).map(
    (image) => [attribute(image, "DefaultValue"), sizeOf.get(attribute(image, "id"))] as const
  );

  test("every icon list has 16, 32 and 80 pixels", () => {
    for (const list of named("Icon")) {
      expect(children(list).map((image) => attribute(image, "size"))).toEqual(["16", "32", "80"]);
    }
  });

  test.each([
    ...declared,
    [attribute(named("IconUrl")[0]!, "DefaultValue"), 32] as const,
    [attribute(named("HighResolutionIconUrl")[0]!, "DefaultValue"), 64] as const,
    [`${ORIGIN}assets/icon-128.png`, 128] as const,
  ])("%s is a PNG of %i pixels", (url, size) => {
    const file = join(ROOT, url.slice(ORIGIN.length));
    expect(existsSync(file)).toBe(true);
    expect(pngSize(readFileSync(file))).toEqual([size, size]);
  });
});

/** Width and height from the header chunk of a PNG file. */
function pngSize(bytes: Buffer): [number, number] {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(bytes.toString("latin1", 12, 16)).toBe("IHDR");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
