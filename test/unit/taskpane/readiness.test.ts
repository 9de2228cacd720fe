import { readAndCheck } from "../../../src/domain/check";
import { tableFigures } from "../../../src/domain/tableFigures";
import { templateStamp } from "../../../src/layout/templates";
import { deAn02, type Unit } from "../../../src/schemes";
import { readinessOf } from "../../../src/taskpane/model/readiness";
import type { Grid } from "../../../src/domain/grid";
import { documentsGrid, workbook, worksGrid } from "../../support/grids";

const unitWithId = (id: string): Unit => deAn02.units.find((unit) => unit.id === id)!;
const haLang = unitWithId("ha-lang");
const round = deAn02.round("khao-sat-2023")!;

const documents = documentsGrid([[1, "12-KH/HU", "30/6/2021", "Kế hoạch thực hiện", "Huyện uỷ Hạ Lang"]]);
const works = worksGrid([[1, "Lịch sử Đảng bộ xã Thị Hoa", "tháng 3/2022", null, null, null, null]]);
const wrong = documentsGrid([[1, "12-KH/HU", "31/6/2021", "Kế hoạch thực hiện", "Huyện uỷ Hạ Lang"]]);

/** What is said of a workbook with these sheets. */
function said(sheets: readonly Grid[], unit: Unit | null = haLang, stamped = true) {
  const stamp = unit && templateStamp(deAn02, unit, round);
  const properties = stamped && stamp ? stamp : {};
  const content = { ...workbook({ sheets }), properties };
  const { check, tables } = readAndCheck(content, {
    scheme: deAn02,
    round,
    unit,
    asOf: "2023-05-17",
    language: "vi",
  });
  const sent = { check, roundStated: true, figures: tableFigures(tables), properties };
  const { obstacles, remarks } = readinessOf({ sent, unit, round, stamp, scheme: deAn02 });
  return { obstacles: obstacles.map(({ kind }) => kind), remarks: remarks.map(({ kind }) => kind) };
}

test.each([
  ["both forms, stamped", said([documents, works]), [], []],
  ["not stamped", said([documents, works], haLang, false), ["no-stamp"], []],
  ["nobody knows whose it is", said([documents, works], null), ["no-unit"], []],
  ["a form is missing", said([works]), ["missing-form"], []],
  ["a form without rows", said([documentsGrid([]), works]), [], ["empty-form"]],
  ["no rows at all", said([documentsGrid([]), worksGrid([])]), ["no-rows"], []],
  ["no forms at all", said([]), ["no-forms"], []],
  ["no forms, no unit", said([], null), ["no-forms"], []],
  ["an error, not stamped", said([wrong, works], haLang, false), ["no-stamp", "errors"], []],
  ["a unit that need not send", said([documents], unitWithId("cong-an")), ["missing-form"], ["not-required"]],
] as const)("%s", (_, { obstacles, remarks }, expectedObstacles, expectedRemarks) => {
  expect(obstacles).toEqual(expectedObstacles);
  expect(remarks).toEqual(expect.arrayContaining([...expectedRemarks]));
});

test("errors are given to go to, warnings are counted", () => {
  const sheets = [documentsGrid([[1, "235- KH/HU", "31/6/2021", "Kế hoạch", "Huyện uỷ Hạ Lang"]]), works];
  const { check, tables } = readAndCheck(workbook({ sheets }), {
    scheme: deAn02,
    round,
    unit: haLang,
    asOf: "2023-05-17",
    language: "vi",
  });
  const sent = { check, roundStated: true, figures: tableFigures(tables), properties: {} };
  const { obstacles } = readinessOf({ sent, unit: haLang, round, stamp: null, scheme: deAn02 });
  expect(obstacles).toContainEqual({ kind: "errors", errors: [expect.objectContaining({ cell: "C2" })] });
});
