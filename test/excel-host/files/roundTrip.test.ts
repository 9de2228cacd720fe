/** What the genuine client draws is saved, opened in another Excel, and read back the same through its client. */
import type { BootedExcel } from "../inProcess";
import { useExcel } from "../testing";

const excel = useExcel();

/** Saves the workbook, opens the file in a fresh Excel and works there. */
async function reopened<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const other: BootedExcel = await excel.booted.open(await excel.booted.save());
  try {
    return await other.Excel.run(work);
  } finally {
    other.dispose();
  }
}

/** Draws on a new sheet; then reads it here and from the file. */
async function bothWays<T>(
  draw: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown> | unknown,
  read: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>
): Promise<{ readonly here: T; readonly there: T; readonly name: string }> {
  const name = await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    await draw(sheet, context);
    await context.sync();
    return sheet.name;
  });
  const readHere = (context: Excel.RequestContext) =>
    read(context.workbook.worksheets.getItem(name), context);
  return { name, here: await excel.run(readHere), there: await reopened(readHere) };
}

/** The named properties of one object of a sheet. */
function properties(
  names: string,
  of: (sheet: Excel.Worksheet) => { load(names: string): unknown; toJSON(): unknown }
): (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown> {
  return async (sheet, context) => {
    const object = of(sheet);
    object.load(names);
    await context.sync();
    return object.toJSON();
  };
}

describe("cells", () => {
  test("values keep their types", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("A1:A2").numberFormat = [["@"], ["@"]];
        sheet.getRange("A1:D2").values = [
          ["#N/A", 12.5, true, "Đàm Thủy _x0041_ "],
          ["0123", -0.1, false, "hai\ndòng"],
        ];
        sheet.getRange("A3:B3").values = [["#N/A", "'=1+1"]];
      },
      properties("values,valueTypes,numberFormat", (sheet) => sheet.getRange("A1:D3"))
    );
    expect(there).toEqual(here);
    expect(here).toMatchObject({
      valueTypes: [
        ["String", "Double", "Boolean", "String"],
        expect.anything(),
        ["Error", "String", "Empty", "Empty"],
      ],
    });
  });

  test("formulas, their results and their formats", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("A1:A3").values = [[1], [2], ["20/5/2023"]];
        sheet.getRange("B1:B4").formulas = [
          ["=SUM(A1:A2)"],
          ['=IF(A1>0,"đạt","chưa")'],
          ["=1/0"],
          ["=IFNA(XLOOKUP(2,A1:A2,A1:A2),0)"],
        ];
        sheet.getRange("B1").numberFormat = [["0.0%"]];
      },
      properties("values,formulas,numberFormat,text", (sheet) => sheet.getRange("A1:B4"))
    );
    expect(there).toEqual(here);
  });

  test("looks", async () => {
    const looks: Excel.CellPropertiesLoadOptions = {
      format: {
        fill: { color: true, pattern: true },
        font: {
          name: true,
          size: true,
          bold: true,
          italic: true,
          underline: true,
          strikethrough: true,
          color: true,
        },
        borders: { style: true, weight: true, color: true },
        horizontalAlignment: true,
        verticalAlignment: true,
        wrapText: true,
        textOrientation: true,
        indentLevel: true,
        protection: true,
      },
    };
    const { here, there } = await bothWays(
      (sheet) => {
        const first = sheet.getRange("B2").format;
        Object.assign(first.font, {
          name: "Times New Roman",
          size: 13,
          bold: true,
          italic: true,
          color: "#C00000",
        });
        first.font.underline = "Single";
        first.font.strikethrough = true;
        first.fill.color = "#FFF2CC";
        first.horizontalAlignment = "Center";
        first.verticalAlignment = "Top";
        first.wrapText = true;
        const second = sheet.getRange("C2").format;
        second.textOrientation = -45;
        second.horizontalAlignment = "Left";
        second.indentLevel = 2;
        second.protection.locked = false;
        for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
          sheet.getRange("B3:C4").format.borders.getItem(edge).style = "Continuous";
        }
        const line = sheet.getRange("B3:C4").format.borders.getItem("InsideVertical");
        line.style = "DashDot";
        line.weight = "Medium";
        line.color = "#0070C0";
      },
      async (sheet, context) => {
        const found = { looks: sheet.getRange("A1:D5").getCellProperties(looks) };
        await context.sync();
        return found.looks.value;
      }
    );
    expect(there).toEqual(here);
  });

  test("formats and locks of whole columns and rows", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("C:D").format.font.bold = true;
        sheet.getRange("C:C").format.protection.locked = false;
        sheet.getRange("7:7").format.fill.color = "#DDEBF7";
        sheet.getRange("C3").values = [["trong cột"]];
        sheet.getRange("C3").format.protection.locked = true;
        sheet.protection.protect();
      },
      async (sheet, context) => {
        const found = ["C3", "C9000", "D5", "E5", "H7", "C7"].map((address) =>
          sheet.getRange(address).load("format/font/bold,format/fill/color,format/protection/locked")
        );
        await context.sync();
        return found.map(({ format }) => [format.font.bold, format.fill.color, format.protection.locked]);
      }
    );
    expect(there).toEqual(here);
  });
});

