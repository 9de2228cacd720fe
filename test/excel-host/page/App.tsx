import * as React from "react";
import type { SampleFile } from "../serve/samples";
import { AddInDialog } from "./AddInDialog";
import type { AddIn, RibbonButton } from "./manifest";
import type { DialogRequest, OfficeFrame, OfficeFrames } from "./officeFrames";
import { openExcel, type Excel } from "./openExcel";
import { Ribbon } from "./Ribbon";
import { SamplesMenu } from "./SamplesMenu";
import { TaskPane } from "./TaskPane";

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

/** Excel on the web, as far as an add-in and its user see it: title bar, ribbon, grid, task pane, status bar. */
export function App({ addIn, samples, locale }: AppProps): React.ReactElement {
  const grid = React.useRef<HTMLDivElement>(null);
  const [excel, setExcel] = React.useState<Excel>();
  const [pane, setPane] = React.useState<Pane>();
  const [paneShown, setPaneShown] = React.useState(true);
  const [commands, setCommands] = React.useState<OfficeFrame>();
  const [dialog, setDialog] = React.useState<DialogRequest>();
  const [selection, setSelection] = React.useState("");
  const [status, setStatus] = React.useState(READY);

  React.useEffect(() => {
    if (!grid.current) return;
    const opened = openExcel(grid.current, addIn, locale, {
      showDialog: setDialog,
      hideDialog: () => setDialog(undefined),
      closePane: () => setPaneShown(false),
      leave: (_frame, to) => leavePane(to, opened),
    });
    opened.onSelection((address) => {
      setSelection(address);
      setStatus((shown) => (shown === REFUSED ? READY : shown));
    });
    opened.onRefusedEdit(() => setStatus(REFUSED));
    setExcel(opened);
    setPane(openPane(opened.frames, addIn.defaultPane));
  }, [addIn, locale]);

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
        <span className="title-bar-product">
          <img src={addIn.icon} alt="" width={20} height={20} />
          {addIn.name} – trang thử
        </span>
        <span className="title-bar-workbook">{excel?.workbookName ?? ""}</span>
        <SamplesMenu samples={samples} />
      </header>
      <Ribbon groups={addIn.groups} onPress={press} />
      <main className="workspace">
        <div className="grid" ref={grid} role="region" aria-label="Bảng tính" />
        {pane && (
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
