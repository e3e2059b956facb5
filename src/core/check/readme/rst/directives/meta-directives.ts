/**
 * Directives about the document and its roles: `meta`, `role`, `default-role`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html#miscellaneous
 */

import type { RstNode } from "../document.ts";
import { CUSTOM_ROLE, findRole } from "../inline/roles.ts";
import { SIMPLE_NAME } from "../inline/simple-name.ts";
import { isBlank, takeIndented } from "../lines.ts";
import { fieldMarkerOf } from "../lists/field-marker.ts";
import {
  type DirectiveCall,
  type DirectiveFacts,
  NOTHING,
  readRoleOptions,
  requireContent,
} from "./directive-parts.ts";
import * as value from "./option-values.ts";

export const META: DirectiveFacts = { ...NOTHING, hasContent: true, run: runMeta };

export const ROLE_DIRECTIVES: readonly [string, DirectiveFacts][] = [
  ["role", { ...NOTHING, hasContent: true, run: runRole }],
  ["default-role", { ...NOTHING, optional: 1, isLastArgumentText: false, run: runDefaultRole }],
];

const ROLE_ARGUMENT = new RegExp(`^(${SIMPLE_NAME})\\s*(?:\\(\\s*(${SIMPLE_NAME})\\s*\\)\\s*)?$`, "u");

function runRole(call: DirectiveCall): RstNode[] {
  const { content, context, name } = call;
  const bad = (message: string): RstNode[] => call.report("README_RST_BAD_DIRECTIVE", message);
  const argument = content[0];
  if (argument === undefined || call.contentOffset > 1) {
    return bad(`"${name}" directive requires arguments on the first line.`);
  }
  const match = ROLE_ARGUMENT.exec(argument.text);
  if (match === null) return bad(`"${name}" directive arguments not valid role names: "${argument.text}".`);
  const [, roleName = "", baseName] = match;
  const base = baseName === undefined ? CUSTOM_ROLE : findRole(context.document, baseName);
  if (base === undefined) {
    return call.report("README_RST_UNKNOWN_ROLE", `Unknown interpreted text role "${baseName ?? ""}".`);
  }
  const known = { class: value.classNames, ...(base.option === undefined ? {} : { [base.option]: value.anyValue }) };
  const read = readRoleOptions(context, content.slice(1), known);
  if ("fault" in read) return bad(`Error in "${name}" directive:\n${read.fault}.`);
  const fault = read.options.has("class") ? undefined : value.classNames(roleName, true);
  if (fault !== undefined) return bad(`Invalid argument for "${name}" directive:\n${fault}.`);
  context.document.roles.set(roleName.toLowerCase(), base);
  return [];
}

function runDefaultRole(call: DirectiveCall): RstNode[] {
  const { document } = call.context;
  const name = call.arguments[0];
  if (name === undefined) {
    document.defaultRole = undefined;
    return [];
  }
  const role = findRole(document, name);
  if (role === undefined) return call.report("README_RST_UNKNOWN_ROLE", `Unknown interpreted text role "${name}".`);
  document.defaultRole = role;
  return [];
}

/** Meta tags are fields with a plain body; words behind the first of a name are `name=value`. */
function runMeta(call: DirectiveCall): RstNode[] {
  const missing = requireContent(call);
  if (missing !== undefined) return missing;
  const { content } = call;
  let index = 0;
  while (index < content.length) {
    if (isBlank(content[index])) {
      index++;
      continue;
    }
    const marker = fieldMarkerOf(content[index]?.text ?? "");
    if (marker === undefined) {
      call.report("README_RST_BAD_DIRECTIVE", "Invalid meta directive.");
      return [];
    }
    const { block, next } = takeIndented(content, index, { firstIndent: marker.length });
    const hasBody = block.some((line) => !isBlank(line));
    const words = marker.name.split(/\s+/).filter((word) => word !== "");
    const bad = hasBody ? words.slice(1).find((word) => !/^[^=]+=(?:"[^"]*"|'[^']*'|[^"'].*)$/.test(word)) : undefined;
    if (bad !== undefined) {
      call.report("README_RST_BAD_DIRECTIVE", `Error parsing meta tag attribute "${bad}".`);
    }
    index = next;
  }
  // Meta tags go to the head of the document, where nothing depends on them.
  return [];
}
