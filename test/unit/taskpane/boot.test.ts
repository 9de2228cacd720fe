/** The script of the page itself: where it finds itself to be, and what it loads there. */
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { parse } from "acorn";

const SOURCE = readFileSync(path.join(__dirname, "../../../src/taskpane/boot/boot.js"), "utf8");
const EXCEL = "Excel$Win32$16.01$vi-VN$telemetry$$$0";
const EXCEL_ON_THE_WEB = "Excel$Web$16.00$vi-VN$telemetry$$$0";

/** An element that knows its attributes and the text put into it. */
interface FakeElement {
  readonly attributes: Map<string, string>;
  readonly texts: string[];
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => void;
  readonly removeAttribute: (name: string) => void;
  readonly appendChild: (text: string) => void;
  onload?: () => void;
  onerror?: () => void;
  src?: string;
  href?: string;
}

function fakeElement(given: Readonly<Record<string, string>> = {}): FakeElement {
  const attributes = new Map(Object.entries(given));
  const texts: string[] = [];
  return {
    attributes,
    texts,
    getAttribute: (name) => attributes.get(name) ?? null,
    setAttribute: (name, value) => attributes.set(name, value),
    removeAttribute: (name) => attributes.delete(name),
    appendChild: (text) => texts.push(text),
  };
}

interface Setting {
  readonly search?: string;
  readonly hash?: string;
  /** The name of the window. */
  readonly name?: string;
  /** What the window's function for old hosts answers. */
  readonly external?: string;
  readonly kept?: string;
  readonly framed?: boolean;
  /** A function that this browser does not have, as code names it. */
  readonly lacks?: string;
  /** True: reading the browser's storage is an error. */
  readonly noStorage?: boolean;
}

/** Runs the script in a window of fakes. */
function boot(setting: Setting = {}) {
  const elements = {
    boot: fakeElement({ "data-office": "https://office.example/office.js", "data-pane": "a.js b.js" }),
    pane: fakeElement(),
    "too-old": fakeElement({ hidden: "" }),
    "too-old-address": fakeElement(),
  };
  const loading: FakeElement[] = [];
  const timers = new Map<number, () => void>();
  const documentElement = fakeElement();
  const officeReady = jest.fn();
  const { search = "", hash = "" } = setting;
  const window: Record<string, unknown> = {
    location: { search, hash, href: `https://pane.example/taskpane.html${search}${hash}` },
    name: setting.name ?? "",
    external: setting.external === undefined ? {} : { GetHostInfo: () => setting.external },
    get sessionStorage() {
      if (setting.noStorage) throw new Error("SecurityError");
      return { getItem: (key: string) => (key === "hostInfoValue" ? (setting.kept ?? null) : null) };
    },
    setTimeout: (run: () => void) => timers.set(timers.size + 1, run).size,
    clearTimeout: (id: number) => timers.delete(id),
    Office: { onReady: officeReady },
  };
  window["parent"] = setting.framed ? {} : window;
  const sandbox = {
    window,
    document: {
      documentElement,
      getElementById: (id: keyof typeof elements) => elements[id],
      createElement: () => fakeElement(),
      createTextNode: (text: string) => text,
      head: { appendChild: (element: FakeElement) => loading.push(element) },
    },
    Worker: () => undefined,
  };
  const context = vm.createContext(sandbox);
  if (setting.lacks !== undefined) vm.runInContext(`delete ${setting.lacks}`, context);
  vm.runInContext(SOURCE, context);
  const scripts = (): readonly (string | undefined)[] =>
    loading.flatMap(({ src }) => (src === undefined ? [] : [src]));
  return {
    scripts,
    ahead: loading.flatMap(({ href }) => (href === undefined ? [] : [href])),
    place: () => documentElement.getAttribute("data-place"),
    isTooOld: () => !elements["too-old"].attributes.has("hidden") && elements.pane.attributes.has("hidden"),
    address: elements["too-old-address"].texts.join(""),
    end: (src: string, ok = true) => {
      const script = loading.find((element) => element.src === src);
      if (ok) script?.onload?.();
      else script?.onerror?.();
    },
    waitLong: () => [...timers.values()].forEach((run) => run()),
    officeReady,
  };
}

