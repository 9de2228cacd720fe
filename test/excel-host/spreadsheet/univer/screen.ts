/** What a user does on Univer's screen: locked cells stay as they are. Without a screen nothing happens here. */
import type { IDisposable } from "@univerjs/core";
import type { Engine } from "./services";

type Guard = (sheetId: string, row: number, column: number) => boolean;

interface EditEvent {
  readonly worksheet: { getSheetId(): string };
  readonly row: number;
  readonly column: number;
  cancel?: boolean;
}

/** Univer's event before a cell opens for editing; known only when its screen is there. */
const BEFORE_EDIT = "BeforeSheetEditStart";

export interface Screen extends IDisposable {
  guard(allowed: Guard): void;
}

export function guardScreen({ api }: Engine): Screen {
  const known = api.Event as unknown as { readonly [name: string]: string | undefined };
  let allowed: Guard = () => true;
  const event = known[BEFORE_EDIT];
  const listener =
    event === undefined
      ? null
      : (api.addEvent as (event: string, callback: (edit: EditEvent) => void) => IDisposable)(
          event,
          (edit) => {
            if (!allowed(edit.worksheet.getSheetId(), edit.row, edit.column)) {
              edit.cancel = true;
            }
          }
        );
  return {
    guard: (next) => {
      allowed = next;
    },
    dispose: () => listener?.dispose(),
  };
}
