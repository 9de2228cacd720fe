/** What a scheme (đề án) is, as data. A second scheme must need no change of code. */
import type { RuleId } from "./ruleIds";

/** Order of a work's life; see `STAGES` for the order itself. */
export type Stage = "compiling" | "workshop" | "appraised" | "published";

/** From first to last. */
export const STAGES: readonly Stage[] = ["compiling", "workshop", "appraised", "published"];

export type WorkKind = "history" | "chronicle" | "draft-history" | "sector-tradition" | "other";
export type WorkLevel = "province" | "district" | "commune" | "sector";

export type FormId = "bieu-01" | "bieu-02";

/** How the cells of a column are read. */
export type ColumnKind =
  "ordinal" | "document-number" | "document-date" | "text" | "issuer" | "work-title" | "stage" | "funds";

export interface FormColumn {
  readonly key: string;
  /** Heading as printed. */
  readonly title: string;
  /** Part of the heading that is printed in italics, verbatim inside `title`. */
  readonly italic?: string;
  /** Heading of the cell above that spans several columns. */
  readonly group?: string;
  /** Other headings seen in real files, compared without case, tones and punctuation. */
  readonly synonyms: readonly string[];
  /** A heading that contains one of these phrases, and besides it only these words and numbers, is meant too. */
  readonly keywords?: { readonly anyOf: readonly string[]; readonly besides: readonly string[] };
  readonly kind: ColumnKind;
  /** The stage that a `stage` column stands for. */
  readonly stage?: Stage;
  /** A row without it cannot be accepted. */
  readonly required: boolean;
  /** Without a column of this key a header is not recognised as this form's. */
  readonly identifying: boolean;
  /** Width in characters. */
  readonly width: number;
  /** Input message shown by Excel when the cell is selected. */
  readonly help: string;
}

export interface FormSpec {
  readonly id: FormId;
  /** Name of the sheet, and how the form is called in messages: "Biểu 01". */
  readonly name: string;
  /** "Biểu số 01" as printed above the title. */
  readonly label: string;
  /** Title lines as printed; `{period}` is the round's period ("2021 - 2023"). */
  readonly title: readonly string[];
  readonly columns: readonly FormColumn[];
  /** Words that people shorten in headings, by what they write. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Headings that this form never has and tables like it do: they tell a register of documents from Biểu 01. */
  readonly otherTables?: readonly string[];
}

export interface Unit {
  /** ASCII slug. */
  readonly id: string;
  /** "Huyện uỷ Hạ Lang". */
  readonly name: string;
  /** "Hạ Lang". */
  readonly shortName: string;
  readonly kind: "district" | "party-committee";
  /** Statistics-office code of the district until 30/6/2025. */
  readonly districtCode?: string;
  /** Other spellings seen, compared by `comparisonKey`. */
  readonly aliases: readonly string[];
  /** Communes without a book at the end of 2020, where a source fixes it (Đề án 02-ĐA/TU, I.2). */
  readonly fixedShare?: number;
}

export type CommuneType = "xã" | "phường" | "thị trấn";

export interface Commune {
  /** Statistics-office code in force 01/3/2020 – 30/6/2025. */
  readonly code: string;
  readonly name: string;
  /** Other spellings in use. */
  readonly aliases: readonly string[];
  readonly type: CommuneType;
  /** Id of the reporting unit. */
  readonly unit: string;
  /** Had a published history before 2021, as far as a source says so. */
  readonly hadBookBefore: boolean;
}

/** A commune that became part of others before the scheme began. */
export interface FormerCommune {
  readonly name: string;
  readonly type: CommuneType;
  /** Id of the unit that its land belongs to now. */
  readonly unit: string;
  /** Code of the commune that it became part of, where a source says which. */
  readonly successor?: string;
  /** First day without it. */
  readonly until: string;
  /** Document that says so. */
  readonly clause: string;
}

/** A district that became part of others before the scheme began. */
export interface FormerDistrict {
  readonly name: string;
  /** Ids of the units that its land belongs to now, the largest part first. */
  readonly units: readonly string[];
  /** First day without it. */
  readonly until: string;
  readonly clause: string;
}

export type TargetId = "province" | "district" | "commune-manuscript" | "commune-published" | "sector";

/** A work that a target names. */
export interface NamedWork {
  /** Stable id, e.g. `province-dat-va-nguoi`. */
  readonly id: string;
  readonly title: string;
  /**
   * Ways to name it, compared word by word without case and tone marks' places; a title has one of them where its
   * subject stands, and no longer name.
   */
  readonly matches: readonly string[];
  /** Further ways that do not say whose it is: a district has a body of that name, too, and means its own. */
  readonly placeless?: readonly string[];
}

