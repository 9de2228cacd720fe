import { useCallback, useEffect, useRef, useState } from "react";
import { changedMeanwhile, changesOf } from "../../../domain/entry/entryRow";
import {
  asWritten,
  isDirty,
  look,
  watch,
  withOrdinal,
  writeDraft,
  type Draft,
  type EntryHint,
  type EntryTarget,
  type GoTo,
  type Selected,
} from "../../entryServices";
import { useRound } from "../../roundChoice";
import { describeFailure, leftoverOf, type UndoToken } from "../../services";
import { useUnit } from "../../unitChoice";

/** Milliseconds without a further hint before the sheet is looked at. */
const PAUSE: Readonly<Record<EntryHint, number>> = { selection: 120, cells: 400 };

/** What keeps the row from being left or written, and asks to be decided. */
export type Question =
  /** There is something unwritten, and another row was asked for. */
  | { readonly kind: "leave"; readonly goTo: GoTo | null; readonly selected: Selected | null }
  /** Cells of the row were changed in the sheet while it was filled in: their titles. */
  | { readonly kind: "changed"; readonly columns: readonly string[]; readonly now: EntryTarget };

/** What was written last. */
export interface Written {
  readonly undo: UndoToken;
  readonly row: number;
  readonly cells: number;
}

export interface Entry {
  /** Null before anything was read. */
  readonly selected: Selected | null;
  /** The row that is filled in; null while none is. */
  readonly target: EntryTarget | null;
  readonly draft: Draft;
  readonly dirty: boolean;
  /** Fields that were left with something in them, whose findings may be shown. */
  readonly touched: ReadonlySet<string>;
  readonly busy: "reading" | "writing" | null;
  readonly failure: { readonly error: unknown; readonly doing: "reading" | "writing" } | null;
  readonly question: Question | null;
  readonly written: Written | null;
  readonly type: (key: string, text: string) => void;
  readonly touch: (key: string) => void;
  readonly reset: () => void;
  readonly write: () => void;
  readonly goTo: (goTo: GoTo) => void;
  readonly refresh: () => void;
  readonly retry: () => void;
  /** Answers to the question: write first, give up what was typed, or leave things as they are. */
  readonly writeAndLeave: () => void;
  readonly leave: () => void;
  readonly stay: () => void;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

interface State {
  readonly selected: Selected | null;
  readonly target: EntryTarget | null;
  readonly draft: Draft;
  readonly touched: ReadonlySet<string>;
  readonly busy: Entry["busy"];
  readonly failure: Entry["failure"];
  readonly question: Question | null;
  readonly written: Written | null;
}

const NONE: ReadonlySet<string> = new Set();
const START: State = {
  selected: null,
  target: null,
  draft: {},
  touched: NONE,
  busy: null,
  failure: null,
  question: null,
  written: null,
};

/** Follows the selection of the workbook and keeps what is typed until it is written or given up. */
export function useEntry(active: boolean): Entry {
  const { round } = useRound();
  const { unit } = useUnit();
  const [state, setState] = useState(START);
  const latest = useRef(state);
  const change = useCallback((part: Partial<State>) => {
    latest.current = { ...latest.current, ...part };
    setState(latest.current);
  }, []);
  /** Changes heard of, and how many of them had been when the tables were read last: they are read anew after others. */
  const changes = useRef(1);
  const changesRead = useRef(0);
  const lookNumber = useRef(0);
  /** What was to be read while a row was being written: it is read afterwards. */
  const waiting = useRef<(() => Promise<void>) | null>(null);

  const read = useCallback(
    async (goTo: GoTo | null): Promise<void> => {
      if (latest.current.busy === "writing") {
        // To read now would offer the row for writing a second time.
        waiting.current = () => read(goTo);
        return;
      }
      lookNumber.current += 1;
      const thisLook = lookNumber.current;
      const heard = changes.current;
      const known = heard > changesRead.current ? null : knownOf(latest.current.selected);
      change({ busy: "reading" });
      try {
        const isWanted = (): boolean => thisLook === lookNumber.current;
        const selected = await look({ known, round, unit, goTo, isWanted });
        if (thisLook !== lookNumber.current) return;
        changesRead.current = heard;
        const next = { ...latest.current, ...after(latest.current, selected) };
        change({ ...next, busy: null, failure: unwritten(next) });
      } catch (error) {
        if (thisLook !== lookNumber.current) return;
        change({ busy: null, failure: unwritten(latest.current) ?? { error, doing: "reading" } });
      }
    },
    [change, round, unit]
  );

  /** False: nothing was waiting. */
  const readWaiting = useCallback((): boolean => {
    const next = waiting.current;
    waiting.current = null;
    void next?.();
    return next !== null;
  }, []);

  useHints(active, (hints) => {
    if (hints.has("cells")) changes.current += 1;
    if (latest.current.busy !== "writing") void read(null);
    else if (hints.has("selection")) waiting.current ??= () => read(null);
  });
  useEffect(() => {
    if (!active) return;
    // Out of view nothing is heard.
    changes.current += 1;
    void read(null);
  }, [active, read]);

  const write = useCallback(async (): Promise<boolean> => {
    const { target, draft } = latest.current;
    if (!target || latest.current.busy === "writing" || !isDirty(target, draft)) return false;
    lookNumber.current += 1;
    waiting.current = null;
    change({ busy: "writing", failure: null, written: null });
    try {
      const outcome = await writeDraft(target, draft);
      changes.current += 1;
      if (outcome.status !== "written") {
        // What is there now is read, and what has changed is told.
        change({ busy: null });
        await read(null);
        const moved = latest.current.target ?? target;
        await read({ table: moved.table, row: moved.row });
        return false;
      }
      const cells = changesOf(target.table, target.before, withOrdinal(target, draft)).length;
      change({
        busy: null,
        target: asWritten(target, draft),
        draft: typedSince(draft, latest.current.draft),
        touched: NONE,
        question: null,
        written: { undo: outcome.undo, row: target.row, cells },
      });
      return true;
    } catch (error) {
      change({ busy: null, failure: { error, doing: "writing" } });
      readWaiting();
      return false;
    }
  }, [change, read, readWaiting]);

  const goTo = useCallback(
    (place: GoTo) => {
      const { target, draft } = latest.current;
      if (target && isDirty(target, draft)) {
        change({ question: { kind: "leave", goTo: place, selected: null } });
        return;
      }
      change({ written: null });
      void read(place);
    },
    [change, read]
  );

  const giveUp = (part: Partial<State>): void => {
    const next = { ...latest.current, ...part, draft: {}, touched: NONE, question: null };
    change({ ...next, failure: next.failure?.doing === "reading" ? next.failure : unwritten(next) });
  };

  const leaveTo = (question: Question | null): void => {
    giveUp({});
    void read(question?.kind === "leave" ? question.goTo : null);
  };

  return {
    ...state,
    dirty: state.target !== null && isDirty(state.target, state.draft),
    type: (key, text) => change({ draft: { ...latest.current.draft, [key]: text }, written: null }),
    touch: (key) => {
      if (!latest.current.touched.has(key)) change({ touched: new Set([...latest.current.touched, key]) });
    },
    reset: () => giveUp({}),
    write: () => {
      const { target } = latest.current;
      void write().then((isWritten) => {
        if (isWritten && target && !readWaiting()) void read({ table: target.table, row: target.row });
      });
    },
    goTo,
    refresh: () => {
      changes.current += 1;
      void read(null);
    },
    retry: () => {
      const { failure, target, draft } = latest.current;
      if (failure?.doing === "writing" && target && isDirty(target, draft)) {
        void write().then((isWritten) => (isWritten ? read(null) : undefined));
        return;
      }
      // What could not be written stands in the sheet by now, or is given up.
      if (failure?.doing === "writing") change({ failure: null });
      void read(null);
    },
    writeAndLeave: () => {
      const { question } = latest.current;
      void write().then((isWritten) => {
        if (!isWritten) return;
        const { target, draft } = latest.current;
        // What was typed meanwhile is asked about too.
        if (target && isDirty(target, draft)) change({ question });
        else leaveTo(question);
      });
    },
    leave: () => leaveTo(latest.current.question),
    stay: () => change({ question: null }),
    takeTheirs: () => {
      const { question } = latest.current;
      if (question?.kind === "changed") giveUp({ target: question.now });
    },
    keepMine: () => {
      const { question } = latest.current;
      if (question?.kind === "changed") change({ target: question.now, question: null });
    },
  };
}

/** What was typed while an earlier draft was being written. */
function typedSince(written: Draft, now: Draft): Draft {
  return Object.fromEntries(Object.entries(now).filter(([key, text]) => text !== written[key]));
}

function knownOf(selected: Selected | null) {
  if (selected === null || selected.kind === "no-tables") return null;
  return selected.kind === "row" ? selected.target.known : selected.known;
}

/** What a look changes: what is typed stays until somebody decides about it. */
function after({ target: before, draft, question }: State, selected: Selected): Partial<State> {
  const next = selected.kind === "row" ? selected.target : null;
  const target = before && followed(before, selected);
  if (target === null || !isDirty(target, draft)) {
    return isSameRow(target, next)
      ? { selected, target: next, question: null }
      : { selected, target: next, draft: {}, touched: NONE, question: null };
  }
  if (next === null || !isSameRow(target, next)) {
    return { selected, target, question: { kind: "leave", goTo: null, selected } };
  }
  const changed = changedMeanwhile(target.table, target.before, next.before);
  // Who asked for another row is still to decide; who only came back has decided.
  const isAsked = question?.kind === "leave" && question.goTo !== null;
  return changed.length === 0
    ? { selected, target: next, question: isAsked ? question : null }
    : {
        selected,
        target,
        question: { kind: "changed", columns: changed.map(({ spec }) => spec.title), now: next },
      };
}

/**
 * A failure to write that is still to be told: no look at the sheet settles it as long as there is something unwritten, or
 * half of it to be taken back.
 */
function unwritten({ failure, target, draft }: State): State["failure"] {
  if (failure?.doing !== "writing") return null;
  const isSettled = leftoverOf(failure.error) === null && !(target && isDirty(target, draft));
  return isSettled ? null : failure;
}

/** The row where it stands after its table has moved; as it was when the table is not found any more. */
function followed(target: EntryTarget, selected: Selected): EntryTarget {
  const known = knownOf(selected);
  const { located } = target.table.table;
  const table = known?.survey.tables.find(
    (other) => other.sheet === target.table.sheet && other.table.located.form === located.form
  );
  if (!known || !table || known === target.known) return target;
  return { ...target, known, table, row: target.row + table.table.located.headerTop - located.headerTop };
}

function isSameRow(a: EntryTarget | null, b: EntryTarget | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.row === b.row &&
    a.table.sheet === b.table.sheet &&
    a.table.table.located.headerTop === b.table.table.located.headerTop
  );
}

/** Tells hints while the page is in view, those that come close together at once. */
function useHints(active: boolean, onHints: (hints: ReadonlySet<EntryHint>) => void): void {
  const handler = useRef(onHints);
  handler.current = onHints;
  useEffect(() => {
    if (!active) return undefined;
    let timer = 0;
    let waiting: ReadonlySet<EntryHint> = new Set();
    let stop: (() => Promise<void>) | null = null;
    let ended = false;
    watch((hint) => {
      waiting = new Set([...waiting, hint]);
      window.clearTimeout(timer);
      timer = window.setTimeout(
        () => {
          const told = waiting;
          waiting = new Set();
          if (!ended) handler.current(told);
        },
        waiting.has("cells") ? PAUSE.cells : PAUSE.selection
      );
    }).then(
      (end) => {
        if (ended) void end();
        else stop = end;
      },
      (error: unknown) => {
        // Without hints the page still reads when it is opened and when it is asked to.
        console.warn(`No events: ${describeFailure(error).code}`);
      }
    );
    return () => {
      ended = true;
      window.clearTimeout(timer);
      void stop?.();
    };
  }, [active]);
}
