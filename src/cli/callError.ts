/** The call itself is off; the message, in Vietnamese or English, says how to mend it. */
export class CallError extends Error {}
