import React from "react";

/** Our own icons on a 16 × 16 grid. They accompany words and never stand alone, so they are hidden from readers. */
const PATHS = {
  error: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM7.2 4v5h1.6V4zm0 6.3V12h1.6v-1.7z",
  warning: "M8 1l7.5 13.5H.5zM7.2 6v4.5h1.6V6zm0 5.5V13h1.6v-1.5z",
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.8 3v1.7h1.6V4zm0 3v5h1.6V7z",
  success: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.3 3.8L7 9.3 4.7 7 3.6 8.2 7 11.5l5.4-5.6z",
  tick: "M13.3 3.5L6.5 10.3 2.7 6.5l-1.2 1.2 5 5 8-8z",
  cross: "M3.7 2.6L8 6.9l4.3-4.3 1.1 1.1L9.1 8l4.3 4.3-1.1 1.1L8 9.1l-4.3 4.3-1.1-1.1L6.9 8 2.6 3.7z",
  "chevron-down": "M2.6 4.9L8 10.3l5.4-5.4 1.1 1.1L8 12.5 1.5 6z",
  file: "M3 1h6.5L13 4.5V15H3zm1.2 1.2v11.6h7.6V5.5H8.7V2.2z",
  undo: "M6 2v3h3.5a4.5 4.5 0 0 1 0 9H4v-1.5h5.5a3 3 0 0 0 0-6H6v3L1.5 5.7z",
  goto: "M9 2.5l5.5 5.5L9 13.5l-1.1-1.1 3.6-3.6H2V7.2h9.5L7.9 3.6z",
  calendar:
    "M4 1h1.5v1.5h5V1H12v1.5h2.5v12h-13v-12H4zM3 6.5V13h10V6.5zM4.5 8h2v1.6h-2zm3.5 0h2v1.6H8zm-3.5 2.4h2V12h-2z",
  settings:
    "M1 3.2h6.1a2.4 2.4 0 0 1 4.6 0H15v1.6h-3.3a2.4 2.4 0 0 1-4.6 0H1zM1 11.2h2.3a2.4 2.4 0 0 1 4.6 0H15v1.6H7.9a2.4 2.4 0 0 1-4.6 0H1zM9.4 3.1a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8zM5.6 11.1a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
