/** Errors that say which cells they are about. Nothing was written. */

/** A cell or a rectangle of cells. */
export interface Place {
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly address: string;
}

export abstract class PlacedError extends Error {
  abstract readonly kind: "changed" | "stale" | "far";

  readonly places: readonly Place[];

  constructor(places: readonly Place[]) {
    super(`Cells: ${places.map(({ sheet, address }) => `${sheet}!${address}`).join(", ")}`);
    this.places = places.map(({ sheet, address }) => ({ sheet, address }));
  }
}

/** What was written is no longer there as it was written: somebody has gone on working there, or it has moved. */
export class WrittenChanged extends PlacedError {
  override readonly name = "WrittenChanged";
  readonly kind = "changed";
}

/** Cells to be corrected no longer hold what was checked. */
export class CheckedChanged extends PlacedError {
  override readonly name = "CheckedChanged";
  readonly kind = "stale";
}

/** Somebody has written so far out on a sheet that what lies between cannot be read: the last cell of each such sheet. */
export class OutOfReach extends PlacedError {
  override readonly name = "OutOfReach";
  readonly kind = "far";
}