test("a file that is none is refused with the reason", async () => {
  const saved = await excel.booted.save();
  const refused = (bytes: Uint8Array) =>
    excel.booted.open(bytes).then(
      () => "opened",
      ({ code }: { code: string }) => code
    );
  expect(await refused(new TextEncoder().encode("tên,xã"))).toBe("notAWorkbook");
  expect(await refused(saved.slice(0, saved.length / 2))).toBe("damaged");
  expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe("encrypted");
});

describe("sheets", () => {
  test("merges, sizes, what is hidden, frozen panes, grid lines, tab colour", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("A1").values = [["Biểu 02"]];
        sheet.getRange("A1:D1").merge();
        sheet.getRange("B:B").format.columnWidth = 120;
        sheet.getRange("D:D").columnHidden = true;
        sheet.getRange("2:2").format.rowHeight = 33;
        sheet.getRange("60:60").rowHidden = true;
        sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
        sheet.showGridlines = false;
        sheet.showHeadings = false;
        sheet.tabColor = "#C00000";
      },
      async (sheet, context) => {
        sheet.load("tabColor,showGridlines,showHeadings,visibility,position");
        const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
        const merged = sheet.getRange("A1:F9").getMergedAreasOrNullObject().load("address");
        const columns = sheet.getRange("B1:D1").load("format/columnWidth,columnHidden");
        const sizes = ["B2", "D2", "F60"].map((address) =>
          sheet.getRange(address).load("format/columnWidth,format/rowHeight,columnHidden,rowHidden")
        );
        await context.sync();
        return [
          { ...sheet.toJSON(), id: "" },
          frozen.address,
          merged.address,
          columns.columnHidden,
          sizes.map((size) => size.toJSON()),
        ];
      }
    );
    expect(there).toEqual(here);
  });

  test("visibility and the sheet on top", async () => {
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("Ẩn").visibility = "Hidden";
      worksheets.add("Rất ẩn").visibility = "VeryHidden";
      worksheets.add("Trên cùng").activate();
      await context.sync();
    });
    const read = async (context: Excel.RequestContext) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return [active.name, sheets.items.map(({ name, visibility }) => [name, visibility])];
    };
    const here = await excel.run(read);
    expect(here).toEqual([
      "Trên cùng",
      expect.arrayContaining([
        ["Rất ẩn", "VeryHidden"],
        ["Ẩn", "Hidden"],
      ]),
    ]);
    expect(await reopened(read)).toEqual(here);
  });

  test("protection and what it allows", async () => {
    const { here, there } = await bothWays(
      (sheet) =>
        sheet.protection.protect({
          allowFormatCells: true,
          allowInsertRows: true,
          allowEditObjects: true,
          selectionMode: "Unlocked",
        }),
      properties("protected,options", (sheet) => sheet.protection)
    );
    expect(there).toEqual(here);
    expect(here).toMatchObject({
      protected: true,
      options: { allowInsertRows: true, selectionMode: "Unlocked" },
    });
  });

  test("page layout, print areas and titles, headers and footers", async () => {
    const { here, there } = await bothWays(
      ({ pageLayout }) => {
        pageLayout.set({
          orientation: "Landscape",
          paperSize: "A4",
          zoom: { horizontalFitToPages: 1 },
          centerHorizontally: true,
          blackAndWhite: true,
          printGridlines: true,
          printOrder: "OverThenDown",
          printErrors: "Dash",
          firstPageNumber: 3,
        });
        pageLayout.setPrintMargins("Points", {
          top: 57,
          bottom: 56.7,
          left: 85.05,
          right: 42.5,
          header: 28,
          footer: 28.35,
        });
        pageLayout.setPrintArea("A1:H40");
        pageLayout.setPrintTitleRows("$4:$6");
        pageLayout.setPrintTitleColumns("$A:$B");
        const { headersFooters } = pageLayout;
        headersFooters.state = "FirstAndDefault";
        headersFooters.useSheetScale = false;
        headersFooters.defaultForAllPages.set({
          leftHeader: "Đề án 02",
          centerFooter: "Trang &P/&N",
          rightFooter: "A && B",
        });
        headersFooters.firstPage.set({ centerHeader: '&"Arial,Bold"&14Bìa' });
      },
      async ({ pageLayout }, context) => {
        pageLayout.load();
        pageLayout.headersFooters.load();
        const pages = [
          pageLayout.headersFooters.defaultForAllPages.load(),
          pageLayout.headersFooters.firstPage.load(),
        ];
        const area = pageLayout.getPrintAreaOrNullObject().load("address");
        const rows = pageLayout.getPrintTitleRowsOrNullObject().load("address");
        const columns = pageLayout.getPrintTitleColumnsOrNullObject().load("address");
        await context.sync();
        return [
          pageLayout.toJSON(),
          pages.map((page) => page.toJSON()),
          area.address,
          rows.address,
          columns.address,
        ];
      }
    );
    expect(there).toEqual(here);
  });

  test("links, page breaks and filters", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("A1:B3").values = [
          ["Xã", "Số"],
          ["An Lạc", 1],
          ["Đức Long", 2],
        ];
        sheet.getRange("A2").hyperlink = { address: "https://example.com/a?b=1&c=2", screenTip: "Trang xã" };
        sheet.getRange("A3").hyperlink = { documentReference: "Sheet1!A1" };
        sheet.horizontalPageBreaks.add("A3");
        sheet.verticalPageBreaks.add("C1");
        sheet.autoFilter.apply(sheet.getRange("A1:B3"), 0, { filterOn: "Values", values: ["An Lạc"] });
      },
      async (sheet, context) => {
        const links = ["A2", "A3", "B2"].map((address) =>
          sheet.getRange(address).load("hyperlink,rowHidden")
        );
        const breaks = [sheet.horizontalPageBreaks, sheet.verticalPageBreaks].map((each) =>
          each.load("items/columnIndex")
        );
        const filter = sheet.autoFilter.load("criteria,isDataFiltered,enabled");
        const filtered = filter.getRangeOrNullObject().load("address");
        await context.sync();
        const cells = breaks.map(({ items }) =>
          items.map((each) => each.getCellAfterBreak().load("address"))
        );
        await context.sync();
        return [
          links.map(({ hyperlink, rowHidden }) => [hyperlink, rowHidden]),
          cells.map((each) => each.map(({ address }) => address)),
          (filter.criteria as readonly (Excel.FilterCriteria | null)[]).map(
            (each) => each && [each.filterOn, each.values]
          ),
          filter.isDataFiltered,
          filtered.address,
        ];
      }
    );
    expect(there).toEqual(here);
  });
});

