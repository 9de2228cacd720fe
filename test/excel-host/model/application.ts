/** `Excel.Application`. */
import { oneOf } from "./arguments";
import type { ModelContext } from "./context";
import type { HostObject } from "./definition";
import { defineObject, method, readOnly, readWrite, silent } from "./definition";

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
    DecimalSeparator: readOnly(({ locale }) => (locale === "vi-VN" ? "," : ".")),
    ThousandsSeparator: readOnly(({ locale }) => (locale === "vi-VN" ? "." : ",")),
    UseSystemSeparators: readOnly(() => true),
  },
  methods: {
    Calculate: method(["calculationType"], async ({ spreadsheet }, type) => {
      oneOf(["Recalculate", "Full", "FullRebuild"] as const, type, "Application.calculate");
      await spreadsheet.settle();
    }),
    SuspendApiCalculationUntilNextSync: silent(),
    SuspendScreenUpdatingUntilNextSync: silent(),
  },
});
