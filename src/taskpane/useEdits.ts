import { useEffect, useRef } from "react";
import { watchEdits } from "./services";

/** Tells edits of the workbook, by whomever, while the page is in view. Where Excel tells of none, it stays silent. */
export function useEdits(active: boolean, onEdit: () => void): void {
  const latest = useRef(onEdit);
  latest.current = onEdit;
  useEffect(() => {
    if (!active) return undefined;
    const watching = watchEdits(() => latest.current());
    // Without events the page still looks whenever it is opened or asked to.
    watching.catch(() => undefined);
    return () => {
      watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [active]);
}
