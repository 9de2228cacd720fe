/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
/* eslint-disable office-addins/no-empty-load -- how the client loads everything is under test */
import { requireVersion } from "./apiVersions";
import { useExcel } from "./testing";

const excel = useExcel();

/** Sends a batch past the client, which would refuse it itself. */
function send(actions: readonly object[], paths: Record<string, object>) {
  return excel.booted.host.process({
    Actions: actions as never,
    ObjectPaths: { "1": { Id: 1, ObjectPathType: 1, Name: "" }, ...paths } as never,
  });
}

// learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling (codes and debugInfo)
describe("errors", () => {
  test("an item that does not exist", async () => {
    const failure = await excel.failure(async (_, context) => {
      context.workbook.worksheets.getItem("không có").load("name");
      await context.sync();
    });
    expect(failure).toMatchObject({ code: "ItemNotFound", location: "WorksheetCollection.getItem" });
  });

  test("a property that was not loaded", async () => {
    const failure = await excel.failure((sheet) => Promise.resolve(sheet.tabColor));
    expect(failure.code).toBe("PropertyNotLoaded");
  });

  test("a member that this host does not have is named", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.shapes.load("items/name");
      await context.sync();
    });
    expect(failure).toMatchObject({ code: "ApiNotFound", location: "Worksheet.shapes" });
    const loading = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1").load("linkedDataTypeState");
      await context.sync();
    });
    expect(loading).toMatchObject({ code: "ApiNotFound", location: "Range.linkedDataTypeState" });
    const calling = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1:A9").flashFill();
      await context.sync();
    });
    expect(calling).toMatchObject({ code: "ApiNotFound", location: "Range.flashFill" });
  });

  test("an address that is none, or of another sheet", async () => {
    for (const address of ["A0", "không", "'Sheet1'!A1", "A1:B", "XFE1"]) {
      const failure = await excel.failure(async (sheet, context) => {
        sheet.getRange(address).load("values");
        await context.sync();
      });
      expect(failure.code).toBe("InvalidArgument");
    }
  });

  test("a read-only property", async () => {
    const response = await send(
      [{ Id: 2, ActionType: 4, Name: "Name", ObjectPathId: 1, ArgumentInfo: { Arguments: ["x"] } }],
      {}
    );
    expect(response.Error).toMatchObject({ Code: "InvalidArgument", Location: "Workbook.name" });
  });

  test("an inherited name of JavaScript is no member", async () => {
    const response = await send([{ Id: 2, ActionType: 3, Name: "constructor", ObjectPathId: 1 }], {});
    expect(response.Error?.Code).toBe("ApiNotFound");
  });

  test("an argument too many", async () => {
    const response = await send(
      [
        {
          Id: 2,
          ActionType: 3,
          Name: "_GetReferenceCount",
          ObjectPathId: 1,
          ArgumentInfo: { Arguments: [1] },
        },
      ],
      {}
    );
    expect(response.Error?.Code).toBe("ApiNotFound");
  });

  // learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model: a batch is no transaction
  test("what came before the failing action has happened", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [["trước"]];
      sheet.getRange("A1:B2").values = [["lệch"]];
      sheet.getRange("A2").values = [["sau"]];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      await excel.run(async (other) => {
        sheet.load("name");
        await context.sync();
        const range = other.workbook.worksheets.getItem(sheet.name).getRange("A1:A2").load("values");
        await other.sync();
        expect(range.values).toEqual([["trước"], [""]]);
      });
    });
  });
});

// learn.microsoft.com/office/dev/add-ins/develop/specify-office-hosts-and-api-requirements
describe("versions", () => {
  test("a member above the declared version is refused, by client and host alike", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1").load("valuesAsJson");
      await context.sync();
    });
    expect(failure.code).toBe("ApiNotFound");
    expect(() => requireVersion("1.14", "Range", "valuesAsJson")).toThrow(/1\.16/);
    expect(() => requireVersion("1.17", "Range", "valuesAsJson")).not.toThrow();
    expect(() => requireVersion("1.20", "Worksheet", "namedSheetViews")).toThrow(/ExcelApiOnline/);
    expect(() => requireVersion("1.8", "Worksheet", "pageLayout")).toThrow(/1\.9/);
  });

  test("isSetSupported answers by it", () => {
    const { requirements } = excel.booted.Office.context;
    expect(requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
    expect(requirements.isSetSupported("WordApi", "1.1")).toBe(false);
  });
});

// learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model (…OrNullObject methods and properties)
describe("null objects", () => {
  test("lead to null objects, and their methods do nothing", async () => {
    await excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("không có");
      const range = missing.getRange("A1").load("values");
      await context.sync();
      expect([missing.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });
});

describe("loading", () => {
  test("items with paths, a part of them, and everything", async () => {
    await excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      ["Một", "Hai", "Ba"].forEach((name) => sheets.add(name));
      await context.sync();
      sheets.load({ select: "name", top: 2, skip: 1 });
      await context.sync();
      expect(sheets.items).toHaveLength(2);
      sheets.load("items/name,items/tables/items/name");
      await context.sync();
      expect(sheets.items[0]?.tables.items).toEqual([]);
      const range = sheets.getItem("Một").getRange("A1:B1");
      range.load();
      range.format.load({ fill: { color: true }, wrapText: true });
      await context.sync();
      expect(range.toJSON()).toMatchObject({ columnCount: 2, values: [["", ""]] });
      expect(range.format.fill.color).toBe("#FFFFFF");
      const retrieved = sheets.getItem("Hai").load("$all");
      await context.sync();
      expect(retrieved.name).toBe("Hai");
    });
  });

  test("the same path is evaluated once in a batch", async () => {
    await excel.run(async (context) => {
      const before = context.workbook.worksheets.getCount();
      await context.sync();
      const sheet = context.workbook.worksheets.add("Một lần");
      sheet.load("name");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[2]];
      const after = context.workbook.worksheets.getCount();
      await context.sync();
      expect(after.value).toBe(before.value + 1);
    });
  });
});

