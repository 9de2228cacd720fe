/** Which member belongs to which ExcelApi version, and what this host declares. */
import table from "./apiSets.json";
import { apiNotFound } from "./errors";

const apiSets: { readonly [className: string]: { readonly [member: string]: string } | undefined } = table;

/** `1.14` against `1.9`: true when `declared` includes `needed`. */
export function includesVersion(declared: string, needed: string): boolean {
  const [declaredMajor = 0, declaredMinor = 0] = declared.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  return declaredMajor > neededMajor || (declaredMajor === neededMajor && declaredMinor >= neededMinor);
}

/** The API set of a member such as `Worksheet.autoFilter`; `null` when Excel's typings do not know it. */
export function apiSetOf(className: string, member: string): string | null {
  return apiSets[className]?.[member] ?? null;
}

/**
 * Refuses a member that is newer than the declared version, or that belongs to another set than ExcelApi. Members
 * that only the client itself uses (`_KeepReference`) are in no set.
 */
export function requireVersion(declared: string, className: string, member: string): void {
  const needed = apiSetOf(className, member);
  if (needed !== null && !supports(declared, needed)) {
    const set = /^\d/.test(needed) ? `ExcelApi ${needed}` : needed;
    throw apiNotFound(`${className}.${member}`, `it needs ${set}, this host declares ExcelApi ${declared}`);
  }
}

/** Whether the member may be part of a `load` that names no properties. */
export function isDeclared(declared: string, className: string, member: string): boolean {
  const needed = apiSetOf(className, member);
  return needed === null || supports(declared, needed);
}

function supports(declared: string, needed: string): boolean {
  return /^\d/.test(needed) && includesVersion(declared, needed);
}
