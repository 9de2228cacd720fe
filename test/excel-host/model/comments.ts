/** `Excel.CommentCollection`, `Excel.Comment` and their replies. The spreadsheet knows none: they live in the state. */
import { columnsOf, rowsOf, sameArea } from "../areas";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { booleanOf, integerOf, literalOf, oneOf, recordOf, targetOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { freshId, sheetState } from "./context";
import type { Argument, HostObject, Property } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { eventMethods, namedEvent } from "./eventMembers";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { CommentReplyState, CommentState, CommentText } from "./state";
import { wireSheetId } from "./worksheets";

interface CommentsTarget {
  readonly context: ModelContext;
  /** `null`: the comments of all sheets. */
  readonly sheetId: string | null;
}

interface CommentTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly comment: CommentState;
}

interface ReplyTarget extends CommentTarget {
  readonly reply: CommentReplyState;
}

/** Whoever uses this host: every comment that an add-in makes is the user's. */
const AUTHOR = { authorName: "Người dùng", authorEmail: "nguoi.dung@example.com" } as const;

type CommentChange =
  "CommentEdited" | "CommentResolved" | "CommentReopened" | "ReplyAdded" | "ReplyDeleted" | "ReplyEdited";

const CONTENT_TYPES = ["Plain", "Mention"] as const;

function commentsOf({ context, sheetId }: CommentsTarget): readonly CommentTarget[] {
  const sheetIds = sheetId === null ? context.spreadsheet.sheets().map(({ id }) => id) : [sheetId];
  return sheetIds.flatMap((each) =>
    sheetState(context, each).comments.map((comment) => ({ context, sheetId: each, comment }))
  );
}

function commentWhere(target: CommentsTarget, fits: (each: CommentTarget) => boolean): HostObject | null {
  const found = commentsOf(target).find(fits);
  return found ? commentObject(found) : null;
}

/** The single cell that a Range or an address stands for; without a sheet's name only on a sheet's own comments. */
function cellOf(
  { context, sheetId }: CommentsTarget,
  cell: Argument | undefined,
  location: string
): RangeTarget {
  const range = isHostObject(cell)
    ? targetOf<RangeTarget>(cell, "Range", location)
    : resolveAddress(context, sheetId, textOf(cell, location), location);
  const isSingle = rowsOf(range.area) === 1 && columnsOf(range.area) === 1;
  if (!isSingle || (sheetId !== null && range.sheetId !== sheetId)) {
    throw invalidArgument(location, "One cell of the sheet is expected.");
  }
  return range;
}

function isOn(sheetId: string, area: Area): (each: CommentTarget) => boolean {
  return (each) => each.sheetId === sheetId && sameArea(each.comment.area, area);
}

function plainText(content: Json, location: string): CommentText {
  const text = textOf(content, location);
  if (text === "") {
    throw invalidArgument(location, "A comment says something.");
  }
  return { content: text, richContent: text, contentType: "Plain", mentions: [] };
}

/** `CommentRichContent`: mentioned people are `<at id="0">…</at>` in the text. */
function mentioningText(content: Json, location: string): CommentText {
  const { richContent, mentions } = recordOf(content, ["mentions", "richContent"], location);
  const people: readonly Json[] = Array.isArray(mentions) ? (mentions as readonly Json[]) : [];
  const known = people.map((each) => {
    const { email, id, name } = recordOf(each, ["email", "id", "name"], location);
    return { email: textOf(email, location), id: integerOf(id, location), name: textOf(name, location) };
  });
  const rich = textOf(richContent, location);
  const isMentioned = (id: string | undefined): boolean => known.some((person) => String(person.id) === id);
  const tags = [...rich.matchAll(/<at id="(\d+)">(.*?)<\/at>/g)];
  if (!tags.every(([, id]) => isMentioned(id))) {
    throw invalidArgument(location, "Every <at> names one of the mentions.");
  }
  const text = rich.replace(/<at id="\d+">(.*?)<\/at>/g, "@$1");
  return { content: text, richContent: rich, contentType: "Mention", mentions: known };
}

function contentOf(
  content: Argument | undefined,
  contentType: Argument | undefined,
  location: string
): CommentText {
  const type = contentType === undefined || contentType === null ? "Plain" : contentType;
  const literal = literalOf(content, location);
  return oneOf(CONTENT_TYPES, type, location) === "Plain"
    ? plainText(literal, location)
    : mentioningText(literal, location);
}

