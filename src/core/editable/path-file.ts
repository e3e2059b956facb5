/**
 * The `.pth` file of an editable install: folders that Python adds to `sys.path` when it starts, one a line.
 * Spec: https://docs.python.org/3/library/site.html
 *
 * Only plain paths are written. Lines that begin with `import` would be run, and Python is giving those up (PEP 829).
 */
import { PackwheelError } from "../errors.ts";
import { escapeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";

/** `__editable__.hello.pth`: beside the packages, under a name that no package has. */
export function pathFileName(projectName: string): string {
  return `__editable__.${escapeName(projectName)}.pth`;
}

/**
 * @param folders Absolute paths, in the writing of the system that Python runs on.
 * @throws {PackwheelError} `EDITABLE_PATH_INVALID` for a path that Python would read as something else.
 */
export function formatPathFile(folders: readonly string[]): string {
  return folders
    .map((folder) => {
      const fault = findPathFault(folder);
      if (fault === undefined) return `${folder}\n`;
      throw new PackwheelError("EDITABLE_PATH_INVALID", `Cannot write ${quote(folder)} into a .pth file: ${fault}`, {
        path: folder,
        hint: "Move or rename the project's folder",
      });
    })
    .join("");
}

function findPathFault(folder: string): string | undefined {
  if (!/^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder)) return "it is not absolute";
  // Python splits the file as text and strips the end of every line.
  if (/[\0\r\n]/.test(folder)) return "it holds a line break or a NUL";
  if (/\s$/u.test(folder)) return "it ends in a blank, which Python drops";
  return undefined;
}
