/**
 * Block quotes and their attributions.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#block-quotes
 */
import { type BlockContext, readInner } from "./context.ts";
import { append, createNode } from "./document.ts";
import { parseInline } from "./inline/inline.ts";
import { isBlank, type SourceLine, textsOf, trimStartOfBlock } from "./lines.ts";

/** Block quotes in an indented block: an attribution ends one, and what follows is another. */
export function readQuotes(context: BlockContext, block: readonly SourceLine[]): void {
  let rest = trimStartOfBlock([...block]);
  while (rest.length > 0) {
    const split = splitAttribution(rest);
    const quote = createNode("block_quote", rest[0]?.number ?? 0);
    append(context.node, quote);
    readInner(context, split.quote, quote);
    if (split.attribution.length > 0) {
      const line = split.attribution[0]?.number ?? 1;
      const text = textsOf(split.attribution).join("\n").trimEnd();
      append(quote, createNode("attribution", line, parseInline(context.document, text, line)));
    }
    rest = trimStartOfBlock(split.rest);
  }
}

interface QuoteParts {
  readonly quote: SourceLine[];
  readonly attribution: SourceLine[];
  readonly rest: SourceLine[];
}

/** An attribution begins with a dash after a blank line; its further lines share one indentation. */
function splitAttribution(block: SourceLine[]): QuoteParts {
  let hasContent = false;
  for (const [index, line] of block.entries()) {
    if (isBlank(line)) continue;
    const dash = hasContent && isBlank(block[index - 1]) ? /^(?:---?(?!-)|\u2014) *(?=[^ \n])/.exec(line.text) : null;
    hasContent = true;
    if (dash === null) continue;
    const end = endOfAttribution(block, index);
    if (end === undefined) continue;
    const attribution = block.slice(index, end).map(({ text, number }, at) => ({
      text: at === 0 ? text.slice(dash[0].length) : text.trimStart(),
      number,
    }));
    return { quote: block.slice(0, index), attribution, rest: block.slice(end) };
  }
  return { quote: block, attribution: [], rest: [] };
}

function endOfAttribution(block: readonly SourceLine[], start: number): number | undefined {
  let indent: number | undefined;
  let index = start + 1;
  for (; index < block.length && !isBlank(block[index]); index++) {
    const text = block[index]?.text ?? "";
    const lead = text.length - text.trimStart().length;
    indent ??= lead;
    if (lead !== indent) return undefined;
  }
  return index;
}
