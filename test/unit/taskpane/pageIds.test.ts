import { isPageId, pageFrom, pagesOf, ROLES, roleOfPage } from "../../../src/taskpane/pageIds";

test.each([
  ["?page=check", "check"],
  ["?page=merge&_host_Info=Excel", "merge"],
  ["?page=settings", null],
  ["?page=", null],
  ["", null],
])("the address %j asks for %j", (search, page) => {
  expect(pageFrom(search)).toBe(page);
});

test("every page belongs to exactly one role", () => {
  const all = ROLES.flatMap(pagesOf);
  expect(new Set(all).size).toBe(all.length);
  for (const role of ROLES) expect(pagesOf(role).map(roleOfPage)).toEqual(pagesOf(role).map(() => role));
});

test.each([null, "", "toString", "Check"])("%j is no page", (value) => {
  expect(isPageId(value)).toBe(false);
});
