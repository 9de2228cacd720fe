/** `Excel.Style` and `Excel.StyleCollection`, and the styles of cells. */
import { coveredCells, columnsOf, intersection, rowsOf, subtractFromAll } from "../areas";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area, Border, BorderEdge, CellStyle, StylePatch } from "../spreadsheet/spreadsheet";
import { booleanOf, colorOf, integerOf, oneOf, textOf } from "./arguments";
import { ALL_PARTS, BUILT_IN_STYLES, NORMAL_LOOK } from "./builtInStyles";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { Argument, HostObject, Property } from "./definition";
import { defineObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import type { Looks } from "./rangeFormat";
import { fillDefinition, fontDefinition, lookProperty } from "./rangeFormat";
import type { CellStyleState, StylePart } from "./state";
import { BORDER_STYLES, BORDER_WEIGHTS, HORIZONTAL, VERTICAL } from "./styleWords";

const NORMAL = "Normal";
const NAME_LIMIT = 255;

interface StyleTarget {
  readonly context: ModelContext;
  /** As Excel shows it. */
  readonly name: string;
}

/** All names: the built-in ones, then those that were added. */
function names({ state }: ModelContext): readonly string[] {
  const added = Object.keys(state.cellStyles).filter((name) => !BUILT_IN_STYLES.has(name));
  return [...BUILT_IN_STYLES.keys(), ...added];
}

/** A style is found by its name in any letter case, a built-in one also by its word (`Heading1`). */
function findStyle(context: ModelContext, key: string): string | null {
  const wanted = key.toLowerCase();
  const byName = names(context).find((name) => name.toLowerCase() === wanted);
  const byWord = [...BUILT_IN_STYLES].find(([, { word }]) => word.toLowerCase() === wanted)?.[0];
  return byName ?? byWord ?? null;
}

function newStyle(look: StylePatch, parts: readonly StylePart[]): CellStyleState {
  const includes = Object.fromEntries(ALL_PARTS.map((part) => [part, parts.includes(part)]));
  return {
    look,
    locked: true,
    formulaHidden: false,
    shrinkToFit: false,
    autoIndent: false,
    readingOrder: "Context",
    includes: includes as Record<StylePart, boolean>,
  };
}

function styleOf({ context, name }: StyleTarget): CellStyleState {
  const builtIn = BUILT_IN_STYLES.get(name);
  const state = context.state.cellStyles[name] ?? (builtIn && newStyle(builtIn.look, builtIn.parts));
  if (!state) {
    throw itemNotFound("Style");
  }
  return state;
}

const PARTS: { readonly [key in keyof CellStyle]: StylePart } = {
  fontName: "font",
  fontSize: "font",
  bold: "font",
  italic: "font",
  underline: "font",
  strikethrough: "font",
  fontColor: "font",
  fillColor: "patterns",
  horizontal: "alignment",
  vertical: "alignment",
  wrapText: "alignment",
  textRotation: "alignment",
  indent: "alignment",
  numberFormat: "number",
  top: "border",
  bottom: "border",
  left: "border",
  right: "border",
};

/** What the style sets of a cell: the parts that it includes, as a whole. */
function appliedLook({ look, includes }: CellStyleState): StylePatch {
  const entries = Object.entries({ ...NORMAL_LOOK, ...look });
  return Object.fromEntries(entries.filter(([key]) => includes[PARTS[key as keyof CellStyle]]));
}

/** The style that all cells of the areas have: a built-in one by its word; null when they differ. */
export function styleOfCells(context: ModelContext, sheetId: string, area: Area): string | null {
  const { cellStyles } = sheetState(context, sheetId);
  const touched = cellStyles.filter(({ areas }) => areas.some((each) => intersection(each, area)));
  const [only, ...others] = new Set(touched.map(({ style }) => style));
  if (only === undefined) {
    return NORMAL;
  }
  const areas = touched.flatMap((each) => each.areas);
  const isWhole = coveredCells(areas, area) === rowsOf(area) * columnsOf(area);
  return isWhole && others.length === 0 ? (BUILT_IN_STYLES.get(only)?.word ?? only) : null;
}

/** Gives cells a style: the parts of their looks that it includes are replaced. */
export function applyCellStyle(range: RangeTarget, value: Argument | undefined, location: string): void {
  const { context, sheetId, area } = range;
  const name = findStyle(context, textOf(value, location));
  if (name === null) {
    throw invalidArgument(location, `There is no style "${String(value)}".`);
  }
  requireUnprotected(context, sheetId, location, "allowFormatCells");
  const style = styleOf({ context, name });
  context.spreadsheet.applyStyle(sheetId, area, appliedLook(style));
  const state = sheetState(context, sheetId);
  if (style.includes.protection) {
    const others = subtractFromAll(state.unlocked, area);
    state.unlocked = style.locked ? others : [...others, area];
  }
  const others = state.cellStyles
    .map((each) => ({ ...each, areas: subtractFromAll(each.areas, area) }))
    .filter(({ areas }) => areas.length > 0);
  const same = others.find((each) => each.style === name);
  const rest = others.filter((each) => each.style !== name);
  state.cellStyles =
    name === NORMAL ? others : [...rest, { style: name, areas: [...(same?.areas ?? []), area] }];
}

/** Changes a style, and the cells that have it. */
function change(target: StyleTarget, changes: Partial<CellStyleState>): void {
  const { context, name } = target;
  context.state.cellStyles[name] = { ...styleOf(target), ...changes };
}

const STYLE_LOOKS: Looks<StyleTarget> = {
  common: (target, read) => read({ ...NORMAL_LOOK, ...styleOf(target).look } as CellStyle),
  apply: (target, patch) => {
    const { context, name } = target;
    change(target, { look: { ...styleOf(target).look, ...patch } });
    const { includes } = styleOf(target);
    const shown = Object.fromEntries(
      Object.entries(patch).filter(([key]) => includes[PARTS[key as keyof CellStyle]])
    );
    for (const [sheetId, { cellStyles }] of Object.entries(context.state.sheets)) {
      const areas = cellStyles.filter(({ style }) => style === name).flatMap((each) => each.areas);
      areas.forEach((area) => context.spreadsheet.applyStyle(sheetId, area, shown));
    }
  },
};

const fillObject = defineObject(fillDefinition(STYLE_LOOKS));
const fontObject = defineObject(fontDefinition(STYLE_LOOKS));

interface StyleBorderTarget {
  readonly style: StyleTarget;
  readonly edge: BorderEdge;
}

const EDGES: { readonly [side: string]: BorderEdge | undefined } = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};

