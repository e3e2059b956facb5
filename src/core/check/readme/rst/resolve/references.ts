/**
 * References to targets, footnotes and citations, once all of the document is known.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-references
 */
import { addName, lineOf, noteTarget, type RstDocument, type RstNode } from "../document.ts";

/** As many references with two underscores as targets with two underscores. */
export function checkAnonymousReferences(document: RstDocument, nodes: readonly RstNode[]): void {
  const references: RstNode[] = [];
  const targets: RstNode[] = [];
  for (const node of nodes) {
    if (!node.anonymous) continue;
    if (node.kind === "reference") references.push(node);
    if (node.kind === "target") targets.push(node);
  }
  if (references.length === targets.length) return;
  const message = `Anonymous hyperlink mismatch: ${references.length} references but ${targets.length} targets.`;
  // docutils names no place; the last of those that there are too many of is the nearest to one.
  const surplus = (references.length > targets.length ? references : targets).at(-1);
  document.report("README_RST_ANONYMOUS_MISMATCH", surplus === undefined ? 1 : lineOf(surplus), message);
}

/** Targets that are other names of targets. */
export function checkIndirectTargets(document: RstDocument): void {
  for (const target of document.indirectTargets) {
    const fault = target.resolved ? undefined : resolveTarget(document, target);
    target.resolved = true;
    if (fault === undefined) {
      for (const name of target.names) document.aliases.add(name);
      continue;
    }
    const naming = target.names[0] === undefined ? "" : `"${target.names[0]}" `;
    const message = `Indirect hyperlink target ${naming}refers to target "${target.referenceName ?? ""}", ${fault.message}.`;
    document.report(fault.code, lineOf(target), message);
    for (const name of target.names) document.aliases.add(name);
  }
}

interface TargetFault {
  readonly code: "README_RST_CIRCULAR_REFERENCE" | "README_RST_UNKNOWN_TARGET";
  readonly message: string;
}

/** Follow a target from name to name. */
function resolveTarget(document: RstDocument, target: RstNode): TargetFault | undefined {
  const passed = new Set<RstNode>();
  let at = target;
  while (!passed.has(at)) {
    passed.add(at);
    const name = at.referenceName ?? "";
    const entry = document.names.get(name);
    if (entry?.node === undefined) {
      const message =
        entry === undefined || !document.isModern
          ? "which does not exist"
          : "which is a duplicate, and cannot be used as a unique reference";
      return { code: "README_RST_UNKNOWN_TARGET", message };
    }
    at = entry.node;
    if (at.kind !== "target" || at.referenceName === undefined) return undefined;
    if (at.resolved) return undefined;
  }
  return { code: "README_RST_CIRCULAR_REFERENCE", message: "forming a circular reference" };
}

/** Number the footnotes that have no number, and count the references to them. */
export function checkFootnotes(document: RstDocument, nodes: readonly RstNode[]): void {
  const labels = new Set<string>();
  let number = 1;
  let unlabelled = 0;
  for (const footnote of document.autoFootnotes) {
    while (document.names.has(String(number))) number++;
    for (const name of footnote.names) labels.add(name);
    if (footnote.names.length === 0 && !footnote.isDuplicate) {
      addName(footnote, String(number));
      noteTarget(document, footnote, true);
      unlabelled++;
    }
    number++;
  }
  let automatic = 0;
  let symbols = 0;
  for (const node of nodes) {
    if (node.kind !== "footnote_reference") continue;
    if (node.auto === "*") {
      symbols++;
      if (symbols === document.symbolFootnotes.length + 1) {
        reportTooMany(document, node, "symbol", document.symbolFootnotes.length);
      }
    }
    if (node.auto !== "#") continue;
    if (node.referenceName !== undefined && labels.has(node.referenceName)) {
      node.resolved = true;
      continue;
    }
    automatic++;
    if (automatic === unlabelled + 1) reportTooMany(document, node, "autonumbered", unlabelled);
  }
}

function reportTooMany(document: RstDocument, node: RstNode, kind: string, count: number): void {
  const message = `Too many ${kind} footnote references: only ${count} corresponding footnotes available.`;
  document.report("README_RST_TOO_MANY_FOOTNOTE_REFERENCES", lineOf(node), message);
}

/** References to names that no target, or more than one, has. */
export function checkReferences(document: RstDocument, nodes: readonly RstNode[]): void {
  for (const node of nodes) {
    const isReference =
      node.kind === "reference" || node.kind === "footnote_reference" || node.kind === "citation_reference";
    if (!isReference || node.resolved || node.referenceName === undefined) continue;
    const entry = document.names.get(node.referenceName);
    if (entry?.node !== undefined || document.aliases.has(node.referenceName)) continue;
    const message =
      entry === undefined
        ? `Unknown target name: "${node.referenceName}".`
        : `Duplicate target name, cannot be used as a unique reference: "${node.referenceName}".`;
    document.report("README_RST_UNKNOWN_TARGET", lineOf(node), message);
  }
}
