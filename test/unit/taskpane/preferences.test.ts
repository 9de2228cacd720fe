import {
  forgetEverything,
  onPreferences,
  preferredPage,
  preferredRole,
  readPreference,
  storedEntries,
  writePreference,
} from "../../../src/taskpane/preferences";

/** The browser's storage, as far as the product uses it; full from `limit` entries on. */
function browserStorage(limit = Infinity) {
  const methods = {
    getItem(key: string): string | null {
      return Object.keys(this).includes(key) ? String((this as Record<string, unknown>)[key]) : null;
    },
    setItem(key: string, value: string): void {
      if (Object.keys(this).length >= limit) throw new Error("QuotaExceededError");
      Object.assign(this, { [key]: value });
    },
    removeItem(key: string): void {
      Reflect.deleteProperty(this, key);
    },
  };
  return Object.create(methods) as Storage;
}

function useStorage(storage: Storage | null): void {
  const window = storage === null ? {} : { localStorage: storage };
  Object.defineProperty(globalThis, "window", { value: window, configurable: true });
}

afterEach(() => {
  forgetEverything();
  Reflect.deleteProperty(globalThis, "window");
});

test("what was written is read, listed and forgotten; what others keep there stays", () => {
  const storage = browserStorage();
  storage.setItem("other", "1");
  useStorage(storage);
  writePreference("role", "province");
  writePreference("page.province", "progress");
  expect(preferredRole()).toBe("province");
  expect(preferredPage("province")).toBe("progress");
  expect(storedEntries()).toEqual([
    { key: "role", value: "province" },
    { key: "page.province", value: "progress" },
  ]);
  forgetEverything();
  expect(storedEntries()).toEqual([]);
  expect(preferredRole()).toBeNull();
  expect(Object.keys(storage)).toEqual(["other"]);
});

test.each([
  ["no storage", null],
  ["full storage", browserStorage(0)],
])("%s: the choice lasts as long as the pane", (_, storage) => {
  useStorage(storage);
  expect(readPreference("role")).toBeNull();
  writePreference("role", "district");
  expect(preferredRole()).toBe("district");
  expect(storedEntries()).toEqual([]);
});

test("a page that is no page of the role, or of no role any more, is the role's first", () => {
  useStorage(browserStorage());
  expect(preferredPage("district")).toBe("templates");
  writePreference("page.district", "merge");
  expect(preferredPage("district")).toBe("templates");
  writePreference("page.district", "nowhere");
  expect(preferredPage("district")).toBe("templates");
});

test("listeners are told of every change until they leave", () => {
  useStorage(browserStorage());
  const told: (string | null)[] = [];
  const leave = onPreferences(() => told.push(readPreference("appearance")));
  writePreference("appearance", "dark");
  forgetEverything();
  leave();
  writePreference("appearance", "light");
  expect(told).toEqual(["dark", null]);
});
