/** Pieces of a text that are left out before a library reads it. */

/** From where a piece begins to behind it. */
export type Piece = readonly [from: number, to: number];

/** @param pieces in the order of their ends; one may be inside another that comes behind it */
export function withoutPieces(text: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return text;
  const outermost: Piece[] = [];
  for (const piece of pieces) {
    while ((outermost[outermost.length - 1]?.[0] ?? -1) >= piece[0]) outermost.pop();
    outermost.push(piece);
  }
  let kept = "";
  let done = 0;
  for (const [from, to] of outermost) {
    kept += text.slice(done, from);
    done = to;
  }
  return kept + text.slice(done);
}
