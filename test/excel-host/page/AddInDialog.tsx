import * as React from "react";
import type { DialogRequest } from "./officeFrames";

interface AddInDialogProps {
  readonly title: string;
  readonly dialog: DialogRequest;
  readonly onClose: () => void;
}

/** A dialog of the add-in (`displayDialogAsync` in a frame), over everything else. Esc closes it. */
export function AddInDialog({ title, dialog, onClose }: AddInDialogProps): React.ReactElement {
  const box = React.useRef<HTMLDialogElement>(null);
  React.useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      ref={box}
      className="add-in-dialog"
      aria-label={title}
      style={{ width: `${dialog.width}vw`, height: `${dialog.height}vh` }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="task-pane-title">
        <h2>{title}</h2>
        <button type="button" aria-label="Đóng hộp thoại" title="Đóng" onClick={onClose}>
          ✕
        </button>
      </div>
      <iframe title={title} src={dialog.frame.src} name={dialog.frame.name} />
    </dialog>
  );
}
