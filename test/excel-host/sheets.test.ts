/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel({ workbookName: "Cao Bằng.xlsx", sheetName: "Trang 1" });

// learn.microsoft.com/javascript/api/excel/excel.worksheet; adding activates nothing: excel.worksheetcollection
describe("worksheets", () => {
  test("are added once, found by name in any letter case and by id", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const added = sheets.add("Biểu 01");
      added.load("id,name,position,visibility");
      await context.sync();
      added.getRange("A1").values = [["x"]];
      await context.sync();
      const byName = sheets.getItem("BIỂU 01").load("id");
      const byId = sheets.getItem(added.id).load("name");
      const missing = sheets.getItemOrNullObject("Biểu 99");
      const count = sheets.getCount();
      context.workbook.load("name");
      await context.sync();
      expect(byName.id).toBe(added.id);
      expect(byId.name).toBe("Biểu 01");
      expect(missing.isNullObject).toBe(true);
      expect(count.value).toBe(2);
      expect([added.position, added.visibility]).toEqual([1, "Visible"]);
      expect(context.workbook.name).toBe("Cao Bằng.xlsx");
    });
  });

  test("are listed, renamed, moved, hidden, copied and deleted", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const sheet = sheets.add("Tạm");
      sheet.getRange("A1:B1").values = [["a", 1]];
      await context.sync();
      sheet.name = "Nhật ký";
      sheet.position = 0;
      sheet.tabColor = "#FF0000";
      sheet.showGridlines = false;
      const copy = sheet.copy("End");
      copy.load("name,position");
      await context.sync();
      const copied = copy.getRange("A1:B1").load("values");
      sheet.visibility = "VeryHidden";
      sheets.load("items/name,items/visibility,items/tabColor,items/showGridlines");
      await context.sync();
      expect(copied.values).toEqual([["a", 1]]);
      expect(copy.name).toBe("Nhật ký (2)");
      const shown = sheets.items.map(({ name, visibility }) => `${name}: ${visibility}`);
      expect(shown).toEqual([
        "Nhật ký: VeryHidden",
        "Trang 1: Visible",
        "Biểu 01: Visible",
        "Nhật ký (2): Visible",
      ]);
      expect(sheets.items[0]).toMatchObject({ tabColor: "#FF0000", showGridlines: false });
      sheet.visibility = "Visible";
      sheet.delete();
      copy.delete();
      const count = sheets.getCount();
      await context.sync();
      expect(count.value).toBe(2);
    });
  });

  test("lead to their neighbours and to the active one", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const first = sheets.getFirst().load("name");
      const second = first.getNext().load("name");
      const before = first.getPreviousOrNullObject();
      sheets.getLast().activate();
      const active = sheets.getActiveWorksheet().load("name");
      const last = sheets.getLast().load("name");
      await context.sync();
      expect([first.name, second.name, before.isNullObject]).toEqual(["Trang 1", "Biểu 01", true]);
      expect(active.name).toBe(last.name);
    });
  });

  test("a selected range is the selection", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("B2:C4").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect(selected.address).toMatch(/!B2:C4$/);
      expect(cell.address).toMatch(/!B2$/);
    });
  });

  test("adding keeps the active sheet", async () => {
    await excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet().load("id");
      context.workbook.worksheets.add("Không mở");
      const after = context.workbook.worksheets.getActiveWorksheet().load("id");
      await context.sync();
      expect(after.id).toBe(active.id);
    });
  });

  test.each([["Có/chéo"], ["a:b"], ["a[1]"], ["x".repeat(32)], [""], ["'đầu"]])(
    "%s is no name for a sheet",
    async (name) => {
      const failure = await excel.failure(async (_, context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
      expect(failure.code).toBe("InvalidArgument");
    }
  );

  test("a name is there once, whatever its letter case", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.name = "TRANG 1";
      await context.sync();
    });
    expect(failure.code).toBe("ItemAlreadyExists");
  });

  test("the last visible sheet can be neither hidden nor deleted", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      sheets.items.slice(1).forEach((sheet) => {
        sheet.visibility = "Hidden";
      });
      await context.sync();
      const only = sheets.items[0];
      await expect(
        excel.run(async (inner) => {
          inner.workbook.worksheets.getItem(only?.name ?? "").delete();
          await inner.sync();
        })
      ).rejects.toMatchObject({ code: "InvalidOperation" });
      await expect(
        excel.run(async (inner) => {
          inner.workbook.worksheets.getItem(only?.name ?? "").visibility = "Hidden";
          await inner.sync();
        })
      ).rejects.toMatchObject({ code: "InvalidOperation" });
      sheets.items.slice(1).forEach((sheet) => {
        sheet.visibility = "Visible";
      });
      await context.sync();
    });
  });

  test("panes are frozen and freed", async () => {
    await excel.onSheet(async (sheet, context) => {
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.freezePanes.freezeRows(3);
      const rows = sheet.freezePanes.getLocation().load("address");
      await context.sync();
      expect(rows.address).toMatch(/!1:3$/);
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B2"));
      const both = sheet.freezePanes.getLocation().load("address");
      await context.sync();
      expect(both.address).toMatch(/!A1:B2$/);
      sheet.freezePanes.unfreeze();
      const free = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(free.isNullObject).toBe(true);
    });
  });
});

