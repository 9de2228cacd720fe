import type { KnownTable } from "./spreadsheet/structuredReferences";
import {
  withColumnsRenamed,
  withoutTableReferences,
  withTableRenamed,
} from "./spreadsheet/structuredReferences";

const TABLE: KnownTable = {
  name: "TongHop_02",
  sheetId: "s",
  sheetName: "Tổng hợp 02",
  area: { top: 1, left: 1, bottom: 4, right: 3 },
  headers: ["Xã", "Tính (1/0)", "Tên, 'tác phẩm' [chưa]"],
};
const PLACE = { sheetId: "s", row: 2, column: 5 };
const SHEET = "'Tổng hợp 02'!";

test.each([
  ["=SUM(TongHop_02[Tính (1/0)])", `=SUM(${SHEET}$C$3:$C$5)`],
  ["=SUM(tonghop_02[tính (1/0)])", `=SUM(${SHEET}$C$3:$C$5)`],
  ["=ROWS(TongHop_02)", `=ROWS(${SHEET}$B$3:$D$5)`],
  ["=ROWS(TongHop_02[])", `=ROWS(${SHEET}$B$3:$D$5)`],
  ["=ROWS(TongHop_02[#All])", `=ROWS(${SHEET}$B$2:$D$5)`],
  ["=COUNTA(TongHop_02[#Headers])", `=COUNTA(${SHEET}$B$2:$D$2)`],
  ["=TongHop_02[[#Headers],[Xã]]", `=${SHEET}$B$2`],
  ["=COUNTA(TongHop_02[[Xã]:[Tính (1/0)]])", `=COUNTA(${SHEET}$B$3:$C$5)`],
  ["=COUNTA(TongHop_02[Tên, ''tác phẩm'' '[chưa']])", `=COUNTA(${SHEET}$D$3:$D$5)`],
  ["=TongHop_02[@Xã]", `=${SHEET}$B$3`],
  ["=[@[Tính (1/0)]]*2", `=${SHEET}$C$3*2`],
  ["=TongHop_02[[#This Row],[Xã]]", `=${SHEET}$B$3`],
  ["=SUM(TongHop_02[Không có])", "=SUM(#REF!)"],
  ['="TongHop_02[Xã]"&TongHop_02[@Xã]', `="TongHop_02[Xã]"&${SHEET}$B$3`],
])("%s", (formula, expected) => {
  expect(withoutTableReferences(formula, [TABLE], PLACE)).toBe(expected);
});

test.each(["=SUM(A1:B2)", "='TongHop_02'!A1", "=TongHop_02!A1", "=TongHop_02(1)", '="[x]"', "=Khac[Xã]"])(
  "%s has none",
  (formula) => {
    const elsewhere = { ...PLACE, sheetId: "other" };
    expect(withoutTableReferences(formula, [TABLE], elsewhere)).toBeNull();
  }
);

test("a table's new name is taken over", () => {
  expect(withTableRenamed('=SUM(bang[Xã])&"Bang[Xã]"', "Bang", "Moi")).toBe('=SUM(Moi[Xã])&"Bang[Xã]"');
});

test.each([
  ["=SUM(TongHop_02[Tính (1/0)])", "=SUM(TongHop_02[Được tính])"],
  ["=[@[tính (1/0)]]*2", "=[@[Được tính]]*2"],
  ["=TongHop_02[@Xã]", "=TongHop_02[@[Xã, phường]]"],
  ["=TongHop_02[[#Headers],[Xã]:[Tính (1/0)]]", "=TongHop_02[[#Headers],[Xã, phường]:[Được tính]]"],
  ["=TongHop_02[Tên, ''tác phẩm'' '[chưa']]", "=TongHop_02['[mới']]"],
  ['="TongHop_02[Xã]"&Khac[Xã]', '="TongHop_02[Xã]"&Khac[Xã]'],
  ["=ROWS(TongHop_02[#All])+ROWS(TongHop_02)", "=ROWS(TongHop_02[#All])+ROWS(TongHop_02)"],
])("%s with other titles", (formula, expected) => {
  const renamed = new Map([
    ["xã", "Xã, phường"],
    ["tính (1/0)", "Được tính"],
    ["tên, 'tác phẩm' [chưa]", "[mới]"],
  ]);
  expect(withColumnsRenamed(formula, TABLE, renamed, PLACE)).toBe(expected);
});
