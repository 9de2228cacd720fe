import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentSecurityPolicy } from "../../../src/taskpane/boot/contentSecurityPolicy";

test("the guide for installing names the policy that the pages are served with", () => {
  const guide = readFileSync(join(__dirname, "../../../docs/vi/cai-dat.md"), "utf8");
  expect(guide.replace(/\s+/g, " ")).toContain(contentSecurityPolicy("office-js/office.js"));
});
