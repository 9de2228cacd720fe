/** Words for the stages, and the clauses of a text that may name several of them. */
import { type Stage, STAGES } from "../../schemes/types";

export const STAGE_WORDS: Readonly<Record<Stage, RegExp>> = {
  published: /(?<!\p{L})(?:xuất bản|nxb|xb|phát hành|gpxb|in xong|đang in|lưu chiểu)(?!\p{L})/u,
  appraised: /(?<!\p{L})(?:thẩm định|nghiệm thu)(?!\p{L})/u,
  workshop: /(?<!\p{L})hội thảo(?!\p{L})/u,
  compiling: /(?<!\p{L})(?:biên soạn|sưu tầm|viết bản thảo|chỉnh sửa|chỉnh lý)(?!\p{L})/u,
};

export const HIGHEST_FIRST: readonly Stage[] = [...STAGES].reverse();

/** "xb" is the shortest word for a stage. */
const SHORTEST_NAME = 2;

/** The highest stage that a text names when it does not name that of its own column. */
export function otherStage(lower: string, stage: Stage): Stage | null {
  if (lower.length < SHORTEST_NAME || STAGE_WORDS[stage].test(lower)) return null;
  return HIGHEST_FIRST.find((other) => STAGE_WORDS[other].test(lower)) ?? null;
}

export interface Clause {
  readonly text: string;
  /** True when it stands in brackets or behind a dash: it says something of the clause before. */
  readonly isNote: boolean;
}

const SEPARATOR = /([;,(]\s*|\s[-–]\s|\.\s)/;
const BEFORE_NOTE = /[(–-]/;

/** The clauses of a text, without blank ones. */
export function clausesOf(lower: string): readonly Clause[] {
  // Every second part is a separator.
  const parts = lower.split(SEPARATOR);
  return parts.flatMap((text, index) =>
    index % 2 === 1 || text.trim() === ""
      ? []
      : [{ text, isNote: index > 0 && BEFORE_NOTE.test(parts[index - 1] ?? "") }]
  );
}

/** Brackets and full stops around a mark, without the spaces that `cleanText` takes away. */
const BEFORE = /^[\s([{"'“]+/;
const BEHIND: ReadonlySet<string> = new Set(` )]}"'”.,;:!`);

/** A pattern for what stands behind would be tried from every letter of a long text. */
export function withoutBrackets(text: string): string {
  let end = text.length;
  while (end > 0 && BEHIND.has(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(BEFORE, "");
}
