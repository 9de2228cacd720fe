import { bootExcel, type BootedExcel, type BootOptions } from "../../excel-host/inProcess";

/** Excel with one empty sheet for each test of the file, with the globals of a task pane. */
export function useExcel(options: BootOptions = {}): { readonly excel: BootedExcel } {
  let booted: BootedExcel | null = null;
  let removeGlobals = (): void => undefined;
  beforeEach(async () => {
    booted = await bootExcel(options);
    removeGlobals = booted.installGlobals();
  });
  afterEach(async () => {
    removeGlobals();
    await booted?.settle();
    booted?.dispose();
    booted = null;
  });
  return {
    get excel() {
      if (booted === null) throw new Error("Excel runs in tests only");
      return booted;
    },
  };
}
