/**
 * Hyperlink targets: `.. _name: uri`, `.. _name: other_`, `.. _name:`, `__ uri`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets
 */

import { type BlockContext, type Ended, numberAt } from "./context.ts";
import {
  addName,
  append,
  createNode,
  dropEscapes,
  hideEscapes,
  normalizeName,
  normalizeSpace,
  noteTarget,
} from "./document.ts";
import { isSpace } from "./inline/characters.ts";
import { uriOf } from "./inline/phrase-reference.ts";
import { SIMPLE_NAME } from "./inline/simple-name.ts";
import { type SourceLine, takeIndented, textsOf, trimStartOfBlock } from "./lines.ts";

const SIMPLE_REFERENCE = new RegExp(`^(${SIMPLE_NAME})_$`, "u");

/** No name goes over more lines; a longer one is made to keep a reader busy. */
export const MAX_NAME_LINES = 100;

/** Read a target whose name begins at `length`. @returns undefined, and a problem, when its name has no end. */
export function readTarget(context: BlockContext, start: number, length: number): Ended | undefined {
  const options = { firstIndent: length, untilBlank: true, keepIndent: true };
  const { block, next, blankFinish } = takeIndented(context.lines, start, options);
  const texts = textsOf(trimStartOfBlock(block)).map(hideEscapes);
  const found = findName(texts);
  if (found === undefined) {
    const line = numberAt(context, next - 1);
    append(context.node, context.document.report("README_RST_MALFORMED_TARGET", line, "malformed hyperlink target."));
    return undefined;
  }
  addTarget(context, numberAt(context, start), found.name, found.rest);
  return { next, blankFinish };
}

/** Read a target that has two underscores and no name. */
export function readAnonymousTarget(context: BlockContext, start: number, length: number): Ended {
  const options = { firstIndent: length, untilBlank: true };
  const { block, next, blankFinish } = takeIndented(context.lines, start, options);
  const lines: SourceLine[] = trimStartOfBlock(block);
  addTarget(context, numberAt(context, start), "", textsOf(lines).map(hideEscapes));
  return { next, blankFinish };
}

function addTarget(context: BlockContext, line: number, name: string, rest: readonly string[]): void {
  const { document } = context;
  const target = createNode("target", line);
  const referenceName = parseReference(rest);
  if (referenceName !== undefined) target.referenceName = normalizeName(referenceName);
  else target.referenceUri = uriOf(rest.join(" ")) || undefined;
  append(context.node, target);
  if (name === "") {
    target.anonymous = true;
  } else {
    addName(target, normalizeName(dropEscapes(name)));
    noteTarget(document, target, true);
  }
  if (referenceName !== undefined) document.indirectTargets.push(target);
}

/** The name that the text of a target refers to, if it is one reference and nothing else. */
export function parseReference(texts: readonly string[]): string | undefined {
  if (!(texts.at(-1)?.trim().endsWith("_") ?? false)) return undefined;
  const text = normalizeSpace(texts.map((line) => line.trim()).join(" "));
  const simple = SIMPLE_REFERENCE.exec(text)?.[1];
  if (simple !== undefined) return dropEscapes(simple);
  const phrase = /^`(?! )(.+)`_$/s.exec(text)?.[1];
  if (phrase === undefined || /[\s\0]$/.test(phrase)) return undefined;
  return dropEscapes(phrase);
}

interface TargetName {
  /** Empty for an anonymous target, `.. __:`. */
  readonly name: string;
  /** What is behind the colon, line by line. */
  readonly rest: string[];
}

/**
 * The name ends at the first colon before a space or the end of a line that is not escaped or within backquotes;
 * lines are put together until there is one.
 */
function findName(texts: readonly string[]): TargetName | undefined {
  let text = "";
  let from = 1;
  for (const [index, line] of texts.slice(0, MAX_NAME_LINES).entries()) {
    text += line;
    const quoted = text.startsWith("`");
    for (let colon = text.indexOf(":", from); colon >= 0; colon = text.indexOf(":", colon + 1)) {
      const after = text.charAt(colon + 1);
      if (after !== "" && after !== " ") continue;
      const name = nameBefore(text, colon, quoted);
      if (name === undefined) continue;
      const lineStart = text.length - line.length;
      const rest = colon + 1 <= lineStart ? line : line.slice(colon + 1 - lineStart);
      return { name, rest: [rest.trim(), ...texts.slice(index + 1)] };
    }
    // A colon at the end may be followed by a space of the next line.
    from = Math.max(1, text.length - 1);
  }
  return undefined;
}

function nameBefore(text: string, colon: number, quoted: boolean): string | undefined {
  // One space may stand before the colon.
  for (const end of text.charAt(colon - 1) === " " ? [colon - 1, colon] : [colon]) {
    const before = text.charAt(end - 1);
    if (isSpace(before) || before === "\0") continue;
    if (before === ":" && text.charAt(end - 2) !== "\0") continue;
    if (end === 1 && text.startsWith("_")) return "";
    if (text.startsWith("_") || text.startsWith(" ")) continue;
    if (!quoted) return text.slice(0, end);
    const inner = text.charAt(end - 2);
    if (before === "`" && end > 2 && !isSpace(inner) && inner !== "\0") return text.slice(1, end - 1);
  }
  return undefined;
}
