/** Conditional formats between the host's words and the file's. */
import type { ConditionalRule } from "hucre/xlsx";
import type { JsonRecord } from "../model/arguments";
import { newConditionalFormat } from "../model/conditionalFormats";
import { presetFormula, textFormula, topBottomFormula } from "../model/conditionalFormulas";
import { newColorScale, newIconSet } from "../model/conditionalScales";
import type { ColorScale, ConditionalFormatState, IconSetState } from "../model/state";
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
    case "ColorScale":
      return {
        ...common,
        type: "colorScale",
        colorScale: writeColorScale(format.colorScale ?? newColorScale()),
      };
    case "IconSet":
      return { ...common, type: "iconSet", iconSet: writeIconSet(format.iconSet ?? newIconSet()) };
    case "ContainsText":
      return writeText(format, common);
    case "PresetCriteria":
      return writePreset(format, common);
    case "TopBottom":
      return format.topBottomRule
        ? asFormula(topBottomFormula(format.topBottomRule, format.areas), format, common)
        : null;
  }
}

/** What the library cannot write is written as the formula that says the same. */
function asFormula(formula: string, format: ConditionalFormatState, common: Common): ConditionalRule {
  return { ...common, type: "expression", formula: formula.replace(/^=/, ""), style: writeLook(format) };
}

const TEXT_RULES = [
  ["Contains", "containsText"],
  ["NotContains", "notContainsText"],
  ["BeginsWith", "beginsWith"],
  ["EndsWith", "endsWith"],
] as const;

function writeText(format: ConditionalFormatState, common: Common): ConditionalRule | null {
  const type = TEXT_RULES.find(([ours]) => ours === format.textRule?.operator)?.[1];
  if (!format.textRule || type === undefined) {
    return null;
  }
  return {
    ...asFormula(textFormula(format.textRule, format.areas), format, common),
    type,
    text: format.textRule.text,
    // The format repeats the type here, in one case shortened; the library writes it but does not list it.
    operator: (type === "notContainsText" ? "notContains" : type) as ConditionalRule["operator"],
  };
}

const PRESETS: readonly (readonly [string, ConditionalRule["type"]])[] = [
  ["Blanks", "containsBlanks"],
  ["NonBlanks", "notContainsBlanks"],
  ["UniqueValues", "uniqueValues"],
  ["DuplicateValues", "duplicateValues"],
];

function writePreset(format: ConditionalFormatState, common: Common): ConditionalRule | null {
  const { preset } = format;
  if (preset === undefined) {
    return null;
  }
  const type = PRESETS.find(([ours]) => ours === preset)?.[1];
  if (type === "uniqueValues" || type === "duplicateValues") {
    return { ...common, type, style: writeLook(format) };
  }
  const written = asFormula(presetFormula(preset, format.areas), format, common);
  return type === undefined ? written : { ...written, type };
}

type FileColorScale = NonNullable<ConditionalRule["colorScale"]>;

function writeColorScale({ minimum, midpoint, maximum }: ColorScale): FileColorScale {
  const criteria = [minimum, ...(midpoint ? [midpoint] : []), maximum];
  return {
    cfvo: criteria.map(({ type, formula }) => writeBound({ type, formula }, "min")),
    colors: criteria.map(({ color }) => `FF${writeColor(color).rgb}`),
  };
}

type FileIconSet = NonNullable<ConditionalRule["iconSet"]>;
type IconBound = FileIconSet["cfvo"][number];

const COUNTS = [
  ["Three", "3"],
  ["Four", "4"],
  ["Five", "5"],
] as const;

function writeIconSet({ style, reverseIconOrder, showIconOnly, criteria }: IconSetState): FileIconSet {
  const [, ...others] = criteria;
  return {
    iconSet: COUNTS.reduce((name, [word, digit]) => name.replace(word, digit), style),
    cfvo: [
      { type: "percent", value: "0" },
      ...others.map(({ type, formula }) => writeBound({ type, formula }, "min") as IconBound),
    ],
    ...(reverseIconOrder && { reverse: true }),
    ...(showIconOnly && { showValue: false }),
  };
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
  return readComparison(rule, start) ?? readScale(rule, start);
}

type Start = (type: ConditionalFormatState["type"]) => ConditionalFormatState;

/** Kinds that look at what a cell holds. */
function readComparison(rule: ConditionalRule, start: Start): ConditionalFormatState | null {
  const operator = TEXT_RULES.find(([, theirs]) => theirs === rule.type)?.[0];
  if (operator !== undefined && rule.text !== undefined) {
    return { ...start("ContainsText"), textRule: { operator, text: rule.text } };
  }
  const preset = PRESETS.find(([, theirs]) => theirs === rule.type)?.[0];
  return preset === undefined ? null : { ...start("PresetCriteria"), preset };
}

/** Kinds that compare all cells with each other. */
function readScale(rule: ConditionalRule, start: Start): ConditionalFormatState | null {
  if (rule.colorScale) {
    const colorScale = readColorScale(rule.colorScale);
    return colorScale && { ...start("ColorScale"), colorScale };
  }
  if (rule.iconSet) {
    return { ...start("IconSet"), iconSet: readIconSet(rule.iconSet) };
  }
  return null;
}

function readColorScale({ cfvo, colors }: FileColorScale): ColorScale | null {
  const criteria = cfvo.map((bound, index) => ({
    type: BOUNDS.find(([, theirs]) => theirs === bound.type)?.[0] ?? "LowestValue",
    formula: bound.value === undefined || /^(min|max)$/.test(bound.type) ? null : `=${bound.value}`,
    color: readColor({ rgb: colors[index] || undefined }, []) ?? "#FFFFFF",
  }));
  const [minimum, second, third] = criteria;
  if (!minimum || !second) {
    return null;
  }
  return third ? { minimum, midpoint: second, maximum: third } : { minimum, midpoint: null, maximum: second };
}

function readIconSet({ iconSet, cfvo, reverse, showValue }: FileIconSet): IconSetState {
  const style = COUNTS.reduce((name, [word, digit]) => name.replace(new RegExp(`^${digit}`), word), iconSet);
  const [lowest] = newIconSet(style).criteria;
  const others = cfvo.slice(1).map(({ type, value = "" }) => ({
    type: BOUNDS.find(([, theirs]) => theirs === type)?.[0] ?? "Percent",
    formula: `=${value}`,
    operator: "GreaterThanOrEqual",
    customIcon: null,
  }));
  return {
    style,
    reverseIconOrder: reverse ?? false,
    showIconOnly: showValue === false,
    criteria: [...(lowest ? [lowest] : []), ...others],
  };
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
