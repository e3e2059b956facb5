/**
 * The parts of a directive: arguments, options and content.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives
 */
import type { RstCode } from "../codes.ts";
import type { BlockContext } from "../context.ts";
import { addName, normalizeName, noteTarget, plainText, type RstNode } from "../document.ts";
import { parseInline } from "../inline/inline.ts";
import { isBlank, type SourceLine, takeIndented, textsOf, trimEndOfBlock } from "../lines.ts";
import { fieldMarkerOf } from "../lists/field-marker.ts";
import { anyValue, type CheckOption, classNames } from "./option-values.ts";

/** What a directive takes, and what it makes of it. */
export interface DirectiveFacts {
  readonly required: number;
  readonly optional: number;
  /** The last argument is all of the text, not one word. */
  readonly isLastArgumentText: boolean;
  readonly options: Readonly<Record<string, CheckOption>> | undefined;
  readonly hasContent: boolean;
  /** Check the parts, and give the nodes that stand in the place of the directive. */
  readonly run: (call: DirectiveCall) => RstNode[];
}

export interface DirectiveCall extends DirectiveParts {
  readonly context: BlockContext;
  readonly name: string;
  readonly line: number;
  /** The directive is the content of a substitution definition. */
  readonly isSubstitution: boolean;
  /** Note a problem, and give the nodes that stand in the place of the directive. */
  readonly report: (code: RstCode, message: string) => RstNode[];
}

/** Options of nearly every directive. */
export const COMMON_OPTIONS: Readonly<Record<string, CheckOption>> = { class: classNames, name: anyValue };

/** A directive that takes nothing. */
export const NOTHING: Omit<DirectiveFacts, "run"> = {
  required: 0,
  optional: 0,
  isLastArgumentText: true,
  options: undefined,
  hasContent: false,
};

/** The problem of a directive that has no content but needs some. */
export function requireContent(call: DirectiveCall): RstNode[] | undefined {
  if (call.content.length > 0) return undefined;
  const message = `Content block expected for the "${call.name}" directive; none found.`;
  return call.report("README_RST_BAD_DIRECTIVE", message);
}

/** Make the node a target of the name in its options. */
export function noteName(call: DirectiveCall, node: RstNode): void {
  const name = call.options.get("name");
  if (!call.options.has("name")) return;
  addName(node, normalizeName(name ?? ""));
  noteTarget(call.context.document, node, true);
}

/** A directive whose parts do not fit what it takes; the message is docutils' reason. */
export class MisfitDirective extends Error {}

export interface DirectiveParts {
  readonly arguments: readonly string[];
  readonly options: ReadonlyMap<string, string | undefined>;
  readonly content: readonly SourceLine[];
  /** Lines from the name of the directive to its content. */
  readonly contentOffset: number;
}

/** Tell arguments, options and content from each other. */
export function splitDirective(context: BlockContext, taken: SourceLine[], facts: DirectiveFacts): DirectiveParts {
  const firstLine = taken[0]?.number ?? 0;
  const block = trimEndOfBlock(isBlank(taken[0]) ? taken.slice(1) : taken);
  const takesArguments = facts.required + facts.optional > 0;
  let head: SourceLine[] = [];
  let content = block;
  if (block.length > 0 && (takesArguments || facts.options !== undefined)) {
    const blank = block.findIndex((line) => isBlank(line));
    const end = blank < 0 ? block.length : blank;
    head = block.slice(0, end);
    content = block.slice(end + 1);
    if (!takesArguments) {
      const optionsAt = head.findIndex((line) => fieldMarkerOf(line.text) !== undefined);
      const before = facts.options === undefined || optionsAt < 0 ? head : head.slice(0, optionsAt);
      if (before.length > 0) content = [...before, ...block.slice(end)];
    }
  }
  const options = new Map<string, string | undefined>();
  if (facts.options !== undefined) {
    const optionsAt = head.findIndex((line) => fieldMarkerOf(line.text) !== undefined);
    if (optionsAt >= 0) {
      readOptions(context, head.slice(optionsAt), facts.options, options);
      head = head.slice(0, optionsAt);
    }
  }
  let lead = 0;
  while (lead < content.length && isBlank(content[lead])) lead++;
  content = content.slice(lead);
  const words = takesArguments ? splitArguments(head, facts) : [];
  if (content.length > 0 && !facts.hasContent) throw new MisfitDirective("no content permitted");
  return { arguments: words, options, content, contentOffset: (content[0]?.number ?? firstLine) - firstLine };
}

function splitArguments(head: readonly SourceLine[], facts: DirectiveFacts): string[] {
  const text = textsOf(head).join("\n");
  const words = text.split(/\s+/).filter((word) => word !== "");
  const most = facts.required + facts.optional;
  if (words.length < facts.required) {
    throw new MisfitDirective(`${facts.required} argument(s) required, ${words.length} supplied`);
  }
  if (words.length <= most) return words;
  if (!facts.isLastArgumentText) {
    throw new MisfitDirective(`maximum ${most} argument(s) allowed, ${words.length} supplied`);
  }
  // No directive takes more than one argument when its last one is text.
  return [text.trim()];
}

/** Read options, a field list without markup in its bodies. */
function readOptions(
  context: BlockContext,
  lines: readonly SourceLine[],
  known: NonNullable<DirectiveFacts["options"]>,
  options: Map<string, string | undefined>,
): void {
  const { document } = context;
  const fields: [name: string, value: string | undefined][] = [];
  let index = 0;
  while (index < lines.length) {
    const marker = fieldMarkerOf(lines[index]?.text ?? "");
    if (marker === undefined) throw new MisfitDirective("invalid option block");
    const line = lines[index]?.number ?? 1;
    const name = parseInline(document, marker.name, line).map(plainText).join("");
    const { block, next } = takeIndented(lines, index, { firstIndent: marker.length });
    const text = textsOf(block.filter((body) => !isBlank(body))).join("\n");
    fields.push([name, text === "" ? undefined : text]);
    index = next;
  }
  for (const [name] of fields) {
    if (name.trim().split(/\s+/).length > 1) {
      throw new MisfitDirective("invalid option data: extension option field name may not contain multiple words");
    }
  }
  for (const [field, value] of fields) {
    const name = field.toLowerCase();
    const check = known[name];
    if (check === undefined || !Object.hasOwn(known, name)) throw new MisfitDirective(`unknown option: "${name}"`);
    if (options.has(name)) throw new MisfitDirective(`invalid option data: duplicate option "${name}"`);
    const fault = check(value, document.isModern);
    if (fault !== undefined) {
      throw new MisfitDirective(`invalid option value: (option: "${name}"; value: ${JSON.stringify(value)})\n${fault}`);
    }
    options.set(name, value);
  }
}

/** As `splitDirective`, for the `role` directive, whose options depend on the role it starts from. */
export function readRoleOptions(
  context: BlockContext,
  lines: readonly SourceLine[],
  known: NonNullable<DirectiveFacts["options"]>,
): { readonly options: ReadonlyMap<string, string | undefined> } | { readonly fault: string } {
  const facts = {
    required: 0,
    optional: 0,
    isLastArgumentText: false,
    options: known,
    hasContent: false,
    run: () => [],
  };
  try {
    return splitDirective(context, [...lines], facts);
  } catch (error) {
    if (!(error instanceof MisfitDirective)) throw error;
    return { fault: error.message };
  }
}
