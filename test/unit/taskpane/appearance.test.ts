/** The theme follows what Office tells; where Office cannot tell, nothing breaks. */
const listeners = new Map<string, () => void>();
const dataset: Record<string, string> = {};
const officeTheme = { isDarkTheme: false, bodyBackgroundColor: "#FFFFFF" };
const handlers = new Map<string, () => void>();

const FAKES = {
  document: { documentElement: { dataset } },
  window: {
    localStorage: { getItem: () => null },
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
  },
  Office: {
    EventType: { OfficeThemeChanged: "officeThemeChanged" },
    context: {
      officeTheme,
      document: { addHandlerAsync: (type: string, handler: () => void) => handlers.set(type, handler) },
    },
  },
};

beforeAll(() => void Object.assign(globalThis, FAKES));

afterAll(() => Object.keys(FAKES).forEach((name) => Reflect.deleteProperty(globalThis, name)));

test("Office's theme, and its changes where Office tells of them", async () => {
  const { followTheme } = await import("../../../src/taskpane/appearance");
  followTheme();
  expect(dataset["theme"]).toBe("light");
  officeTheme.isDarkTheme = true;
  handlers.get("officeThemeChanged")?.();
  expect(dataset["theme"]).toBe("dark");
  officeTheme.isDarkTheme = false;
  listeners.get("focus")?.();
  expect(dataset["theme"]).toBe("light");
});

test("an Office that knows no such event", async () => {
  const { followTheme } = await import("../../../src/taskpane/appearance");
  FAKES.Office.context.document.addHandlerAsync = () => {
    throw new Error("unknown event");
  };
  officeTheme.isDarkTheme = true;
  expect(followTheme).not.toThrow();
  expect(dataset["theme"]).toBe("dark");
});
