/** Where the forms of a sheet are after some of its rows have changed, without looking through all of it again. */
import type { FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { headerAt, MAX_HEADER_ROWS, range } from "./header";
import { vocabularyOf } from "./headings";
import { type SheetSurvey, surveySheet } from "./locate";

/** A sheet and what was found on it. */
export interface SurveyedSheet {
  readonly grid: Grid;
  readonly survey: SheetSurvey;
}

/**
 * The same as `surveySheet` of `grid`, which shares its unchanged rows with the grid that was surveyed. Where a heading
 * may have come, gone or changed, the sheet is looked through again.
 */
export function resurvey(before: SurveyedSheet, grid: Grid, forms: readonly FormSpec[]): SheetSurvey {
  if (before.grid === grid) return before.survey;
  if (!headersStay(before, grid, forms)) return surveySheet(grid, forms);
  const { survey } = before;
  return { ...survey, located: survey.located.map((form) => ({ ...form, grid })) };
}

/** All changed rows are below every header, and neither were nor are part of one. */
function headersStay(
  { grid: before, survey }: SurveyedSheet,
  grid: Grid,
  forms: readonly FormSpec[]
): boolean {
  const sameFrame =
    before.sheet === grid.sheet &&
    before.top === grid.top &&
    before.left === grid.left &&
    JSON.stringify(before.merges) === JSON.stringify(grid.merges);
  if (!sameFrame) return false;
  const changed = changedRows(before, grid);
  const lastHeader = survey.located
    .flatMap(({ headerBottom, repeats }) => [headerBottom, ...repeats.map(([, bottom]) => bottom)])
    .reduce((last, bottom) => Math.max(last, bottom), -1);
  if (changed.some((row) => row <= lastHeader)) return false;
  const touched = new Set(changed.flatMap((row) => range(row - MAX_HEADER_ROWS + 1, row)));
  const begins = headingFinder(forms);
  return [...touched].every((row) => !begins(before, row) && !begins(grid, row));
}

/** Zero-based sheet rows that are not the same in both grids. */
function changedRows(before: Grid, grid: Grid): readonly number[] {
  const last = Math.max(before.values.length, grid.values.length) - 1;
  return range(0, last)
    .filter((index) => before.values[index] !== grid.values[index])
    .map((index) => grid.top + index);
}

/** True for rows where a header of any form may begin. */
function headingFinder(forms: readonly FormSpec[]): (grid: Grid, row: number) => boolean {
  const vocabularies = forms.map(vocabularyOf);
  return (grid, row) =>
    vocabularies.some((vocabulary) => {
      const others = vocabularies.filter((other) => other !== vocabulary);
      return headerAt(grid, row, vocabulary, others) !== null;
    });
}
