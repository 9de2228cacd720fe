/** Which of Office's themes are dark. */
import { isDark, luminanceOf } from "../../../src/taskpane/model/officeLook";

/** The background of a pane in Office's themes, as Office for Windows gives it. */
const BACKGROUNDS = {
  Colorful: { bodyBackgroundColor: "#E6E6E6", dark: false },
  White: { bodyBackgroundColor: "#FFFFFF", dark: false },
  "Dark Gray": { bodyBackgroundColor: "#666666", dark: true },
  Black: { bodyBackgroundColor: "#262626", dark: true },
};

test.each(Object.entries(BACKGROUNDS))("by its background: %s", (_theme, { bodyBackgroundColor, dark }) => {
  expect(isDark({ bodyBackgroundColor })).toBe(dark);
});

test("what Office says counts before its colours", () => {
  expect(isDark({ isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" })).toBe(true);
  expect(isDark({ isDarkTheme: false, bodyBackgroundColor: "#000000" })).toBe(false);
});

test.each([undefined, {}, { bodyBackgroundColor: "" }, { bodyBackgroundColor: "white" }])(
  "unknown: %p",
  (look) => {
    expect(isDark(look)).toBeUndefined();
  }
);

test("luminance runs from black to white", () => {
  expect(luminanceOf("#000000")).toBe(0);
  expect(luminanceOf("#FFFFFF")).toBeCloseTo(1);
  expect(luminanceOf("#00ff00")).toBeCloseTo(0.7152);
});
