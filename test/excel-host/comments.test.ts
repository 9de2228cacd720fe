/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

test("a comment is added, read, edited, resolved and deleted", async () => {
  const before = Date.now();
  await excel.onSheet(async (sheet, context) => {
    const added = sheet.comments.add("B2", "Thiếu ngày ban hành").load();
    sheet.load("name");
    await context.sync();
    expect(added).toMatchObject({
      content: "Thiếu ngày ban hành",
      contentType: "Plain",
      resolved: false,
      authorName: "Người dùng",
      authorEmail: "nguoi.dung@example.com",
    });
    expect(added.creationDate.getTime()).toBeGreaterThanOrEqual(before);
    expect(added.creationDate.getTime()).toBeLessThanOrEqual(Date.now());

    const byCell = context.workbook.comments.getItemByCell(`'${sheet.name}'!B2`);
    byCell.content = "Đã bổ sung";
    byCell.resolved = true;
    const place = byCell.getLocation().load("address");
    const byId = sheet.comments.getItem(added.id).load("content,resolved");
    const first = sheet.comments.getItemAt(0).load("id");
    await context.sync();
    expect(place.address).toBe(`'${sheet.name}'!B2`);
    expect([byId.content, byId.resolved, first.id]).toEqual(["Đã bổ sung", true, added.id]);

    byId.delete();
    const none = sheet.comments.getItemOrNullObject(added.id);
    const count = sheet.comments.getCount();
    await context.sync();
    expect([none.isNullObject, count.value]).toEqual([true, 0]);
  });
});

test("a workbook's comments are those of all its sheets", async () => {
  await excel.onSheet(async (sheet, context) => {
    const other = context.workbook.worksheets.add();
    context.workbook.comments.add(sheet.getRange("A1"), "một");
    context.workbook.comments.add(other.getRange("A1"), "hai");
    const all = context.workbook.comments.load("items/content");
    sheet.comments.load("items/content");
    await context.sync();
    expect(all.items.map(({ content }) => content)).toEqual(["một", "hai"]);
    expect(sheet.comments.items.map(({ content }) => content)).toEqual(["một"]);
    // With the sheet go its comments.
    sheet.delete();
    other.delete();
    const count = context.workbook.comments.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test("replies belong to their comment", async () => {
  await excel.onSheet(async (sheet, context) => {
    const comment = sheet.comments.add("A1", "Câu hỏi").load("id");
    const first = comment.replies.add("Trả lời 1").load("id,content,authorName,resolved");
    comment.replies.add("Trả lời 2");
    await context.sync();
    expect([first.content, first.authorName, first.resolved]).toEqual(["Trả lời 1", "Người dùng", false]);

    const found = sheet.comments.getItemByReplyId(first.id).load("id");
    const parent = comment.replies.getItem(first.id).getParentComment().load("id");
    const place = first.getLocation().load("address");
    first.content = "Trả lời đã sửa";
    comment.resolved = true;
    const replies = comment.replies.load("items/content,items/resolved");
    await context.sync();
    expect([found.id, parent.id]).toEqual([comment.id, comment.id]);
    expect(place.address).toMatch(/!A1$/);
    expect(replies.items.map(({ content, resolved }) => [content, resolved])).toEqual([
      ["Trả lời đã sửa", true],
      ["Trả lời 2", true],
    ]);

    comment.replies.getItemAt(0).delete();
    const count = comment.replies.getCount();
    const none = comment.replies.getItemOrNullObject(first.id);
    await context.sync();
    expect([count.value, none.isNullObject]).toEqual([1, true]);
  });
});

test("people are mentioned in the text", async () => {
  await excel.onSheet(async (sheet, context) => {
    const body = (name: string): Excel.CommentRichContent => ({
      mentions: [{ email: "can.bo@example.com", id: 0, name }],
      richContent: `<at id="0">${name}</at> xem giúp`,
    });
    const comment = sheet.comments
      .add("A1", body("Cán bộ"), "Mention")
      .load("content,contentType,mentions,richContent");
    await context.sync();
    expect(comment.content).toBe("@Cán bộ xem giúp");
    expect(comment.contentType).toBe("Mention");
    expect(comment.richContent).toBe('<at id="0">Cán bộ</at> xem giúp');
    expect(comment.mentions).toEqual([{ email: "can.bo@example.com", id: 0, name: "Cán bộ" }]);
    comment.updateMentions(body("Trưởng phòng"));
    comment.load("content");
    await context.sync();
    expect(comment.content).toBe("@Trưởng phòng xem giúp");
  });
});

test("comments move with their cells and go with them", async () => {
  await excel.onSheet(async (sheet, context) => {
    for (const address of ["A2", "B5", "C8"]) {
      sheet.comments.add(address, address);
    }
    sheet.getRange("4:4").insert("Down");
    sheet.getRange("2:2").delete("Up");
    sheet.getRange("C8").clear();
    await context.sync();
    const left = sheet.comments.load("items/content");
    await context.sync();
    expect(left.items.map(({ content }) => content)).toEqual(["B5"]);
    const place = sheet.comments.getItemAt(0).getLocation().load("address");
    await context.sync();
    expect(place.address).toMatch(/!B5$/);
  });
});

test("a copied sheet has comments of its own", async () => {
  await excel.onSheet(async (sheet, context) => {
    const original = sheet.comments.add("A1", "gốc").load("id");
    const copy = sheet.copy("End");
    copy.comments.load("items/id,items/content");
    await context.sync();
    const [copied] = copy.comments.items;
    expect(copied?.content).toBe("gốc");
    expect(copied?.id).not.toBe(original.id);
    copy.comments.getItemAt(0).content = "bản sao";
    original.load("content");
    await context.sync();
    expect(original.content).toBe("gốc");
  });
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments
const REFUSALS: readonly (readonly [string, string, (sheet: Excel.Worksheet) => void])[] = [
  [
    "a second comment on a cell",
    "ItemAlreadyExists",
    (sheet) => [1, 2].forEach((each) => sheet.comments.add("A1", `${each}`)),
  ],
  ["more than one cell", "InvalidArgument", (sheet) => sheet.comments.add("A1:B1", "x")],
  ["an empty text", "InvalidArgument", (sheet) => sheet.comments.add("A1", "")],
  ["a cell without a comment", "ItemNotFound", (sheet) => sheet.comments.getItemByCell("A1").delete()],
  ["an unknown id", "ItemNotFound", (sheet) => sheet.comments.getItem("{none}").delete()],
  ["a number beyond the last", "InvalidArgument", (sheet) => sheet.comments.getItemAt(0).delete()],
  [
    "an address without a sheet's name in the workbook",
    "InvalidArgument",
    (sheet) => sheet.context.workbook.comments.add("A1", "x"),
  ],
  [
    "a mention of nobody",
    "InvalidArgument",
    (sheet) => sheet.comments.add("A1", { mentions: [], richContent: '<at id="3">Ai</at>' }, "Mention"),
  ],
  [
    "a protected sheet",
    "AccessDenied",
    (sheet) => {
      sheet.protection.protect();
      sheet.comments.add("A1", "x");
    },
  ],
];

test.each(REFUSALS)("%s is refused", async (_what, code, work) => {
  const failure = await excel.failure(async (sheet, context) => {
    work(sheet);
    await context.sync();
  });
  expect(failure.code).toBe(code);
});

test("the state of comments is plain data", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.comments.add("A1", "lưu lại").replies.add("cũng thế");
    await context.sync();
    const { state } = excel.booted.host;
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
