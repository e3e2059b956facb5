/**
 * Whether PyPI will render a reStructuredText description.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 *
 * PyPI renders with docutils, and refuses the upload when docutils warns of anything: "The description failed to
 * render". So this reads the document as docutils does, far enough to find what it would warn of, and renders
 * nothing. Inclusion of files and raw markup are switched off there, and warnings here.
 */
import type { ReadmeFinding } from "./readme-finding.ts";
import { readDocument } from "./rst/blocks.ts";
import { RST_PROBLEMS } from "./rst/codes.ts";
import { type DocutilsVersion, type Problem, RstDocument, walk } from "./rst/document.ts";
import { splitLines } from "./rst/lines.ts";
import { checkDocinfo } from "./rst/resolve/docinfo.ts";
import {
  checkAnonymousReferences,
  checkFootnotes,
  checkIndirectTargets,
  checkReferences,
} from "./rst/resolve/references.ts";
import { checkEmbeddedImages, checkPendingClasses, checkTransitions, showsSomething } from "./rst/resolve/structure.ts";
import { checkSubstitutions } from "./rst/resolve/substitutions.ts";

/** docutils reads no document with a longer line. */
const MAX_LINE_LENGTH = 10_000;

export interface RestructuredTextOptions {
  /** The release of docutils that decides; by default the one that PyPI runs. */
  readonly docutils?: DocutilsVersion;
}

/**
 * What keeps a description from being rendered, in the order in which docutils finds it.
 *
 * @returns Nothing when PyPI renders the description. The first finding is the one that PyPI stops at; later ones may
 *   be its consequences.
 */
export function checkRestructuredText(source: string, options: RestructuredTextOptions = {}): ReadmeFinding[] {
  const document = new RstDocument(options.docutils ?? "0.23");
  checkDocument(document, source);
  return document.problems.map(toFinding);
}

function checkDocument(document: RstDocument, source: string): void {
  const lines = splitLines(source);
  const long = lines.find((line) => line.text.length > MAX_LINE_LENGTH);
  if (long !== undefined) {
    const message = `Line ${long.number} exceeds the line-length-limit.`;
    document.report("README_RST_LONG_LINE", long.number, message);
    return;
  }
  readDocument(document, lines);
  if (document.decoration !== undefined) {
    document.decoration.parent = document.root;
    document.root.children.unshift(document.decoration);
  }
  checkPendingClasses(document);
  const nodes = walk(document.root);
  checkSubstitutions(document, nodes);
  checkDocinfo(document);
  checkAnonymousReferences(document, nodes);
  checkIndirectTargets(document);
  checkFootnotes(document, nodes);
  checkTransitions(document, nodes);
  checkReferences(document, nodes);
  checkEmbeddedImages(document);
  if (document.problems.length === 0 && !showsSomething(document)) {
    document.report("README_RST_EMPTY", 1, "No content rendered from RST source.");
  }
}

function toFinding({ code, line, message }: Problem): ReadmeFinding {
  const { severity, hint } = RST_PROBLEMS[code];
  const [first = ""] = message.split("\n", 1);
  const rest = message.slice(first.length + 1).replace(/\s+/g, " ");
  const text = `${first} ${rest}`.trim().replace(/[.:]$/, "");
  // A few of docutils' messages name the line themselves.
  const placed = text.startsWith(`Line ${line} `) ? text : `Line ${line}: ${text}`;
  return { code, severity, message: placed, hint, line };
}
