/** Globs that name files, as `sbom-files` does: `*`, `**`, `?`, `[...]`, `{a,b}`; relative, case matters. */
import picomatch from "picomatch";
import { cleanPath } from "./paths.ts";

/** Whether a path matches. Names that begin with a dot match like others. */
export function matchGlob(glob: string): (path: string) => boolean {
  const matches = picomatch(cleanPath(glob), { dot: true, nonegate: true, windows: false });
  return (path) => matches(path);
}

/** The longest folder above every match: `build/sbom/*.json` -> `build/sbom`; without magic, the path itself. */
export function globBase(glob: string): string {
  const parts = cleanPath(glob).split("/");
  const magic = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part));
  return (magic === -1 ? parts : parts.slice(0, magic)).join("/");
}
