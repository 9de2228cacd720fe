/** Comments: threads of their own kind, and beside each the note that older readers show in its place. */
import type { Cell as FileCell, Sheet, Workbook } from "hucre/xlsx";
import { formatArea, parseArea } from "../addresses";
import type { CommentReplyState, CommentState, CommentText } from "../model/state";
import type { Parts } from "./workbookPackage";
import { addPart, emptyElement, escapeXml, XML_HEADER } from "./workbookPackage";

type Note = NonNullable<FileCell["comment"]>;

const NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const RELATIONS = "http://schemas.microsoft.com/office/2017/10/relationships";
const TYPES = "application/vnd.ms-excel";

/** The notes by `row,column`. Excel knows by their author that a thread stands behind them. */
export function legacyComments(comments: readonly CommentState[]): ReadonlyMap<string, Note> {
  return new Map(
    comments.map((comment) => {
      const said = [comment, ...comment.replies].map(({ content }, index) =>
        index === 0 ? `Comment:\n    ${content}` : `Reply:\n    ${content}`
      );
      const note = { author: `tc=${guid(comment.id)}`, text: `[Threaded comment]\n\n${said.join("\n")}` };
      return [`${comment.area.top},${comment.area.left}`, note];
    })
  );
}

/** The host's ids are short; the format wants long ones, and the same ones for the same. */
function guid(id: string): string {
  if (/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(id)) {
    return id;
  }
  const digits = [...id].map((character) => character.charCodeAt(0).toString(16)).join("");
  const long = digits.slice(-32).padStart(32, "0").toUpperCase();
  return `{${long.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}}`;
}

/** Adds the threads of all sheets, and the people who wrote them. */
export function addComments(parts: Parts, sheets: readonly (readonly CommentState[])[]): void {
  const said = sheets.flat().flatMap((comment) => [comment, ...comment.replies]);
  if (said.length === 0) {
    return;
  }
  const people = [...new Map(said.map((each) => [personKey(each), each])).values()];
  const idOf = (who: CommentReplyState): string =>
    guid(String(people.findIndex((person) => personKey(person) === personKey(who)) + 1));
  const listed = people.map((person) =>
    emptyElement("person", {
      displayName: person.authorName,
      id: idOf(person),
      userId: person.authorEmail,
      providerId: "None",
    })
  );
  addPart(parts, {
    path: "xl/persons/person.xml",
    content: `${XML_HEADER}<personList xmlns="${NAMESPACE}">${listed.join("")}</personList>`,
    contentType: `${TYPES}.person+xml`,
    from: "xl/workbook.xml",
    relation: `${RELATIONS}/person`,
  });
  sheets.forEach((comments, index) => {
    if (comments.length > 0) {
      addPart(parts, {
        path: `xl/threadedComments/threadedComment${index + 1}.xml`,
        content: `${XML_HEADER}<ThreadedComments xmlns="${NAMESPACE}">${comments
          .map((comment) => thread(comment, idOf))
          .join("")}</ThreadedComments>`,
        contentType: `${TYPES}.threadedcomments+xml`,
        from: `xl/worksheets/sheet${index + 1}.xml`,
        relation: `${RELATIONS}/threadedComment`,
      });
    }
  });
}

function personKey({ authorName, authorEmail }: CommentReplyState): string {
  return `${authorName}\n${authorEmail}`;
}

function thread(comment: CommentState, idOf: (who: CommentReplyState) => string): string {
  const ref = formatArea(comment.area);
  const element = (
    said: CommentReplyState,
    more: { readonly parentId?: string; readonly done?: boolean }
  ): string =>
    emptyElement("threadedComment", {
      ref,
      dT: said.creationDate.replace(/Z$/, ""),
      personId: idOf(said),
      id: guid(said.id),
      ...more,
    }).replace("/>", `><text>${escapeXml(said.content)}</text></threadedComment>`);
  return [
    element(comment, { done: comment.resolved || undefined }),
    ...comment.replies.map((reply) => element(reply, { parentId: guid(comment.id) })),
  ].join("");
}

type Thread = NonNullable<Sheet["threadedComments"]>[number];

/** The threads of a sheet; notes of the old kind are none. */
export function readComments(sheet: Sheet, persons: Workbook["persons"] = []): CommentState[] {
  const threads = sheet.threadedComments ?? [];
  const saidBy = (each: Thread): CommentReplyState => {
    const person = persons.find(({ id }) => id === each.personId);
    return {
      id: each.id,
      authorName: person?.displayName ?? "",
      authorEmail: person?.userId ?? "",
      creationDate: each.date === undefined ? "" : `${each.date.replace(/Z$/, "")}Z`,
      ...plainText(each.text),
    };
  };
  return threads.flatMap((each) => {
    const area = each.ref === undefined || each.parentId !== undefined ? null : parseArea(each.ref);
    const replies = threads.filter(({ parentId }) => parentId === each.id).map(saidBy);
    return area ? [{ ...saidBy(each), area, resolved: each.done ?? false, replies }] : [];
  });
}

function plainText(text: string): CommentText {
  return { content: text, richContent: text, contentType: "Plain", mentions: [] };
}
