/** What the pane and its writing worker say to each other. */
import type { ReportDocument } from "../domain/outline/document";
import type { WorkbookSpec } from "../layout/sheetSpec";

/** To the worker: make one file. */
export type WriteRequest =
  | { readonly kind: "workbook"; readonly spec: WorkbookSpec }
  | {
      readonly kind: "zip";
      readonly workbooks: readonly { readonly name: string; readonly spec: WorkbookSpec }[];
    }
  | { readonly kind: "report"; readonly report: ReportDocument };

/** From the worker: how far it is, then the bytes or what went wrong. */
export type WriteReport =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "written"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly message: string };
