/** Where the try-out's built files lie, below the project's root. */
export const OUTPUT = {
  page: ".cache/tryout/page",
  pane: ".cache/tryout/pane",
} as const;

/** The address path of the genuine client; the pane is built to load it from there. */
export const OFFICE_JS_PREFIX = "/office-js/";
export const OFFICE_JS_URL = `${OFFICE_JS_PREFIX}office.js`;
