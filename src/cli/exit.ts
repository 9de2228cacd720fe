/** Exit statuses of every command. */
export const EXIT = {
  /** Nothing wrong. */
  ok: 0,
  /** Findings of severity error. */
  findings: 1,
  /** A file could not be read, or the call is off. */
  unusable: 2,
} as const;
