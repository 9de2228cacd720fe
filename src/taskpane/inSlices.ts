/** Longest time, in milliseconds, for which the pane does not answer the user. */
const SLICE = 50;

/**
 * Runs work that is cut into steps, and lets the pane answer in between. Rejects with the signal's reason where it is
 * aborted meanwhile.
 * @param onStep is told what the last step has yielded, once for every slice of time
 */
export async function inSlices<Step, Result>(
  steps: Iterator<Step, Result>,
  { signal, onStep }: { readonly signal?: AbortSignal; readonly onStep?: (step: Step) => void } = {}
): Promise<Result> {
  for (let begun = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE) continue;
    onStep?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw signal.reason;
    begun = performance.now();
  }
}
