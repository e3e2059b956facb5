/**
 * Targets within references: `` `text <https://example.com/>`_ ``, `` `text <name_>`_ ``.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#embedded-uris-and-aliases
 */

import { dropEscapes } from "../document.ts";
import { isSpace } from "./characters.ts";

export interface Embedded {
  readonly text: string;
  readonly target: string;
}

/** `text <target>`, the brackets at the end and after whitespace; escaped brackets are part of the target. */
export function splitEmbedded(content: string): Embedded | undefined {
  const last = content.length - 1;
  if (content.charAt(last) !== ">" || last < 2) return undefined;
  const beforeLast = content.charAt(last - 1);
  if (isSpace(beforeLast) || beforeLast === "\0") return undefined;
  for (let index = last - 1; index >= 0; index--) {
    const character = content.charAt(index);
    if ((character !== "<" && character !== ">") || (index > 0 && content.charAt(index - 1) === "\0")) continue;
    if (character === ">" || isSpace(content.charAt(index + 1))) return undefined;
    let lead = 0;
    while (lead < index && /[ \n]/.test(content.charAt(index - lead - 1))) lead++;
    if (lead === 0 && index > 0) return undefined;
    return { text: content.slice(0, index - lead), target: content.slice(index + 1, last) };
  }
  return undefined;
}

/** Whether the target is a URI or an e-mail address, so that its last underscore belongs to it. */
export function isUri(target: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9.+-]*:\S*$/.test(target) || /^[^\s@]+@[^\s@]+$/.test(target);
}

/** Whitespace within a URI is for the eye alone, unless it is escaped. */
export function uriOf(text: string): string {
  return text
    .split(/\0[ \n]/)
    .map((part) => dropEscapes(part.replace(/\s+/g, "")))
    .join(" ");
}
