import * as React from "react";
import type { SampleFile } from "../serve/samples";
import { AddInDialog } from "./AddInDialog";
import type { AddIn, RibbonButton } from "./manifest";
import type { DialogRequest, FrameRequests, OfficeFrame, OfficeFrames } from "./officeFrames";
import { FileBar } from "./FileBar";
import { openExcel, type Excel } from "./openExcel";
import { Question, type Asked } from "./Question";
import { Ribbon } from "./Ribbon";
import { sampleAddress, SamplesMenu } from "./SamplesMenu";
import { TaskPane } from "./TaskPane";
import { download, ENDING, newBook, readBook, refusal, type Book } from "./workbookFiles";

interface AppProps {
  readonly addIn: AddIn;
  readonly samples: readonly SampleFile[];
  readonly locale: string;
}

/** The pane that is open, or that waits behind its closed door. */
interface Pane {
  readonly path: string;
  readonly title: string;
  readonly frame: OfficeFrame;
}

const READY = "Sẵn sàng";
const REFUSED = "Ô này đã khoá vì trang tính được bảo vệ; hãy nhập vào các ô không khoá";
const REFUSED_STRUCTURE =
  "Trang tính được bảo vệ: không chèn, xóa, gộp ô hay đổi bố cục được; hãy bỏ bảo vệ trang (Xem lại → Bỏ bảo vệ trang) nếu được phép";

