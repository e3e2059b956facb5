/**
 * The files that make commands of entry points, as installers write them.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/#use-for-scripts
 */
import { concatBytes } from "../bytes/concat.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { EntryPoints } from "../wheel/entry-points.ts";

export interface ScriptFile {
  /** `hello`; on Windows `hello-script.py` and `hello.cmd`. */
  readonly name: string;
  readonly content: string;
}

export interface ScriptTarget {
  /** Absolute path of the Python that is to run them. */
  readonly executable: string;
  readonly windows: boolean;
}

/** Linux before 5.1 cuts the first line of a script at this many bytes, and macOS at 512. */
const MAX_SHEBANG = 127;

/**
 * The scripts of `console_scripts` and `gui_scripts`, sorted as they come.
 *
 * @throws {PackwheelError} `EDITABLE_PATH_INVALID` when no script could name the interpreter.
 */
export function consoleScripts(entryPoints: EntryPoints, target: ScriptTarget): ScriptFile[] {
  return ["console_scripts", "gui_scripts"].flatMap((group) =>
    Object.entries(entryPoints[group] ?? {}).flatMap(([name, reference]) => {
      const code = scriptCode(reference);
      if (!target.windows) return [{ name, content: `${formatShebang(target.executable)}${code}` }];
      // Windows runs what ends in .cmd; a real launcher is a program, which packwheel does not have.
      return [
        { name: `${name}-script.py`, content: code },
        {
          name: `${name}.cmd`,
          content: `@"${target.executable.replaceAll("%", "%%")}" "%~dp0${name}-script.py" %*\r\n`,
        },
      ];
    }),
  );
}

/** The first line of a script, or what stands for it where the path is too long for one or has blanks. */
export function formatShebang(executable: string): string {
  const plain = `#!${executable}\n`;
  if (/[\0\r\n"'$`\\]/.test(executable)) {
    throw new PackwheelError(
      "EDITABLE_PATH_INVALID",
      `Cannot name ${quote(executable)} in a script: it holds a quote, a dollar or a line break`,
      {
        path: executable,
        hint: "Move the environment to another folder",
      },
    );
  }
  if (!/\s/.test(executable) && new TextEncoder().encode(plain).length <= MAX_SHEBANG) return plain;
  // For the shell a command that replaces it by Python, for Python a string that is not used.
  return `#!/bin/sh\n'''exec' "${executable}" "$0" "$@"\n' '''\n`;
}

/** A script of the wheel that begins with `#!python` gets the interpreter's line, as from pip. Others stay as they are. */
export function placeShebang(content: Uint8Array, executable: string): Uint8Array {
  if (new TextDecoder("latin1").decode(content.subarray(0, 8)) !== "#!python") return content;
  const end = content.indexOf(0x0a);
  const rest = end === -1 ? new Uint8Array(0) : content.subarray(end + 1);
  return concatBytes([new TextEncoder().encode(formatShebang(executable)), rest]);
}

/** `hello.cli:main.run [extra]` imports `main` of `hello.cli` and calls `main.run`. */
function scriptCode(reference: string): string {
  const [module = "", object = ""] = (reference.split("[", 1)[0] ?? "").trim().split(":");
  const top = object.split(".", 1)[0] ?? object;
  return `import sys

from ${module} import ${top}

if __name__ == "__main__":
    if sys.argv[0].endswith("-script.py"):
        sys.argv[0] = sys.argv[0][:-10]
    sys.exit(${object}())
`;
}