function changeBorder({ style, edge }: StyleBorderTarget, changes: Partial<Border>, location: string): void {
  const before = styleOf(style).look[edge] ?? { style: "Continuous", weight: "Thin", color: "#000000" };
  const border = changes.style === "None" ? null : { ...before, ...changes };
  STYLE_LOOKS.apply(style, { [edge]: border }, location);
}

const borderObject = defineObject<StyleBorderTarget>({
  name: "RangeBorder",
  properties: {
    SideIndex: readOnly(({ edge }) => Object.keys(EDGES).find((side) => EDGES[side] === edge) ?? null),
    Style: readWrite(
      ({ style, edge }) => styleOf(style).look[edge]?.style ?? "None",
      (target, value) => {
        const word = oneOf(BORDER_STYLES, value, "RangeBorder.style");
        changeBorder(target, { style: word }, "RangeBorder.style");
      }
    ),
    Weight: readWrite(
      ({ style, edge }) => styleOf(style).look[edge]?.weight ?? "Thin",
      (target, value) => {
        const weight = oneOf(BORDER_WEIGHTS, value, "RangeBorder.weight");
        changeBorder(target, { weight }, "RangeBorder.weight");
      }
    ),
    Color: readWrite(
      ({ style, edge }) => styleOf(style).look[edge]?.color ?? "#000000",
      (target, value) =>
        changeBorder(target, { color: colorOf(value, "RangeBorder.color") }, "RangeBorder.color")
    ),
  },
});

function borderByKey(style: StyleTarget, key: Json): HostObject | null {
  const edge = typeof key === "string" && Object.hasOwn(EDGES, key) ? EDGES[key] : undefined;
  return edge ? borderObject({ style, edge }) : null;
}

const bordersObject = defineObject<StyleTarget>({
  name: "RangeBorderCollection",
  properties: { Count: readOnly(() => Object.keys(EDGES).length) },
  items: (style) => Object.keys(EDGES).flatMap((side) => borderByKey(style, side) ?? []),
  item: borderByKey,
});

function included(part: StylePart, member: string): Property<StyleTarget> {
  return readWrite(
    (target) => styleOf(target).includes[part],
    (target, value) => {
      const includes = { ...styleOf(target).includes, [part]: booleanOf(value, `Style.${member}`) };
      change(target, { includes });
    }
  );
}

function flag(key: "locked" | "formulaHidden" | "shrinkToFit" | "autoIndent"): Property<StyleTarget> {
  return readWrite(
    (target) => styleOf(target)[key],
    (target, value) => change(target, { [key]: booleanOf(value, `Style.${key}`) })
  );
}

