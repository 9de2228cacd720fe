import { MAX_FETCH_SECONDS, readSeconds } from "../../../src/files/limits";
import type { ReadReport, ReadRequest } from "../../../src/taskpane/filesProtocol";
import { type FilesWorker, guardedReading, type ReadingProgress } from "../../../src/taskpane/guardedReading";

/** A worker in the hands of the test. */
interface FakeWorker extends FilesWorker {
  readonly asked: string[];
  ended: boolean;
}

function host() {
  const workers: FakeWorker[] = [];
  let tick: () => void = () => undefined;
  const progress: ReadingProgress[] = [];
  const start = (names: readonly string[]) => {
    const files = names.map((name) => new File(["x"], name));
    return guardedReading(files, "vi", (step) => progress.push(step), {
      newWorker: () => {
        const asked: string[] = [];
        const worker: FakeWorker = {
          onmessage: null,
          onerror: null,
          onmessageerror: null,
          asked,
          ended: false,
          postMessage: ({ file }: ReadRequest) => asked.push(file.name),
          terminate: () => (worker.ended = true),
        };
        workers.push(worker);
        return worker;
      },
      everySecond: (call) => {
        tick = call;
        return () => (tick = () => undefined);
      },
    });
  };
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second++) tick();
  };
  return { workers, progress, start, pass };
}

const say = (worker: FakeWorker | undefined, report: ReadReport): void =>
  worker?.onmessage?.({ data: report } as MessageEvent<ReadReport>);
const crash = (worker: FakeWorker | undefined): void =>
  worker?.onerror?.({ message: "Out of memory" } as ErrorEvent);

/** The worker answers for the file that it has. */
function answer(worker: FakeWorker | undefined): void {
  say(worker, { kind: "running" });
  say(worker, { kind: "fetched" });
  const error = { code: "damaged", message: "hỏng" } as const;
  say(worker, { kind: "done", answer: { ok: false, error } });
}

test("one file after the other in one worker, with progress", async () => {
  const { workers, progress, start } = host();
  const job = start(["a.xlsx", "b.xlsx"]);
  answer(workers[0]);
  answer(workers[0]);
  expect((await job.finished).map(({ name }) => name)).toEqual(["a.xlsx", "b.xlsx"]);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.ended).toBe(true);
  expect(progress).toEqual([
    { done: 0, total: 2, file: "a.xlsx" },
    { done: 1, total: 2, file: "b.xlsx" },
  ]);
});

test("a file that takes too long is refused with its bound, and the next one is read in a new worker", async () => {
  const { workers, start, pass } = host();
  const job = start(["treo.xlsx", "lành.xlsx"]);
  say(workers[0], { kind: "running" });
  say(workers[0], { kind: "fetched" });
  pass(readSeconds(1));
  expect(workers).toHaveLength(1);
  pass(1);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(workers[1]?.asked).toEqual(["lành.xlsx"]);
  answer(workers[1]);
  const [hanging, sound] = await job.finished;
  expect(hanging).toMatchObject({ name: "treo.xlsx", ok: false, error: { code: "too-large" } });
  expect(hanging?.ok === false && hanging.error.message).toContain(`quá ${readSeconds(1)} giây`);
  expect(sound).toMatchObject({ name: "lành.xlsx", error: { code: "damaged" } });
});

test("a file that crashes its worker is refused, and the next one is read", async () => {
  const { workers, start } = host();
  const job = start(["nổ.xlsx", "lành.xlsx"]);
  say(workers[0], { kind: "running" });
  crash(workers[0]);
  answer(workers[1]);
  const [broken, sound] = await job.finished;
  expect(broken).toMatchObject({ name: "nổ.xlsx", ok: false, error: { code: "too-large" } });
  expect(broken?.ok === false && broken.error.message).toContain("bộ nhớ");
  expect(sound).toMatchObject({ name: "lành.xlsx" });
});

test("a drive that does not hand over a file does not stop the others", async () => {
  const { workers, start, pass } = host();
  const job = start(["trên mạng.xlsx", "lành.xlsx"]);
  say(workers[0], { kind: "running" });
  pass(MAX_FETCH_SECONDS + 1);
  answer(workers[1]);
  expect(await job.finished).toMatchObject([{ error: { code: "not-readable" } }, { name: "lành.xlsx" }]);
});

test("time counts for each file alone, and only while the pane is awake to count it", async () => {
  const { workers, start, pass } = host();
  const job = start(["a.xlsx", "b.xlsx"]);
  say(workers[0], { kind: "running" });
  say(workers[0], { kind: "fetched" });
  pass(readSeconds(1));
  answer(workers[0]);
  say(workers[0], { kind: "fetched" });
  pass(readSeconds(1));
  answer(workers[0]);
  expect(await job.finished).toMatchObject([{ error: { code: "damaged" } }, { error: { code: "damaged" } }]);
  expect(workers).toHaveLength(1);
});

test("workers that cannot even be started are no fault of the files", async () => {
  const { workers, start } = host();
  const job = start(["a.xlsx", "b.xlsx"]);
  crash(workers[0]);
  await expect(job.finished).rejects.toThrow("Out of memory");
  expect(workers).toHaveLength(1);
});

test("cancelling ends the worker and keeps what was read", async () => {
  const { workers, start } = host();
  const job = start(["a.xlsx", "b.xlsx"]);
  answer(workers[0]);
  job.cancel();
  expect((await job.finished).map(({ name }) => name)).toEqual(["a.xlsx"]);
  expect(workers[0]?.ended).toBe(true);
});

test("above a thousand files two workers share the work; results keep the order of the files", async () => {
  const { workers, start } = host();
  const names = Array.from({ length: 1001 }, (_, index) => `${index}.xlsx`);
  const job = start(names);
  expect(workers).toHaveLength(2);
  // The second worker is the faster one.
  for (let index = 0; index < 1000; index++) answer(workers[1]);
  answer(workers[0]);
  expect((await job.finished).map(({ name }) => name)).toEqual(names);
});

test("no files, no work", async () => {
  const { start } = host();
  expect(await start([]).finished).toEqual([]);
});
