/**
 * Substitution definitions: `.. |name| image:: logo.png`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-definitions
 */

import { type BlockContext, type Ended, numberAt } from "./context.ts";
import { readDirective } from "./directives/directives.ts";
import {
  addName,
  append,
  createNode,
  hideEscapes,
  type NodeKind,
  normalizeName,
  normalizeSpace,
  type RstDocument,
  type RstNode,
  restoreEscapes,
  walk,
} from "./document.ts";
import { isSpace } from "./inline/characters.ts";
import { SIMPLE_NAME } from "./inline/simple-name.ts";
import { type SourceLine, takeIndented, trimEndOfBlock } from "./lines.ts";
import { MAX_NAME_LINES } from "./targets.ts";

const DIRECTIVE = new RegExp(`^(${SIMPLE_NAME})::(?: +|$)`, "u");

/** What may stand within a line, and so within a definition. */
const INLINE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "citation_reference",
  "footnote_reference",
  "image",
  "inline",
  "problematic",
  "reference",
  "substitution_reference",
  "target",
  "text",
]);

/** Read a definition whose name begins at `length`. @returns undefined, and a problem, when its name has no end. */
export function readSubstitutionDefinition(context: BlockContext, start: number, length: number): Ended | undefined {
  const { document, lines } = context;
  const line = numberAt(context, start);
  const { block, next, blankFinish } = takeIndented(lines, start, { firstIndent: length, keepIndent: true });
  const found = findName(block);
  if (found === undefined) {
    const message = "malformed substitution definition.";
    append(context.node, document.report("README_RST_MALFORMED_SUBSTITUTION", numberAt(context, next - 1), message));
    return undefined;
  }
  const name = restoreEscapes(found.name);
  const content = trimEndOfBlock(found.rest);
  if (content.length === 0) {
    const message = `Substitution definition "${name}" missing contents.`;
    append(context.node, document.report("README_RST_MALFORMED_SUBSTITUTION", line, message));
    return { next, blankFinish };
  }
  const definition = createNode("substitution_definition", line);
  const inner: BlockContext = { ...context, lines: content, node: definition, isOutermost: false };
  const ended = readContent(inner);
  if (!keepInline(context, definition, line)) return { next, blankFinish: ended.blankFinish ?? blankFinish };
  if (definition.children.length === 0) {
    const message = `Substitution definition "${name}" empty or invalid.`;
    append(context.node, document.report("README_RST_MALFORMED_SUBSTITUTION", line, message));
  } else {
    append(context.node, definition);
    noteDefinition(document, definition, normalizeSpace(found.name), line);
  }
  return { next, blankFinish: ended.blankFinish ?? blankFinish };
}

/** Read the one directive of a definition. @returns what is known of its end, when something follows it. */
function readContent(inner: BlockContext): { readonly blankFinish: boolean | undefined } {
  const directive = DIRECTIVE.exec(inner.lines[0]?.text ?? "");
  if (directive === null) {
    const isAtEnd = inner.lines.length <= 1;
    return { blankFinish: isAtEnd ? undefined : (inner.lines[1]?.text ?? "").trim() === "" };
  }
  const ended = readDirective(inner, 0, directive[1] ?? "", directive[0].length, true);
  return { blankFinish: ended.next < inner.lines.length ? ended.blankFinish : undefined };
}

/** Move what is no inline markup out of the definition, and refuse what may not be copied to several places. */
function keepInline(context: BlockContext, definition: RstNode, line: number): boolean {
  const children = definition.children.splice(0);
  for (const child of children) append(INLINE.has(child.kind) ? definition : context.node, child);
  for (const node of walk(definition)) {
    if (node === definition) continue;
    const what = illegalContent(node);
    if (what === undefined) continue;
    const message = context.document.isModern
      ? `${what} are not supported in a substitution definition.`
      : `Substitution definition contains illegal element <${node.kind}>:`;
    append(context.node, context.document.report("README_RST_MALFORMED_SUBSTITUTION", line, message));
    return false;
  }
  return true;
}

function illegalContent(node: RstNode): string | undefined {
  if (node.kind === "reference" && node.anonymous) return "Anonymous references";
  if (node.kind === "footnote_reference" && node.auto !== "") {
    return "References to auto-numbered and auto-symbol footnotes";
  }
  const isTarget = node.kind === "target" || node.kind === "footnote_reference" || node.kind === "citation_reference";
  return isTarget || node.names.length > 0 ? "Targets (names and identifiers)" : undefined;
}

function noteDefinition(document: RstDocument, definition: RstNode, name: string, line: number): void {
  if (document.substitutions.has(name)) {
    const message = `Duplicate substitution definition name: "${name}".`;
    document.report("README_RST_DUPLICATE_SUBSTITUTION", line, message);
  }
  addName(definition, name);
  document.substitutions.set(name, definition);
  document.substitutionNames.set(normalizeName(name), name);
}

interface SubstitutionName {
  readonly name: string;
  readonly rest: SourceLine[];
}

/** The name ends at the first bar before a space or the end of a line; lines are joined until there is one. */
function findName(block: readonly SourceLine[]): SubstitutionName | undefined {
  let text = "";
  let from = 1;
  for (const [index, line] of block.slice(0, MAX_NAME_LINES).entries()) {
    const added = hideEscapes(index === 0 ? line.text.trimEnd() : line.text.trim());
    text = index === 0 ? added : `${text} ${added}`;
    if (text.startsWith(" ")) return undefined;
    for (let bar = text.indexOf("|", from); bar >= 0; bar = text.indexOf("|", bar + 1)) {
      const after = text.charAt(bar + 1);
      const before = text.charAt(bar - 1);
      if ((after !== "" && after !== " ") || isSpace(before) || before === "\0") continue;
      const rest = restoreEscapes(text.slice(bar + 1)).trim();
      const first = rest === "" ? [] : [{ text: rest, number: line.number }];
      return { name: text.slice(0, bar), rest: [...first, ...dedent(block.slice(index + 1), rest === "")] };
    }
    from = Math.max(1, text.length);
  }
  return undefined;
}

/** The first line of the content stands at the margin. */
function dedent(lines: SourceLine[], isFirst: boolean): SourceLine[] {
  const [first, ...others] = lines;
  if (!isFirst || first === undefined) return lines;
  return [{ text: first.text.trim(), number: first.number }, ...others];
}
