/**
 * Where elements stand to each other: transitions between text, classes before an element, something to show at all.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#transitions
 */
import { lineOf, type NodeKind, type RstDocument, type RstNode, walk } from "./document.ts";

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
  for (const node of walk(document.root)) {
    if (node.kind !== "pending" || node.text !== "class" || hasElementBehind(node)) continue;
    const message = 'No suitable element following "class" directive';
    document.report("README_RST_BAD_DIRECTIVE", node.line, message);
  }
}

function hasElementBehind(node: RstNode): boolean {
  let child = node;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    const siblings = parent.children.slice(parent.children.indexOf(child) + 1);
    if (siblings.some((sibling) => !INVISIBLE.has(sibling.kind))) return true;
    child = parent;
  }
  return false;
}

/** Sections and the document neither begin nor end with a transition, and text is between two of them. */
export function checkTransitions(document: RstDocument): void {
  removeComments(document.root);
  for (const node of walk(document.root)) if (node.kind === "transition") checkTransition(document, node);
}

function removeComments(root: RstNode): void {
  for (const node of walk(root)) {
    if (!node.children.some((child) => child.kind === "comment")) continue;
    node.children.splice(0, node.children.length, ...node.children.filter((child) => child.kind !== "comment"));
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

function checkTransition(document: RstDocument, node: RstNode): void {
  const { parent } = node;
  if (parent === undefined) return;
  const report = (message: string): void => {
    document.report("README_RST_MISPLACED_TRANSITION", node.line, message);
  };
  const index = parent.children.indexOf(node);
  const before = parent.children.slice(0, index);
  const after = parent.children.slice(index + 1);
  const ignored: ReadonlySet<NodeKind> = document.isModern ? IGNORED : new Set<NodeKind>(["title"]);
  const isAtStart = before.every((sibling) => ignored.has(sibling.kind));
  const isBehindTransition = before.at(-1)?.kind === "transition";
  const isAtEnd = after.every((sibling) => document.isModern && IGNORED.has(sibling.kind));
  if (document.isModern) {
    if (isAtEnd && !moveBehindSection(node)) report("Transition at the end of the document.");
    if (isAtStart) report(`Transition at the start of the ${parent.kind}.`);
    else if (isBehindTransition) report("At least one body element should separate transitions.");
    return;
  }
  if (isAtStart) report("Document or section may not begin with a transition.");
  else if (isBehindTransition) {
    report("At least one body element must separate transitions; adjacent transitions are not allowed.");
  }
  if (isAtEnd && !moveBehindSection(node)) report("Document may not end with a transition.");
}

/** A transition at the end of a section goes behind the section. @returns false when nothing is there. */
function moveBehindSection(node: RstNode): boolean {
  let section = node.parent;
  while (section !== undefined) {
    const { parent } = section;
    const index = parent?.children.indexOf(section) ?? -1;
    if (parent !== undefined && index < parent.children.length - 1) {
      node.parent?.children.splice(node.parent.children.indexOf(node), 1);
      parent.children.splice(index + 1, 0, node);
      node.parent = parent;
      return true;
    }
    section = parent;
  }
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
