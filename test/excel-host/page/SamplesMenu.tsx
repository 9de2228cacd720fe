import * as React from "react";
import type { SampleFile } from "../serve/samples";

interface SamplesMenuProps {
  readonly samples: readonly SampleFile[];
  /** Shows a sample in the spreadsheet. */
  readonly onOpen: (sample: SampleFile) => void;
}

/** The address from which a sample is fetched. */
export function sampleAddress({ name }: SampleFile): string {
  return `/samples/${encodeURIComponent(name)}`;
}

/** The menu of workbooks to open or download; a `<details>` so that keyboard and screen readers know it. */
export function SamplesMenu({ samples, onOpen }: SamplesMenuProps): React.ReactElement {
  const menu = React.useRef<HTMLDetailsElement>(null);

  React.useEffect(() => {
    const close = (): void => menu.current?.removeAttribute("open");
    const closeOutside = (event: PointerEvent): void => {
      if (!menu.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("pointerdown", closeOutside, true);
    window.addEventListener("blur", close); // a click into the pane is seen by its own frame only
    return () => {
      document.removeEventListener("pointerdown", closeOutside, true);
      window.removeEventListener("blur", close);
    };
  }, []);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    menu.current?.removeAttribute("open");
    menu.current?.querySelector("summary")?.focus();
  };

  return (
    <details className="samples" ref={menu} onKeyDown={onKeyDown}>
      <summary>Tệp mẫu</summary>
      <div className="samples-list">
        <p>
          “Mở” đưa tệp vào bảng tính ở trang này. Để tổng hợp: bấm tên tệp để tải về, rồi chọn tệp đó ở trang
          Tổng hợp của ngăn bên phải.
        </p>
        {samples.length === 0 ? (
          <p>Chưa có tệp mẫu nào trong assets/samples.</p>
        ) : (
          <ul>
            {samples.map((sample) => (
              <li key={sample.name}>
                <div className="samples-file">
                  <span>
                    <a href={sampleAddress(sample)} download={sample.name} title="Tải về máy">
                      {sample.name}
                    </a>{" "}
                    {kilobytes(sample.size)}
                  </span>
                  <button
                    type="button"
                    aria-label={`Mở ${sample.name}`}
                    onClick={() => {
                      menu.current?.removeAttribute("open");
                      onOpen(sample);
                    }}
                  >
                    Mở
                  </button>
                </div>
                {sample.purpose && <p>{sample.purpose}</p>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("vi-VN")} KB`;
}
