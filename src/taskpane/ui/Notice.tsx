import React from "react";
import { Icon } from "./Icon";

export type NoticeKind = "success" | "info" | "warning" | "error";

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly children?: React.ReactNode;
  /** Buttons to act on what is said. */
  readonly actions?: React.ReactNode;
}

/** A message with an icon and words, never by colour alone. Errors are announced at once, the rest politely. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "error" ? "alert" : "status"}>
      <Icon name={kind} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  );
}
