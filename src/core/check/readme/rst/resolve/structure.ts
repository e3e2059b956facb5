/**
 * Where elements stand to each other: transitions between text, classes before an element, something to show at all.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#transitions
 */
import { lineOf, type NodeKind, type RstDocument, type RstNode } from "../document.ts";

const INVISIBLE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "comment",
  "decoration",
  "pending",
  "substitution_definition",
  "system_message",
  "target",
]);

/** The `class` directive without content gives its class to the next element, which there must be. */
export function checkPendingClasses(document: RstDocument): void {
  const lines: number[] = [];
  findUnused(document.root, false, lines);
  for (const line of lines.reverse()) {
    const message = 'No suitable element following "class" directive';
    document.report("README_RST_BAD_DIRECTIVE", line, message);
  }
}

/** Collect, from the last to the first, the lines of classes that no element comes after. */
function findUnused(node: RstNode, hasElementBehind: boolean, lines: number[]): void {
  let isBehind = hasElementBehind;
  for (let index = node.children.length - 1; index >= 0; index--) {
    const child = node.children[index];
    if (child === undefined) continue;
    if (child.kind === "pending" && child.text === "class" && !isBehind) lines.push(child.line);
    findUnused(child, isBehind, lines);
    if (!INVISIBLE.has(child.kind)) isBehind = true;
  }
}

/** Sections and the document neither begin nor end with a transition, and text is between two of them. */
export function checkTransitions(document: RstDocument, nodes: readonly RstNode[]): void {
  for (const node of nodes) {
    if (!node.children.some((child) => child.kind === "transition")) continue;
    node.children = node.children.filter((child) => child.kind !== "comment");
    checkTransitionsIn(document, node);
  }
}

/** What does not count as text around a transition in newer releases. */
const IGNORED: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "decoration",
  "meta",
  "pending",
  "substitution_definition",
  "target",
  "title",
]);

function checkTransitionsIn(document: RstDocument, parent: RstNode): void {
  const { children } = parent;
  const { isModern } = document;
  const last = children.findLastIndex((child) => !isModern || !IGNORED.has(child.kind));
  let isAtStart = true;
  for (const [index, node] of children.entries()) {
    if (node.kind === "transition") {
      const isBehindTransition = children[index - 1]?.kind === "transition";
      // One at the end of a section is moved behind the section, if anything is there.
      const isAtEnd = index >= last && !hasSiblingBehind(parent);
      const faults = isModern
        ? faultsOfTransition(isAtStart && parent.kind, isBehindTransition, isAtEnd)
        : olderFaultsOfTransition(isAtStart, isBehindTransition, isAtEnd);
      for (const fault of faults) document.report("README_RST_MISPLACED_TRANSITION", node.line, fault);
    }
    if (isModern ? !IGNORED.has(node.kind) : node.kind !== "title") isAtStart = false;
  }
}

function faultsOfTransition(startOf: string | false, isBehindTransition: boolean, isAtEnd: boolean): string[] {
  const faults = isAtEnd ? ["Transition at the end of the document."] : [];
  if (startOf !== false) faults.push(`Transition at the start of the ${startOf}.`);
  else if (isBehindTransition) faults.push("At least one body element should separate transitions.");
  return faults;
}

function olderFaultsOfTransition(isAtStart: boolean, isBehindTransition: boolean, isAtEnd: boolean): string[] {
  const faults: string[] = [];
  if (isAtStart) faults.push("Document or section may not begin with a transition.");
  else if (isBehindTransition) {
    faults.push("At least one body element must separate transitions; adjacent transitions are not allowed.");
  }
  if (isAtEnd) faults.push("Document may not end with a transition.");
  return faults;
}

/** Whether the node, or one around it, is not the last child. */
function hasSiblingBehind(node: RstNode): boolean {
  for (let at = node; at.parent !== undefined; at = at.parent) if (at.parent.children.at(-1) !== at) return true;
  return false;
}

/** Whether anything is left to show when what is invisible is left out. */
export function showsSomething(document: RstDocument): boolean {
  return document.root.children.some((node) => (!INVISIBLE.has(node.kind) ? !isContents(node) : isAnchor(node)));
}

/** A table of contents is taken out of a document that has no sections; sections show themselves. */
function isContents(node: RstNode): boolean {
  return node.kind === "topic" && node.children.some(({ kind, text }) => kind === "pending" && text === "contents");
}

/** A target that is a place in the document, and not a name for another one. */
function isAnchor(node: RstNode): boolean {
  return node.kind === "target" && node.referenceUri === undefined && node.referenceName === undefined;
}

/** Images that are to be made part of the page would have to be read from a file. */
export function checkEmbeddedImages(document: RstDocument): void {
  for (const image of document.embeddedImages) {
    document.report("README_RST_FILE_DISABLED", lineOf(image), `Cannot embed image "${image.text}":`);
  }
}