describe("rules", () => {
  test("input rules with their messages", async () => {
    const rules: readonly Excel.DataValidationRule[] = [
      { list: { inCellDropDown: true, source: "x,có,không" } },
      { list: { inCellDropDown: false, source: "=$A$1:$A$9" } },
      { wholeNumber: { formula1: 1, formula2: 99, operator: "Between" } },
      { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      { date: { formula1: "1930-02-03", formula2: "2023-12-31", operator: "NotBetween" } },
      { textLength: { formula1: "=LEN($A$1)", operator: "LessThan" } },
      { custom: { formula: '=AND(B7<>"",LEN(B7)<5)' } },
    ];
    const { here, there } = await bothWays(
      (sheet) => {
        rules.forEach((rule, index) => {
          const { dataValidation } = sheet.getRange(`B${index + 1}:C${index + 1}`);
          dataValidation.rule = rule;
          dataValidation.prompt = {
            showPrompt: true,
            title: `Cột ${index}`,
            message: 'Ghi "x" & <số>\nđúng mẫu',
          };
          dataValidation.errorAlert = {
            showAlert: true,
            style: "Warning",
            title: "Sai",
            message: "Nhập lại.",
          };
          dataValidation.ignoreBlanks = index % 2 === 0;
        });
        sheet.getRange("D1").dataValidation.prompt = {
          showPrompt: true,
          title: "Chỉ nhắc",
          message: "Tự do.",
        };
      },
      async (sheet, context) => {
        const found = [...rules.map((_, index) => `B${index + 1}:C${index + 1}`), "D1", "E1"].map((address) =>
          sheet.getRange(address).dataValidation.load("rule,type,prompt,errorAlert,ignoreBlanks")
        );
        await context.sync();
        return found.map((each) => each.toJSON());
      }
    );
    expect(there).toEqual(here);
  });

  test("conditional formats in their order", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        const formats = sheet.getRange("A1:B9").conditionalFormats;
        const bar = formats.add("DataBar").dataBar;
        bar.positiveFormat.fillColor = "#70AD47";
        bar.lowerBoundRule = { type: "Number", formula: "=0" };
        bar.upperBoundRule = { type: "Number", formula: "=100" };
        const value = formats.add("CellValue").cellValue;
        value.rule = { formula1: "=10", formula2: "=20", operator: "Between" };
        value.format.font.color = "#C00000";
        value.format.font.bold = true;
        const custom = formats.add("Custom");
        custom.custom.rule.formula = '=$A1="thiếu"';
        custom.custom.format.fill.color = "#FFC7CE";
        custom.stopIfTrue = true;
      },
      async (sheet, context) => {
        const formats = sheet
          .getRange("A1:B9")
          .conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
        await context.sync();
        const [custom, value, bar] = formats.items;
        custom?.custom.load("rule/formula,format/fill/color,format/font/color,format/font/bold");
        value?.cellValue.load("rule,format/fill/color,format/font/color,format/font/bold");
        bar?.dataBar.load("lowerBoundRule,upperBoundRule,positiveFormat/fillColor");
        const ranges = formats.items.map((format) => format.getRange().load("address"));
        await context.sync();
        return [
          formats.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue]),
          custom?.custom.toJSON(),
          value?.cellValue.toJSON(),
          bar?.dataBar.toJSON(),
          ranges.map(({ address }) => address),
        ];
      }
    );
    expect(there).toEqual(here);
  });

  test("scales, icons, texts and presets", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        const formats = sheet.getRange("A1:A9").conditionalFormats;
        formats.add("ColorScale").colorScale.criteria = {
          minimum: { type: "LowestValue", color: "#F8696B" },
          midpoint: { type: "Percentile", formula: "=50", color: "#FFEB84" },
          maximum: { type: "HighestValue", color: "#63BE7B" },
        };
        const icons = formats.add("IconSet").iconSet;
        icons.style = "FourTrafficLights";
        icons.showIconOnly = true;
        const text = formats.add("ContainsText").textComparison;
        text.rule = { operator: "BeginsWith", text: "Xã" };
        text.format.font.color = "#C00000";
        const preset = formats.add("PresetCriteria").preset;
        preset.rule = { criterion: "DuplicateValues" };
        preset.format.fill.color = "#FFC7CE";
      },
      async (sheet, context) => {
        const formats = sheet.getRange("A1:A9").conditionalFormats.load("items/type");
        await context.sync();
        const [preset, text, icons, scale] = formats.items;
        preset?.preset.load("rule,format/fill/color");
        text?.textComparison.load("rule,format/font/color");
        icons?.iconSet.load("style,criteria,reverseIconOrder,showIconOnly");
        scale?.colorScale.load("criteria,threeColorScale");
        await context.sync();
        return [
          formats.items.map(({ type }) => type),
          preset?.preset.toJSON(),
          text?.textComparison.toJSON(),
          icons?.iconSet.toJSON(),
          scale?.colorScale.toJSON(),
        ];
      }
    );
    expect(there).toEqual(here);
  });

  test("tables, their formulas and their looks", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        sheet.getRange("B2:D2").values = [["Xã, phường", "Số trang", "Tỷ lệ"]];
        sheet.getRange("B3:C4").values = [
          ["An Lạc", 120],
          ["Đức Long", 80],
        ];
        const table = sheet.tables.add("B2:D4", true);
        table.set({
          name: "Bang_Sach",
          style: "TableStyleLight9",
          showBandedRows: false,
          highlightFirstColumn: true,
          showTotals: true,
        });
        sheet.getRange("D3:D4").formulas = [
          ["=[@[Số trang]]/SUM(Bang_Sach[Số trang])"],
          ["=C4/SUM(Bang_Sach[Số trang])"],
        ];
        sheet.getRange("F1").formulas = [["=SUM(Bang_Sach[Số trang])"]];
      },
      async (sheet, context) => {
        const table = sheet.tables
          .getItem("Bang_Sach")
          .load(
            "name,style,showBandedRows,showBandedColumns,highlightFirstColumn,highlightLastColumn,showFilterButton,showTotals"
          );
        const range = table.getRange().load("address,values");
        const sum = sheet.getRange("F1").load("values,formulas");
        await context.sync();
        return [{ ...table.toJSON(), id: "" }, range.address, range.values, sum.toJSON()];
      }
    );
    expect(there).toEqual(here);
  });
});

