/**
 * Bibliographic fields: a field list that is the first element of a document.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bibliographic-fields
 */
import { lineOf, type NodeKind, normalizeName, plainText, type RstDocument, type RstNode } from "../document.ts";

/** Elements that may stand before it. */
const SKIPPED: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "comment",
  "meta",
  "pending",
  "substitution_definition",
  "system_message",
  "target",
]);

/** Fields of one paragraph. */
const PARAGRAPH_FIELDS = new Set(
  "author organization contact address version revision status date copyright".split(" "),
);

export function checkDocinfo(document: RstDocument): void {
  const first = document.root.children.find((node) => !SKIPPED.has(node.kind));
  if (first?.kind !== "field_list") return;
  const seen = new Set<string>();
  for (const field of first.children) {
    const [name, body] = field.children;
    if (name === undefined || body === undefined) continue;
    const label = plainText(name);
    const key = normalizeName(label);
    const isTopic = key === "dedication" || key === "abstract";
    if (!isTopic && key !== "authors" && !PARAGRAPH_FIELDS.has(key)) continue;
    const fault = faultOfField(document, body, key, label, seen.has(key) && isTopic);
    if (fault !== undefined) document.report("README_RST_BAD_DOCINFO", lineOf(field), fault);
    else seen.add(key);
  }
}

function faultOfField(
  document: RstDocument,
  body: RstNode,
  key: string,
  label: string,
  isRepeated: boolean,
): string | undefined {
  const [first] = body.children;
  if (first === undefined) return `Cannot extract empty bibliographic field "${label}".`;
  if (isRepeated) return `There can only be one "${label}" field.`;
  if (key === "authors") {
    return holdsAuthors(body) ? undefined : `Cannot extract "${label}" from bibliographic field.`;
  }
  if (!PARAGRAPH_FIELDS.has(key)) return undefined;
  if (document.isModern) {
    if (body.children.length === 1 && (first.kind === "paragraph" || isInitial(first))) return undefined;
    return `Bibliographic field "${label}"\nmust contain a single <paragraph>.`;
  }
  if (body.children.length > 1) return `Cannot extract compound bibliographic field "${label}".`;
  if (first.kind === "paragraph") return undefined;
  return `Cannot extract bibliographic field "${label}" containing anything other than a single paragraph.`;
}

/** A name as `A. Author`, which begins as a list does. */
function isInitial(list: RstNode): boolean {
  const [item, ...others] = list.children;
  if (list.kind !== "enumerated_list" || others.length > 0) return false;
  return item?.children.length === 1 && item.children[0]?.kind === "paragraph";
}

/** One paragraph, several, or a list of them; with at least one name. */
function holdsAuthors(body: RstNode): boolean {
  const [first] = body.children;
  if (body.children.length === 1 && first?.kind === "paragraph") return /[^\s;,]/.test(plainText(first));
  if (body.children.length === 1 && first?.kind === "bullet_list") {
    return first.children.every((item) => item.children.length === 1 && item.children[0]?.kind === "paragraph");
  }
  const paragraphs = body.children.filter((child) => child.kind !== "comment");
  return paragraphs.length > 0 && paragraphs.every((child) => child.kind === "paragraph");
}
