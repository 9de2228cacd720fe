import { newPlanner, PlanningFailed, type PlanWorker } from "../../../src/taskpane/planner";
import type { Contribution, PlanOrder, PlanReport } from "../../../src/taskpane/planProtocol";
import { workbook } from "../../support/grids";

/** A worker in the hands of the test. */
interface FakeWorker extends PlanWorker {
  readonly orders: PlanOrder[];
  ended: boolean;
}

function office() {
  const workers: FakeWorker[] = [];
  const planner = newPlanner(() => {
    const orders: PlanOrder[] = [];
    const worker: FakeWorker = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      orders,
      ended: false,
      postMessage: (order) => orders.push(order),
      terminate: () => (worker.ended = true),
    };
    workers.push(worker);
    return worker;
  });
  /** Resolves when so many requests in all have come to workers. */
  const sent = async (count: number): Promise<void> => {
    const requests = (): number => workers.flatMap(({ orders }) => orders.filter(isRequest)).length;
    while (requests() < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { workers, planner, sent };
}

const isRequest = ({ kind }: PlanOrder): boolean => kind === "do";

const contribution = (file: string): Contribution => ({
  workbook: workbook({ file, unit: "ha-lang", sheets: [] }),
  unit: null,
});
const A = contribution("a.xlsx");
const B = contribution("b.xlsx");
const OPTIONS = { round: null, language: "vi", asOf: "2023-06-30" } as const;

const say = (worker: FakeWorker | undefined, report: PlanReport): void =>
  worker?.onmessage?.({ data: report } as MessageEvent<PlanReport>);
const kinds = (worker: FakeWorker | undefined): readonly string[] =>
  worker?.orders.map((order) => (order.kind === "hold" ? order.workbook.file : order.work)) ?? [];
const requestIn = (worker: FakeWorker | undefined): number =>
  worker?.orders.flatMap((order) => (order.kind === "do" ? [order.id] : [])).pop() ?? NaN;
const done = (worker: FakeWorker | undefined): void =>
  say(worker, { kind: "done", id: requestIn(worker), result: [] });

test("every file is sent once, and named in each request", async () => {
  const { workers, planner, sent } = office();
  const first = planner.ask("check", [A], OPTIONS);
  await sent(1);
  done(workers[0]);
  expect(await first).toEqual([]);
  const second = planner.ask("check", [B, { ...A, unit: "ha-lang" }], OPTIONS);
  await sent(2);
  expect(workers).toHaveLength(1);
  expect(kinds(workers[0])).toEqual(["a.xlsx", "check", "b.xlsx", "check"]);
  expect(workers[0]?.orders.at(-1)).toMatchObject({
    contributions: [
      { workbook: 1, unit: null },
      { workbook: 0, unit: "ha-lang" },
    ],
  });
  done(workers[0]);
  await second;
});

test("progress is told to the one who asked", async () => {
  const { workers, planner, sent } = office();
  const told: number[] = [];
  const asked = planner.ask("check", [A], OPTIONS, { onProgress: (fraction) => told.push(fraction) });
  await sent(1);
  say(workers[0], { kind: "progress", id: requestIn(workers[0]), fraction: 0.5 });
  say(workers[0], { kind: "progress", id: requestIn(workers[0]) + 1, fraction: 0.7 });
  done(workers[0]);
  await asked;
  expect(told).toEqual([0.5]);
});

test("stopping ends the worker; the next request has a new one, which is sent the files again", async () => {
  const { workers, planner, sent } = office();
  const stopping = new AbortController();
  const stopped = planner.ask("check", [A], OPTIONS, { signal: stopping.signal });
  await sent(1);
  stopping.abort();
  await expect(stopped).rejects.toBe(stopping.signal.reason);
  expect(workers[0]?.ended).toBe(true);
  const again = planner.ask("check", [A], OPTIONS);
  await sent(2);
  expect(kinds(workers[1])).toEqual(["a.xlsx", "check"]);
  // What the first one had still to say is about nothing any more.
  done(workers[0]);
  done(workers[1]);
  expect(await again).toEqual([]);
});

test("stopping one request leaves another its worker", async () => {
  const { workers, planner, sent } = office();
  const stopping = new AbortController();
  const stopped = planner.ask("check", [A], OPTIONS, { signal: stopping.signal });
  const other = planner.ask("check", [B], OPTIONS);
  await sent(2);
  stopping.abort();
  await expect(stopped).rejects.toBe(stopping.signal.reason);
  expect(workers[0]?.ended).toBe(false);
  done(workers[0]);
  expect(await other).toEqual([]);
});

test("what is stopped before it is asked needs no worker", async () => {
  const { workers, planner } = office();
  const signal = AbortSignal.abort();
  await expect(planner.ask("check", [A], OPTIONS, { signal })).rejects.toBe(signal.reason);
  expect(workers).toEqual([]);
});

test("a crash fails all that was asked; asked again, it is done in a new worker", async () => {
  const { workers, planner, sent } = office();
  const first = planner.ask("check", [A], OPTIONS);
  const second = planner.ask("check", [B], OPTIONS);
  await sent(2);
  workers[0]?.onerror?.({ message: "Out of memory" } as ErrorEvent);
  await expect(first).rejects.toThrow(PlanningFailed);
  await expect(second).rejects.toThrow("Out of memory");
  expect(workers[0]?.ended).toBe(true);
  const again = planner.ask("check", [A], OPTIONS);
  await sent(3);
  done(workers[1]);
  expect(await again).toEqual([]);
});

test("a fault of ours fails what was asked and keeps the worker", async () => {
  const { workers, planner, sent } = office();
  const asked = planner.ask("check", [A], OPTIONS);
  await sent(1);
  say(workers[0], { kind: "failed", id: requestIn(workers[0]), message: "No round" });
  await expect(asked).rejects.toMatchObject({ name: "PlanningFailed", message: "No round" });
  expect(workers[0]?.ended).toBe(false);
});

test("a worker that cannot be sent a file fails the request", async () => {
  const { workers, planner, sent } = office();
  const asked = planner.ask("check", [A], OPTIONS);
  await sent(1);
  done(workers[0]);
  await asked;
  const refused = new Error("DataCloneError");
  Object.assign(workers[0]!, {
    postMessage: () => {
      throw refused;
    },
  });
  await expect(planner.ask("check", [B], OPTIONS)).rejects.toBe(refused);
});

test("at rest the worker is ended, but not before it has answered", async () => {
  const { workers, planner, sent } = office();
  planner.rest();
  const asked = planner.ask("check", [A], OPTIONS);
  await sent(1);
  planner.rest();
  expect(workers[0]?.ended).toBe(false);
  done(workers[0]);
  expect(await asked).toEqual([]);
  expect(workers[0]?.ended).toBe(true);
});
