/** What the readers of block elements hand to each other. */
import { append, type RstDocument, type RstNode } from "./document.ts";
import type { SourceLine } from "./lines.ts";

export interface BlockContext {
  readonly document: RstDocument;
  readonly lines: readonly SourceLine[];
  /** Section titles and transitions may occur: at the outermost level alone. */
  readonly isOutermost: boolean;
  readonly depth: number;
  /** Where new nodes go. */
  node: RstNode;
  /** Reads blocks; a member, because lists, tables and directives are read by those who read blocks. */
  readonly readBlocks: (context: BlockContext) => void;
}

/** A block that was read: where reading goes on, and whether a blank line ended it. */
export interface Ended {
  readonly next: number;
  readonly blankFinish: boolean;
}

/**
 * docutils fails on deeper documents too, as Python's stack is limited; a server's stack is used in part before it
 * comes to the document.
 */
const MAX_DEPTH = 100;

/** Read blocks of an inner element into a node. */
export function readInner(context: BlockContext, lines: readonly SourceLine[], node: RstNode): void {
  if (lines.length === 0) return;
  if (context.depth >= MAX_DEPTH) {
    const line = lines[0]?.number ?? 1;
    context.document.report("README_RST_TOO_DEEP", line, "Elements are nested too deeply.");
    return;
  }
  context.readBlocks({ ...context, lines, node, isOutermost: false, depth: context.depth + 1 });
}

/** The number of the line at an index, which may be the one behind the last. */
export function numberAt(context: BlockContext, index: number): number {
  const { lines } = context;
  return lines[index]?.number ?? (lines.at(-1)?.number ?? 0) + 1;
}

/** Note that an element goes over into other text without a blank line between. */
export function warnUnindent(context: BlockContext, index: number, what: string): void {
  const message = `${what} ends without a blank line; unexpected unindent.`;
  append(context.node, context.document.report("README_RST_MISSING_BLANK_LINE", numberAt(context, index), message));
}
