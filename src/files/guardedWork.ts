/**
 * Has files worked on in workers that are watched: whatever a file does to its worker (it hangs, it takes all memory), the
 * file is refused, a new worker takes its place, and the other files have their turn.
 */
import type { Fault } from "./fileErrors";
import { MAX_FETCH_SECONDS, readSeconds } from "./limits";

/** A file to work on. */
export interface Task {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** From a worker: that it runs at all; then for each task in turn that the bytes have come, and what came of it. */
export type WorkReport<Answer> =
  | { readonly kind: "running" }
  | { readonly kind: "fetched" }
  | { readonly kind: "done"; readonly answer: Answer };

export interface WorkListener<Answer> {
  readonly report: (report: WorkReport<Answer>) => void;
  /** The worker does not live any more. */
  readonly died: (reason: string) => void;
}

export interface GuardedWorker<Order> {
  readonly give: (order: Order) => void;
  readonly end: () => void;
}

/** What the guard needs of the world around it. */
export interface WorkHost<Order, Answer> {
  readonly newWorker: (listener: WorkListener<Answer>) => GuardedWorker<Order>;
  /** Calls `tick` every second until the function that it gives back is called. */
  readonly everySecond: (tick: () => void) => () => void;
}

export interface Work<T extends Task, Order, Answer> {
  readonly tasks: readonly T[];
  readonly workers: number;
  /**
   * Tasks that a worker holds at once; above 1 for workers that do them in turn, so that none waits for the next order.
   * It has one alone until its first answer, which may decide what the next orders are.
   */
  readonly ahead: number;
  /** What a worker is told of a task, made when its turn comes. */
  readonly orderFor: (task: T) => Order;
  /** The answer for a task that its worker did not survive. */
  readonly refusal: (task: T, fault: Fault, seconds: number) => Answer;
  readonly onStart?: (task: T, done: number) => void;
  readonly onAnswer?: (answer: Answer, task: T) => void;
}

export interface WorkJob<Answer> {
  /**
   * Answers by the index of their task, in order; fewer than the tasks when the job was cancelled. Rejects when no worker
   * can be started.
   */
  readonly finished: Promise<ReadonlyMap<number, Answer>>;
  readonly cancel: () => void;
}

/** One worker and the tasks that it has in hand. */
interface Lane<Order> {
  worker: GuardedWorker<Order>;
  /** False until the worker has said anything: it may not even have been loaded. */
  running: boolean;
  answered: boolean;
  /** Indices of its tasks; it works on the first. */
  held: number[];
  fetching: boolean;
  /**
   * Seconds since the first task's turn came, or since its bytes have. Counted, not taken from a clock: a program that is
   * busy, or a machine that sleeps, uses up no task's time.
   */
  seconds: number;
}

export function guardedWork<T extends Task, Order, Answer>(
  { tasks, workers, ahead, orderFor, refusal, onStart, onAnswer }: Work<T, Order, Answer>,
  host: WorkHost<Order, Answer>
): WorkJob<Answer> {
  const answers = new Map<number, Answer>();
  const lanes: Lane<Order>[] = [];
  /** Tasks that a lost worker held and had not begun. */
  const returned: number[] = [];
  let next = 0;
  let settle: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;

  const hire = (): Lane<Order> => {
    const lane: Lane<Order> = {
      worker: host.newWorker({
        report: (report) => hear(lane, report),
        died: (reason) => lose(lane, "readerStopped", reason),
      }),
      running: false,
      answered: false,
      held: [],
      fetching: false,
      seconds: 0,
    };
    lanes.push(lane);
    fill(lane);
    return lane;
  };
  const fill = (lane: Lane<Order>): void => {
    while (lane.held.length < (lane.answered ? ahead : 1)) {
      const index = returned.shift() ?? (next < tasks.length ? next++ : undefined);
      const task = index === undefined ? undefined : tasks[index];
      if (index === undefined || task === undefined) return;
      lane.held.push(index);
      if (lane.held.length === 1) begin(lane);
      lane.worker.give(orderFor(task));
    }
  };
  /** The turn of the first task has come. */
  const begin = (lane: Lane<Order>): void => {
    lane.fetching = true;
    lane.seconds = 0;
    const task = firstOf(lane);
    if (task) onStart?.(task, answers.size);
  };
  const firstOf = ({ held: [index] }: Lane<Order>): T | undefined =>
    index === undefined ? undefined : tasks[index];
  const take = (lane: Lane<Order>, answer: Answer): void => {
    const index = lane.held.shift();
    const task = index === undefined ? undefined : tasks[index];
    if (index === undefined || task === undefined) return;
    lane.answered = true;
    answers.set(index, answer);
    onAnswer?.(answer, task);
    if (answers.size === tasks.length) return settle();
    if (lane.held.length > 0) begin(lane);
    fill(lane);
  };
  const hear = (lane: Lane<Order>, report: WorkReport<Answer>): void => {
    lane.running = true;
    if (report.kind === "done") take(lane, report.answer);
    else if (report.kind === "fetched") {
      lane.fetching = false;
      lane.seconds = 0;
    }
  };
  /** Ends a worker; its task is refused, and another worker goes on with the others. */
  const lose = (lane: Lane<Order>, fault: Fault, reason: string): void => {
    if (!lanes.includes(lane)) return;
    lane.worker.end();
    lanes.splice(lanes.indexOf(lane), 1);
    if (!lane.running) return fail(new Error(reason));
    const [index, ...others] = lane.held;
    const task = firstOf(lane);
    returned.unshift(...others);
    if (index !== undefined && task !== undefined) {
      const answer = refusal(task, fault, lane.fetching ? MAX_FETCH_SECONDS : readSeconds(task.size));
      answers.set(index, answer);
      onAnswer?.(answer, task);
    }
    if (answers.size === tasks.length) settle();
    else hire();
  };
  const watch = (lane: Lane<Order>): void => {
    const task = firstOf(lane);
    if (task === undefined) return;
    lane.seconds += 1;
    if (lane.fetching && lane.seconds > MAX_FETCH_SECONDS) lose(lane, "notFetched", "");
    else if (!lane.fetching && lane.seconds > readSeconds(task.size)) lose(lane, "takesTooLong", "");
  };

  const finished = new Promise<ReadonlyMap<number, Answer>>((resolve, reject) => {
    settle = () => resolve(new Map(Array.from(answers).sort(([a], [b]) => a - b)));
    fail = reject;
  });
  const stop = host.everySecond(() => [...lanes].forEach(watch));
  const close = (): void => {
    stop();
    lanes.splice(0).forEach(({ worker }) => worker.end());
  };
  if (tasks.length === 0) settle();
  else for (let count = 0; count < Math.min(workers, tasks.length); count++) hire();
  return {
    finished: finished.finally(close),
    cancel: () => {
      close();
      settle();
    },
  };
}