export interface Target {
  readonly id: TargetId;
  /** One line for tables and charts. */
  readonly title: string;
  readonly level: WorkLevel;
  readonly denominator: number;
  readonly goal: number;
  /** Stages that reach the target. */
  readonly stages: readonly Stage[];
  /** `manuscript`: the stages are those that the province counts as a finished manuscript; `stages` is the default. */
  readonly rule?: "manuscript";
  /** Kinds of works that count. */
  readonly kinds: readonly WorkKind[];
  /** The works by name, for the targets that name them. */
  readonly works: readonly NamedWork[];
  /** Clause that sets the target. */
  readonly clause: string;
}

/** A line of the money that the scheme plans: `count` × `each`, in đồng. */
export interface FundingLine {
  readonly title: string;
  readonly count: number;
  readonly each: number;
}

/** What the scheme plans to spend, and what a commune's book costs; amounts in đồng. */
export interface FundingFrame {
  readonly lines: readonly FundingLine[];
  /** About what one commune book costs, and the most that budgets give to it; the rest is raised. */
  readonly communeBook: { readonly cost: number; readonly support: number };
  readonly clause: string;
}

/** The commune in force after a reorganisation that a former commune became part of. Codes were used again. */
export interface Successor {
  /** Code of the former commune, as in `Scheme.communes`. */
  readonly former: string;
  readonly code: string;
  readonly name: string;
  readonly type: "xã" | "phường";
  /** Number of the clause that says so. */
  readonly clause: number;
}

export interface Reorganisation {
  /** First day. */
  readonly from: string;
  /** Document that orders it. */
  readonly clause: string;
  /** One for every commune of the scheme. */
  readonly successors: readonly Successor[];
}

/** What the product fills in a section of the report: the documents of Biểu 01, the funds, the works of Biểu 02. */
export type OutlineFill = "documents" | "funds" | "works";

export interface OutlineSection {
  /** "II", "2.1", "2.1.4"; the depth of the heading follows from it. */
  readonly number: string;
  readonly title: string;
  readonly fill?: OutlineFill;
  /** What the official writes, in the outline's words; each is left as a marked gap. */
  readonly prompts: readonly string[];
  readonly sections: readonly OutlineSection[];
}

/** The body that signs the report, from a day on. */
export interface ReportAuthor {
  readonly from: string;
  /** "TỈNH UỶ CAO BẰNG" */
  readonly superior: string;
  readonly name: string;
  /** Symbol in the report's number. */
  readonly symbol: string;
  /** Post of the signer. */
  readonly signer: string;
}

/** The outline of the report on the scheme. `{period}` in texts is the period of the round. */
export interface ReportOutline {
  readonly title: string;
  readonly place: string;
  /** By their first days. */
  readonly authors: readonly ReportAuthor[];
  readonly recipients: readonly string[];
  readonly sections: readonly OutlineSection[];
  readonly clause: string;
}

export interface Round {
  readonly id: string;
  readonly name: string;
  /** "2021 - 2023" in the title of Biểu 02. */
  readonly period: string;
  /** Window of the documents and publications; ISO dates, both included. */
  readonly from: string;
  readonly cutOff: string;
  /** Last day for sending ("trước ngày D" = the day before D). */
  readonly lastDay: string;
  /** Ids of the units that must submit. */
  readonly required: readonly string[];
  /** Document and clause that ask for the round. */
  readonly clause: string;
}

/** How grave a breach is, as in RFC 2119 (see `Severity`); `off`: the rule does not hold in the scheme. */
export type RuleSeverity = "error" | "warning" | "info" | "off";

export interface Scheme {
  readonly id: string;
  /** "Đề án số 02-ĐA/TU". */
  readonly name: string;
  /** First day of the scheme. */
  readonly start: string;
  /** Last day of the scheme. */
  readonly end: string;
  readonly version: string;
  readonly forms: readonly FormSpec[];
  readonly units: readonly Unit[];
  readonly communes: readonly Commune[];
  /** Names of the past that titles still use. */
  readonly formerCommunes: readonly FormerCommune[];
  readonly formerDistricts: readonly FormerDistrict[];
  readonly targets: readonly Target[];
  /** Stages that count as a finished manuscript (đề cương 154-KH/BTGTU, II.2.2). */
  readonly manuscriptStages: readonly Stage[];
  readonly stageNames: Readonly<Record<Stage, string>>;
  /** Absent: the scheme plans no money. */
  readonly funding?: FundingFrame;
  /** Absent: the communes are those of the scheme to its end. */
  readonly reorganisation?: Reorganisation;
  /** Absent: no report is written. */
  readonly outline?: ReportOutline;
  /** Severities that differ from those of the catalogue. */
  readonly severities: Readonly<Partial<Record<RuleId, RuleSeverity>>>;
  /** The round with this id, or undefined. Annual rounds are derived from their year. */
  readonly round: (id: string) => Round | undefined;
  /** Rounds offered for choosing at a date. */
  readonly roundsFor: (today: string) => readonly Round[];
}