function look(
  member: string,
  read: (style: CellStyle) => Json,
  patch: (value: Json, location: string) => StylePatch
): Property<StyleTarget> {
  const location = `Style.${member}`;
  return lookProperty(STYLE_LOOKS, location, read, (value) => patch(value, location));
}

const numberFormat = look(
  "numberFormat",
  (style) => style.numberFormat,
  (value, location) => ({ numberFormat: textOf(value, location) })
);

const textOrientation = look(
  "textOrientation",
  ({ textRotation }) => textRotation,
  (value, location) => ({ textRotation: integerOf(value, location) })
);

const styleObject: (target: StyleTarget) => HostObject = defineObject<StyleTarget>({
  name: "Style",
  identity: ({ name }) => ({ Name: name }),
  properties: {
    Name: readOnly(({ name }) => name),
    BuiltIn: readOnly(({ name }) => BUILT_IN_STYLES.has(name)),
    FormulaHidden: flag("formulaHidden"),
    Locked: flag("locked"),
    ShrinkToFit: flag("shrinkToFit"),
    AutoIndent: flag("autoIndent"),
    ReadingOrder: readWrite(
      (target) => styleOf(target).readingOrder,
      (target, value) => {
        const orders = ["Context", "LeftToRight", "RightToLeft"] as const;
        change(target, { readingOrder: oneOf(orders, value, "Style.readingOrder") });
      }
    ),
    IncludeAlignment: included("alignment", "includeAlignment"),
    IncludeBorder: included("border", "includeBorder"),
    IncludeFont: included("font", "includeFont"),
    IncludeNumber: included("number", "includeNumber"),
    IncludePatterns: included("patterns", "includePatterns"),
    IncludeProtection: included("protection", "includeProtection"),
    HorizontalAlignment: look(
      "horizontalAlignment",
      ({ horizontal }) => horizontal,
      (value, location) => ({ horizontal: oneOf(HORIZONTAL, value, location) })
    ),
    VerticalAlignment: look(
      "verticalAlignment",
      ({ vertical }) => vertical,
      (value, location) => ({ vertical: oneOf(VERTICAL, value, location) })
    ),
    WrapText: look(
      "wrapText",
      ({ wrapText }) => wrapText,
      (value, location) => ({ wrapText: booleanOf(value, location) })
    ),
    IndentLevel: look(
      "indentLevel",
      ({ indent }) => indent,
      (value, location) => ({ indent: integerOf(value, location) })
    ),
    // The client sets this one under a name of its own.
    Orientation: textOrientation,
    TextOrientation: textOrientation,
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
  },
  objects: {
    Borders: (style) => bordersObject(style),
    Fill: (style) => fillObject(style),
    Font: (style) => fontObject(style),
  },
  methods: { Delete: method(deleteStyle) },
});

/** Its cells become `Normal`; so does a built-in style, except `Normal` itself. */
function deleteStyle({ context, name }: StyleTarget): void {
  const location = "Style.delete";
  if (BUILT_IN_STYLES.has(name)) {
    throw invalidArgument(location, "A built-in style stays.");
  }
  for (const [sheetId, { cellStyles }] of Object.entries(context.state.sheets)) {
    const areas = cellStyles.filter(({ style }) => style === name).flatMap((each) => each.areas);
    areas.forEach((area) => applyCellStyle({ context, sheetId, area }, NORMAL, location));
  }
  delete context.state.cellStyles[name];
}

function styleByKey(context: ModelContext, key: Json): HostObject | null {
  const name = findStyle(context, String(key));
  return name === null ? null : styleObject({ context, name });
}

export const stylesObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "StyleCollection",
  items: (context) => names(context).map((name) => styleObject({ context, name })),
  item: styleByKey,
  methods: {
    Add: method(["name"], (context, name) => {
      const location = "StyleCollection.add";
      const text = textOf(name, location);
      if (text.trim() === "" || text.length > NAME_LIMIT) {
        throw invalidArgument(location);
      }
      if (findStyle(context, text) !== null) {
        throw itemAlreadyExists(location);
      }
      context.state.cellStyles[text] = newStyle(NORMAL_LOOK, ALL_PARTS);
    }),
    GetCount: method((context) => names(context).length),
    GetItemAt: method(["index"], (context, index) => {
      const name = names(context)[integerOf(index, "StyleCollection.getItemAt")];
      if (name === undefined) {
        throw itemNotFound("StyleCollection.getItemAt");
      }
      return styleObject({ context, name });
    }),
    GetItemOrNullObject: method(["name"], (context, name) =>
      styleByKey(context, textOf(name, "StyleCollection.getItemOrNullObject"))
    ),
  },
});