function add(
  target: CommentsTarget,
  cell: Argument | undefined,
  content: Argument | undefined,
  contentType: Argument | undefined
): HostObject {
  const location = "CommentCollection.add";
  const { context } = target;
  const { sheetId, area } = cellOf(target, cell, location);
  const text = contentOf(content, contentType, location);
  requireUnprotected(context, sheetId, location, "allowEditObjects");
  if (commentsOf(target).some(isOn(sheetId, area))) {
    throw itemAlreadyExists(location);
  }
  const comment: CommentState = {
    id: newId(context),
    area,
    ...AUTHOR,
    ...text,
    creationDate: new Date().toISOString(),
    resolved: false,
    replies: [],
  };
  sheetState(context, sheetId).comments.push(comment);
  const added = { context, sheetId, comment };
  announce(added, EventType.commentAdded);
  return commentObject(added);
}

/** Tells the handlers of the sheet's comments and of all comments; `replyIds` are the replies concerned. */
function announce(
  { context, sheetId, comment }: CommentTarget,
  eventType: number,
  changeType?: CommentChange,
  replyIds: readonly string[] = []
): void {
  const worksheetId = wireSheetId(sheetId);
  context.announce({
    eventType,
    targets: [worksheetId, WORKBOOK_TARGET],
    message: {
      worksheetId,
      commentDetails: [{ commentId: comment.id, replyIds }],
      ...(changeType ? { changeType } : {}),
    },
  });
}

function announceChange(target: CommentTarget, changeType: CommentChange, replyId?: string): void {
  announce(target, EventType.commentChanged, changeType, replyId === undefined ? [] : [replyId]);
}

/** That the words of a comment or a reply are others. */
function announceEdit(target: CommentTarget, state: CommentText & { readonly id: string }): void {
  const isReply = state.id !== target.comment.id;
  announceChange(target, isReply ? "ReplyEdited" : "CommentEdited", isReply ? state.id : undefined);
}

/** Ids of comments and of replies are of one kind. */
function newId(context: ModelContext): string {
  const taken = commentsOf({ context, sheetId: null }).flatMap(({ comment }) => [
    comment.id,
    ...comment.replies.map(({ id }) => id),
  ]);
  return freshId(context, "COMMENT", taken);
}

/** Comments for the copy of a sheet: the same words under new ids. */
export function copiedComments(
  context: ModelContext,
  comments: readonly CommentState[]
): readonly CommentState[] {
  return comments.map((comment) => ({
    ...structuredClone(comment),
    id: newId(context),
    replies: comment.replies.map((reply) => ({ ...structuredClone(reply), id: newId(context) })),
  }));
}

export const commentsObject: (target: CommentsTarget) => HostObject = defineObject<CommentsTarget>({
  name: "CommentCollection",
  items: (target) => commentsOf(target).map(commentObject),
  item: (target, key) => commentWhere(target, ({ comment }) => comment.id === key),
  methods: {
    Add: method(["cellAddress", "content", "contentType"], add),
    GetCount: method((target) => commentsOf(target).length),
    GetItemAt: method(["index"], (target, index) =>
      commentObject(memberAt(commentsOf(target), index, "CommentCollection.getItemAt"))
    ),
    GetItemByCell: method(["cellAddress"], (target, cell) => {
      const location = "CommentCollection.getItemByCell";
      const { sheetId, area } = cellOf(target, cell, location);
      return required(commentWhere(target, isOn(sheetId, area)), location);
    }),
    GetItemByReplyId: method(["replyId"], (target, replyId) =>
      required(
        commentWhere(target, ({ comment }) => comment.replies.some(({ id }) => id === replyId)),
        "CommentCollection.getItemByReplyId"
      )
    ),
    GetItemOrNullObject: method(["commentId"], (target, key) =>
      commentWhere(target, ({ comment }) => comment.id === key)
    ),
    ...eventMethods<CommentsTarget>(
      "CommentCollection",
      [
        namedEvent("Added", EventType.commentAdded),
        namedEvent("Changed", EventType.commentChanged),
        namedEvent("Deleted", EventType.commentDeleted),
      ],
      ({ sheetId }) => (sheetId === null ? WORKBOOK_TARGET : wireSheetId(sheetId))
    ),
  },
});

function memberAt<T>(members: readonly T[], index: Argument | undefined, location: string): T {
  const found = members[integerOf(index, location)];
  if (found === undefined) {
    throw invalidArgument(location, "There is no item of that number.");
  }
  return found;
}

