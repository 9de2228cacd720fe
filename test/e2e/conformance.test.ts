/** The cases that hold in process hold in the browser too, over the messages between a frame and its Excel. */
import path from "node:path";
import type { Browser, Frame } from "playwright-core";
import { batchOf, CASES, expectedOutcome, outcomeOf } from "../excel-host/conformance/cases";
import type { RequestBody, ResponseBody } from "../excel-host/protocol";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, type TryoutPage } from "./support/tryout";

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;
let conversation: string;

beforeAll(async () => {
  const probe = path.join(__dirname, "support/probe");
  browser = await launchChromium();
  tryout = await startTryout({ port: 0, build: false, extraMounts: [{ prefix: "/", directory: probe }] });
  opened = await openTryout(browser, tryout.url);
  pane = await paneFrame(opened.page);
  const name = await opened.page.locator("iframe.task-pane-frame").getAttribute("name");
  conversation = (JSON.parse(name ?? "{}") as { readonly baseFrameName: string }).baseFrameName;
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

/** Sends a batch from the pane's own window, in the words of the client's transport. */
async function send(body: RequestBody, correlation: number): Promise<ResponseBody> {
  const answer = await pane.evaluate(
    ([text, conversationId, correlationId]) =>
      new Promise<string>((resolve) => {
        window.addEventListener("message", function listen({ data }: MessageEvent<string>) {
          const reply = JSON.parse(data) as {
            readonly _correlationId: number;
            readonly _data: { readonly Data: readonly [number, unknown, string] };
          };
          if (reply._correlationId !== correlationId) return;
          window.removeEventListener("message", listen);
          resolve(reply._data.Data[2]);
        });
        const request = {
          _messageType: 0,
          _actionName: "executeMethod",
          _actionType: 0,
          _conversationId: conversationId,
          _correlationId: correlationId,
          _origin: location.origin,
          _data: { DdaMethod: { DispatchId: 93 }, ArrayData: { 4: text } },
        };
        window.parent.postMessage(JSON.stringify(request), location.origin);
      }),
    [JSON.stringify(body), conversation, correlation] as const
  );
  return JSON.parse(answer) as ResponseBody;
}

/** Beyond all numbers that the client itself gives to its messages. */
const FIRST_CORRELATION = 1_000_000;

test.each(CASES.map((each, index) => ({ name: each.name, each, index })))(
  "$name",
  async ({ each, index }) => {
    const reply = await send(batchOf(each, `Mẫu ${index}`), FIRST_CORRELATION + index);
    expect(outcomeOf(each, reply)).toEqual(expectedOutcome(each));
  }
);

test("no error was left uncaught on the page or in the pane", () => {
  expect(opened.pageErrors).toEqual([]);
});
