/** What the tests of the host share: one Excel for a file, a fresh sheet for a test, errors by their code. */
import type { BootedExcel, BootOptions } from "./inProcess";
import { bootExcel } from "./inProcess";

export interface TestExcel {
  readonly booted: BootedExcel;
  /** `Excel.run` of the client. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Runs the work with a new, empty sheet. */
  onSheet<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** The error that the work must end with. */
  failure(
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>
  ): Promise<Failure>;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly location: string | undefined;
}

/** Starts Excel before the tests of a file and stops it after them. */
export function useExcel(options: BootOptions = {}): TestExcel {
  let booted: BootedExcel | null = null;
  let sheets = 0;
  beforeAll(async () => {
    booted = await bootExcel(options);
  });
  afterAll(() => booted?.dispose());
  const started = (): BootedExcel => {
    if (!booted) {
      throw new Error("Excel has not been started.");
    }
    return booted;
  };
  const run: TestExcel["run"] = (work) => started().Excel.run(work);
  const onSheet: TestExcel["onSheet"] = (work) =>
    run(async (context) => {
      sheets += 1;
      const sheet = context.workbook.worksheets.add(`Test ${sheets}`);
      await context.sync();
      return work(sheet, context);
    });
  return {
    get booted() {
      return started();
    },
    run,
    onSheet,
    failure: async (work) => {
      try {
        await onSheet(work);
      } catch (error) {
        const { code, message, debugInfo } = error as OfficeExtension.Error;
        return { code, message, location: debugInfo?.errorLocation };
      }
      throw new Error("The work did not fail.");
    },
  };
}
