/** Where in the project's texts a failure or a finding belongs: at a line, where it says or implies one. */
import type { Finding } from "../../../core/errors.ts";
import { parseDiagnostics } from "../../../core/native/diagnostics.ts";
import type { Mark } from "../editor/mark.ts";
import { type Failure, findingsOf } from "../messages/failure.ts";

/** Marks by path. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/**
 * @param textOf Gives a text of the project, and undefined for what it has not: nothing can be marked there.
 */
export function findMarks(
  failures: readonly Failure[],
  findings: readonly Finding[],
  textOf: (path: string) => string | undefined,
): Marks {
  const marks = new Map<string, Mark[]>();
  const add = (path: string, mark: Mark): void => {
    const known = marks.get(path) ?? [];
    // Each target's compiler says the same.
    const isKnown = known.some(({ line, message }) => line === mark.line && message === mark.message);
    if (!isKnown && textOf(path) !== undefined) marks.set(path, [...known, mark]);
  };
  for (const failure of failures) markFailure(failure, textOf, add);
  for (const finding of findings) markFinding(finding, textOf, add);
  for (const list of marks.values()) list.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
  return marks;
}

type Add = (path: string, mark: Mark) => void;

function markFailure(failure: Failure, textOf: (path: string) => string | undefined, add: Add): void {
  const diagnostics = parseDiagnostics(failure.message);
  for (const { file, line, column, severity, message } of diagnostics) {
    if (file !== undefined) add(file.replace(/^(?:\.\/)+/, ""), { severity, message, line, column });
  }
  if (diagnostics.length === 0) for (const finding of findingsOf(failure)) markFinding(finding, textOf, add);
}

function markFinding(
  { message, path, hint, severity }: Finding,
  textOf: (path: string) => string | undefined,
  add: Add,
): void {
  // `pyproject.toml: project.name`
  const [file = "", key] = (path ?? "").split(": ");
  const place = placeIn(message, file);
  const [first = ""] = message.split("\n");
  const words = hint === undefined ? first : `${first}. ${hint}`;
  const line = place?.line ?? (key === undefined ? undefined : lineOfKey(textOf(file) ?? "", key));
  add(file, { severity, message: words, line, column: place?.column });
}

/** `Cannot parse pyproject.toml:2:10: …` */
function placeIn(message: string, file: string): { readonly line: number; readonly column: number } | undefined {
  const start = message.indexOf(`${file}:`);
  const found = start < 0 || file === "" ? null : /^:(\d+):(\d+)/.exec(message.slice(start + file.length));
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}

/** The line that sets `project.name`, or that begins the table where it is missing. */
export function lineOfKey(text: string, dotted: string): number | undefined {
  const names = dotted.replaceAll(/\[\d+\]/g, "").split(".");
  const table = names.slice(0, -1).join(".");
  const name = names.at(-1) ?? "";
  let current = "";
  let begin: number | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const header = /^\s*\[\[?\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) {
      current = header.replaceAll(/["'\s]/g, "");
      if (current === dotted || (current === table && begin === undefined)) begin = index + 1;
    } else if (current === table) {
      const key = /^\s*["']?([\w-]+)["']?\s*[=.]/.exec(line)?.[1];
      if (key === name) return index + 1;
    }
  }
  return begin;
}