const OFFICE_JS = "https://office.example/office.js";

test("is ES5 from the first to the last letter, and has no text for people", () => {
  expect(() => parse(SOURCE, { ecmaVersion: 5, sourceType: "script" })).not.toThrow();
  expect(() => parse("const a = () => 1;", { ecmaVersion: 5, sourceType: "script" })).toThrow();
  expect(SOURCE).not.toMatch(/(?=\P{ASCII})\p{L}/u);
});

test.each<readonly [string, Setting]>([
  ["an address that Excel has added to", { search: `?page=check&_host_Info=${EXCEL}` }],
  ["an address with the note behind its #", { hash: `#_host_Info=${EXCEL}` }],
  ["the frame's name", { name: JSON.stringify({ hostInfo: EXCEL_ON_THE_WEB }), framed: true }],
  ["a function of the window", { external: EXCEL }],
  ["what an earlier page of the pane kept, in Excel for Windows", { kept: EXCEL }],
  ["what an earlier page of the pane kept, in Excel on the web", { kept: EXCEL_ON_THE_WEB, framed: true }],
  ["the address where storage is forbidden", { search: `?_host_Info=${EXCEL}`, noStorage: true }],
])("Excel is known by %s", (_by, setting) => {
  const page = boot(setting);
  expect(page.scripts()).toEqual([OFFICE_JS]);
  expect(page.ahead).toEqual(["a.js"]);
  page.end(OFFICE_JS);
  page.end("a.js");
  expect(page.scripts()).toEqual([OFFICE_JS, "a.js", "b.js"]);
  expect(page.place()).toBe("excel");
  expect(page.isTooOld()).toBe(false);
});

test.each<readonly [string, Setting]>([
  ["nothing", {}],
  ["a page asked for", { search: "?page=merge" }],
  ["storage forbidden", { noStorage: true }],
  ["a name that is no note", { name: "window1" }],
  ["a name that is another note", { name: "null" }],
  ["the note of Excel on the web in a window of its own", { kept: EXCEL_ON_THE_WEB }],
  ["a window function that says nothing", { external: "" }],
])("a plain browser asks for nothing of Office: %s", (_case, setting) => {
  const page = boot(setting);
  page.end("a.js");
  expect(page.scripts()).toEqual(["a.js", "b.js"]);
  expect(page.place()).toBe("browser");
});

test.each([
  ["fails", (page: ReturnType<typeof boot>) => page.end(OFFICE_JS, false)],
  ["never comes", (page: ReturnType<typeof boot>) => page.waitLong()],
])("a client library that %s leaves the pane to say so, once", (_how, happen) => {
  const page = boot({ search: `?_host_Info=${EXCEL}` });
  happen(page);
  expect(page.place()).toBe("no-library");
  page.end(OFFICE_JS);
  expect(page.place()).toBe("no-library");
  expect(page.scripts()).toEqual([OFFICE_JS, "a.js"]);
});

test.each(["Object.hasOwn", "Array.prototype.at", "Promise", "Worker"])(
  "without %s there is the page that says so and nothing of the pane, and Excel gets an answer",
  (lacks) => {
    const inExcel = boot({ lacks, search: `?_host_Info=${EXCEL}` });
    inExcel.end(OFFICE_JS);
    expect(inExcel.scripts()).toEqual([OFFICE_JS]);
    expect(inExcel.isTooOld()).toBe(true);
    expect(inExcel.officeReady).toHaveBeenCalledTimes(1);
    expect(inExcel.address).toBe("https://pane.example/taskpane.html");

    const inBrowser = boot({ lacks });
    expect(inBrowser.scripts()).toEqual([]);
    expect(inBrowser.isTooOld()).toBe(true);
  }
);
