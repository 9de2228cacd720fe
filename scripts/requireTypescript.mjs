import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { transformSync } from "@swc/core";

/**
 * Loads a TypeScript module of the project where it stands, for code that looks for files beside itself. `file` is
 * relative to the project's root, which is the current directory.
 */
export function requireTypescript(file) {
  Module._extensions[".ts"] ??= (module, filename) => {
    const { code } = transformSync(readFileSync(filename, "utf8"), {
      filename,
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    module._compile(code, filename);
  };
  const absolute = path.resolve(file);
  return createRequire(absolute)(absolute);
}
