/**
 * Where the links and images of a Markdown text point to.
 * Spec: https://github.github.com/gfm/#links and #images
 */

export interface MarkdownTarget {
  /** From 1. */
  readonly line: number;
  readonly target: string;
  readonly isImage: boolean;
}

/** A bracket that is open. */
interface OpenBracket {
  readonly isImage: boolean;
}

/** Deeper brackets are no links. */
const MAX_OPEN = 100;

/** Targets in links, images, definitions and HTML, of lines without code. */
export function findTargets(lines: readonly string[]): MarkdownTarget[] {
  const targets: MarkdownTarget[] = [];
  let open: OpenBracket[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    // A link ends with its paragraph.
    if (text.trim() === "") open = [];
    const definition = /^ {0,3}\[([^\]]+)\]: *<?([^\s>]+)/.exec(text);
    if (definition !== null) {
      // Definitions of footnotes look alike.
      if (definition[1]?.startsWith("^") !== true) targets.push({ line, target: definition[2] ?? "", isImage: false });
      continue;
    }
    for (const { target, isImage } of targetsInLine(text, open)) targets.push({ line, target, isImage });
    for (const { target, isImage } of targetsInHtml(text)) targets.push({ line, target, isImage });
  }
  return targets;
}

type Target = Omit<MarkdownTarget, "line">;

/** Targets behind closed brackets; `open` holds those that earlier lines of the paragraph left open. */
function targetsInLine(text: string, open: OpenBracket[]): Target[] {
  const targets: Target[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "[") {
      if (open.length < MAX_OPEN) open.push({ isImage: text[at - 1] === "!" });
    } else if (character === "]") {
      const bracket = open.pop();
      if (bracket === undefined || text[at + 1] !== "(") continue;
      const target = targetAt(text, at + 2);
      if (target !== undefined) targets.push({ target, isImage: bracket.isImage });
    }
  }
  return targets;
}

/** The target between parentheses, without its title. */
function targetAt(text: string, start: number): string | undefined {
  const pattern = /\s*(?:<([^<>]*)>|([^\s<>()]+(?:\([^\s()]*\)[^\s()]*)?))(?=\s*(?:\)|$)|\s+["'(])/y;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match?.[1] ?? match?.[2];
}

function targetsInHtml(text: string): Target[] {
  const targets: Target[] = [];
  for (const [, element = "", attributes = ""] of text.matchAll(/<(a|img|source)\s([^<>]*)/gi)) {
    const isImage = element.toLowerCase() !== "a";
    const name = isImage ? /\b(?:src|srcset)\s*=\s*["']?([^"'\s>]+)/i : /\bhref\s*=\s*["']?([^"'\s>]+)/i;
    const target = name.exec(attributes)?.[1];
    if (target !== undefined) targets.push({ target, isImage });
  }
  return targets;
}
