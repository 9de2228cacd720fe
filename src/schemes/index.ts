export { deAn02 } from "./deAn02";
export * from "./types";
