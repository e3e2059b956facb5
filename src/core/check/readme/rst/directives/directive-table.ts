/**
 * The directives of docutils: what each takes, and what it checks itself.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html
 */
import { readQuotes } from "../block-quotes.ts";
import { readInner } from "../context.ts";
import { addName, append, createNode, type NodeKind, normalizeName, noteTarget, type RstNode } from "../document.ts";
import { parseInline } from "../inline/inline.ts";
import { textsOf } from "../lines.ts";
import {
  COMMON_OPTIONS,
  type DirectiveCall,
  type DirectiveFacts,
  NOTHING,
  noteName,
  requireContent,
} from "./directive-parts.ts";
import { FIGURE, IMAGE } from "./image-directives.ts";
import { META, ROLE_DIRECTIVES } from "./meta-directives.ts";
import * as value from "./option-values.ts";
import { REPLACEMENT_DIRECTIVES } from "./replacement-directives.ts";
import { CSV_TABLE, LIST_TABLE, TABLE } from "./table-directives.ts";

/** An element around other elements; its first argument, where it takes one, is its title. */
function container(kind: NodeKind, facts: Partial<DirectiveFacts> = {}): DirectiveFacts {
  return { ...NOTHING, options: COMMON_OPTIONS, hasContent: true, run: (call) => runContainer(call, kind), ...facts };
}

function runContainer(call: DirectiveCall, kind: NodeKind): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const node = createNode(kind, call.line);
  node.parent = call.context.node;
  addTitle(call, node, call.arguments[0]);
  addTitle(call, node, call.options.get("subtitle"));
  noteName(call, node);
  readInner(call.context, call.content, node);
  return [node];
}

function addTitle(call: DirectiveCall, node: RstNode, title: string | undefined): void {
  if (title === undefined) return;
  append(node, createNode("title", call.line, parseInline(call.context.document, title, call.line)));
}

function mayHoldSections(call: DirectiveCall): boolean {
  return call.context.isOutermost || call.context.node.kind === "sidebar";
}

/** Topics, sidebars and contents stand between sections, not within lists and the like. */
function betweenSections(run: DirectiveFacts["run"]): DirectiveFacts["run"] {
  return (call) => {
    if (mayHoldSections(call)) return run(call);
    const message = `The "${call.name}" directive may not be used within topics or body elements.`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  };
}

function runSidebar(call: DirectiveCall): RstNode[] {
  const { context, name, options } = call;
  if (context.node.kind === "sidebar") {
    const message = `The "${name}" directive may not be used within a sidebar element.`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  }
  if (options.has("subtitle") && call.arguments.length === 0) {
    return call.report("README_RST_BAD_DIRECTIVE", 'The "subtitle" option may not be used without a title.');
  }
  return betweenSections((inner) => runContainer(inner, "sidebar"))(call);
}

function runInline(call: DirectiveCall, kind: NodeKind): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const text = textsOf(call.content).join("\n");
  const children = parseInline(call.context.document, text, call.line);
  const node = createNode(kind, call.content[0]?.number ?? call.line, children);
  noteName(call, node);
  return [node];
}

function runLineBlock(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const node = createNode("line_block", call.line);
  noteName(call, node);
  for (const line of call.content) {
    append(node, createNode("line", line.number, parseInline(call.context.document, line.text.trim(), line.number)));
  }
  return [node];
}

function runCode(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const number = call.options.get("number-lines");
  if (number !== undefined && value.parseInteger(number) === undefined) {
    return call.report("README_RST_BAD_DIRECTIVE", ":number-lines: with non-integer start value");
  }
  const node = createNode("literal_block", call.line);
  noteName(call, node);
  return [node];
}

function runRubric(call: DirectiveCall): RstNode[] {
  const node = createNode("rubric", call.line, parseInline(call.context.document, call.arguments[0] ?? "", call.line));
  noteName(call, node);
  return [node];
}

function runMath(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const text = textsOf(call.content).join("\n");
  const blocks = text.split("\n\n").filter((block) => block !== "");
  return blocks.map((_, index) => {
    const node = createNode("literal_block", call.line);
    // The name of the first block is taken out of the options in docutils too.
    if (index === 0) noteName(call, node);
    return node;
  });
}

function runQuote(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const holder = createNode("container", call.line);
  holder.parent = call.context.node;
  readQuotes({ ...call.context, node: holder }, call.content);
  return holder.children;
}

function runClass(call: DirectiveCall): RstNode[] {
  const names = call.arguments[0] ?? "";
  if (value.classNames(names, true) !== undefined) {
    const message = `Invalid class attribute value for "${call.name}" directive: "${names}".`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  }
  if (call.content.length === 0) {
    const pending = createNode("pending", call.line);
    pending.text = "class";
    return [pending];
  }
  const holder = createNode("container", call.line);
  readInner(call.context, call.content, holder);
  return holder.children;
}

function runNamedContainer(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const names = call.arguments[0];
  if (names !== undefined && value.classNames(names, true) !== undefined) {
    const message = `Invalid class attribute value for "${call.name}" directive: "${names}".`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  }
  return runContainer({ ...call, arguments: [] }, "container");
}

