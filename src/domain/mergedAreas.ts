/**
 * The merged areas of a sheet, found by the cells that they reach over. Very many tables may stand on a sheet, and very many
 * areas: neither are all areas looked at for each table, nor all for each row.
 */
import type { Area, CellPlace, Grid } from "./grid";

/** A merged area with its place among all of the sheet: of two that overlap the first one counts. */
export interface MergedArea extends Area {
  readonly order: number;
}

const NO_AREAS: readonly MergedArea[] = [];

/** The areas that reach into a row between two columns, in no order. Cheapest when rows are asked for one after the other. */
export function mergesBetween(
  { merges }: Grid,
  left: number,
  right: number
): (row: number) => readonly MergedArea[] {
  if (merges.length === 0) return () => NO_AREAS;
  const tree = treeOf(merges);
  let areas = NO_AREAS;
  // The same areas reach into the rows from one to before the other.
  let [from, until] = [0, 0];
  return (row) => {
    if (from <= row && row < until) return areas;
    const found: MergedArea[] = [];
    collect(tree, { row, left, right }, found);
    areas = found.length === 0 ? NO_AREAS : found;
    from = row;
    until = found.reduce((end, { bottom }) => Math.min(end, bottom + 1), nextTop(tree, row));
    return areas;
  };
}

/** As `anchorAt`, for very many cells. */
export function anchorOf(grid: Grid, row: number, column: number): CellPlace {
  if (grid.merges.length === 0) return { row, column };
  const found: MergedArea[] = [];
  collect(treeOf(grid.merges), { row, left: column, right: column }, found);
  const area = firstOf(found, () => true);
  return area === null ? { row, column } : { row: area.top, column: area.left };
}

/** Of areas in no order the first one for which `holds`. */
export function firstOf(
  areas: readonly MergedArea[],
  holds: (area: MergedArea) => boolean
): MergedArea | null {
  let first: MergedArea | null = null;
  for (const area of areas) {
    if ((first === null || area.order < first.order) && holds(area)) first = area;
  }
  return first;
}

/** Areas from top to bottom, halved again and again; of each part how far it reaches. */
interface AreaTree {
  readonly areas: readonly MergedArea[];
  /** By part: the last row, the first and the last column of its areas. */
  readonly bottoms: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

/** A part of the areas: those of index `from` to before `to`. Its halves are the parts 2n + 1 and 2n + 2. */
interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

interface Wanted {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** Parts of so few areas are not halved. */
const FEW = 4;

/** Sheets are never changed, and those that differ in a row share their areas. */
const trees = new WeakMap<readonly Area[], AreaTree>();

function treeOf(merges: readonly Area[]): AreaTree {
  const tree = trees.get(merges) ?? plant(merges);
  trees.set(merges, tree);
  return tree;
}

function plant(merges: readonly Area[]): AreaTree {
  const areas = merges
    .map(({ top, left, bottom, right }, order) => ({ top, left, bottom, right, order }))
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const parts = 2 ** (Math.ceil(Math.log2(areas.length)) + 1);
  const tree = {
    areas,
    bottoms: new Int32Array(parts),
    lefts: new Int32Array(parts),
    rights: new Int32Array(parts),
  };
  measure(tree, whole(tree));
  return tree;
}

/** Writes down how far a part reaches, and its parts. */
function measure(tree: AreaTree, part: Part): void {
  const { areas, bottoms, lefts, rights } = tree;
  let [bottom, left, right] = [-1, Infinity, -1];
  const within = (last: number, first: number, end: number): void => {
    bottom = Math.max(bottom, last);
    left = Math.min(left, first);
    right = Math.max(right, end);
  };
  if (part.to - part.from <= FEW) {
    for (const area of areas.slice(part.from, part.to)) within(area.bottom, area.left, area.right);
  } else {
    for (const half of halves(part)) {
      measure(tree, half);
      within(bottoms[half.index] ?? 0, lefts[half.index] ?? 0, rights[half.index] ?? 0);
    }
  }
  bottoms[part.index] = bottom;
  lefts[part.index] = left;
  rights[part.index] = right;
}

function halves({ index, from, to }: Part): readonly [Part, Part] {
  const middle = (from + to) >> 1;
  return [
    { index: 2 * index + 1, from, to: middle },
    { index: 2 * index + 2, from: middle, to },
  ];
}

/** Appends to `found` the areas of a part that reach into the row between the columns. */
function collect(tree: AreaTree, wanted: Wanted, found: MergedArea[], part: Part = whole(tree)): void {
  const { areas, bottoms, lefts, rights } = tree;
  const { index, from, to } = part;
  const { row, left, right } = wanted;
  if ((areas[from]?.top ?? Infinity) > row || (bottoms[index] ?? -1) < row) return;
  if ((lefts[index] ?? Infinity) > right || (rights[index] ?? -1) < left) return;
  if (to - from > FEW) {
    for (const half of halves(part)) collect(tree, wanted, found, half);
    return;
  }
  for (let at = from; at < to; at += 1) {
    const area = areas[at];
    if (area === undefined || area.top > row) return;
    if (area.bottom >= row && area.left <= right && area.right >= left) found.push(area);
  }
}

function whole({ areas }: AreaTree): Part {
  return { index: 0, from: 0, to: areas.length };
}

/** The first row below a row in which an area begins. */
function nextTop({ areas }: AreaTree, row: number): number {
  let [from, to] = [0, areas.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((areas[middle]?.top ?? Infinity) > row) to = middle;
    else from = middle + 1;
  }
  return areas[from]?.top ?? Infinity;
}
