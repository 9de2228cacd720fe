import type { Role } from "../domain/role";

/** Pages of the pane by role, in order. The ribbon opens them with `taskpane.html?page=<id>`. */
export const ROLE_PAGES = {
  district: ["templates", "entry", "check", "finish"],
  province: ["round", "merge", "progress", "report"],
} as const satisfies Readonly<Record<Role, readonly string[]>>;

export const ROLES: readonly Role[] = ["district", "province"];

export type PageId = (typeof ROLE_PAGES)[Role][number];

export function isPageId(value: string | null): value is PageId {
  return ROLES.some((role) => pagesOf(role).some((id) => id === value));
}

export function pagesOf(role: Role): readonly PageId[] {
  return ROLE_PAGES[role];
}

/** The role that a page belongs to. */
export function roleOfPage(page: PageId): Role {
  return pagesOf("district").includes(page) ? "district" : "province";
}

/** The page that an address asks for, as those of the ribbon do; null when it asks for none. */
export function pageFrom(search: string): PageId | null {
  const page = new URLSearchParams(search).get("page");
  return isPageId(page) ? page : null;
}
