import React, { useState } from "react";
import type { Finding } from "../../domain/findings";
import { useWords } from "../language";
import { Button } from "../ui/Button";

interface SurePreviewProps {
  /** One for each cell. */
  readonly fixes: readonly Finding[];
  readonly busy: boolean;
  readonly onFix: (fixes: readonly Finding[]) => void;
}

/** Changes shown before the user asks for more. */
const SHOWN_AT_ONCE = 30;

/** All sure corrections together: first what each cell holds and will hold, then the button that does it. */
export function SurePreview({ fixes, busy, onFix }: SurePreviewProps) {
  const { text } = useWords();
  const [open, setOpen] = useState(false);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  if (!open) {
    return (
      <div className="actions">
        <Button
          text={text("check.sure", { count: fixes.length })}
          disabled={busy}
          onClick={() => setOpen(true)}
        />
      </div>
    );
  }
  const rest = fixes.length - limit;
  return (
    <section className="card">
      <h2>{text("check.sureTitle", { count: fixes.length })}</h2>
      <p className="muted small">{text("check.sureHint")}</p>
      <ul className="sure-fixes">
        {fixes.slice(0, limit).map((finding) => (
          <li key={`${finding.sheet}!${finding.cell}`}>
            <span className="muted small">
              {text("check.sureChange", { sheet: finding.sheet, cell: finding.cell })}
            </span>{" "}
            <del>{finding.value}</del>{" "}
            <span className="sure-after">
              → <ins>{finding.fix?.value}</ins>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          kind="quiet"
          text={text("action.showMore", { count: Math.min(rest, SHOWN_AT_ONCE) })}
          onClick={() => setLimit(limit + SHOWN_AT_ONCE)}
        />
      )}
      <div className="actions">
        <Button
          kind="primary"
          text={text("check.sureFix", { count: fixes.length })}
          disabled={busy}
          onClick={() => {
            setOpen(false);
            onFix(fixes);
          }}
        />
        <Button text={text("check.sureBack")} onClick={() => setOpen(false)} />
      </div>
    </section>
  );
}
