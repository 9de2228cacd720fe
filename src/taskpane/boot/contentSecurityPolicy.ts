/**
 * The Content-Security-Policy of the pane's pages: what they may load, run and talk to. The one source for the
 * pages themselves, the try-out server, webpack's development server, the tests and the guide for installing.
 */

/** Addresses under which Microsoft's own pages show add-ins in a frame. */
const OFFICE_HOSTS = [
  "https://*.officeapps.live.com",
  "https://*.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
];

/**
 * Fabric makes empty <style> elements and fills them rule by rule from script, which needs no permission of its own:
 * this is the hash of nothing, so no style that stands in a page's text is let in by it.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The policy for the header that goes with every file of the pane.
 *
 * @param officeJsUrl where Microsoft's client library lies; only its origin is allowed, and only when it is another
 */
export function contentSecurityPolicy(officeJsUrl: string): string {
  return [...directives(officeJsUrl), `frame-ancestors 'self' ${OFFICE_HOSTS.join(" ")}`].join("; ");
}

/**
 * The same for a `<meta>` element, which holds also where a server sends no header; who may show the page in a frame
 * can be said in a header only.
 */
export function policyInPage(officeJsUrl: string): string {
  return directives(officeJsUrl).join("; ");
}

function directives(officeJsUrl: string): readonly string[] {
  const office = /^https?:\/\/[^/]+/.exec(officeJsUrl)?.[0];
  return [
    "default-src 'none'",
    `script-src 'self'${office === undefined ? "" : ` ${office}`}`,
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
}
