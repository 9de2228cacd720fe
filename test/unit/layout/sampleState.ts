/** A merged state with a bit of everything, made up from the scheme alone. */
import { STAGES, deAn02, type Commune, type Stage, type WorkKind } from "../../../src/schemes";
import type {
  Exclusion,
  MergedDocument,
  MergedState,
  MergedWork,
  WorkFacts,
} from "../../../src/domain/merge/state";

const KINDS: readonly WorkKind[] = ["history", "history", "history", "chronicle", "draft-history"];

/** Works of the communes of every district: several rows for some, every stage and kind, and every reason not to count. */
export function sampleState(): MergedState {
  const withBook = deAn02.communes.filter(({ hadBookBefore }) => hadBookBefore).map(({ code }) => code);
  const communes = deAn02.communes.filter((_, index) => index % 2 === 0);
  const rows = [
    ...communes.map((commune, index) => communeWork(commune, index, withBook)),
    // A second row for every fifth commune, at another stage.
    ...communes
      .filter((_, index) => index % 5 === 0)
      .map((commune, index) => communeWork(commune, index + 2, withBook)),
    // The same stage and kind again: the first row counts.
    ...communes.slice(0, 3).map((commune, index) => communeWork(commune, index, withBook)),
    ...deAn02.targets.flatMap((target, level) =>
      target.works.map((named, index) =>
        work(index, {
          title: named.title,
          unit: "cao-bang",
          facts: {
            namedWork: named.id,
            subject: named.id,
            level: target.level,
            stage: stageAt(index + level + 1),
          },
        })
      )
    ),
    work(0, { title: "Sách khác", facts: { subject: "", kind: "other", exclusion: "no-target" } }),
    work(1, {
      title: '=HYPERLINK("http://vi.du")',
      facts: { subject: "", stage: null, exclusion: "no-stage" },
    }),
  ];
  const works = rows.map((row, index) => ({ ...row, key: `${row.facts.subject}|${index}` }));
  return {
    scheme: deAn02.id,
    round: "khao-sat-2023",
    documents: [document("154-KH/BTGTU"), document("=1+1")],
    works,
    base: works.slice(0, 5).map(({ unit, key, cells }) => ({ unit, form: "bieu-02", key, cells })),
    journal: [
      {
        file: "ha-lang.xlsx",
        sha256: "ab".repeat(32),
        unit: "ha-lang",
        round: "khao-sat-2023",
        modified: "2023-05-18T09:30:00.000Z",
        mergedOn: "2023-05-30",
        read: 13,
        merged: 13,
        duplicate: 0,
        rejected: 0,
        errors: 0,
        warnings: 2,
      },
    ],
    shares: deAn02.units
      .filter(({ kind }) => kind === "district")
      .map(({ id }) => ({ unit: id, typed: id === "ha-lang" ? 13 : id === "hoa-an" ? 9 : null })),
    communesWithBook: withBook,
  };
}

function communeWork(commune: Commune, index: number, withBook: readonly string[]): MergedWork {
  const stage = stageAt(index);
  const ticked = withBook.includes(commune.code);
  const exclusion: Exclusion | null = ticked
    ? "had-book-before"
    : index % 11 === 7
      ? "other-unit"
      : index % 13 === 9 && stage === "published"
        ? "before-scheme"
        : null;
  return work(index, {
    title: `Lịch sử Đảng bộ ${commune.type} ${commune.name}`,
    unit: commune.unit,
    facts: {
      commune: commune.code,
      subject: `xa-${commune.code}`,
      level: "commune",
      stage,
      kind: KINDS[index % KINDS.length] ?? "history",
      funds: index % 3 === 0 ? 50_000_000 + index * 1_000 : null,
      exclusion,
    },
  });
}

function stageAt(index: number): Stage {
  return STAGES[index % STAGES.length] ?? "compiling";
}

interface WorkParts {
  readonly title: string;
  readonly unit?: string;
  readonly facts: Partial<WorkFacts>;
}

function work(index: number, { title, unit = "ha-lang", facts }: WorkParts): MergedWork {
  const stage = facts.stage === undefined ? "published" : facts.stage;
  return {
    unit,
    key: "",
    cells: {
      ordinal: index + 1,
      title,
      published: stage === "published" ? { kind: "date", iso: "2022-08-15" } : null,
      appraised: stage === "appraised" ? "x" : null,
      workshop: stage === "workshop" ? "lần 2, 15/8/2022" : null,
      compiling: stage === "compiling" ? "x" : null,
      funds: facts.funds ?? null,
    },
    source: { file: `${unit}.xlsx`, sheet: "Biểu 02", row: 8 + index },
    facts: {
      stage,
      kind: "history",
      level: null,
      commune: null,
      namedWork: null,
      subject: "",
      publishedFrom: stage === "published" ? "2022-08-15" : null,
      funds: null,
      exclusion: null,
      ...facts,
    },
  };
}

function document(number: string): MergedDocument {
  return {
    unit: "ha-lang",
    key: `${number}|huyện uỷ hạ lang`,
    cells: {
      ordinal: 1,
      number,
      date: { kind: "date", iso: "2023-05-09" },
      subject: "Kế hoạch khảo sát",
      issuer: "Huyện uỷ Hạ Lang",
    },
    source: { file: "ha-lang.xlsx", sheet: "Biểu 01", row: 6 },
  };
}
