/** The report on a scheme by its outline: what tables can fill is filled, the rest is left as marked gaps. */
import type { OutlineFill, OutlineSection, Scheme } from "../../schemes/types";
import { formatDate } from "../values/dates";
import { annexes } from "./annexes";
import type { ReportBlock, ReportDocument } from "./document";
import { documentsSection } from "./documentsSection";
import { fundsSection } from "./fundsSection";
import type { ReportSource } from "./source";
import { worksSection } from "./worksSection";

const FILLS: Readonly<Record<OutlineFill, (source: ReportSource) => readonly ReportBlock[]>> = {
  documents: documentsSection,
  funds: fundsSection,
  works: worksSection,
};

/** Null for a scheme without an outline. */
export function buildReport(source: ReportSource): ReportDocument | null {
  const { scheme, round, asOf } = source;
  const { outline } = scheme;
  const author = outline && authorOn(scheme, asOf);
  if (!outline || !author) return null;
  return {
    superior: author.superior,
    author: author.name,
    number: `Số         -BC/${author.symbol}`,
    placeAndDate: `${outline.place}, ngày      tháng      năm ${asOf.slice(0, 4)}`,
    type: "BÁO CÁO",
    title: outline.title,
    subtitle: `(${round.name}; số liệu đến ngày ${formatDate(asOf)})`,
    blocks: outline.sections.flatMap((section) => sectionBlocks(section, source, 1)),
    recipients: outline.recipients,
    signer: author.signer,
    annexes: annexes(source),
  };
}

function authorOn({ outline }: Scheme, day: string) {
  const authors = outline?.authors ?? [];
  return [...authors].reverse().find(({ from }) => from <= day) ?? authors[0];
}

function sectionBlocks(section: OutlineSection, source: ReportSource, level: number): readonly ReportBlock[] {
  const { number, title, fill, prompts, sections } = section;
  return [
    { kind: "heading", level, text: `${number}. ${title.replace("{period}", source.round.period)}` },
    ...(fill ? FILLS[fill](source) : []),
    ...prompts.map((prompt): ReportBlock => ({ kind: "gap", prompt })),
    ...sections.flatMap((child) => sectionBlocks(child, source, level + 1)),
  ];
}
