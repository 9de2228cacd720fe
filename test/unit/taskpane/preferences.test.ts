import {
  forgetEverything,
  onMarked,
  onPreferences,
  preferredPage,
  preferredRole,
  readPreference,
  storedEntries,
  tellMarked,
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
  const window = Object.assign(new EventTarget(), storage === null ? {} : { localStorage: storage });
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

/** What a browser tells the other pages of what one of them has written. */
function written(key: string, newValue: string | null): void {
  window.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
}

test("listeners are told of what other pages write, too", () => {
  useStorage(browserStorage());
  let told = 0;
  const leave = onPreferences(() => (told += 1));
  written("bieu-su.marks", "on");
  leave();
  written("bieu-su.marks", "off");
  expect(told).toBe(1);
});

test("marks put by another page are told of, and no other preference is taken for them", () => {
  useStorage(browserStorage());
  let told = 0;
  const leave = onMarked(() => (told += 1));
  written("bieu-su.marks", null);
  written("bieu-su.marks", "on");
  written("bieu-su.marks", "off");
  written("bieu-su.appearance", "on");
  leave();
  written("bieu-su.marks", "on");
  expect(told).toBe(1);
});

test("that the workbook was marked is told although marks were wanted before: the value is written anew", () => {
  const storage = browserStorage();
  useStorage(storage);
  writePreference("marks", "on");
  const changes: string[] = [];
  const { removeItem, setItem } = storage;
  // As browsers do: what is there already is told nobody.
  Object.setPrototypeOf(storage, {
    ...(Object.getPrototypeOf(storage) as object),
    removeItem: (key: string) => {
      changes.push(`removed ${key}`);
      removeItem.call(storage, key);
    },
    setItem: (key: string, value: string) => {
      if (storage[key] !== value) changes.push(`${key} ${value}`);
      setItem.call(storage, key, value);
    },
  });
  tellMarked();
  expect(changes).toEqual(["removed bieu-su.marks", "bieu-su.marks on"]);
  expect(readPreference("marks")).toBe("on");
});

test("where nothing can be stored, marks are wanted all the same", () => {
  useStorage(null);
  tellMarked();
  expect(readPreference("marks")).toBe("on");
});