describe("the workbook", () => {
  test("names of the workbook and of a sheet", async () => {
    const read = async (sheet: Excel.Worksheet, context: Excel.RequestContext) => {
      const names = [context.workbook.names, sheet.names].map((each) =>
        each.load("items/name,items/formula,items/comment,items/scope")
      );
      await context.sync();
      return names.map(({ items }) => items.map((item) => item.toJSON()));
    };
    const { here, there } = await bothWays((sheet, context) => {
      context.workbook.names.add("DiaBan", sheet.getRange("A1:A9"), "Danh sách xã");
      context.workbook.names.add("MucTieu", "=0.75");
      sheet.names.add("Rieng", sheet.getRange("C3"));
    }, read);
    expect(there).toEqual(here);
  });

  test("properties, custom ones with their types, and settings of the add-in", async () => {
    const read = async (context: Excel.RequestContext) => {
      const { properties: known, settings } = context.workbook;
      known.load("title,subject,author,keywords,comments,category,manager,company");
      known.custom.load("items/key,items/value,items/type");
      settings.load("items/key,items/value");
      await context.sync();
      return [
        known.toJSON(),
        known.custom.items.map(({ key, value, type }) => [key, value, type]),
        settings.items.map(({ key, value }) => [key, value as unknown]),
      ];
    };
    await excel.run(async ({ workbook }) => {
      workbook.properties.set({
        title: "Tổng hợp",
        subject: "Đề án 02",
        author: "Văn phòng <1>",
        keywords: "biểu, sử",
        comments: "Bản thử",
        category: "Báo cáo",
        manager: "Trưởng ban",
        company: "Cơ quan",
      });
      workbook.properties.custom.add("bieu-su.unit", "ha-lang");
      workbook.properties.custom.add("lần", 3);
      workbook.properties.custom.add("tỷ lệ", 21.9);
      workbook.properties.custom.add("xong", true);
      workbook.settings.add("don-vi", 'ha-lang "1" & <2>');
      await workbook.context.sync();
    });
    expect(await reopened(read)).toEqual(await excel.run(read));
  });

  test("comments with their replies", async () => {
    const { here, there } = await bothWays(
      (sheet) => {
        const comment = sheet.comments.add("B2", "Thiếu số trang <ước tính>");
        comment.replies.add("Đã bổ sung");
        sheet.comments.add("D9", "Xong & đóng").resolved = true;
      },
      async (sheet, context) => {
        const comments = sheet.comments.load(
          "items/content,items/authorName,items/authorEmail,items/resolved,items/creationDate"
        );
        await context.sync();
        const places = comments.items.map((comment) => comment.getLocation().load("address"));
        const replies = comments.items.map((comment) =>
          comment.replies.load("items/content,items/authorName")
        );
        await context.sync();
        return comments.items.map(({ content, authorName, authorEmail, resolved, creationDate }, index) => [
          { content, authorName, authorEmail, resolved, creationDate: new Date(creationDate).getTime() },
          places[index]?.address,
          replies[index]?.items.map((reply) => [reply.content, reply.authorName]),
        ]);
      }
    );
    expect(there).toEqual(here);
  });
});
