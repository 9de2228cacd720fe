/** What each unit sent, from all its files together: the same as if they had been merged one after the other. */
import type { FormId, Scheme } from "../../schemes/types";
import type { Conflict, Decisions } from "./conflicts";
import { type Disagreement, type EqualFiles, equalFiles, type Resolved, type Sides } from "./equalFiles";
import { rememberedHints } from "./hints";
import { type KeyedSubmission, type Sendings, sendings } from "./rowKeys";
import type { KeyedCells } from "./sameRow";
import { groupBy, identityOf, type PlannedFile, type SentRow } from "./sentRows";
import type { BaseRow } from "./state";

/** All rows of one unit in one form. */
export interface Submission extends KeyedSubmission {
  readonly unit: string;
  readonly form: FormId;
}

/** What a unit sent, by form. */
export interface UnitSubmissions {
  readonly submissions: readonly Submission[];
  readonly conflicts: readonly Conflict[];
}

/** What stands in the tables of a unit before its files are merged. */
export interface Standing {
  /** As last submitted. */
  readonly base: readonly BaseRow[];
  /** Rows that the unit never sent. */
  readonly added: readonly KeyedCells[];
}

export interface GatherOptions {
  readonly scheme: Scheme;
  readonly decisions: Decisions;
  readonly standing: (unit: string, form: FormId) => Standing;
}

/**
 * Puts the files of each unit together. What a district sends again is its last word: a file that was saved later decides
 * every row that it states, whether it holds the whole table or a few rows of it, and its other rows stand beside those
 * that are there; see `sendings`. Files of which nobody knows which was saved later, as one of them does not say when it
 * was or both were at the same moment, are put together first; see `equalFiles`.
 * @param files in the order of saving
 * @returns unit by unit
 */
export function* gatherSubmissions(
  files: readonly PlannedFile[],
  options: GatherOptions
): Generator<UnitSubmissions> {
  const accepted = files.flatMap(({ submission: { unit, refused, modified }, rows }, file) =>
    unit === null || refused !== null ? [] : [{ unit, modified, file, rows }]
  );
  for (const [unit, own] of groupBy(accepted, (file) => file.unit)) yield gatherUnit(unit, own, options);
}

interface FileOfUnit {
  readonly modified: string | null;
  readonly file: number;
  readonly rows: PlannedFile["rows"];
}

function gatherUnit(unit: string, files: readonly FileOfUnit[], options: GatherOptions): UnitSubmissions {
  const hintsOf = rememberedHints();
  const sidesOf = (form: FormId): Sides => ({ ...options, unit, form, hintsOf });
  const forms = new Map<FormId, FormOfUnit>();
  const groups = groupBy(files, ({ modified }) => modified);
  // Those that do not say when they were saved come first: whether there are any decides what becomes of the others.
  const moments = [...groups].sort(([a], [b]) => Number(a !== null) - Number(b !== null));
  for (const [modified, group] of moments) {
    for (const [form, equal] of putTogether(group, sidesOf)) {
      const gathered = forms.get(form) ?? formOfUnit(sidesOf(form), options);
      forms.set(form, gathered);
      if (modified === null) gathered.addUndated(equal);
      else gathered.addDated(equal.resolved());
    }
  }
  const gathered = Array.from(forms, ([form, { finish }]) => ({ form, ...finish() }));
  return {
    submissions: gathered.map(({ form, submission }) => ({ unit, form, ...submission })),
    conflicts: gathered.flatMap(({ disagreements }) => disagreements.map(({ conflict }) => conflict)),
  };
}

/** Files of equal standing, form by form. */
function putTogether(
  files: readonly FileOfUnit[],
  sidesOf: (form: FormId) => Sides
): ReadonlyMap<FormId, EqualFiles> {
  const forms = new Map<FormId, EqualFiles>();
  for (const { file, rows } of files) {
    const sent = rows().map((row): SentRow => ({ row, file }));
    for (const [form, added] of groupBy(sent, ({ row }) => row.form)) {
      const held = forms.get(form);
      if (held) held.add(added);
      else forms.set(form, equalFiles(added, sidesOf(form)));
    }
  }
  return forms;
}

/** What a unit sent of one form so far. */
interface FormOfUnit {
  /** To be given before any other. */
  readonly addUndated: (files: EqualFiles) => void;
  /** In the order of saving. */
  readonly addDated: (files: Resolved) => void;
  readonly finish: () => {
    readonly submission: KeyedSubmission;
    readonly disagreements: readonly Disagreement[];
  };
}

function formOfUnit(sides: Sides, { standing }: GatherOptions): FormOfUnit {
  const { base, added } = standing(sides.unit, sides.form);
  const all = sendings(base, added, sides);
  let disagreements: readonly Disagreement[] = [];
  let undated: EqualFiles | null = null;
  let dated: Sendings = all;
  let isCorrected = false;
  return {
    addUndated: (files) => {
      undated = files;
      // The others follow one another all the same, and what comes of them is asked about once.
      dated = sendings([], [], sides);
    },
    addDated: ({ rows, disagreements: further }) => {
      isCorrected ||= undated?.isCorrectedBy(rows) ?? false;
      dated.send(rows);
      const decided = disagreements.length > 0 ? new Set(rows.map(identityOf)) : null;
      disagreements = [...disagreements.filter(({ identity }) => !decided?.has(identity)), ...further];
    },
    finish: () => {
      if (undated === null) return { submission: all.outcome(), disagreements };
      const { rows, unsent } = dated.outcome();
      if (rows.size > 0) undated.add([...rows.values()], isCorrected);
      const resolved = undated.resolved();
      all.send(resolved.rows, new Set(unsent.flatMap((key) => rows.get(key) ?? [])));
      return {
        submission: all.outcome(),
        disagreements: [...disagreements, ...resolved.disagreements],
      };
    },
  };
}
