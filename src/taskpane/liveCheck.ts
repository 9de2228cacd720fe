/**
 * The check that follows the workbook: from before it is read, every edit is heard, what was edited is read again and
 * checked again. Edits are hints; the workbook itself is what counts.
 */
import type { CheckSession, FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";
import * as excel from "../excel";
import type { Round } from "../schemes";
import { inSlices } from "./inSlices";
import { loadCore } from "./loadCore";
import { marksIn } from "./model/findingMarks";
import { scheme, today } from "./services";

/** Milliseconds of quiet after an edit before it is looked at, and the longest time that it waits for quiet. */
const QUIET = 500;
const MOST_WAIT = 3_000;

/** What the page shows. */
export interface LiveState {
  /** Null before the first check has come to its end. */
  readonly result: LiveResult | null;
  readonly work: Work;
  /** Why the latest change is not checked yet; it is tried again with the next edit. Or why no edit is heard. */
  readonly error: unknown;
  /** True: the result is not that of the workbook as it is; the user has stopped the check. */
  readonly stopped: boolean;
  readonly marks: MarksState;
}

export interface LiveResult {
  readonly check: FileCheck;
  /** The workbook as it was read for it. */
  readonly workbook: WorkbookContent;
  /** False: the workbook does not say its round, and the one chosen by the user was taken. */
  readonly roundStated: boolean;
  /** What was read for it: the edited rows; all, as was asked for; or all, because more than cells had changed. */
  readonly read: "edits" | "all" | "changed";
}

/** What goes on now; `done` from 0 to 1. */
export type Work =
  | { readonly kind: "none" }
  | { readonly kind: "edits" }
  | { readonly kind: "everything"; readonly stage: "reading" | "checking"; readonly done: number };

export interface MarksState {
  /** True: there are marks in the sheets. */
  readonly shown: boolean;
  /** Sheets with findings that take no marks, for they are protected. */
  readonly refused: readonly string[];
  /** Why the marks are not as they should be. */
  readonly error: unknown;
}

export interface LiveCheck {
  /** Checks the whole workbook against the round that it states, else against this one. */
  readonly run: (round: Round, language: Language) => void;
  /**
   * Another round was chosen, on whatever page: what was checked is checked against it, at once or when the page comes
   * into view. Where nothing was checked, nothing is.
   */
  readonly against: (round: Round) => void;
  /** The same findings in another language. */
  readonly speak: (language: Language) => void;
  /** Says whether the page is in view: only then edits are heard. What was missed meanwhile is caught up with. */
  readonly show: (inView: boolean) => void;
  /** Wants marks in the sheets, or none. */
  readonly mark: (wanted: boolean) => void;
  /** Somebody else has put marks into the workbook: all that there are belong to this check from now on. */
  readonly markedElsewhere: () => void;
  /** Looks at these cells again, as after an edit. */
  readonly touch: (cells: readonly { readonly sheet: string; readonly address: string }[]) => void;
  /** Tries again what has failed. */
  readonly retry: () => void;
  /** Stops what goes on. */
  readonly stop: () => void;
  /** Resolves once nothing goes on; never rejects. */
  readonly idle: () => Promise<void>;
  /** Ends everything; marks stay as they are. */
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  readonly onState: (state: LiveState) => void;
  /** Calls after so many milliseconds, unless it is cancelled by what it returns. */
  readonly after?: (milliseconds: number, call: () => void) => () => void;
}

/** Before anything was done. */
export const IDLE: LiveState = {
  result: null,
  work: { kind: "none" },
  error: null,
  stopped: false,
  marks: { shown: false, refused: [], error: null },
};

/** What is said of following the edits: that what is shown holds, only where it does. */
export function followingKey({ work, result, error, stopped }: LiveState) {
  if (work.kind === "edits") return "check.liveEdits";
  if (error !== null || stopped) return "check.notLive";
  return result?.read === "changed" ? "check.liveWhole" : "check.live";
}

/** What is known of the workbook. */
interface Known {
  readonly open: excel.OpenWorkbook;
  readonly session: CheckSession;
  readonly roundStated: boolean;
}

/** What is to be looked at. */
interface Todo {
  readonly everything: boolean;
  readonly askedForAll: boolean;
  readonly edits: readonly excel.Edit[];
  readonly respeak: boolean;
}

export function startLiveCheck({ onState, after = callAfter }: LiveOptions): LiveCheck {
  let state = IDLE;
  let known: Known | null = null;
  let asked: { readonly round: Round; readonly language: Language } | null = null;
  /** What has not been looked at. */
  let everything = false;
  /** True: everything, because it was asked for, not because of what was heard. */
  let askedForAll = false;
  let edits: readonly excel.Edit[] = [];
  let respeak = false;
  let remark = false;
  let wantsMarks = false;
  /** Null: nobody has looked. */
  let marks: readonly excel.Mark[] | null = null;
  let inView = false;
  /** How often somebody else may have changed the marks: what was known of them before holds no longer. */
  let strangers = 0;
  let closed = false;
  let listening: Promise<excel.StopWatching> | null = null;
  /** Why nothing is heard; null: Excel has not refused. */
  let deafness: unknown = null;
  let turn: Promise<void> = Promise.resolve();
  let working = false;
  let abort: AbortController | null = null;
  let cancelWait = (): void => undefined;
  let waitingSince: number | null = null;

  const tell = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    if (!closed) onState(state);
  };

  const hear = (hint: excel.Hint): void => {
    if (hint === "everything") everything = true;
    else edits = [...edits, hint];
    const now = Date.now();
    waitingSince ??= now;
    if (now - waitingSince > MOST_WAIT) return;
    cancelWait();
    cancelWait = after(QUIET, work);
  };

  /** Does what is to be done, one thing after the other; what comes meanwhile is done afterwards. */
  function work(): void {
    cancelWait();
    waitingSince = null;
    if (working || !hasWork()) return;
    working = true;
    turn = workAll();
  }

  const hasWork = (): boolean => !closed && (everything || edits.length > 0 || respeak || remark);

  async function workAll(): Promise<void> {
    while (hasWork()) {
      const todo = { everything, askedForAll, edits, respeak };
      everything = false;
      askedForAll = false;
      edits = [];
      respeak = false;
      remark = false;
      try {
        await recheckNow(todo);
        tell({ work: { kind: "none" }, error: deafness, stopped: false });
      } catch (error) {
        // Nothing is forgotten: the next edit, or the user, has it tried again.
        everything ||= todo.everything;
        askedForAll ||= todo.askedForAll;
        edits = [...todo.edits, ...edits];
        respeak ||= todo.respeak;
        const stopped = abort?.signal.aborted === true;
        if (stopped && known === null) forget();
        tell({ work: { kind: "none" }, error: stopped ? null : error, stopped });
        break;
      }
      await markNow();
    }
    working = false;
  }

  /** A first check that the user has stopped leaves nothing to follow: only the user begins it again. */
  function forget(): void {
    asked = null;
    everything = false;
    askedForAll = false;
    edits = [];
    respeak = false;
    void stopListening();
  }

  async function recheckNow(todo: Todo): Promise<void> {
    if (asked === null || (!todo.everything && todo.edits.length === 0 && !todo.respeak)) return;
    abort = new AbortController();
    const { signal } = abort;
    const core = loadCore();
    const before = known;
    let open = before?.open ?? null;
    let read: LiveResult["read"] = state.result?.read ?? "all";
    if (open && !todo.everything && todo.edits.length > 0) {
      tell({ work: { kind: "edits" } });
      open = await excel.readEdits(open, todo.edits);
      read = "edits";
    }
    if (open === null || todo.everything) {
      tell({ work: { kind: "everything", stage: "reading", done: 0 } });
      // What is edited while it is read and checked is heard, and looked at afterwards.
      await listen();
      const onProgress = (done: number): void =>
        tell({ work: { kind: "everything", stage: "reading", done } });
      open = await excel.openWorkbook({ signal, onProgress });
      read = todo.askedForAll ? "all" : "changed";
    }
    const { checkSteps, statedRound } = await core;
    const stated = statedRound(open.content, scheme, today());
    const options = { scheme, round: stated ?? asked.round, asOf: today(), language: asked.language };
    const whole = state.work.kind === "everything";
    const session = await inSlices(checkSteps(before?.session ?? null, open.content, options), {
      signal,
      onStep: (done) => {
        if (whole) tell({ work: { kind: "everything", stage: "checking", done } });
      },
    });
    known = { open, session, roundStated: stated !== undefined };
    tell({
      result: { check: session.check, workbook: open.content, roundStated: known.roundStated, read },
    });
  }

  /** Out of view nothing is marked: another page may have cleared the workbook for sending. Coming back marks it anew. */
  async function markNow(): Promise<void> {
    if (known === null || (wantsMarks && !inView)) return;
    const { open, session } = known;
    const before = strangers;
    try {
      if (!wantsMarks) {
        if (marks === null ? await excel.hasMarks() : marks.length > 0) await excel.removeMarks();
        marks = strangers === before ? [] : null;
        tell({ marks: IDLE.marks });
        return;
      }
      const there = marks ?? ((await excel.hasMarks()) ? await excel.findMarks() : []);
      if (strangers !== before) return;
      const { wanted, locked, refused } = marksIn(session.check.findings, open.sheets);
      const updated = await excel.updateMarks(there, wanted, locked);
      marks = strangers === before ? updated : null;
      tell({ marks: { shown: updated.length > 0, refused, error: null } });
    } catch (error) {
      // Part of them may be there: next time they are looked for.
      marks = null;
      tell({ marks: { ...state.marks, error } });
    }
  }

  function forgetMarks(): void {
    strangers += 1;
    marks = null;
  }

  /** Resolves once edits are heard. Where Excel refuses, the check is made nonetheless. */
  async function listen(): Promise<void> {
    if (!inView) return;
    await (listening ?? beginListening()).catch(() => undefined);
  }

  function beginListening(): Promise<excel.StopWatching> {
    const begun = excel.watchEdits(hear);
    listening = begun;
    deafness = null;
    begun.catch((error: unknown) => {
      if (listening !== begun) return;
      listening = null;
      deafness = error;
    });
    return begun;
  }

  async function stopListening(): Promise<void> {
    const stopping = listening;
    listening = null;
    cancelWait();
    // Where Excel does not answer, it tells nothing any more either.
    await stopping?.then((stopIt) => stopIt()).catch(() => undefined);
  }

  return {
    run: (round, language) => {
      asked = { round, language };
      everything = true;
      askedForAll = true;
      work();
    },
    against: (round) => {
      if (asked === null || asked.round.id === round.id) return;
      asked = { ...asked, round };
      if (!inView) return;
      everything = true;
      askedForAll = true;
      work();
    },
    speak: (language) => {
      if (asked === null || asked.language === language) return;
      asked = { ...asked, language };
      respeak = true;
      work();
    },
    show: (nowInView) => {
      if (nowInView === inView) return;
      inView = nowInView;
      forgetMarks();
      if (!inView) void stopListening();
      else if (asked !== null) {
        everything = true;
        askedForAll = true;
        work();
      }
    },
    mark: (wanted) => {
      if (wanted === wantsMarks) return;
      wantsMarks = wanted;
      remark = known !== null;
      work();
    },
    markedElsewhere: () => {
      forgetMarks();
      // Where none are wanted it is the wish for them that follows; out of view, coming back.
      remark ||= wantsMarks && inView && known !== null;
      work();
    },
    touch: (cells) => {
      const ids = new Map(known?.open.sheets.map(({ id, name }) => [name, id]));
      for (const { sheet, address } of cells) {
        const sheetId = ids.get(sheet);
        hear(sheetId === undefined ? "everything" : { sheetId, address });
      }
      work();
    },
    retry: () => {
      remark = true;
      // Nobody knows what was edited while nothing was heard.
      if (inView && listening === null) {
        everything = true;
        askedForAll = true;
      }
      work();
    },
    stop: () => abort?.abort(),
    idle: async () => {
      await turn;
      await listening?.catch(() => undefined);
    },
    close: async () => {
      closed = true;
      inView = false;
      forgetMarks();
      abort?.abort();
      await stopListening();
      await turn;
    },
  };
}

function callAfter(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
