/**
 * Directives that only a substitution definition may hold: `replace`, `unicode`, `date`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html#directives-for-substitution-definitions
 */
import { readInner } from "../context.ts";
import { createNode, createText, type RstNode } from "../document.ts";
import { type DirectiveCall, type DirectiveFacts, NOTHING, requireContent } from "./directive-parts.ts";
import * as value from "./option-values.ts";

export const REPLACEMENT_DIRECTIVES: readonly [string, DirectiveFacts][] = [
  ["replace", { ...NOTHING, hasContent: true, run: inDefinition(runReplace) }],
  ["date", { ...NOTHING, hasContent: true, run: inDefinition(() => [createText("date")]) }],
  [
    "unicode",
    {
      ...NOTHING,
      required: 1,
      options: { trim: value.noValue, ltrim: value.noValue, rtrim: value.noValue },
      run: inDefinition(runUnicode),
    },
  ],
];

function inDefinition(run: DirectiveFacts["run"]): DirectiveFacts["run"] {
  return (call) => {
    if (call.isSubstitution) return run(call);
    const message = `Invalid context: the "${call.name}" directive can only be used within a substitution definition.`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  };
}

function runReplace(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const holder = createNode("container", call.line);
  readInner(call.context, call.content, holder);
  const elements = holder.children.filter((child) => child.kind !== "system_message");
  const [paragraph] = elements;
  if (elements.length > 1 || (paragraph !== undefined && paragraph.kind !== "paragraph")) {
    const message = `Error in "${call.name}" directive: may contain a single paragraph only.`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  }
  return paragraph?.children ?? [];
}

function runUnicode(call: DirectiveCall): RstNode[] {
  // What follows two dots is a comment.
  const [text = ""] = (call.arguments[0] ?? "").split(/(?: |\n|^)\.\. /);
  const codes = text.split(/\s+/).filter((code) => code !== "");
  const bad = codes.find((code) => value.decodeCharacter(code) === undefined);
  if (bad !== undefined) return call.report("README_RST_BAD_DIRECTIVE", `Invalid character code: ${bad}`);
  return codes.map((code) => createText(code));
}
