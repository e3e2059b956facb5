/** What compilers print about sources, as values. */
import type { CompilerDiagnostic } from "../ports/compiler.ts";

/** `native/hello.c:3:5: warning: unused variable 'x' [-Wunused-variable]`; the column may be missing. */
const GNU = /^((?:[A-Za-z]:)?[^:\n]+):(\d+):(?:(\d+):)? (fatal error|error|warning|note): (.*)$/;

/** `native\hello.c(3): warning C4101: 'x': unreferenced local variable` */
const MSVC = /^([^(\n]+)\((\d+)(?:,(\d+))?\)\s?: (fatal error|error|warning|note)(?: ([A-Z]+\d+))?: (.*)$/;

/** In the order of the text; lines that say something else are left out. */
export function parseDiagnostics(text: string): readonly CompilerDiagnostic[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const gnu = GNU.exec(line);
    if (gnu !== null) return diagnostic(gnu[1], gnu[2], gnu[3], gnu[4], gnu[5] ?? "");
    const msvc = MSVC.exec(line);
    if (msvc === null) return [];
    const code = msvc[5] === undefined ? "" : ` [${msvc[5]}]`;
    return diagnostic(msvc[1], msvc[2], msvc[3], msvc[4], `${msvc[6] ?? ""}${code}`);
  });
}

function diagnostic(
  file: string | undefined,
  line: string | undefined,
  column: string | undefined,
  word: string | undefined,
  message: string,
): CompilerDiagnostic {
  const severity = word === "warning" || word === "note" ? word : "error";
  return {
    severity,
    message,
    file: file?.replaceAll("\\", "/"),
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

/** Prerequisites of a make rule, as `-MD` writes them: spaces are escaped, lines continue behind a backslash. */
export function parseDependencies(text: string): readonly string[] {
  const joined = text.replace(/\\\r?\n/g, " ");
  const colon = /:(?=\s)/.exec(joined);
  if (colon === null) return [];
  const words = joined.slice(colon.index + 1).match(/(?:\\[ #]|\$\$|[^\s])+/g) ?? [];
  return words.map((word) => word.replace(/\\([ #])/g, "$1").replaceAll("$$", "$"));
}

/**
 * Headers that cl names with /showIncludes, and the output without them. cl translates the words before the path, and
 * writes whole paths; clang-cl does neither.
 */
export function splitShowIncludes(text: string): { readonly headers: readonly string[]; readonly output: string } {
  const headers: string[] = [];
  const rest: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const found =
      /^Note: including file: +(\S.*)$/.exec(line)?.[1] ?? /^[^:(]+: [^:(]+: +((?:[A-Za-z]:)?[\\/].*)$/.exec(line)?.[1];
    if (found === undefined) rest.push(line);
    else headers.push(found);
  }
  return { headers, output: rest.join("\n") };
}
