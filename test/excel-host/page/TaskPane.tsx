import * as React from "react";
import type { OfficeFrame } from "./officeFrames";

interface TaskPaneProps {
  readonly title: string;
  readonly frame: OfficeFrame;
  readonly shown: boolean;
  readonly onClose: () => void;
}

/** Excel opens a pane about 320 wide and lets it grow to half of the window. */
const WIDTH = { initial: 360, least: 280, most: 800, step: 16 };

/** The task pane at the right edge: its handle, its title and the add-in's page. A hidden pane keeps running. */
export function TaskPane({ title, frame, shown, onClose }: TaskPaneProps): React.ReactElement {
  const [width, setWidth] = React.useState(WIDTH.initial);
  const [dragging, setDragging] = React.useState(false);
  const resize = (wanted: number): void => setWidth(Math.min(WIDTH.most, Math.max(WIDTH.least, wanted)));

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const wanted = widthForKey(event.key, width);
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };

  return (
    <aside className="task-pane" aria-label={title} style={{ width }} hidden={!shown}>
      <div
        className="task-pane-handle"
        role="separator"
        aria-orientation="vertical"
        aria-label="Bề rộng ngăn tác vụ"
        aria-valuenow={width}
        aria-valuemin={WIDTH.least}
        aria-valuemax={WIDTH.most}
        title="Kéo, hoặc dùng phím mũi tên trái và phải, để đổi bề rộng"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }}
        onPointerMove={(event) => dragging && resize(window.innerWidth - event.clientX)}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => setDragging(false)}
      />
      <div className="task-pane-body">
        <div className="task-pane-title">
          <h2>{title}</h2>
          <button type="button" aria-label="Đóng ngăn tác vụ" title="Đóng" onClick={onClose}>
            ✕
          </button>
        </div>
        <iframe
          className={dragging ? "task-pane-frame dragging" : "task-pane-frame"}
          title={title}
          src={frame.src}
          name={frame.name}
        />
      </div>
    </aside>
  );
}

/** The handle sits on the pane's left edge: the left arrow makes the pane wider. */
function widthForKey(key: string, width: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return width + WIDTH.step;
    case "ArrowRight":
      return width - WIDTH.step;
    case "Home":
      return WIDTH.most;
    case "End":
      return WIDTH.least;
    default:
      return undefined;
  }
}
