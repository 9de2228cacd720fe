import { readingProgress } from "../../../src/cli/readingProgress";
import { translator } from "../../../src/i18n";

function onTerminal(isTTY: boolean, columns = 80) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const progress = readingProgress(11_000, stream, translator("vi"), () => time);
  return { progress, written, pass: (milliseconds: number) => (time += milliseconds) };
}

test("after a second a line tells how far the reading is, and is cleared at the end", () => {
  const { progress, written, pass } = onTerminal(true);
  progress.show("a.xlsx", 0);
  pass(999);
  progress.show("b.xlsx", 1);
  expect(written).toEqual([]);
  pass(1);
  progress.show("hà-lang.xlsx", 1200);
  progress.show("c.xlsx", 1201);
  expect(written).toEqual(["\r\u001b[KĐang đọc tệp 1.200/11.000: hà-lang.xlsx"]);
  progress.clear();
  expect(written[1]).toBe("\r\u001b[K");
});

test("a log gets no such lines", () => {
  const { progress, written, pass } = onTerminal(false);
  pass(5000);
  progress.show("a.xlsx", 10);
  progress.clear();
  expect(written).toEqual([]);
});

test("a name cannot command the terminal or break the line", () => {
  const { progress, written, pass } = onTerminal(true, 40);
  pass(1000);
  progress.show(`\u001b[2J\r\n${"x".repeat(200)}.xlsx`, 10);
  expect(written[0]?.length).toBe("\r\u001b[K".length + 39);
  expect(written[0]?.slice("\r\u001b[K".length)).not.toMatch(/\p{C}/u);
});