describe("tracked objects", () => {
  test("live as long as Excel.run and are released after it", async () => {
    const { host } = excel.booted;
    const outer = await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[1]];
      await context.sync();
      range.load("values");
      await context.sync();
      expect(host.counters.trackedObjects()).toBeGreaterThan(0);
      return range.values;
    });
    await excel.booted.settle();
    expect(outer).toEqual([[1]]);
    expect(host.counters.trackedObjects()).toBe(0);
  });

  test("are kept when they are tracked by hand", async () => {
    const range = await excel.onSheet(async (sheet, context) => {
      const tracked = sheet.getRange("B2");
      context.trackedObjects.add(tracked);
      tracked.values = [["giữ"]];
      await context.sync();
      return tracked;
    });
    range.load("values");
    await range.context.sync();
    expect(range.values).toEqual([["giữ"]]);
    range.context.trackedObjects.remove(range);
    await range.context.sync();
    expect(excel.booted.counters.trackedObjects()).toBe(0);
  });
});

describe("counters and limits", () => {
  test("syncs, actions and bytes are counted", async () => {
    const { counters } = excel.booted;
    await excel.onSheet(async (sheet, context) => {
      counters.reset();
      sheet.getRange("A1").values = [["x"]];
      await context.sync();
      sheet.getRange("A1").load("values");
      await context.sync();
      expect(counters.syncs).toBe(2);
      expect(counters.actions).toBeGreaterThan(4);
      expect(counters.requestBytes).toBeGreaterThan(200);
      expect(counters.largestRequest).toBeLessThan(counters.requestBytes);
    });
  });

  // learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization (Excel add-ins: 5 MB)
  test("a request over 5 MB is refused and changes nothing", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1:A300").values = Array.from({ length: 300 }, () => ["x".repeat(20000)]);
      await context.sync();
    });
    expect(failure.code).toBe("RequestPayloadSizeLimitExceeded");
  });

  test("a response over 5 MB is refused", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      const rows = Array.from({ length: 150 }, () => ["x".repeat(20000)]);
      sheet.getRange("A1:A150").values = rows;
      await context.sync();
      sheet.getRange("A151:A300").values = rows;
      await context.sync();
      sheet.getRange("A1:A300").load("values");
      await context.sync();
    });
    expect(failure.code).toBe("ResponsePayloadSizeLimitExceeded");
  });
});

// learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling: codes that come from outside the add-in
describe("faults on demand", () => {
  test("fail the chosen sync with the chosen code, after some of its actions", async () => {
    await excel.onSheet(async (sheet, context) => {
      excel.booted.faults.at(2, { kind: "error", code: "InvalidOperationInCellEditMode" });
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("A1").values = [[2]];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      expect(range.values).toEqual([[1]]);
    });
  });

  test.each(["AccessDenied", "GeneralException", "RequestAborted", "InvalidOperationInCellEditMode"])(
    "%s reaches the add-in as it is, and only once",
    async (code) => {
      await excel.onSheet(async (sheet, context) => {
        const { faults } = excel.booted;
        faults.next({ kind: "error", code });
        sheet.getRange("A1").values = [[1]];
        await expect(context.sync()).rejects.toMatchObject({ code });
        sheet.getRange("A1").values = [[2]];
        await context.sync();
        const range = sheet.getRange("A1").load("values");
        await context.sync();
        expect(range.values).toEqual([[2]]);
      });
    }
  );

  test("what an error was told to leave done is done", async () => {
    await excel.onSheet(async (sheet, context) => {
      const [first, second] = ["A1", "A2"].map((address) => sheet.getRange(address));
      await context.sync();
      excel.booted.faults.next({ kind: "error", code: "GeneralException", afterActions: 3 });
      if (first && second) {
        first.values = [[1]];
        second.values = [[2]];
      }
      await expect(context.sync()).rejects.toMatchObject({ code: "GeneralException" });
      const range = sheet.getRange("A1:A2").load("values");
      await context.sync();
      expect(range.values.flat().filter((value) => value !== "")).toEqual([1]);
    });
  });

  test("a request that never arrives changes nothing", async () => {
    await excel.onSheet(async (sheet, context) => {
      excel.booted.faults.next({ kind: "connectionLost", carriedOut: false });
      sheet.getRange("A1").values = [["mất"]];
      await expect(context.sync()).rejects.toMatchObject({ name: "RichApi.Error" });
      const range = sheet.getRange("A1").load("values");
      await context.sync();
      expect(range.values).toEqual([[""]]);
    });
  });

  test("faults that were armed can be taken back", async () => {
    await excel.onSheet(async (sheet, context) => {
      excel.booted.faults.at(1, { kind: "error", code: "GeneralException" });
      excel.booted.faults.clear();
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toMatch(/^Test/);
    });
  });

  test("a lost connection is an error of the client", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.load("name");
      await context.sync();
      excel.booted.faults.next({ kind: "connectionLost", carriedOut: true });
      sheet.getRange("A1").values = [["đã ghi"]];
      await expect(context.sync()).rejects.toMatchObject({ name: "RichApi.Error" });
      await excel.run(async (other) => {
        const range = other.workbook.worksheets.getItem(sheet.name).getRange("A1").load("values");
        await other.sync();
        expect(range.values).toEqual([["đã ghi"]]);
      });
    });
  });

  test("a slow answer still is one", async () => {
    await excel.onSheet(async (sheet, context) => {
      excel.booted.faults.next({ kind: "slow", milliseconds: 5 });
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toMatch(/^Test/);
    });
  });
});
