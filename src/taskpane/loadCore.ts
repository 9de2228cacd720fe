/** The core, loaded once, when a page first needs it. */
export const loadCore = () => import("./core");
