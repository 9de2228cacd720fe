import { guardedWork, type WorkListener } from "../../../src/files/guardedWork";

/** A worker in the hands of the test; it answers with the name of the task that it was given first. */
function hands(ahead: number, names: readonly string[]) {
  const workers: { listener: WorkListener<string>; given: string[]; ended: boolean }[] = [];
  const job = guardedWork(
    {
      tasks: names.map((name) => ({ name, size: 1 })),
      workers: 1,
      ahead,
      orderFor: ({ name }) => name,
      refusal: ({ name }, fault) => `${name}: ${fault}`,
    },
    {
      newWorker: (listener) => {
        const worker = { listener, given: [] as string[], ended: false };
        workers.push(worker);
        return { give: (name: string) => worker.given.push(name), end: () => (worker.ended = true) };
      },
      everySecond: () => () => undefined,
    }
  );
  const answer = (index: number, text: string): void => {
    workers[index]?.listener.report({ kind: "fetched" });
    workers[index]?.listener.report({ kind: "done", answer: text });
  };
  return { workers, job, answer };
}

test("a worker that does its tasks in turn is given some ahead once it has answered", async () => {
  const { workers, job, answer } = hands(2, ["a", "b", "c"]);
  expect(workers[0]?.given).toEqual(["a"]);
  answer(0, "A");
  expect(workers[0]?.given).toEqual(["a", "b", "c"]);
  answer(0, "B");
  answer(0, "C");
  expect([...(await job.finished)]).toEqual([
    [0, "A"],
    [1, "B"],
    [2, "C"],
  ]);
});

test("of the tasks that a lost worker held, the one in work is refused and the others are given anew", async () => {
  const { workers, job, answer } = hands(3, ["a", "b", "c", "d"]);
  answer(0, "A");
  workers[0]?.listener.died("out of memory");
  expect(workers[0]?.ended).toBe(true);
  expect(workers[1]?.given).toEqual(["c"]);
  answer(1, "C");
  expect(workers[1]?.given).toEqual(["c", "d"]);
  answer(1, "D");
  expect([...(await job.finished).values()]).toEqual(["A", "b: readerStopped", "C", "D"]);
});

test("a worker that is lost twice is lost once", async () => {
  const { workers, job, answer } = hands(1, ["a", "b"]);
  workers[0]?.listener.report({ kind: "running" });
  workers[0]?.listener.died("first");
  workers[0]?.listener.died("second");
  expect(workers).toHaveLength(2);
  answer(1, "B");
  expect([...(await job.finished).values()]).toEqual(["a: readerStopped", "B"]);
});
