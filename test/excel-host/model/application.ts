/** `Excel.Application`. */
import { oneOf } from "./arguments";
import type { ModelContext } from "./context";
import { cultureObject, separatorsOf } from "./culture";
import type { HostObject } from "./definition";
import { defineObject, method, readOnly, readWrite, silent } from "./definition";

/** The number that Excel 2016 and its successors give their way of calculating. */
const CALCULATION_ENGINE = 191029;

export const applicationObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "Application",
  properties: {
    CalculationMode: readWrite(
      ({ state }) => state.calculationMode,
      ({ state }, value) => {
        const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
        state.calculationMode = oneOf(modes, value, "Application.calculationMode");
      }
    ),
    CalculationState: readOnly(() => "Done"),
    CalculationEngineVersion: readOnly(() => CALCULATION_ENGINE),
    DecimalSeparator: readOnly((context) => separatorsOf(context).decimal),
    ThousandsSeparator: readOnly((context) => separatorsOf(context).group),
    UseSystemSeparators: readOnly(() => true),
  },
  objects: { CultureInfo: (context) => cultureObject(context) },
  methods: {
    Calculate: method(["calculationType"], async ({ spreadsheet }, type) => {
      oneOf(["Recalculate", "Full", "FullRebuild"] as const, type, "Application.calculate");
      await spreadsheet.settle();
    }),
    SuspendApiCalculationUntilNextSync: silent(),
    SuspendScreenUpdatingUntilNextSync: silent(),
  },
});
