/**
 * The columns that people see in a Word table. A border that was dragged in one row makes a column of its own in the
 * file, so that cells which stand below each other are counted as different columns.
 */

export interface TableRows {
  /** Widths of the columns that the file counts, in twips; all 0, or none, when it does not say. */
  readonly widths: readonly number[];
  readonly rows: readonly {
    /** Columns left out before the first cell. */
    readonly gap: number;
    /** Columns of each cell. */
    readonly spans: readonly number[];
  }[];
}

/** The rows with gaps and spans in columns as people see them; unchanged where the table is regular. */
export function alignedRows({ widths, rows }: TableRows): TableRows["rows"] {
  const columnAt = columnsByFullRows({ widths, rows }) ?? columnsWithoutHairs(widths);
  return rows.map((row) => {
    const edges = edgesOf(row).map(columnAt);
    const gap = edges[0] ?? 0;
    let at = gap;
    const spans = row.spans.map((_, cell) => {
      // A cell has at least one column, even where its borders have run together.
      const span = Math.max(1, (edges[cell + 1] ?? 0) - at);
      at += span;
      return span;
    });
    return { gap, spans };
  });
}

/** Numbers of the edges before each cell and behind the last one. */
function edgesOf({ gap, spans }: TableRows["rows"][number]): readonly number[] {
  const edges = [gap];
  for (const span of spans) edges.push((edges[edges.length - 1] ?? 0) + span);
  return edges;
}

/** Column that begins at an edge. */
type ColumnAt = (edge: number) => number;

/** Word itself allows 63. */
const MOST_COLUMNS = 100;

/**
 * Columns as most rows have them: where at least half of the rows have all cells, and as many as any row, the first cells
 * of those rows are the first column and so on, and every other edge is the nearest of theirs. Null when the table is
 * regular, or its rows do not agree.
 */
function columnsByFullRows({ widths, rows }: TableRows): ColumnAt | null {
  const count = rows.reduce((most, { spans }) => Math.max(most, spans.length), 0);
  const full = rows.filter(({ gap, spans }) => gap === 0 && spans.length === count);
  const known = widths.length > count && widths.some((width) => width > 0);
  if (!known || count === 0 || count > MOST_COLUMNS || full.length * 2 < rows.length) return null;
  const positions = positionsOf(widths);
  const position = (edge: number): number => positions[Math.min(edge, widths.length)] ?? 0;
  const typical = Array.from(
    { length: count + 1 },
    (_, index) => full.reduce((sum, row) => sum + position(edgesOf(row)[index] ?? 0), 0) / full.length
  );
  return (edge) =>
    typical.reduce(
      (best, at, index) =>
        Math.abs(at - position(edge)) < Math.abs((typical[best] ?? 0) - position(edge)) ? index : best,
      0
    );
}

/** Twips from the left end of the table to each edge. */
function positionsOf(widths: readonly number[]): readonly number[] {
  const positions = [0];
  for (const width of widths) positions.push((positions[positions.length - 1] ?? 0) + width);
  return positions;
}

/** Columns narrower than this part of the average one are no columns. */
const HAIR = 0.12;

function columnsWithoutHairs(widths: readonly number[]): ColumnAt {
  const average = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
  const columns = [0];
  for (const width of widths) {
    const before = columns[columns.length - 1] ?? 0;
    columns.push(width < average * HAIR ? before : before + 1);
  }
  const last = columns.length - 1;
  return (edge) => (edge <= last ? (columns[edge] ?? edge) : edge - last + (columns[last] ?? 0));
}
