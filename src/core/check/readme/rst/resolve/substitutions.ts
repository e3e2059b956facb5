/**
 * References to substitutions, and definitions that lead back to themselves.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-references
 */
import { lineOf, type RstDocument, type RstNode, walk } from "../document.ts";

export function checkSubstitutions(document: RstDocument, nodes: readonly RstNode[]): void {
  for (const node of nodes) {
    if (node.kind !== "substitution_reference" || node.referenceName === undefined) continue;
    if (findDefinition(document, node.referenceName) !== undefined) continue;
    const message = `Undefined substitution referenced: "${node.referenceName}".`;
    document.report("README_RST_UNDEFINED_SUBSTITUTION", lineOf(node), message);
  }
  checkCircles(document);
}

function findDefinition(document: RstDocument, name: string): RstNode | undefined {
  const key = document.substitutions.has(name) ? name : document.substitutionNames.get(name.toLowerCase());
  return key === undefined ? undefined : document.substitutions.get(key);
}

function checkCircles(document: RstDocument): void {
  const targets = new Map<RstNode, RstNode[]>();
  for (const definition of document.substitutions.values()) {
    const used: RstNode[] = [];
    for (const node of walk(definition)) {
      if (node.kind !== "substitution_reference" || node.referenceName === undefined) continue;
      const other = findDefinition(document, node.referenceName);
      if (other !== undefined) used.push(other);
    }
    targets.set(definition, used);
  }
  for (const definition of circular(targets)) {
    const message = "Circular substitution definition detected:";
    document.report("README_RST_CIRCULAR_REFERENCE", lineOf(definition), message);
  }
}

/** The nodes that are left when those that lead to nothing but what was taken are taken away, again and again. */
function circular(targets: ReadonlyMap<RstNode, readonly RstNode[]>): RstNode[] {
  const users = new Map<RstNode, RstNode[]>();
  const open = new Map<RstNode, number>();
  for (const [node, used] of targets) {
    open.set(node, used.length);
    for (const other of used) users.set(other, [...(users.get(other) ?? []), node]);
  }
  const free = [...targets.keys()].filter((node) => open.get(node) === 0);
  for (const node of free) {
    for (const user of users.get(node) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) free.push(user);
    }
  }
  return [...targets.keys()].filter((node) => (open.get(node) ?? 0) > 0);
}