function runContents(call: DirectiveCall): RstNode[] {
  const { document } = call.context;
  const topic = createNode("topic", call.line);
  addTitle(call, topic, call.arguments[0]);
  const name = normalizeName(call.arguments[0] ?? "Contents");
  if (!document.names.has(name)) addName(topic, name);
  noteTarget(document, topic, false);
  const pending = createNode("pending", call.line);
  pending.text = "contents";
  append(topic, pending);
  return [topic];
}

function runPending(call: DirectiveCall): RstNode[] {
  const pending = createNode("pending", call.line);
  noteName(call, pending);
  return [pending];
}

/** The header and footer of the page, which are above everything else in the document. */
function runDecoration(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const { document } = call.context;
  document.decoration ??= createNode("decoration", call.line);
  readInner(call.context, call.content, document.decoration);
  return [];
}

function disabled(code: "README_RST_FILE_DISABLED" | "README_RST_RAW_DISABLED"): DirectiveFacts["run"] {
  return (call) => call.report(code, `"${call.name}" directive disabled.`);
}

const ADMONITIONS = "attention caution danger error hint important note tip warning".split(" ");

const CODE: DirectiveFacts = {
  ...NOTHING,
  optional: 1,
  isLastArgumentText: false,
  options: { ...COMMON_OPTIONS, "number-lines": value.anyValue },
  hasContent: true,
  run: runCode,
};
const QUOTE: DirectiveFacts = { ...NOTHING, hasContent: true, run: runQuote };
const SECTION_NUMBERS: DirectiveFacts = {
  ...NOTHING,
  options: { depth: value.integer, start: value.integer, prefix: value.someValue, suffix: value.someValue },
  run: runPending,
};
const CLASS: DirectiveFacts = { ...NOTHING, required: 1, hasContent: true, run: runClass };
const DECORATION: DirectiveFacts = { ...NOTHING, hasContent: true, run: runDecoration };

const DIRECTIVES: ReadonlyMap<string, DirectiveFacts> = new Map<string, DirectiveFacts>([
  ...ADMONITIONS.map((name): [string, DirectiveFacts] => [name, container("admonition")]),
  ["admonition", container("admonition", { required: 1 })],
  ["topic", container("topic", { required: 1, run: betweenSections((call) => runContainer(call, "topic")) })],
  [
    "sidebar",
    container("sidebar", { optional: 1, options: { ...COMMON_OPTIONS, subtitle: value.someValue }, run: runSidebar }),
  ],
  ["compound", container("container")],
  ["container", container("container", { optional: 1, options: { name: value.anyValue }, run: runNamedContainer })],
  ["line-block", container("line_block", { run: runLineBlock })],
  ["parsed-literal", container("literal_block", { run: (call) => runInline(call, "literal_block") })],
  ["math", container("literal_block", { run: runMath })],
  ["rubric", { ...NOTHING, required: 1, options: COMMON_OPTIONS, run: runRubric }],
  ["code", CODE],
  ["code-block", CODE],
  ["sourcecode", CODE],
  ["epigraph", QUOTE],
  ["highlights", QUOTE],
  ["pull-quote", QUOTE],
  ["class", CLASS],
  ["image", IMAGE],
  ["figure", FIGURE],
  ["table", TABLE],
  ["csv-table", CSV_TABLE],
  ["list-table", LIST_TABLE],
  [
    "contents",
    {
      ...NOTHING,
      optional: 1,
      options: {
        depth: value.nonNegativeInteger,
        local: value.noValue,
        backlinks: value.oneOf("top", "entry", "none"),
        class: value.classNames,
      },
      run: betweenSections(runContents),
    },
  ],
  ["sectnum", SECTION_NUMBERS],
  ["section-numbering", SECTION_NUMBERS],
  ["header", DECORATION],
  ["footer", DECORATION],
  ["target-notes", { ...NOTHING, options: COMMON_OPTIONS, run: runPending }],
  ["title", { ...NOTHING, required: 1, run: () => [] }],
  ["meta", META],
  ...ROLE_DIRECTIVES,
  ...REPLACEMENT_DIRECTIVES,
  [
    "raw",
    {
      ...NOTHING,
      required: 1,
      options: { file: value.someValue, url: value.someValue, encoding: value.someValue, class: value.classNames },
      hasContent: true,
      run: disabled("README_RST_RAW_DISABLED"),
    },
  ],
  [
    "include",
    {
      ...NOTHING,
      required: 1,
      options: {
        literal: value.noValue,
        code: value.anyValue,
        encoding: value.someValue,
        parser: value.anyValue,
        "tab-width": value.integer,
        "start-line": value.integer,
        "end-line": value.integer,
        "start-after": value.someValue,
        "end-before": value.someValue,
        "number-lines": value.anyValue,
        ...COMMON_OPTIONS,
      },
      run: disabled("README_RST_FILE_DISABLED"),
    },
  ],
  [
    "restructuredtext-test-directive",
    { ...NOTHING, optional: 1, options: { option: value.someValue }, hasContent: true, run: () => [] },
  ],
]);

/** The directive of a lower-case name. */
export function findDirective(name: string, isModern: boolean): DirectiveFacts | undefined {
  if (name === "rst-class" && isModern) return CLASS;
  return DIRECTIVES.get(name);
}
