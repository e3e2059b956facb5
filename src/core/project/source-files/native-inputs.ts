/** The files that native code is built from: the sdist must hold them. */
import type { Finding } from "../../errors.ts";
import { isHeader, isHeaderBelow, nativeInputs } from "../../native/native-inputs.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import { filesOfGlob } from "./glob-files.ts";
import type { ProjectFiles } from "./list-files.ts";
import { folderOf } from "./paths.ts";

/**
 * @param missing Gets a finding for every glob that matches nothing.
 * @returns Paths, with what names them.
 */
export function findNativeInputs(project: Project, files: ProjectFiles, missing: Finding[]): Map<string, string> {
  const rules = new Map<string, string>();
  project.tool.native.forEach((table, index) => {
    const rule = `native ${quote(table.name)} is built from it`;
    const { globs, headerFolders } = nativeInputs(table);
    const beside = new Set<string>();
    for (const { glob, key } of globs) {
      const matches = filesOfGlob(glob, files);
      if (matches.length === 0) missing.push(inputMissing(glob, key, index));
      for (const { path } of matches) {
        rules.set(path, rule);
        if (key !== "inputs") beside.add(folderOf(path));
      }
    }
    for (const { path } of files.files) {
      const isBeside = isHeader(path) && beside.has(folderOf(path));
      if (isBeside || isHeaderBelow(path, headerFolders)) rules.set(path, rule);
    }
  });
  return rules;
}

function inputMissing(glob: string, key: string, index: number): Finding {
  return {
    code: "PROJECT_SOURCE_MISSING",
    severity: "error",
    message: `Cannot find a file for ${quote(glob)} of ${key}`,
    path: `pyproject.toml: tool.packwheel.native[${index}].${key}`,
    hint: "Correct the path or pattern; it is relative to pyproject.toml",
  };
}
