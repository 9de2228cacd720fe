import type { ReportDocument } from "../../domain/outline/document";

/** A heading of the report with what stands directly below it. */
export interface ReportPart {
  readonly title: string;
  /** Paragraphs and tables that come from the merged tables. */
  readonly filled: number;
  /** What a person still has to write. */
  readonly gaps: readonly string[];
}

/** What the report says by itself and what it leaves to a person, heading by heading. */
export function reportOverview({ blocks }: ReportDocument): readonly ReportPart[] {
  return blocks.reduce<readonly ReportPart[]>((parts, block) => {
    if (block.kind === "heading") {
      return [...parts, { title: block.text, filled: 0, gaps: [] }];
    }
    const last = parts[parts.length - 1];
    if (!last) return parts;
    const grown =
      block.kind === "gap"
        ? { ...last, gaps: [...last.gaps, block.prompt] }
        : { ...last, filled: last.filled + 1 };
    return [...parts.slice(0, -1), grown];
  }, []);
}
