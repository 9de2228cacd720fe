/** What the pages may load, run and talk to. */
import { contentSecurityPolicy, policyInPage } from "../../../src/taskpane/boot/contentSecurityPolicy";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

function sources(policy: string, directive: string): readonly string[] {
  const found = policy.split("; ").find((part) => part.startsWith(`${directive} `));
  return found?.split(" ").slice(1) ?? [];
}

test.each([
  [CDN, ["'self'", "https://appsforoffice.microsoft.com"]],
  ["/office-js/office.js", ["'self'"]],
  ["office.js", ["'self'"]],
  ["https://mang.tinhuy.example:8443/office/office.js", ["'self'", "https://mang.tinhuy.example:8443"]],
])("with the library at %s scripts come from %j alone", (officeJsUrl, scripts) => {
  expect(sources(contentSecurityPolicy(officeJsUrl), "script-src")).toEqual(scripts);
});

test("nothing that stands in a page's text runs or paints, nothing is sent elsewhere", () => {
  const policy = contentSecurityPolicy(CDN);
  expect(policy).not.toMatch(/unsafe-|\*(?!\.)|http:|blob:/);
  expect(sources(policy, "default-src")).toEqual(["'none'"]);
  expect(sources(policy, "connect-src")).toEqual(["'self'"]);
  expect(sources(policy, "worker-src")).toEqual(["'self'"]);
  expect(sources(policy, "base-uri")).toEqual(["'none'"]);
  expect(sources(policy, "form-action")).toEqual(["'none'"]);
});

test("only Microsoft's pages and our own show the pane in a frame; a page cannot say so itself", () => {
  const ancestors = sources(contentSecurityPolicy(CDN), "frame-ancestors");
  expect(ancestors).toEqual(expect.arrayContaining(["'self'", "https://*.officeapps.live.com"]));
  expect(`${policyInPage(CDN)}; frame-ancestors ${ancestors.join(" ")}`).toBe(contentSecurityPolicy(CDN));
});
