/** Plans merges away from the pane, so that many files never freeze it. Stopping it is `terminate()`. */
import type { PlanOrder, PlanReport } from "./planProtocol";
import { planServer } from "./planServer";

/** The part of a worker's global scope that is used here; the compiler's own description excludes the page's. */
interface WorkerScope {
  onmessage: (event: MessageEvent<PlanOrder>) => void;
  postMessage: (report: PlanReport) => void;
}

const scope = self as unknown as WorkerScope;

const serve = planServer((report) => scope.postMessage(report));
scope.onmessage = ({ data }) => serve(data);
