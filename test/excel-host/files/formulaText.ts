/** Formulas as a file holds them: newer functions have a prefix, "this row" of a table is written out. */

/** Functions that came after the format was fixed: Excel reads them with a prefix only. */
const NEWER = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR " +
    "BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT " +
    "CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S " +
    "CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST " +
    "FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE " +
    "GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING " +
    "ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT " +
    "NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC " +
    "PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG " +
    "RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T " +
    "T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE " +
    "VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" ")
);

/** Newer still: these have a second prefix. */
const WORKSHEET_ONLY = new Set(["FILTER", "SORT"]);

/** Texts, sheet names and brackets stay whole; then functions. */
const FUNCTIONS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\p{L}\p{N}_.])([A-Z][A-Z0-9.]*)(?=\()/giu;

/** `=XLOOKUP(…)` → `_xlfn.XLOOKUP(…)`; without the sign of equality. */
export function writeFormula(formula: string, tableHere: string | null): string {
  const prefixed = formula.replace(/^=/, "").replace(FUNCTIONS, (piece: string, name?: string) => {
    const known = name?.toUpperCase() ?? "";
    if (WORKSHEET_ONLY.has(known)) {
      return `_xlfn._xlws.${piece}`;
    }
    return NEWER.has(known) ? `_xlfn.${piece}` : piece;
  });
  return withThisRow(prefixed, tableHere);
}

export function readFormula(formula: string): string {
  return `=${formula.replace(/_xlfn\.(?:_xlws\.)?|_xlws\./gi, "")}`;
}

/** A word, then `[@…]` with or without inner brackets; texts stay whole. */
const THIS_ROW =
  /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*)?\[@((?:\[(?:'.|[^\]'])*\]|[^[\]'"]|'.)*)\]/gu;

/** `[@Tên]` → `Bang[[#This Row],[Tên]]`: the short form is for typing only. */
function withThisRow(formula: string, tableHere: string | null): string {
  return formula.replace(THIS_ROW, (piece: string, word?: string, columns?: string) => {
    const table = word ?? tableHere;
    if (columns === undefined || table === null) {
      return piece;
    }
    if (columns === "") {
      return `${table}[#This Row]`;
    }
    return `${table}[[#This Row],${columns.startsWith("[") ? columns : `[${columns}]`}]`;
  });
}
