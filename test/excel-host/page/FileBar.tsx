import * as React from "react";
import { ENDING, XLSX_TYPE } from "./workbookFiles";

interface FileBarProps {
  readonly onNew: () => void;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
}

/** New, Open and Save, at the left of the title bar as in Excel. */
export function FileBar({ onNew, onOpen, onSave }: FileBarProps): React.ReactElement {
  const picker = React.useRef<HTMLInputElement>(null);
  const pick = (): void => picker.current?.click();

  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const action = isShortcut ? { s: onSave, o: pick }[event.key.toLowerCase()] : undefined;
      if (!action || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [onSave]);

  return (
    <div className="file-bar" role="toolbar" aria-label="Tệp">
      <button type="button" title="Sổ tính mới, trống" onClick={onNew}>
        Mới
      </button>
      <button
        type="button"
        title="Mở tệp .xlsx trên máy này (Ctrl+O)"
        aria-keyshortcuts="Control+O"
        onClick={pick}
      >
        Mở
      </button>
      <button
        type="button"
        title="Lưu thành tệp .xlsx (Ctrl+S)"
        aria-keyshortcuts="Control+S"
        onClick={onSave}
      >
        Lưu
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="Chọn tệp .xlsx để mở"
        accept={`${ENDING},${XLSX_TYPE}`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = ""; // so that the same file can be chosen again
          if (file) onOpen(file);
        }}
      />
    </div>
  );
}
