/**
 * What is known of a reStructuredText document while it is read: its tree, its names, and its problems.
 * Only what a problem may depend on is kept; nothing here is rendered.
 */
import type { RstCode } from "./codes.ts";
import type { Role } from "./inline/roles.ts";

/** Names as docutils has them: https://docutils.sourceforge.io/docs/ref/doctree.html */
export type NodeKind =
  | "admonition"
  | "attribution"
  | "block_quote"
  | "bullet_list"
  | "caption"
  | "citation"
  | "citation_reference"
  | "comment"
  | "container"
  | "decoration"
  | "definition"
  | "definition_list"
  | "doctest_block"
  | "document"
  | "enumerated_list"
  | "field"
  | "field_body"
  | "field_list"
  | "field_name"
  | "figure"
  | "footnote"
  | "footnote_reference"
  | "image"
  | "inline"
  | "line"
  | "line_block"
  | "list_item"
  | "literal_block"
  | "meta"
  | "option_list"
  | "paragraph"
  | "pending"
  | "problematic"
  | "reference"
  | "rubric"
  | "section"
  | "sidebar"
  | "substitution_definition"
  | "substitution_reference"
  | "system_message"
  | "table"
  | "target"
  | "term"
  | "text"
  | "title"
  | "topic"
  | "transition";

export interface RstNode {
  readonly kind: NodeKind;
  parent: RstNode | undefined;
  children: RstNode[];
  /** Of its first line; 0 where the line of the parent holds. */
  line: number;
  /** Content of a leaf, where something depends on it. */
  text: string;
  names: readonly string[];
  /** Name that a reference or an indirect target points to. */
  referenceName: string | undefined;
  referenceUri: string | undefined;
  anonymous: boolean;
  /** `#` or `*` of a footnote or its reference. */
  auto: string;
  resolved: boolean;
  /** Another target has the name that this one had. */
  isDuplicate: boolean;
}

/** The releases of docutils whose verdicts are known. PyPI runs the newer one. */
export type DocutilsVersion = "0.19" | "0.23";

export interface Problem {
  readonly code: RstCode;
  readonly line: number;
  /** As docutils words it. */
  readonly message: string;
}

interface Name {
  /** None when several targets claim the name. */
  node: RstNode | undefined;
  explicit: boolean;
}

/** More than anybody wants to read; reading goes on only to find its end. */
const MAX_PROBLEMS = 200;

export class RstDocument {
  readonly root: RstNode = createNode("document", 1);
  readonly version: DocutilsVersion;
  readonly problems: Problem[] = [];
  readonly names: Map<string, Name> = new Map();
  readonly titleStyles: string[] = [];
  readonly substitutions: Map<string, RstNode> = new Map();
  /** Lower-case name -> name. */
  readonly substitutionNames: Map<string, string> = new Map();
  readonly indirectTargets: RstNode[] = [];
  readonly autoFootnotes: RstNode[] = [];
  readonly symbolFootnotes: RstNode[] = [];
  readonly roles: Map<string, Role> = new Map();
  defaultRole: Role | undefined;
  decoration: RstNode | undefined;
  /** Names that indirect targets have. */
  readonly aliases: Set<string> = new Set();
  readonly embeddedImages: RstNode[] = [];

  constructor(version: DocutilsVersion) {
    this.version = version;
  }

  get isModern(): boolean {
    return this.version !== "0.19";
  }

  /** Note a problem, and give the node that stands in its place. */
  report(code: RstCode, line: number, message: string): RstNode {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, line, message });
    return createNode("system_message", line);
  }
}

const NO_NAMES: readonly string[] = [];

export function createNode(kind: NodeKind, line: number = 0, children: readonly RstNode[] = []): RstNode {
  const node: RstNode = {
    kind,
    parent: undefined,
    children: [],
    line,
    text: "",
    names: NO_NAMES,
    referenceName: undefined,
    referenceUri: undefined,
    anonymous: false,
    auto: "",
    resolved: false,
    isDuplicate: false,
  };
  appendAll(node, children);
  return node;
}

