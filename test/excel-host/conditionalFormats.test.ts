// Kinds, priority and conflicts: learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting,
// rules: learn.microsoft.com/javascript/api/excel/excel.conditionalformat
import type { PaintedLook } from "./spreadsheet/spreadsheet";
import { useExcel } from "./testing";

const excel = useExcel();

/** What is painted over the cells of the sheet, once the engine has worked it out. */
async function painted(sheetName: string, cells: readonly [number, number][]): Promise<PaintedLook[]> {
  const { spreadsheet } = excel.booted.host;
  const sheetId = spreadsheet.sheets().find(({ name }) => name === sheetName)?.id ?? "";
  const read = (): PaintedLook[] =>
    cells.map(([row, column]) => spreadsheet.paintedLook(sheetId, row, column));
  const isDone = (looks: readonly PaintedLook[]): boolean =>
    looks.some((look) => look.fontColor ?? look.fillColor ?? look.icon ?? (look.bar || null));
  for (let looks = read(); ; looks = read()) {
    if (isDone(looks)) {
      // The rest of the formats follow in the same round of the engine.
      await new Promise((resolve) => setTimeout(resolve, 0));
      return read();
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const ALL_KINDS = [
  "Custom",
  "CellValue",
  "DataBar",
  "ColorScale",
  "IconSet",
  "PresetCriteria",
  "ContainsText",
  "TopBottom",
] as const;

test("every kind of Excel's can be added, and has its own object only", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B5");
    const formats = ALL_KINDS.map((kind) => range.conditionalFormats.add(kind));
    await context.sync();
    formats.forEach((format) => format.load("type,priority"));
    await context.sync();
    expect(formats.map(({ type }) => type)).toEqual(ALL_KINDS);
    // `add` puts a format at the first place, before those that were there.
    expect(formats.map(({ priority }) => priority)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1").conditionalFormats.add("TopBottom").iconSet.load("style");
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("a format over several areas is one, and lets itself be found from each of them", async () => {
  await excel.onSheet(async (sheet, context) => {
    const areas = sheet.getRanges("A1:A2,C5");
    const format = areas.conditionalFormats.add("Custom");
    format.custom.rule.formula = "=TRUE";
    format.load("id");
    const ranges = format.getRanges().load("address");
    const at = ["A2", "C5", "B1"].map((address) => sheet.getRange(address).conditionalFormats.getCount());
    await context.sync();
    expect(ranges.address).toMatch(/!A1:A2,.+!C5$/);
    expect(at.map(({ value }) => value)).toEqual([1, 1, 0]);
    sheet.getRanges("C1:C9").conditionalFormats.getItem(format.id).delete();
    const { conditionalFormats: left } = sheet.getRange("A1:C9");
    left.load("items/id");
    await context.sync();
    expect(left.items).toEqual([]);
  });
});

test("rules read back as they were written", async () => {
  await excel.onSheet(async (sheet, context) => {
    const formats = sheet.getRange("A1:A9").conditionalFormats;
    const scale = formats.add("ColorScale").colorScale;
    scale.criteria = {
      minimum: { type: "LowestValue", color: "blue", formula: null as unknown as string },
      midpoint: { type: "Percent", formula: "50", color: "yellow" },
      maximum: { type: "HighestValue", color: "red", formula: null as unknown as string },
    };
    const preset = formats.add("PresetCriteria").preset;
    preset.rule = { criterion: "OneStdDevAboveAverage" };
    const text = formats.add("ContainsText").textComparison;
    text.rule = { operator: "BeginsWith", text: "Xã" };
    const top = formats.add("TopBottom").topBottom;
    top.rule = { rank: 10, type: "BottomPercent" };
    top.format.borders.getItem("EdgeBottom").color = "#FF0000";
    top.format.numberFormat = "0.00";
    scale.load("criteria,threeColorScale");
    [preset, text].forEach((each) => each.load("rule"));
    top.load("rule,format/numberFormat");
    const border = top.format.borders.bottom.load("color,style");
    await context.sync();
    expect(scale.threeColorScale).toBe(true);
    expect(scale.criteria).toEqual({
      minimum: { type: "LowestValue", formula: null, color: "#0000FF" },
      midpoint: { type: "Percent", formula: "50", color: "#FFFF00" },
      maximum: { type: "HighestValue", formula: null, color: "#FF0000" },
    });
    expect(preset.rule).toEqual({ criterion: "OneStdDevAboveAverage" });
    expect(text.rule).toEqual({ operator: "BeginsWith", text: "Xã" });
    expect(top.rule).toEqual({ rank: 10, type: "BottomPercent" });
    expect(top.format.numberFormat).toBe("0.00");
    expect(border).toMatchObject({ color: "#FF0000", style: "Continuous" });
  });
});

test("a set of icons begins with equal parts, and takes as many criteria as it has icons", async () => {
  await excel.onSheet(async (sheet, context) => {
    const icons = sheet.getRange("A1:A9").conditionalFormats.add("IconSet").iconSet;
    icons.style = "FourArrows";
    icons.load("criteria,style");
    await context.sync();
    expect(icons.criteria.map(({ formula }) => formula)).toEqual(["", "=25", "=50", "=75"]);
    icons.style = "ThreeTriangles";
    const number = { type: "Number", operator: "GreaterThanOrEqual" } as const;
    // The first criterion is for what the others leave: whatever it says is not kept.
    icons.criteria = [
      { ...number, formula: "=1" },
      { ...number, formula: "=700" },
      { ...number, formula: "=1000" },
    ];
    icons.load("criteria");
    await context.sync();
    expect(icons.criteria.map(({ type, formula }) => [type, formula])).toEqual([
      ["Invalid", ""],
      ["Number", "=700"],
      ["Number", "=1000"],
    ]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    const icons = sheet.getRange("A1").conditionalFormats.add("IconSet").iconSet;
    icons.criteria = [];
    await context.sync();
  });
  expect(failure).toMatchObject({ code: "InvalidArgument", location: "IconSetConditionalFormat.criteria" });
});

describe("what is no rule", () => {
  const wrong: readonly [string, (formats: Excel.ConditionalFormatCollection) => void][] = [
    [
      "a rank of nothing",
      (formats) => (formats.add("TopBottom").topBottom.rule = { rank: 0, type: "TopItems" }),
    ],
    [
      "more than 100 per cent",
      (formats) => (formats.add("TopBottom").topBottom.rule = { rank: 101, type: "TopPercent" }),
    ],
    [
      "no text",
      (formats) => (formats.add("ContainsText").textComparison.rule = { operator: "Contains", text: "" }),
    ],
    [
      "a criterion that Excel calls invalid",
      (formats) => (formats.add("PresetCriteria").preset.rule = { criterion: "Invalid" }),
    ],
    [
      "a scale without its highest colour",
      (formats) => {
        const minimum = { type: "Number", formula: "0", color: "red" } as const;
        formats.add("ColorScale").colorScale.criteria = { minimum } as Excel.ConditionalColorScaleCriteria;
      },
    ],
  ];
  test.each(wrong)("%s", async (_, write) => {
    const failure = await excel.failure(async (sheet, context) => {
      write(sheet.getRange("A1:A5").conditionalFormats);
      await context.sync();
    });
    expect(failure.code).toBe("InvalidArgument");
  });
});

test("priority moves a format among the others; beyond the ends it stops there", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:A5");
    const [first, second, third] = ["Custom", "DataBar", "IconSet"].map((kind) =>
      range.conditionalFormats.add(kind as "Custom")
    );
    const order = async (): Promise<string[]> => {
      const all = range.conditionalFormats.load("items/type");
      await context.sync();
      return all.items.map(({ type }) => type);
    };
    expect(await order()).toEqual(["IconSet", "DataBar", "Custom"]);
    if (first && second && third) {
      first.priority = 0;
      expect(await order()).toEqual(["Custom", "IconSet", "DataBar"]);
      first.priority = 99;
      expect(await order()).toEqual(["IconSet", "DataBar", "Custom"]);
      third.priority = -1;
      expect(await order()).toEqual(["DataBar", "Custom", "IconSet"]);
      second.priority = -99;
      expect(await order()).toEqual(["DataBar", "Custom", "IconSet"]);
    }
  });
});

test("of conflicting looks the one of the higher priority is shown, what does not conflict together", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    sheet.getRange("A1:A4").values = [[-1], [2], [30], [40]];
    const formats = sheet.getRange("A1:A4").conditionalFormats;
    const low = formats.add("PresetCriteria");
    low.preset.rule = { criterion: "BelowAverage" };
    low.preset.format.font.color = "red";
    low.preset.format.font.bold = true;
    const negative = formats.add("CellValue");
    negative.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    negative.cellValue.format.font.color = "blue";
    negative.cellValue.format.fill.color = "lightgreen";
    await context.sync();
    const [minus, two, thirty] = await painted(sheet.name, [
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(minus).toMatchObject({ fontColor: "#0000FF", fillColor: "#90EE90", bold: true });
    expect(two).toMatchObject({ fontColor: "#FF0000", fillColor: null, bold: true });
    expect(thirty).toMatchObject({ fontColor: null, fillColor: null, bold: null });
  });
});

test("after a format that stops nothing else is looked at", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    sheet.getRange("A1:A2").values = [[-1], [2]];
    const formats = sheet.getRange("A1:A2").conditionalFormats;
    const low = formats.add("TopBottom");
    low.topBottom.rule = { rank: 2, type: "BottomItems" };
    low.topBottom.format.font.bold = true;
    low.topBottom.format.fill.color = "yellow";
    const negative = formats.add("CellValue");
    negative.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    negative.cellValue.format.font.color = "blue";
    negative.stopIfTrue = true;
    await context.sync();
    const [minus, two] = await painted(sheet.name, [
      [0, 0],
      [1, 0],
    ]);
    expect(minus).toMatchObject({ fontColor: "#0000FF", fillColor: null, bold: null });
    expect(two).toMatchObject({ fillColor: "#FFFF00", bold: true });
  });
});