/** Excel on the web, as far as an add-in and its user see it: title bar, ribbon, grid, task pane, status bar. */
export function App({ addIn, samples, locale }: AppProps): React.ReactElement {
  const grid = React.useRef<HTMLDivElement>(null);
  const [{ book, bookNumber }, setShown] = React.useState({ book: newBook(1), bookNumber: 1 });
  const setBook = (next: Book): void =>
    setShown((before) => ({ book: next, bookNumber: before.bookNumber + 1 }));
  const newBooks = React.useRef(1);
  const closed = React.useRef<Promise<void>>(Promise.resolve());
  const [excel, setExcel] = React.useState<Excel>();
  const [pane, setPane] = React.useState<Pane>();
  const [paneShown, setPaneShown] = React.useState(true);
  const [commands, setCommands] = React.useState<OfficeFrame>();
  const [dialog, setDialog] = React.useState<DialogRequest>();
  const [asked, setAsked] = React.useState<Asked>();
  const [selection, setSelection] = React.useState("");
  const [status, setStatus] = React.useState(READY);

  React.useEffect(() => {
    if (!grid.current) return;
    const { current: container } = grid;
    let isCurrent = true;
    const requests: FrameRequests = {
      showDialog: setDialog,
      hideDialog: () => setDialog(undefined),
      closePane: () => setPaneShown(false),
      leave: (_frame, to) => void opening.then((opened) => leavePane(to, opened)),
    };
    // One workbook at a time: the one before has left the page first.
    const opening = closed.current.then(() => openExcel(container, addIn, locale, book, requests));
    opening.then(
      (opened) => {
        if (!isCurrent) return;
        opened.onSelection((address) => {
          setSelection(address);
          setStatus((shown) => (shown === REFUSED || shown === REFUSED_STRUCTURE ? READY : shown));
        });
        opened.onRefusedEdit((what) => setStatus(what === "cell" ? REFUSED : REFUSED_STRUCTURE));
        setExcel(opened);
        setPane((before) => openPane(opened.frames, before ?? addIn.defaultPane));
      },
      (error: unknown) => {
        if (!isCurrent) return;
        setAsked({
          text: refusal(book.name + ENDING, error),
          answers: [{ label: "Đóng", run: () => setBook(newBook(1)) }],
        });
      }
    );
    return () => {
      isCurrent = false;
      setExcel(undefined);
      setCommands(undefined);
      setDialog(undefined);
      setSelection("");
      setStatus(READY);
      closed.current = opening.then(
        (opened) => opened.dispose(),
        () => undefined // told above
      );
    };
  }, [addIn, locale, book]);

  const save = React.useCallback(async (): Promise<void> => {
    if (!excel) return;
    const fileName = book.name + ENDING;
    download(fileName, await excel.save());
    setStatus(`Đã lưu “${fileName}” vào thư mục tải về`);
  }, [excel, book]);

  /** Shows another workbook, once the user has said what becomes of this one. */
  const replace = async (next: () => Promise<Book>): Promise<void> => {
    const change = (): void => void next().then(setBook);
    if (!(await excel?.isChanged())) return change();
    setAsked({
      text: `Bạn có muốn lưu các thay đổi trong “${book.name}” không?`,
      answers: [
        { label: "Lưu", run: () => void save().then(change) },
        { label: "Không lưu", run: change },
        { label: "Hủy", run: () => excel?.focusGrid() },
      ],
    });
  };

  /** Reads the file first, so that nothing is asked for one that cannot be opened. */
  const open = async (fileName: string, read: () => Promise<ArrayBuffer>): Promise<void> => {
    setStatus(`Đang mở “${fileName}”…`);
    try {
      const next = await readBook(fileName, new Uint8Array(await read()));
      setStatus(READY);
      await replace(() => Promise.resolve(next));
    } catch (error) {
      setStatus(READY);
      setAsked({
        text: refusal(fileName, error),
        answers: [{ label: "Đóng", run: () => excel?.focusGrid() }],
      });
    }
  };

  const saveBook = React.useCallback((): void => void save(), [save]);
  const openNew = (): Promise<Book> => {
    newBooks.current += 1;
    return Promise.resolve(newBook(newBooks.current));
  };

  const press = (button: RibbonButton): void => {
    if (!excel) return;
    if (button.action.kind === "showTaskpane") {
      const { path, title } = button.action;
      setPaneShown(true);
      if (pane?.path === path) return;
      if (pane) excel.frames.dismiss(pane.frame);
      setPane(openPane(excel.frames, { path, title }));
      return;
    }
    const frame = commands ?? excel.frames.admit(addIn.functionFile);
    setCommands(frame);
    setStatus(`Đang chạy “${button.label}”…`);
    excel.frames.runCommand(frame, button.action.functionName, button.id).then(
      () => setStatus(READY),
      (error: unknown) => setStatus(`“${button.label}” không chạy được: ${messageOf(error)}`)
    );
  };

  return (
    <div className="app">
      <header className="title-bar">
        <div className="title-bar-start">
          <span className="title-bar-product">
            <img src={addIn.icon} alt="" width={20} height={20} />
            {addIn.name} – trang thử
          </span>
          <FileBar
            onNew={() => void replace(openNew)}
            onOpen={(file) => void open(file.name, () => file.arrayBuffer())}
            onSave={saveBook}
          />
        </div>
        <span className="title-bar-workbook">{book.name}</span>
        <SamplesMenu
          samples={samples}
          onOpen={(sample) => void open(sample.name, () => fetchSample(sampleAddress(sample)))}
        />
      </header>
      <Ribbon groups={addIn.groups} onPress={press} />
      <main className="workspace">
        <div className="grid" key={bookNumber} ref={grid} role="region" aria-label="Bảng tính" />
        {pane && excel && (
          <TaskPane
            key={pane.frame.key}
            title={pane.title}
            frame={pane.frame}
            shown={paneShown}
            onClose={() => {
              setPaneShown(false);
              excel?.focusGrid();
            }}
          />
        )}
      </main>
      <footer className="status-bar">
        <span role="status">{status}</span>
        <span>{selection && `Đang chọn ${selection}`}</span>
        <span className="status-bar-note">Mọi thứ chạy trên máy này; không dữ liệu nào được gửi đi</span>
      </footer>
      {commands && (
        <iframe className="commands" title="Lệnh của phần bổ trợ" src={commands.src} name={commands.name} />
      )}
      {asked && <Question asked={asked} onClose={() => setAsked(undefined)} />}
      {dialog && excel && (
        <AddInDialog
          title={addIn.name}
          dialog={dialog}
          onClose={() => excel.frames.dialogClosed(dialog.frame)}
        />
      )}
    </div>
  );
}

async function fetchSample(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

function openPane(frames: OfficeFrames, { path, title }: { path: string; title: string }): Pane {
  return { path, title, frame: frames.admit(path) };
}

/** Where Tab and Ctrl+F6 lead from inside the pane; the client itself cannot see the page around it. */
function leavePane(to: "next" | "previous" | "grid", excel: Excel): void {
  if (to === "grid") excel.focusGrid();
  const target = { next: ".samples summary", previous: ".task-pane-title button", grid: "" }[to];
  if (target) document.querySelector<HTMLElement>(target)?.focus();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
