/** What a unit's tables hold, in numbers. */
import type { FormId, Stage } from "../schemes/types";
import { byStage } from "./progress/byStage";
import type { FormTable } from "./records";
import { raisedDong } from "./values/money";

export interface TableFigures {
  /** Rows of each form that is there, empty ones too. */
  readonly rows: Readonly<Partial<Record<FormId, number>>>;
  /** Works by the highest stage marked; works without a readable one are in none. */
  readonly stages: Readonly<Record<Stage, number>>;
  /** Sum of the amounts raised that can be read, in đồng. */
  readonly funds: number;
}

export function tableFigures(tables: readonly FormTable[]): TableFigures {
  const works = tables.flatMap((table) => table.works);
  const formIds = [...new Set(tables.map(({ located }) => located.form.id))];
  const rowsOf = (form: FormId): number =>
    tables
      .filter(({ located }) => located.form.id === form)
      .reduce((sum, table) => sum + table.rows.length, 0);
  return {
    rows: Object.fromEntries(formIds.map((form) => [form, rowsOf(form)])),
    stages: byStage((stage) => works.filter((work) => work.stage === stage).length),
    funds: works.reduce((sum, { funds }) => sum + (raisedDong(funds) ?? 0), 0),
  };
}
