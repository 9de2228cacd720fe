/** Conditional formats between the host's words and the file's. */
import type { ConditionalRule } from "hucre/xlsx";
import type { JsonRecord } from "../model/arguments";
import { newConditionalFormat } from "../model/conditionalFormats";
import type { ConditionalFormatState } from "../model/state";
import type { Json } from "../protocol";
import { readAreas, writeAreas } from "./areasText";
import { solidFill } from "./cellStyle";
import { readColor, writeColor } from "./colors";

const OPERATORS: readonly (readonly [string, NonNullable<ConditionalRule["operator"]>])[] = [
  ["Between", "between"],
  ["NotBetween", "notBetween"],
  ["EqualTo", "equal"],
  ["NotEqualTo", "notEqual"],
  ["GreaterThan", "greaterThan"],
  ["LessThan", "lessThan"],
  ["GreaterThanOrEqual", "greaterThanOrEqual"],
  ["LessThanOrEqual", "lessThanOrEqual"],
];

type DataBar = ConditionalFormatState["dataBar"];
type FileDataBar = NonNullable<ConditionalRule["dataBar"]>;
type FileBound = FileDataBar["cfvo"][number];

/** Ends of data bars; a formula is a kind that the library writes but does not list. */
const BOUNDS: readonly (readonly [string, FileBound["type"]])[] = [
  ["LowestValue", "min"],
  ["HighestValue", "max"],
  ["Number", "num"],
  ["Percent", "percent"],
  ["Percentile", "percentile"],
  ["Formula", "formula" as FileBound["type"]],
];

/** A rule for the library; `null` while it is not complete, since a file knows no unfinished ones. */
export function writeConditionalFormat(
  format: ConditionalFormatState,
  priority: number
): ConditionalRule | null {
  const common = {
    priority,
    range: writeAreas(format.areas),
    ...(format.stopIfTrue && { stopIfTrue: true }),
  };
  switch (format.type) {
    case "Custom":
      return format.formula === ""
        ? null
        : { ...common, type: "expression", formula: format.formula.slice(1), style: writeLook(format) };
    case "CellValue":
      return writeCellValue(format, common);
    case "DataBar":
      return { ...common, type: "dataBar", dataBar: writeDataBar(format.dataBar) };
    default:
      return null;
  }
}

type Common = Pick<ConditionalRule, "priority" | "range" | "stopIfTrue">;

function writeCellValue(format: ConditionalFormatState, common: Common): ConditionalRule | null {
  const rule = format.cellValueRule as JsonRecord | null;
  if (rule === null) {
    return null;
  }
  const formulas = [rule["formula1"], rule["formula2"]].flatMap((formula) =>
    formula === undefined || formula === null || formula === "" ? [] : [String(formula).replace(/^=/, "")]
  );
  return {
    ...common,
    type: "cellIs",
    operator: OPERATORS.find(([ours]) => ours === rule["operator"])?.[1],
    formula: formulas,
    style: writeLook(format),
  };
}

function writeLook({ font, fillColor }: ConditionalFormatState): NonNullable<ConditionalRule["style"]> {
  const written = {
    ...(font.bold !== null && { bold: font.bold }),
    ...(font.italic !== null && { italic: font.italic }),
    ...(font.color !== null && { color: writeColor(font.color) }),
  };
  return {
    ...(Object.keys(written).length > 0 && { font: written }),
    ...(fillColor !== null && { fill: solidFill(fillColor) }),
  };
}

function writeDataBar(bar: DataBar): FileDataBar {
  return {
    cfvo: [writeBound(bar.lowerBoundRule, "min"), writeBound(bar.upperBoundRule, "max")],
    color: `FF${writeColor(bar.positive.fillColor).rgb}`,
  };
}

function writeBound(rule: Json, automatic: "min" | "max"): FileBound {
  const { type, formula } = rule as JsonRecord;
  const theirs = BOUNDS.find(([ours]) => ours === type)?.[1] ?? automatic;
  return formula === undefined || formula === null
    ? { type: theirs }
    : { type: theirs, value: String(formula).replace(/^=/, "") };
}

/** The formats of a sheet, highest priority first; kinds that the host does not know are left out. */
export function readConditionalFormats(
  rules: readonly ConditionalRule[],
  theme: readonly string[]
): ConditionalFormatState[] {
  return [...rules]
    .sort((one, other) => one.priority - other.priority)
    .flatMap((rule, index) => {
      const format = readRule(rule, `{CF-FILE-${index + 1}}`, theme);
      return format && format.areas.length > 0 ? [format] : [];
    });
}

function readRule(
  rule: ConditionalRule,
  id: string,
  theme: readonly string[]
): ConditionalFormatState | null {
  const start = (type: ConditionalFormatState["type"]): ConditionalFormatState => ({
    ...newConditionalFormat(id, type, readAreas(rule.range)),
    ...readLook(rule, theme),
    stopIfTrue: rule.stopIfTrue ?? false,
  });
  const [formula1, formula2] = [rule.formula ?? []].flat();
  if (rule.type === "expression" && formula1 !== undefined) {
    return { ...start("Custom"), formula: `=${formula1}` };
  }
  if (rule.type === "cellIs" && formula1 !== undefined) {
    const cellValueRule = {
      formula1: `=${formula1}`,
      ...(formula2 !== undefined && { formula2: `=${formula2}` }),
      operator: OPERATORS.find(([, theirs]) => theirs === rule.operator)?.[0] ?? "EqualTo",
    };
    return { ...start("CellValue"), cellValueRule };
  }
  if (rule.type === "dataBar" && rule.dataBar) {
    const format = start("DataBar");
    return { ...format, dataBar: readDataBar(rule.dataBar, format.dataBar) };
  }
  return null;
}

function readLook(
  { style }: ConditionalRule,
  theme: readonly string[]
): Pick<ConditionalFormatState, "font" | "fillColor"> {
  const { font, fill } = style ?? {};
  const isFilled = fill?.type === "pattern" && fill.pattern !== "none";
  return {
    font: {
      color: readColor(font?.color, theme),
      bold: font?.bold ?? null,
      italic: font?.italic ?? null,
      underline: null,
    },
    // Without a pattern of its own the fill of a conditional format is solid.
    fillColor: fill?.type === "pattern" && (isFilled || fill.bgColor) ? readColor(fill.bgColor, theme) : null,
  };
}

function readDataBar({ cfvo: [lower, upper], color }: FileDataBar, plain: DataBar): DataBar {
  const fillColor = readColor({ rgb: color }, []) ?? plain.positive.fillColor;
  return {
    ...plain,
    lowerBoundRule: readBound(lower, "min"),
    upperBoundRule: readBound(upper, "max"),
    positive: { ...plain.positive, fillColor },
  };
}

/** The ends that a bar has of itself are the automatic ones. */
function readBound(bound: FileBound | undefined, automatic: "min" | "max"): Json {
  const type = BOUNDS.find(([, theirs]) => theirs === bound?.type)?.[0];
  if (bound === undefined || type === undefined || bound.type === automatic) {
    return { type: "Automatic" };
  }
  return bound.value === undefined ? { type } : { type, formula: `=${bound.value}` };
}