test("texts, icons and ranks are shown where they belong", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    sheet.getRange("A1:C3").values = [
      ["Đang chậm", 5, 1],
      ["Xong", 50, 2],
      ["chậm rồi", 500, 3],
    ];
    const text = sheet.getRange("A1:A3").conditionalFormats.add("ContainsText").textComparison;
    text.rule = { operator: "Contains", text: "CHẬM" };
    text.format.font.color = "red";
    const icons = sheet.getRange("B1:B3").conditionalFormats.add("IconSet").iconSet;
    const number = { type: "Number", operator: "GreaterThanOrEqual" } as const;
    icons.criteria = [
      { ...number, formula: "" },
      { ...number, formula: "=50" },
      { ...number, formula: "=500" },
    ];
    const top = sheet.getRange("C1:C3").conditionalFormats.add("TopBottom").topBottom;
    top.rule = { rank: 34, type: "TopPercent" };
    top.format.font.color = "green";
    await context.sync();
    const rows = [0, 1, 2];
    const texts = await painted(
      sheet.name,
      rows.map((row) => [row, 0])
    );
    const shown = await painted(
      sheet.name,
      rows.map((row) => [row, 1])
    );
    const ranks = await painted(
      sheet.name,
      rows.map((row) => [row, 2])
    );
    expect(texts.map(({ fontColor }) => fontColor)).toEqual(["#FF0000", null, "#FF0000"]);
    expect(shown.map(({ icon }) => icon)).toEqual([2, 1, 0]);
    expect(ranks.map(({ fontColor }) => fontColor)).toEqual([null, null, "#008000"]);
  });
});
