/** Failures on demand: what a real Excel does now and then, at a moment that the test chooses. */
import type { ErrorBody } from "./protocol";

export type Fault =
  | {
      readonly kind: "error";
      /** Code of the error, such as `InvalidOperationInCellEditMode`, `GeneralException` or `RequestAborted`. */
      readonly code: string;
      readonly message?: string;
      /** Actions that happen before the failing one; 0 when absent. */
      readonly afterActions?: number;
    }
  /** The request is carried out, its answer never arrives: the transport reports a lost connection. */
  | { readonly kind: "connectionLost"; readonly carriedOut: boolean }
  /** The answer arrives late. */
  | { readonly kind: "slow"; readonly milliseconds: number };

export interface FaultQueue {
  /** Arms a fault for the n-th request from now on, 1 being the next one. */
  at(request: number, fault: Fault): void;
  /** Arms a fault for the next request. */
  next(fault: Fault): void;
  /** Takes the fault of the request that has just arrived; counts that request. */
  take(): Fault | null;
  clear(): void;
}

/** The transport must report this as a failed connection, without any response. */
export class ConnectionLost extends Error {}

const MESSAGES: { readonly [code: string]: string | undefined } = {
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  RequestAborted: "The request was aborted during run time.",
};

export function createFaultQueue(): FaultQueue {
  let seen = 0;
  const armed = new Map<number, Fault>();
  return {
    at: (request, fault) => void armed.set(seen + request, fault),
    next: (fault) => void armed.set(seen + 1, fault),
    take: () => {
      seen += 1;
      const fault = armed.get(seen) ?? null;
      armed.delete(seen);
      return fault;
    },
    clear: () => armed.clear(),
  };
}

/** The error body of a fault that fails action number `actionIndex`. */
export function faultError(fault: Fault & { readonly kind: "error" }, actionIndex: number): ErrorBody {
  return {
    Code: fault.code,
    Message:
      fault.message ?? MESSAGES[fault.code] ?? "There was an internal error while processing the request.",
    Location: "",
    ActionIndex: actionIndex,
    HttpStatusCode: 400,
  };
}