export function createText(text: string): RstNode {
  const node = createNode("text");
  node.text = text;
  return node;
}

export function append(parent: RstNode, child: RstNode): void {
  child.parent = parent;
  parent.children.push(child);
}

export function appendAll(parent: RstNode, children: readonly RstNode[]): void {
  for (const child of children) append(parent, child);
}

/** The node and all below it, in the order of the document. */
export function walk(node: RstNode): RstNode[] {
  const nodes: RstNode[] = [];
  collect(node, nodes);
  return nodes;
}

function collect(node: RstNode, nodes: RstNode[]): void {
  nodes.push(node);
  for (const child of node.children) collect(child, nodes);
}

/** The text of a node as a reader sees it. */
export function plainText(node: RstNode): string {
  if (node.children.length === 0) return dropEscapes(node.text);
  return node.children.map(plainText).join("");
}

/** The line of the node, or of the nearest one around it that has one. */
export function lineOf(node: RstNode): number {
  for (let at: RstNode | undefined = node; at !== undefined; at = at.parent) if (at.line > 0) return at.line;
  return 1;
}

/** Backslash escapes as U+0000 and the character after it, as all code here expects them. */
export function hideEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\/g, "\0").replace(/\0\0/g, "\0\\") : text;
}

/** Escapes taken away; escaped whitespace is taken away whole. */
export function dropEscapes(text: string): string {
  return text.includes("\0") ? text.replace(/\0[ \n]?/g, "") : text;
}

/** Escapes turned back into backslashes. */
export function restoreEscapes(text: string): string {
  return text.replaceAll("\0", "\\");
}

export function normalizeSpace(name: string): string {
  return name.trim().split(/\s+/).join(" ");
}

/** The form in which names are compared: lower case, single spaces. */
export function normalizeName(name: string): string {
  return normalizeSpace(name.toLowerCase());
}

export function addName(node: RstNode, name: string): void {
  node.names = [...node.names, name];
}

/** Take note of the names of a target; a section title is an implicit one. */
export function noteTarget(document: RstDocument, node: RstNode, explicit: boolean): void {
  for (const name of node.names) {
    const old = document.names.get(name);
    if (old === undefined) document.names.set(name, { node, explicit });
    else if (old.node !== node) noteDuplicate(document, node, name, old, explicit);
  }
}

function noteDuplicate(document: RstDocument, node: RstNode, name: string, old: Name, explicit: boolean): void {
  const wasExplicit = old.explicit;
  old.explicit = wasExplicit || explicit;
  if (isSameDestination(document, node, old.node) && (document.isModern || (explicit && wasExplicit))) {
    dropName(node, name);
    return;
  }
  if (!explicit) {
    dropName(node, name);
    if (!wasExplicit && old.node !== undefined) {
      dropName(old.node, name);
      old.node = undefined;
    }
    return;
  }
  if (!wasExplicit) {
    if (old.node !== undefined) dropName(old.node, name);
    old.node = node;
    return;
  }
  if (old.node !== undefined) dropName(old.node, name);
  old.node = undefined;
  dropName(node, name);
  document.report("README_RST_DUPLICATE_TARGET", lineOf(node), `Duplicate explicit target name: "${name}".`);
}

function isSameDestination(document: RstDocument, node: RstNode, old: RstNode | undefined): boolean {
  if (old === undefined) return false;
  if (node.referenceUri !== undefined && node.referenceUri === old.referenceUri) {
    return document.isModern || old.names.length > 0;
  }
  return document.isModern && node.referenceName !== undefined && node.referenceName === old.referenceName;
}

function dropName(node: RstNode, name: string): void {
  node.names = node.names.filter((other) => other !== name);
  node.isDuplicate = true;
}
