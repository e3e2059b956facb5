/**
 * The directives `image` and `figure`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html#images
 */
import { readInner } from "../context.ts";
import {
  addName,
  append,
  appendAll,
  createNode,
  hideEscapes,
  normalizeName,
  noteTarget,
  type RstNode,
} from "../document.ts";
import { uriOf } from "../inline/phrase-reference.ts";
import { parseReference } from "../targets.ts";
import { COMMON_OPTIONS, type DirectiveCall, type DirectiveFacts, NOTHING, noteName } from "./directive-parts.ts";
import * as value from "./option-values.ts";

const HORIZONTAL = ["left", "center", "right"];
const VERTICAL = ["top", "middle", "bottom"];

/** An option that came after the oldest release whose verdicts are known. */
function modern(check: value.CheckOption): value.CheckOption {
  return (text, isModern) => (isModern ? check(text, isModern) : "unknown option");
}

const IMAGE_OPTIONS: Readonly<Record<string, value.CheckOption>> = {
  ...COMMON_OPTIONS,
  alt: value.anyValue,
  height: value.length,
  width: value.lengthOrPercentage,
  scale: value.percentage,
  align: value.oneOf(...VERTICAL, ...HORIZONTAL),
  target: value.someValue,
  loading: modern(value.oneOf("embed", "link", "lazy")),
};

export const IMAGE: DirectiveFacts = { ...NOTHING, required: 1, options: IMAGE_OPTIONS, run: runImage };

export const FIGURE: DirectiveFacts = {
  ...NOTHING,
  required: 1,
  options: {
    ...IMAGE_OPTIONS,
    align: value.oneOf(...HORIZONTAL),
    figwidth: value.figureWidth,
    figclass: value.classNames,
    figname: modern(value.anyValue),
  },
  hasContent: true,
  run: runFigure,
};

function runImage(call: DirectiveCall): RstNode[] {
  const { isSubstitution, name, options } = call;
  const align = options.get("align")?.toLowerCase().trim();
  const values = isSubstitution ? VERTICAL : HORIZONTAL;
  if (align !== undefined && !values.includes(align)) {
    const where = isSubstitution ? " within a substitution definition" : "";
    const message = `Error in "${name}" directive: "${align}" is not a valid value for the "align" option${where}.  Valid values for "align" are: "${values.join('", "')}".`;
    return call.report("README_RST_BAD_DIRECTIVE", message);
  }
  return [makeImage(call)];
}

/** The image, within a reference when it has a target. */
function makeImage(call: DirectiveCall): RstNode {
  const { context, line, options } = call;
  const image = createNode("image", line);
  image.text = options.get("alt") ?? "";
  noteName(call, image);
  if (options.get("loading")?.toLowerCase().trim() === "embed") {
    const embedded = createNode("image", line);
    embedded.text = call.arguments[0] ?? "";
    context.document.embeddedImages.push(embedded);
  }
  const target = options.get("target");
  if (target === undefined) return image;
  const reference = createNode("reference", line);
  const lines = target.split("\n").map(hideEscapes);
  const name = parseReference(lines);
  if (name === undefined) reference.referenceUri = uriOf(lines.join(" "));
  else reference.referenceName = normalizeName(name);
  append(reference, image);
  // A document that is built gives the image a parent later.
  reference.parent = context.node;
  return reference;
}

function runFigure(call: DirectiveCall): RstNode[] {
  const { context, content, line } = call;
  const figure = createNode("figure", line);
  append(figure, makeImage(call));
  if (call.options.has("figname")) {
    addName(figure, normalizeName(call.options.get("figname") ?? ""));
    noteTarget(context.document, figure, true);
  }
  if (content.length === 0) return [figure];
  const holder = createNode("container", line);
  holder.parent = context.node;
  readInner(context, content, holder);
  if (!hasCaption(holder.children, context.document.isModern)) {
    const message = "Figure caption must be a paragraph or empty comment.";
    appendAll(figure, call.report("README_RST_BAD_DIRECTIVE", message));
  }
  appendAll(figure, holder.children);
  return [figure];
}

/** The first element of the content is the caption, or an empty comment in the place of one. */
function hasCaption(children: readonly RstNode[], isModern: boolean): boolean {
  for (const child of children) {
    if (isModern && (child.kind === "target" || child.kind === "pending")) continue;
    return child.kind === "paragraph" || (child.kind === "comment" && child.text === "");
  }
  return true;
}
