/**
 * Directives: what is below a name with two colons, given to those who know the name.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives
 */
import type { RstCode } from "../codes.ts";
import { type BlockContext, type Ended, numberAt } from "../context.ts";
import { append, appendAll, type RstNode } from "../document.ts";
import { isBlank, takeIndented } from "../lines.ts";
import { type DirectiveCall, type DirectiveParts, MisfitDirective, splitDirective } from "./directive-parts.ts";
import { findDirective } from "./directive-table.ts";

/** Read the directive at a line, whose text begins at `length`. */
export function readDirective(
  context: BlockContext,
  start: number,
  name: string,
  length: number,
  isSubstitution: boolean = false,
): Ended {
  const { document, lines } = context;
  const line = numberAt(context, start);
  const facts = findDirective(name.toLowerCase(), document.isModern);
  const { block, next, blankFinish } = takeIndented(lines, start, { firstIndent: length });
  const ended = { next, blankFinish: blankFinish || isBlank(lines[next]) };
  if (facts === undefined) {
    const message = `Unknown directive type "${name}".`;
    append(context.node, document.report("README_RST_UNKNOWN_DIRECTIVE", line, message));
    return { next, blankFinish };
  }
  const report = (code: RstCode, message: string): RstNode[] => [document.report(code, line, message)];
  let parts: DirectiveParts;
  try {
    parts = splitDirective(context, block, facts);
  } catch (error) {
    if (!(error instanceof MisfitDirective)) throw error;
    appendAll(context.node, report("README_RST_BAD_DIRECTIVE", `Error in "${name}" directive:\n${error.message}.`));
    return ended;
  }
  const call: DirectiveCall = { context, name, line, isSubstitution, ...parts, report };
  appendAll(context.node, facts.run(call));
  return ended;
}
