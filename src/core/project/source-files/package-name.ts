/** How the name of a project and the import path of a package fit together. */
import { escapeName } from "../../names/project-name.ts";

const IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
const STUBS = "-stubs";

/** Whether Python could import it: identifiers all the way, `hello-stubs` for the stubs of PEP 561. */
export function isImportPath(path: string): boolean {
  return path
    .split("/")
    .every((part, index) => IDENTIFIER.test(index === 0 && part.endsWith(STUBS) ? part.slice(0, -STUBS.length) : part));
}

/**
 * Whether a package may be called after a project. Case does not count, and any of `-`, `_`, `.` stands for `_` or for
 * a step down: `google-cloud-hello` fits `google_cloud_hello`, `google/cloud/hello`, `google-stubs/cloud/hello`.
 * The stubs of `hello` also fit the projects `hello-stubs` and `types-hello`.
 */
export function matchesName(projectName: string, importPath: string): boolean {
  const name: string = escapeName(projectName);
  const top = importPath.split("/")[0] ?? "";
  if (!top.endsWith(STUBS)) return escapedPath(importPath) === name;
  const key = escapedPath(top.slice(0, -STUBS.length) + importPath.slice(top.length));
  return key === name || `${key}_stubs` === name || `types_${key}` === name;
}

function escapedPath(path: string): string {
  return escapeName(path.replaceAll("/", "-"));
}
