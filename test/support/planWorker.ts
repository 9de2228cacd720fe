import type { PlanOrder, PlanReport } from "../../src/taskpane/planProtocol";
import { planServer } from "../../src/taskpane/planServer";
import type { PlanWorker } from "../../src/taskpane/planner";

/** The planning worker within this process: what is said is copied both ways, as between a page and a worker. */
export function inProcessPlanWorker(): PlanWorker {
  let ended = false;
  const worker: PlanWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (order: PlanOrder) => {
      const copy = structuredClone(order);
      setImmediate(() => {
        if (!ended) serve(copy);
      });
    },
    terminate: () => {
      ended = true;
    },
  };
  const serve = planServer((report) => {
    worker.onmessage?.({ data: structuredClone(report) } as MessageEvent<PlanReport>);
  });
  return worker;
}

/** For code that starts the worker by itself: until the function that is given back is called. */
export function installPlanWorker(): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "Worker");
  Object.defineProperty(globalThis, "Worker", {
    configurable: true,
    value: function Worker() {
      return inProcessPlanWorker();
    },
  });
  return () => {
    if (before) Object.defineProperty(globalThis, "Worker", before);
    else Reflect.deleteProperty(globalThis, "Worker");
  };
}
