/** The documents of `fixtures/restructured-text`, whose README tells their form. */
import { readdirSync, readFileSync } from "node:fs";

export interface CorpusDocument {
  readonly name: string;
  readonly source: string;
  /** The first problem; none where PyPI renders the document. */
  readonly problem: { readonly code: string; readonly message: string } | undefined;
}

const FOLDER = new URL("../../../../fixtures/restructured-text/", import.meta.url);

/** One construct or one fault each. */
export function readCorpus(): CorpusDocument[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return files.sort().flatMap((name) => parseCorpus(readFileSync(new URL(name, FOLDER), "utf8")));
}

function parseCorpus(text: string): CorpusDocument[] {
  const parts = text.split(/^@ (?![A-Z_]+ Line )/m).slice(1);
  return parts.map((part, index) => {
    const [name = "", ...lines] = part.split("\n");
    const head = /^@ (\S+) (.*)$/.exec(lines[0] ?? "");
    const problem = head === null ? undefined : { code: head[1] ?? "", message: head[2] ?? "" };
    if (head !== null) lines.shift();
    // The last document of a file has no line of its own above a next name.
    if (index < parts.length - 1) lines.pop();
    return { name, source: lines.join("\n"), problem };
  });
}

/** Descriptions without a fault. */
export function readDescriptions(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".rst"));
  return files.sort().map((name) => readFileSync(new URL(name, FOLDER), "utf8"));
}
