import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { workOn } from "../../../src/cli/fileWork";

const SAMPLE = path.resolve("assets/samples/ha-lang-lan-1.xlsx");

/** On a day when another round than that of the sample is the newest. */
const options = { previous: null, asOf: "2024-06-30", otherRounds: [], lang: "vi", print: "json" } as const;

test.each([
  [null, "khao-sat-2023"],
  ["hang-nam-2024", "hang-nam-2024"],
])("while round %s is known, a file is read for %s", async (round, expected) => {
  const read = await workOn("submit", SAMPLE, { ...options, round });
  expect(read).toMatchObject({
    ok: true,
    result: { submission: { statedRound: "khao-sat-2023", round: expected } },
  });
});

test("a file whose name is no UTF-8 is not called missing", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "bieu-su-names-"));
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/xa`), Buffer.of(0xe3), Buffer.from(".csv")]),
    "a,b\n1,2"
  );
  const [listed = ""] = readdirSync(folder);
  const read = await workOn("read", path.join(folder, listed), { lang: "vi" });
  rmSync(folder, { recursive: true });
  expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining("đổi tên tệp") } });
});

test("a folder that was not replaced by its files is an error of its own, like one that may not be looked into", async () => {
  const read = await workOn("read", path.dirname(SAMPLE), { lang: "vi" });
  expect(read).toMatchObject({
    ok: false,
    error: { code: "not-readable", message: expect.stringContaining("quyền đọc thư mục") },
  });
});
