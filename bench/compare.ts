/** Measuring side by side: machines differ, ratios hold. */

export interface Candidate {
  readonly name: string;
  /** Does the work once and tells how long the measured part of it took, in milliseconds. */
  readonly run: () => Promise<number>;
}

export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  /** Against the first candidate. */
  readonly ratio: number;
  readonly runs: readonly number[];
  /** Milliseconds of processor time, where whole processes are measured. */
  readonly cpu?: number;
  /** Largest memory, where whole processes are measured. */
  readonly peakMegabytes?: number;
  /** Milliseconds for each file, where their number is what differs. */
  readonly each?: number;
}

/** Runs the candidates in turn, round after round, so that a busy moment of the machine hits all of them. */
export async function compare(
  candidates: readonly Candidate[],
  rounds: number
): Promise<readonly Measured[]> {
  const runs = candidates.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, candidate] of candidates.entries()) {
      runs[index]?.push(await candidate.run());
    }
  }
  const medians = runs.map(median);
  return candidates.map(({ name }, index) => ({
    name,
    median: medians[index] ?? NaN,
    ratio: (medians[index] ?? NaN) / (medians[0] ?? NaN),
    runs: runs[index] ?? [],
  }));
}

/** @returns the milliseconds that `work` took */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN];
  return (lower + upper) / 2;
}

/** What a bench found, and what it should find. */
export interface BenchResult {
  readonly title: string;
  readonly measured: readonly Measured[];
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly text: string;
  readonly value: number;
  readonly below: number;
}