// learn.microsoft.com/javascript/api/excel/excel.pagelayout
describe("page layout", () => {
  test("keeps what is set", async () => {
    await excel.onSheet(async (sheet, context) => {
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      page.centerHorizontally = true;
      page.setPrintMargins("Centimeters", { left: 2, right: 1 });
      page.setPrintArea("A1:H30");
      page.setPrintTitleRows("$6:$7");
      page.headersFooters.defaultForAllPages.centerFooter = "&P/&N";
      await context.sync();
      page.load("orientation,paperSize,zoom,centerHorizontally,leftMargin,rightMargin,topMargin");
      page.headersFooters.defaultForAllPages.load("centerFooter,leftHeader");
      const area = page.getPrintArea().load("address");
      const titles = page.getPrintTitleRowsOrNullObject().load("address");
      const columns = page.getPrintTitleColumnsOrNullObject();
      await context.sync();
      expect(page).toMatchObject({
        orientation: "Landscape",
        paperSize: "A4",
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
        centerHorizontally: true,
        topMargin: 54,
      });
      expect(page.leftMargin).toBeCloseTo(56.69, 2);
      expect(page.headersFooters.defaultForAllPages.centerFooter).toBe("&P/&N");
      expect(area.address).toMatch(/!A1:H30$/);
      expect(titles.address).toMatch(/!6:7$/);
      expect(columns.isNullObject).toBe(true);
    });
  });

  test("refuses what Excel would refuse", async () => {
    const titles = await excel.failure(async (sheet, context) => {
      sheet.pageLayout.setPrintTitleRows("A6:H7");
      await context.sync();
    });
    expect(titles.code).toBe("InvalidArgument");
    const zoom = await excel.failure(async (sheet, context) => {
      sheet.pageLayout.zoom = { scale: 5 };
      await context.sync();
    });
    expect(zoom.code).toBe("InvalidArgument");
  });
});

describe("names", () => {
  test("stand for ranges and values, and formulas know them", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const names = context.workbook.names;
      names.add("SoLieu", sheet.getRange("A1:A3"), "số liệu");
      names.add("MucTieu", "=0.9");
      sheet.getRange("B1").formulas = [["=SUM(SoLieu)*MucTieu"]];
      await context.sync();
      const name = names.getItem("solieu").load("name,type,value,formula,comment,scope");
      const range = name.getRange().load("address");
      const other = names.getItemOrNullObject("KhongCo");
      const result = sheet.getRange("B1").load("values");
      const byName = sheet.getRange("SoLieu").load("address");
      names.load("items/name");
      await context.sync();
      expect(name.formula).toMatch(/^='Test \d+'!\$A\$1:\$A\$3$/);
      expect(name).toMatchObject({ name: "SoLieu", type: "Range", comment: "số liệu", scope: "Workbook" });
      expect(range.address).toMatch(/!A1:A3$/);
      expect(byName.address).toBe(range.address);
      expect(other.isNullObject).toBe(true);
      expect(result.values[0]?.[0]).toBeCloseTo(5.4);
      expect(names.items.map((each) => each.name)).toEqual(["SoLieu", "MucTieu"]);
      name.delete();
      names.getItem("MucTieu").delete();
      const count = names.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test.each(["A1", "R1C1", "1Ten", "Có dấu cách", "TongHop-1"])("%s is no name", async (name) => {
    const failure = await excel.failure(async (sheet, context) => {
      context.workbook.names.add(name, sheet.getRange("A1"));
      await context.sync();
    });
    expect(failure.code).toBe("InvalidArgument");
  });
});

describe("properties and settings", () => {
  test("of the document", async () => {
    await excel.run(async (context) => {
      const { properties, settings } = context.workbook;
      properties.title = "Biểu tổng hợp";
      properties.custom.add("BieuSu.Unit", "ha-quang");
      properties.custom.add("BieuSu.Version", 2);
      settings.add("chọn", { đơn: ["vị"] });
      await context.sync();
      properties.load("title");
      properties.custom.load("items/key,items/value,items/type");
      const unit = properties.custom.getItemOrNullObject("biếusu.unit");
      const same = properties.custom.getItemOrNullObject("BIEUSU.UNIT").load("value");
      const setting = settings.getItem("chọn").load("value");
      await context.sync();
      expect(properties.title).toBe("Biểu tổng hợp");
      expect(properties.custom.items.map(({ key, value, type }) => [key, value, type])).toEqual([
        ["BieuSu.Unit", "ha-quang", "String"],
        ["BieuSu.Version", 2, "Number"],
      ]);
      expect(unit.isNullObject).toBe(true);
      expect(same.value).toBe("ha-quang");
      expect(setting.value).toEqual({ đơn: ["vị"] });
      same.delete();
      await context.sync();
    });
    expect(excel.booted.host.state.customProperties).toEqual([
      { key: "BieuSu.Version", value: 2, type: "Number" },
    ]);
    expect(JSON.parse(JSON.stringify(excel.booted.host.state))).toEqual(excel.booted.host.state);
  });

  test("of a sheet", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.customProperties.add("form", "bieu-02");
      await context.sync();
      const form = sheet.customProperties.getItem("form").load("value");
      const none = sheet.customProperties.getItemOrNullObject("x");
      await context.sync();
      expect(form.value).toBe("bieu-02");
      expect(none.isNullObject).toBe(true);
    });
  });
});
