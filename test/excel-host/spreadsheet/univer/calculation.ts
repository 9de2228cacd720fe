/**
 * Formula calculation without Univer's fixed pause of 100 ms: whoever reads can have the results at once, and knows
 * when they are there. Takes the place of Univer's own trigger.
 */
import type { ICommandInfo, IDisposable } from "@univerjs/core";
import { Disposable } from "@univerjs/core";
import type { FormulaExecutedStateType } from "@univerjs/engine-formula";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
} from "@univerjs/sheets";
import type { Engine } from "./services";

/** Milliseconds after an edit on screen until formulas follow. */
const PAUSE = 30;

/** Formulas that refer to themselves are counted round this often, as Univer does. */
const ITERATIONS = 1;

const LOOKS_ONLY: readonly string[] = [
  SetStyleCommand.id,
  SetBorderCommand.id,
  ClearSelectionFormatCommand.id,
];

export interface Calculation extends IDisposable {
  /** Resolves when all formulas show results of the cells as they are now. */
  settle(): Promise<void>;
}

type Marks = { [key: string]: Marks | unknown };

interface Dirt {
  readonly ranges: unknown[];
  readonly maps: { [name: string]: Marks };
  everything: boolean;
}

export function takeOverCalculation({ injector, commands }: Engine): Calculation {
  const dirtyManager = injector.get(IActiveDirtyManagerService);
  const formulas = injector.get(FormulaDataModel);
  let waiting: ICommandInfo[] = [];
  let running: Promise<void> | null = null;
  let finished: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  // Only its listeners go: its own dispose also ends the progress that Univer's screen shows, and the screen fails
  // without one.
  Disposable.prototype.dispose.call(injector.get(TriggerCalculationController));

  function run(): Promise<void> {
    const dirt = collect(waiting, (command) => dirtyManager.get(command.id)?.getDirtyData(command) ?? {});
    waiting = [];
    const result = new Promise<void>((resolve) => {
      finished = resolve;
    });
    commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      {
        ...dirt.maps,
        dirtyRanges: dirt.ranges,
        forceCalculation: dirt.everything,
        maxIteration: ITERATIONS,
        rowData: formulas.getHiddenRowsFiltered(),
      },
      { onlyLocal: true }
    );
    return result;
  }

  /** One calculation after the other until nothing is waiting. */
  async function settle(): Promise<void> {
    while (running ?? waiting.length > 0) {
      running ??= run();
      await running;
      running = null;
    }
  }

  const listener = commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const state = (command.params as { functionsExecutedState?: FormulaExecutedStateType })
        .functionsExecutedState;
      if (state !== undefined) {
        finished?.();
        finished = null;
      }
      return;
    }
    const isResult = options?.onlyLocal === true && command.id === SetRangeValuesMutation.id;
    const { trigger } = (command.params ?? {}) as { trigger?: string };
    const changesLooks = command.id === SetRangeValuesMutation.id && LOOKS_ONLY.includes(trigger ?? "");
    if (dirtyManager.get(command.id) && !isResult && !changesLooks) {
      waiting.push(command);
      timer ??= setTimeout(() => {
        timer = null;
        void settle();
      }, PAUSE);
    }
  });

  return {
    settle,
    dispose: () => {
      listener.dispose();
      if (timer !== null) {
        clearTimeout(timer);
      }
    },
  };
}

const MAPS = [
  "dirtyNameMap",
  "dirtyDefinedNameMap",
  "dirtySuperTableMap",
  "dirtyUnitFeatureMap",
  "dirtyUnitOtherFormulaMap",
  "clearDependencyTreeCache",
] as const;

/** What the commands touched, together. */
function collect(commands: readonly ICommandInfo[], dirtOf: (command: ICommandInfo) => object): Dirt {
  const dirt: Dirt = {
    ranges: [],
    maps: Object.fromEntries(MAPS.map((name) => [name, {}])),
    everything: false,
  };
  for (const command of commands) {
    const part = dirtOf(command) as { dirtyRanges?: unknown[]; forceCalculation?: boolean } & Marks;
    dirt.ranges.push(...(part.dirtyRanges ?? []));
    dirt.everything ||= part.forceCalculation === true;
    for (const name of MAPS) {
      dirt.maps[name] = joined(dirt.maps[name] ?? {}, (part[name] ?? {}) as Marks);
    }
  }
  return dirt;
}

function joined(first: Marks, second: Marks): Marks {
  const entries = Object.entries(second).map(([key, value]) => {
    const before = first[key];
    return [key, isMarks(before) && isMarks(value) ? joined(before, value) : value];
  });
  return { ...first, ...(Object.fromEntries(entries) as Marks) };
}

function isMarks(value: unknown): value is Marks {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