function required(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

function requireEditable({ context, sheetId }: CommentTarget, location: string): void {
  requireUnprotected(context, sheetId, location, "allowEditObjects");
}

/** What comments and replies tell in the same way. */
function textProperties<T extends CommentTarget>(
  className: string,
  stateOf: (target: T) => CommentReplyState
): Record<string, Property<T>> {
  return {
    Id: readOnly((target) => stateOf(target).id),
    AuthorName: readOnly((target) => stateOf(target).authorName),
    AuthorEmail: readOnly((target) => stateOf(target).authorEmail),
    CreationDate: readOnly((target) => stateOf(target).creationDate),
    Content: readWrite(
      (target) => stateOf(target).content,
      (target, value) => {
        const text = plainText(value, `${className}.content`);
        requireEditable(target, `${className}.content`);
        Object.assign(stateOf(target), text);
        announceEdit(target, stateOf(target));
      }
    ),
    ContentType: readOnly((target) => stateOf(target).contentType),
    RichContent: readOnly((target) => stateOf(target).richContent),
    Mentions: readOnly((target) => stateOf(target).mentions),
  };
}

function updateMentions(
  target: CommentTarget,
  state: CommentText & { readonly id: string },
  content: Argument | undefined
): void {
  const location = "Comment.updateMentions";
  const text = mentioningText(literalOf(content, location), location);
  requireEditable(target, location);
  Object.assign(state, text);
  announceEdit(target, state);
}

function locationOf({ context, sheetId, comment }: CommentTarget): HostObject {
  return rangeObject({ context, sheetId, area: comment.area });
}

const commentObject: (target: CommentTarget) => HostObject = defineObject<CommentTarget>({
  name: "Comment",
  identity: ({ comment }) => ({ Id: comment.id }),
  properties: {
    ...textProperties<CommentTarget>("Comment", ({ comment }) => comment),
    Resolved: readWrite(
      ({ comment }) => comment.resolved,
      (target, value) => {
        const resolved = booleanOf(value, "Comment.resolved");
        requireEditable(target, "Comment.resolved");
        if (target.comment.resolved !== resolved) {
          target.comment.resolved = resolved;
          announceChange(target, resolved ? "CommentResolved" : "CommentReopened");
        }
      }
    ),
  },
  objects: { Replies: (target) => repliesObject(target) },
  methods: {
    Delete: method((target) => {
      requireEditable(target, "Comment.delete");
      const state = sheetState(target.context, target.sheetId);
      state.comments = state.comments.filter((each) => each !== target.comment);
      const replyIds = target.comment.replies.map(({ id }) => id);
      announce(target, EventType.commentDeleted, undefined, replyIds);
    }),
    GetLocation: method(locationOf),
    UpdateMentions: method(["contentWithMentions"], (target, content) =>
      updateMentions(target, target.comment, content)
    ),
  },
});

function repliesOf(target: CommentTarget): readonly ReplyTarget[] {
  return target.comment.replies.map((reply) => ({ ...target, reply }));
}

function replyById(target: CommentTarget, key: Json | Argument | undefined): HostObject | null {
  const found = repliesOf(target).find(({ reply }) => reply.id === key);
  return found ? replyObject(found) : null;
}

const repliesObject: (target: CommentTarget) => HostObject = defineObject<CommentTarget>({
  name: "CommentReplyCollection",
  items: (target) => repliesOf(target).map(replyObject),
  item: replyById,
  methods: {
    Add: method(["content", "contentType"], (target, content, contentType) => {
      const location = "CommentReplyCollection.add";
      const text = contentOf(content, contentType, location);
      requireEditable(target, location);
      const reply: CommentReplyState = {
        id: newId(target.context),
        ...AUTHOR,
        ...text,
        creationDate: new Date().toISOString(),
      };
      target.comment.replies.push(reply);
      announceChange(target, "ReplyAdded", reply.id);
      return replyObject({ ...target, reply });
    }),
    GetCount: method((target) => target.comment.replies.length),
    GetItemAt: method(["index"], (target, index) =>
      replyObject(memberAt(repliesOf(target), index, "CommentReplyCollection.getItemAt"))
    ),
    GetItemOrNullObject: method(["commentReplyId"], replyById),
  },
});

const replyObject: (target: ReplyTarget) => HostObject = defineObject<ReplyTarget>({
  name: "CommentReply",
  identity: ({ reply }) => ({ Id: reply.id }),
  properties: {
    ...textProperties<ReplyTarget>("CommentReply", ({ reply }) => reply),
    // A thread is resolved as a whole.
    Resolved: readOnly(({ comment }) => comment.resolved),
  },
  methods: {
    Delete: method((target) => {
      requireEditable(target, "CommentReply.delete");
      target.comment.replies = target.comment.replies.filter((each) => each !== target.reply);
      announceChange(target, "ReplyDeleted", target.reply.id);
    }),
    GetLocation: method(locationOf),
    GetParentComment: method(({ context, sheetId, comment }) => commentObject({ context, sheetId, comment })),
    UpdateMentions: method(["contentWithMentions"], (target, content) =>
      updateMentions(target, target.reply, content)
    ),
  },
});
