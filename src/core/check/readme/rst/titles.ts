/**
 * Section titles and transitions.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections and #transitions
 */

import { type BlockContext, numberAt } from "./context.ts";
import {
  addName,
  append,
  appendAll,
  createNode,
  normalizeName,
  noteTarget,
  plainText,
  type RstNode,
} from "./document.ts";
import { columnWidth } from "./inline/characters.ts";
import { parseInline } from "./inline/inline.ts";
import { isBlank } from "./lines.ts";

/** Shorter lines of punctuation are taken for text when they make no title. */
const SHORTEST = 4;

/** Whether a line is one punctuation character again and again. */
export function isAdornment(text: string): boolean {
  return /^([!-/:-@[-`{-~])\1* *$/.test(text);
}

/**
 * Read the title above an underline.
 * @returns the index behind it; undefined when the underline is too short to be meant as one.
 */
export function readUnderline(context: BlockContext, start: number): number | undefined {
  const title = context.lines[start]?.text ?? "";
  const underline = context.lines[start + 1]?.text.trimEnd() ?? "";
  const line = numberAt(context, start + 1);
  const problems: RstNode[] = [];
  if (columnWidth(title) > underline.length) {
    if (underline.length < SHORTEST) return undefined;
    problems.push(context.document.report("README_RST_SHORT_UNDERLINE", line, "Title underline too short."));
  }
  if (!context.isOutermost) {
    const problem = context.document.report("README_RST_UNEXPECTED_TITLE", line, "Unexpected section title.");
    appendAll(context.node, [...problems, problem]);
    return start + 2;
  }
  openSection(context, title, underline.charAt(0), line - 1, line, problems);
  return start + 2;
}

/**
 * Read a transition, or a title with lines above and below, at a line of punctuation.
 * @returns the index behind it; undefined when the line is text.
 */
export function readAdornment(context: BlockContext, start: number): number | undefined {
  const { lines, document, node } = context;
  const overline = lines[start]?.text.trimEnd() ?? "";
  const line = numberAt(context, start);
  const isShort = overline.length < SHORTEST;
  const below = lines[start + 1];
  if (below === undefined || isBlank(below)) {
    if (isShort) return undefined;
    append(node, createNode("transition", line));
    return start + 2;
  }
  if (isAdornment(below.text)) {
    if (isShort) return undefined;
    const message = "Invalid section title or transition marker.";
    append(node, document.report("README_RST_MALFORMED_TITLE", line, message));
    return start + 2;
  }
  const title = below.text.trimEnd();
  const underline = lines[start + 2]?.text.trimEnd();
  const fault = faultOfTitle(overline, underline);
  if (fault !== undefined) {
    if (isShort) return undefined;
    append(node, document.report("README_RST_MALFORMED_TITLE", line, fault));
    return start + 3;
  }
  const problems: RstNode[] = [];
  if (columnWidth(title) > overline.length) {
    if (isShort) return undefined;
    problems.push(document.report("README_RST_SHORT_UNDERLINE", line, "Title overline too short."));
  }
  openSection(context, title.trimStart(), `${overline.charAt(0)}/`, line + 1, line + 2, problems);
  return start + 3;
}

function faultOfTitle(overline: string, underline: string | undefined): string | undefined {
  if (underline === undefined) return "Incomplete section title.";
  if (!isAdornment(underline)) return "Missing matching underline for section title overline.";
  return overline === underline ? undefined : "Title overline & underline mismatch.";
}

/** Start a section below the right one of those that are open. The style tells its level. */
function openSection(
  context: BlockContext,
  title: string,
  style: string,
  line: number,
  lastLine: number,
  problems: readonly RstNode[],
): void {
  const { document } = context;
  const open = openSections(context.node);
  const known = document.titleStyles.indexOf(style);
  const level = known >= 0 ? known + 1 : document.titleStyles.length + 1;
  if (level > open.length + 1) {
    const message = document.isModern
      ? `Inconsistent title style: skip from level ${open.length} to ${level}.`
      : "Title level inconsistent:";
    append(context.node, document.report("README_RST_INCONSISTENT_TITLE", line, message));
    return;
  }
  if (known < 0) document.titleStyles.push(style);
  const parent = open[level - 2] ?? document.root;
  const section = createNode("section", lastLine);
  append(parent, section);
  const node = createNode("title", lastLine, parseInline(document, title, line));
  const name = normalizeName(plainText(node));
  addName(section, name);
  appendAll(section, [node, ...problems]);
  // docutils leaves a note about the second title of a name, which counts as text above a transition.
  if (document.names.has(name)) append(section, createNode("system_message", lastLine));
  noteTarget(document, section, false);
  context.node = section;
}

/** The section that is read, and those around it, outermost first. */
function openSections(node: RstNode): RstNode[] {
  const sections: RstNode[] = [];
  for (let at: RstNode | undefined = node; at?.kind === "section"; at = at.parent) sections.unshift(at);
  return sections;
}
