/** `Excel.CultureInfo`: how the machine writes numbers, dates and times. */
import type { Locale } from "../typedInput";
import type { ModelContext } from "./context";
import type { HostObject } from "./definition";
import { defineObject, readOnly } from "./definition";

interface Culture {
  readonly decimal: string;
  readonly group: string;
  readonly longDate: string;
  readonly shortDate: string;
  readonly longTime: string;
}

const CULTURES: { readonly [locale in Locale]: Culture } = {
  "vi-VN": {
    decimal: ",",
    group: ".",
    longDate: "dd MMMM yyyy",
    shortDate: "dd/MM/yyyy",
    longTime: "h:mm:ss tt",
  },
  "en-US": {
    decimal: ".",
    group: ",",
    longDate: "dddd, MMMM d, yyyy",
    shortDate: "M/d/yyyy",
    longTime: "h:mm:ss tt",
  },
};

const numberFormatObject = defineObject<Culture>({
  name: "NumberFormatInfo",
  properties: {
    NumberDecimalSeparator: readOnly(({ decimal }) => decimal),
    NumberGroupSeparator: readOnly(({ group }) => group),
  },
});

const datetimeFormatObject = defineObject<Culture>({
  name: "DatetimeFormatInfo",
  properties: {
    DateSeparator: readOnly(() => "/"),
    LongDatePattern: readOnly(({ longDate }) => longDate),
    ShortDatePattern: readOnly(({ shortDate }) => shortDate),
    TimeSeparator: readOnly(() => ":"),
    LongTimePattern: readOnly(({ longTime }) => longTime),
  },
});

export const cultureObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "CultureInfo",
  properties: { Name: readOnly(({ locale }) => locale) },
  objects: {
    DatetimeFormat: ({ locale }) => datetimeFormatObject(CULTURES[locale]),
    NumberFormat: ({ locale }) => numberFormatObject(CULTURES[locale]),
  },
});

/** Signs between decimals and between thousands. */
export function separatorsOf({ locale }: ModelContext): { readonly decimal: string; readonly group: string } {
  return CULTURES[locale];
}
