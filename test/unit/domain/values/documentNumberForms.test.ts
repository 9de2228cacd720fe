import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Severity } from "../../../../src/domain/findings";
import { readDocumentNumber } from "../../../../src/domain/values/documentNumbers";
import { numberFindings } from "../../../support/ruleCases";

/** One way of writing a number. `clean`: the clean form where it is certain; `expect`: the worst finding on the cell. */
interface NumberForm {
  raw: string;
  expect: "clean" | Severity;
  clean?: string;
}

const forms = readFileSync(join(__dirname, "../../../fixtures/document-number-forms.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as NumberForm);
const clean = forms.filter((form) => form.expect === "clean");
const noisy = forms.filter((form) => form.clean !== undefined);

const found = numberFindings(forms.flatMap((form) => [form.raw, form.clean ?? form.raw]));
const onNumber = (raw: string) => found.get(raw) ?? [];

test("there are several hundred of them", () => {
  expect(clean.length).toBeGreaterThan(400);
});

test.each(clean)("$raw is clean as it stands", ({ raw }) => {
  expect(readDocumentNumber(raw)).toMatchObject({ status: "ok", clean: raw, noise: [], typeKnown: true });
  expect(onNumber(raw)).toEqual([]);
});

test.each(noisy)(
  "$raw → $clean, at most a finding of severity $expect",
  ({ raw, clean: fix, expect: worst }) => {
    expect(readDocumentNumber(raw)).toMatchObject({ status: "ok", clean: fix });
    const findings = onNumber(raw);
    expect(findings.map(({ severity }) => severity)).toEqual(findings.map(() => worst));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.map((finding) => finding.fix?.value)).toEqual(findings.map(() => fix));
    expect(onNumber(fix ?? "")).toEqual([]);
  }
);

test.each(forms.filter((form) => form.expect === "error"))("$raw cannot be accepted", ({ raw }) => {
  expect(onNumber(raw)).toMatchObject([{ severity: "error" }]);
});
