/** The files that a glob of pyproject.toml names. */
import type { TreeEntry } from "../../ports/file-tree.ts";
import { globBase, matchGlob } from "./globs.ts";
import type { ProjectFiles } from "./list-files.ts";
import { neverShippedFile } from "./never-shipped.ts";
import { relativeTo } from "./paths.ts";

/** In order. What never ships counts only where the glob names its folder: `build/sbom/*.json`. */
export function filesOfGlob(glob: string, files: ProjectFiles): TreeEntry[] {
  const base = globBase(glob);
  const matches = matchGlob(glob);
  return [...files.all.values()].filter(
    ({ path }) =>
      matches(path) &&
      (path === base || neverShippedFile(base === "" ? path : relativeTo(path, base), base === "") === undefined),
  );
}
