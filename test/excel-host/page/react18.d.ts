/** React 18 is bundled into the page under React's own names; the project's types are those of React 17. */
declare module "react-dom/client" {
  import type { ReactNode } from "react";

  export function createRoot(container: Element): { render(children: ReactNode): void };
}
