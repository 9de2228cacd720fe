/**
 * Starts the longest test files first, so that all cores have work to the end. Without a record of earlier runs Jest goes
 * by the size of the files, which says little of their time.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

/** By their time, measured on two cores. */
const LONGEST = [
  "e2e/faults",
  "integration/excel/allOrNothing",
  "integration/files/hostile",
  "e2e/journey",
  "e2e/hostileFiles",
  "e2e/merge",
  "unit/domain/longTexts",
  "e2e/accessibility",
].map((name) => `/test/${name}.test.ts`);

/** @param {string} file */
function place(file) {
  const index = LONGEST.findIndex((name) => file.replaceAll("\\", "/").endsWith(name));
  return index < 0 ? LONGEST.length : index;
}

module.exports = class LongestFirst extends Sequencer {
  /** @param {import("@jest/test-result").Test[]} tests */
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => place(a.path) - place(b.path));
  }
};
