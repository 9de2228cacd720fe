/** Pages of the pane, in order. The ribbon opens them with `taskpane.html?page=<id>`. */
export const PAGE_IDS = ["templates", "check", "merge", "progress"] as const;

export type PageId = (typeof PAGE_IDS)[number];

export function isPageId(value: string | null): value is PageId {
  return PAGE_IDS.some((id) => id === value);
}
