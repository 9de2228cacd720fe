import * as React from "react";

/** A question to the user that everything else waits for. */
export interface Asked {
  readonly text: string;
  /** What the user may answer; the first is the one that Enter gives. Esc gives the last. */
  readonly answers: readonly { readonly label: string; readonly run: () => void }[];
}

const TEXT_ID = "question-text";

/** A message with its answers, over the page. */
export function Question({
  asked,
  onClose,
}: {
  readonly asked: Asked;
  readonly onClose: () => void;
}): React.ReactElement {
  const box = React.useRef<HTMLDialogElement>(null);
  React.useEffect(() => box.current?.showModal(), []);
  const answer = (run: () => void): void => {
    box.current?.close();
    onClose();
    run();
  };
  return (
    <dialog
      ref={box}
      className="question"
      role="alertdialog"
      aria-labelledby={TEXT_ID}
      onCancel={(event) => {
        event.preventDefault();
        const last = asked.answers.at(-1);
        if (last) answer(last.run);
      }}
    >
      <p id={TEXT_ID}>{asked.text}</p>
      <div className="question-answers">
        {asked.answers.map(({ label, run }) => (
          <button key={label} type="button" onClick={() => answer(run)}>
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}
