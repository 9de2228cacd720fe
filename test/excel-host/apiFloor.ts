/** Finds what an add-in's source uses above its floor: the same data that decides what this host has. */
import ts from "typescript";
import { apiSetOf, includesVersion } from "./apiVersions";

export interface AboveFloor {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** Such as `Worksheet.showOutlineLevels`. */
  readonly member: string;
  /** Such as `ExcelApi 1.16`. */
  readonly needs: string;
}

/**
 * Members of Excel's classes that `files` use although they came after `floor` (such as `1.14`), unless the place is
 * guarded: the `then` of an `if` or `?:`, or the right of an `&&`, whose condition asks
 * `isSetSupported("ExcelApi", version)` for a version that has the member. Members are calls, properties, properties
 * in object literals (`set`, `getCellProperties`) and the names given to `load`.
 */
export function findAboveFloor(
  program: ts.Program,
  files: readonly string[],
  floor: string
): readonly AboveFloor[] {
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) {
      throw new Error(`${file} is not part of the program`);
    }
    return usesOf(source, checker)
      .filter(({ node, set }) => !includedIn(floor, set) && !isGuarded(node, set))
      .map(({ node, member, set }) => ({
        file,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        member,
        needs: setName(set),
      }));
  });
}

interface Use {
  readonly node: ts.Node;
  readonly member: string;
  /** As in `apiSets.json`. */
  readonly set: string;
}

function usesOf(source: ts.SourceFile, checker: ts.TypeChecker): readonly Use[] {
  const uses: Use[] = [];
  const add = (node: ts.Node, symbol: ts.Symbol | undefined) => {
    const use = symbol && useOf(node, symbol);
    if (use) {
      uses.push(use);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      add(node.name, checker.getSymbolAtLocation(node.name));
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      add(node, checker.getTypeAtLocation(node.parent).getProperty(name.getText()));
    } else if (ts.isObjectLiteralExpression(node)) {
      const type = checker.getContextualType(node);
      node.properties.forEach((property) => add(property, type?.getProperty(property.name?.getText() ?? "")));
    } else if (ts.isCallExpression(node)) {
      loadedSymbols(node, checker).forEach((symbol) => add(node, symbol));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** The use of an Excel member, or of a property that stands for one (`RangeUpdateData.style`). */
function useOf(node: ts.Node, symbol: ts.Symbol): Use | null {
  const owner = symbol.declarations?.[0]?.parent;
  if (!owner || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner)) || !owner.name) {
    return null;
  }
  if (!/@types[\\/]office-js[\\/]/.test(owner.getSourceFile().fileName)) {
    return null;
  }
  const className = owner.name.text.replace(/(UpdateData|LoadOptions|Data)$/, "");
  const set = apiSetOf(className, symbol.name) ?? apiSetOf(owner.name.text, symbol.name);
  return set === null ? null : { node, member: `${className}.${symbol.name}`, set };
}

/** What `x.load("a, b/c")` and `x.load(["a"])` name. */
function loadedSymbols(call: ts.CallExpression, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const [names] = call.arguments;
  if (!names || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "load") {
    return [];
  }
  const literals = ts.isArrayLiteralExpression(names) ? [...names.elements] : [names];
  const paths = literals.filter(ts.isStringLiteralLike).flatMap((literal) => literal.text.split(","));
  const type = checker.getTypeAtLocation(call.expression.expression);
  return paths.flatMap((path) => symbolsOnPath(type, path.trim().split("/"), checker));
}

function symbolsOnPath(
  type: ts.Type,
  [name, ...rest]: readonly string[],
  checker: ts.TypeChecker
): readonly ts.Symbol[] {
  if (!name) {
    return [];
  }
  const items = type.getProperty("items");
  const elements = items && checker.getTypeOfSymbol(items).getNumberIndexType();
  if (elements && name === "items") {
    return symbolsOnPath(elements, rest, checker);
  }
  // A name that a collection itself does not have is one of its items'.
  const symbol = type.getProperty(name) ?? elements?.getProperty(name);
  return symbol ? [symbol, ...symbolsOnPath(checker.getTypeOfSymbol(symbol), rest, checker)] : [];
}

function isGuarded(node: ts.Node, set: string): boolean {
  for (let child = node; child.parent; child = child.parent) {
    const condition = conditionOf(child);
    if (condition && askedVersions(condition).some((version) => includedIn(version, set))) {
      return true;
    }
  }
  return false;
}

/** The condition under which `node` runs, as far as its parent says so. */
function conditionOf(node: ts.Node): ts.Expression | null {
  const { parent } = node;
  if (ts.isIfStatement(parent) && parent.thenStatement === node) {
    return parent.expression;
  }
  if (ts.isConditionalExpression(parent) && parent.whenTrue === node) {
    return parent.condition;
  }
  const isAnd =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd && parent.right === node ? parent.left : null;
}

/** Versions in calls such as `isSetSupported("ExcelApi", "1.16")` that stand in a chain of `&&`. */
function askedVersions(condition: ts.Expression): readonly string[] {
  if (ts.isParenthesizedExpression(condition)) {
    return askedVersions(condition.expression);
  }
  if (ts.isBinaryExpression(condition)) {
    return condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
      ? [...askedVersions(condition.left), ...askedVersions(condition.right)]
      : [];
  }
  if (!ts.isCallExpression(condition) || !/\bisSetSupported$/.test(condition.expression.getText())) {
    return [];
  }
  const [set, version] = condition.arguments;
  const asks = set && version && ts.isStringLiteralLike(set) && ts.isStringLiteralLike(version);
  return asks ? [set.text === "ExcelApi" ? version.text : `${set.text} ${version.text}`] : [];
}

/** `supported` and `needed` as in `apiSets.json`: sets other than ExcelApi carry their name. */
function includedIn(supported: string, needed: string): boolean {
  const isExcelApi = /^\d/.test(needed) && /^\d/.test(supported);
  return isExcelApi ? includesVersion(supported, needed) : supported === needed;
}

function setName(set: string): string {
  return /^\d/.test(set) ? `ExcelApi ${set}` : set;
}
