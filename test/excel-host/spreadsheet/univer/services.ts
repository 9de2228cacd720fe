/** Univer's own services behind its facade: what the facade does not offer, or only in a way that asks for a screen. */
import type { IDisposable, Injector, Workbook, Worksheet } from "@univerjs/core";
import { ICommandService } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";

/** Univer's way to add to its facade: a subclass whose methods every instance then has. */
class FacadeWithInjector extends FUniver {
  hostInjector(): Injector {
    return this._injector;
  }
}
FUniver.extend(FacadeWithInjector);

export interface Engine {
  readonly api: FUniver;
  readonly workbook: FWorkbook;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly unitId: string;
}

export function openEngine(api: FUniver): Engine {
  const workbook = api.getActiveWorkbook();
  if (!workbook) {
    throw new Error("Univer has no workbook.");
  }
  const injector = (api as FacadeWithInjector).hostInjector();
  return { api, workbook, injector, commands: injector.get(ICommandService), unitId: workbook.getId() };
}

/**
 * Lets the workbook find a style that it has by its text. Univer does so only where the parts stand in the same order as
 * when it first met the style; any other order it compares with all of its styles, for every cell anew.
 */
export function rememberStyles(engine: Engine): void {
  const styles = bookOf(engine).getStyles();
  const find = styles.setValue.bind(styles);
  const known = new Map<string, ReturnType<typeof find>>();
  styles.setValue = (style) => {
    const text = JSON.stringify(style);
    const id = known.get(text) ?? find(style);
    known.set(text, id);
    return id;
  };
}

export function sheetOf({ workbook }: Engine, sheetId: string): FWorksheet {
  const sheet = workbook.getSheetBySheetId(sheetId);
  if (!sheet) {
    throw new Error(`There is no sheet ${sheetId}.`);
  }
  return sheet;
}

/** The sheet's data itself: much cheaper than the facade, which is made anew for every call. */
export function modelOf(engine: Engine, sheetId: string): Worksheet {
  const sheet = bookOf(engine).getSheetBySheetId(sheetId);
  if (!sheet) {
    throw new Error(`There is no sheet ${sheetId}.`);
  }
  return sheet;
}

/** The tables of the sheets that there are; Univer keeps those of removed ones for its own undoing. */
export function tablesOf(engine: Engine): ReturnType<Engine["workbook"]["getTableList"]> {
  const book = bookOf(engine);
  return engine.workbook.getTableList().filter(({ subUnitId }) => book.getSheetBySheetId(subUnitId));
}

export function bookOf({ workbook }: Engine): Workbook {
  return workbook.getWorkbook();
}

/** Carries out a mutation of Univer at once; `params` are completed with workbook and sheet. */
export function mutate(engine: Engine, id: string, sheetId: string, params: object): void {
  const done = engine.commands.syncExecuteCommand(id, {
    unitId: engine.unitId,
    subUnitId: sheetId,
    ...params,
  });
  if (!done) {
    throw new Error(`Univer refused ${id}.`);
  }
}

export function disposeAll(disposables: readonly IDisposable[]): void {
  disposables.forEach((each) => each.dispose());
}
