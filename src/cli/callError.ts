/** The call itself is off; the message, in Vietnamese or English, says how to mend it. */
export class CallError extends Error {
  /** @param details lines below the message */
  constructor(
    message: string,
    readonly details: readonly string[] = []
  ) {
    super(message);
  }
}
