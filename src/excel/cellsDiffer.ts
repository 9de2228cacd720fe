/** Cells that are not as they were known: then nothing is written over them. */

/** A cell or a rectangle of cells. */
export interface Place {
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly address: string;
}

/** Nothing was written, for these places hold something else. */
export abstract class CellsDiffer extends Error {
  abstract readonly kind: "changed" | "stale";

  readonly places: readonly Place[];

  constructor(places: readonly Place[]) {
    super(`Not as known: ${places.map(({ sheet, address }) => `${sheet}!${address}`).join(", ")}`);
    this.places = places.map(({ sheet, address }) => ({ sheet, address }));
  }
}

/** What was written is no longer there as it was written: somebody has gone on working there, or it has moved. */
export class WrittenChanged extends CellsDiffer {
  override readonly name = "WrittenChanged";
  readonly kind = "changed";
}

/** Cells to be corrected no longer hold what was checked. */
export class CheckedChanged extends CellsDiffer {
  override readonly name = "CheckedChanged";
  readonly kind = "stale";
}
