/**
 * What will look different on PyPI in a Markdown description that was written for a repository's page.
 * Spec: https://github.github.com/gfm/ ; https://packaging.python.org/guides/making-a-pypi-friendly-readme/
 *
 * PyPI renders every Markdown, so nothing here is an error. Blocks of code are told from text by their fences, and
 * spans by their backquotes; that is enough not to mistake an example for the thing itself, and no more of Markdown
 * is read.
 */
import type { Severity } from "../../errors.ts";
import { findTargets } from "./markdown-targets.ts";
import type { ReadmeFinding } from "./readme-finding.ts";

interface MarkdownProblemFacts {
  readonly severity: Severity;
  readonly meaning: string;
  readonly why: string;
  readonly hint: string;
}

export type MarkdownCode =
  | "README_HTML_AS_TEXT"
  | "README_HTML_REMOVED"
  | "README_MARKDOWN_EXTENSION"
  | "README_RELATIVE_IMAGE"
  | "README_RELATIVE_LINK";

export const MARKDOWN_PROBLEMS: Readonly<Record<MarkdownCode, MarkdownProblemFacts>> = {
  README_HTML_AS_TEXT: {
    severity: "warning",
    meaning: "The description has an HTML element that PyPI shows as text",
    why: "GitHub Flavored Markdown disallows the element",
    hint: "Delete the element",
  },
  README_HTML_REMOVED: {
    severity: "note",
    meaning: "The description has an HTML element that PyPI takes away",
    why: "PyPI keeps a short list of harmless elements",
    hint: "Use Markdown or a simpler element",
  },
  README_MARKDOWN_EXTENSION: {
    severity: "note",
    meaning: "The description uses an extension of Markdown that PyPI does not know",
    why: "PyPI shows the markup of the extension as text or code",
    hint: "Write it in plain GitHub Flavored Markdown",
  },
  README_RELATIVE_IMAGE: {
    severity: "warning",
    meaning: "The description shows an image of the repository, which PyPI does not have",
    why: "The image is missing on the project's page",
    hint: "Use the full address of the image, https://...",
  },
  README_RELATIVE_LINK: {
    severity: "note",
    meaning: "The description links to a file of the repository, which PyPI does not have",
    why: "The link is broken on the project's page",
    hint: "Use the full address of the file, https://...",
  },
};

/** More than anybody wants to read. */
const MAX_FINDINGS = 200;

/** Elements that PyPI keeps. */
const KEPT_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "a abbr acronym aside b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure " +
    "h1 h2 h3 h4 h5 h6 hr i img input kbd li nav ol p picture pre section span strong sub summary sup table tbody td " +
    "th thead tr tt ul var"
  ).split(" "),
);

/** Elements whose first bracket becomes text, so that browsers do not see them. */
const ELEMENTS_AS_TEXT: ReadonlySet<string> = new Set(
  "iframe noembed noframes plaintext script style textarea title xmp".split(" "),
);

/** Elements that other renderers keep; other words in brackets are most likely no HTML. */
const REMOVED_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "address article audio big button canvas center dfn dialog embed fieldset font footer form frame frameset g head " +
    "header html ins label legend link main map mark marquee math meta meter object ol optgroup option output param " +
    "path progress q ruby s samp select small source strike svg template tfoot time track u video wbr"
  ).split(" "),
);

/** Lines that mean something to other renderers. */
const EXTENSIONS: readonly [RegExp, string][] = [
  [/^\s*\[\[_?toc_?\]\]\s*$|^\s*\[toc\]\s*$|^\s*\{:toc\}/i, "a table of contents"],
  [/^\s{0,3}> *\[!(?:note|tip|important|warning|caution)\]/i, "an alert of GitHub"],
  [/^\s*(?:!!!|\?\?\?\+?) +\w/, "an admonition of MkDocs"],
  [/^\s{0,3}:::+ *\{?\w/, "a container"],
  [/^\s*\$\$/, "mathematics"],
];

/** Languages of fenced blocks that other renderers draw. */
const DRAWN_LANGUAGE = /^(?:mermaid|plantuml|math|geojson|topojson|stl)\b|^\{(?:\w|-)+\}/;

interface Notes {
  readonly findings: ReadmeFinding[];
  /** Codes and texts of findings, each of which is said once. */
  readonly said: Set<string>;
}

/** What PyPI will show in another way, in the order of the lines. */
export function checkMarkdown(source: string): ReadmeFinding[] {
  const notes: Notes = { findings: [], said: new Set() };
  const lines = source.split(/\r\n|\n|\r/);
  if (/^---\s*$/.test(lines[0] ?? "") && lines.indexOf("---", 1) > 0) {
    note(notes, "README_MARKDOWN_EXTENSION", 1, "front matter is shown as text");
  }
  const text = hideCode(lines, notes);
  for (const [index, line] of text.entries()) {
    for (const [pattern, what] of EXTENSIONS) {
      if (pattern.test(line)) note(notes, "README_MARKDOWN_EXTENSION", index + 1, `${what} is shown as text`);
    }
    for (const [, element = ""] of line.matchAll(/<([a-z][a-z0-9]*)(?=[\s/>]|$)/gi)) {
      noteElement(notes, index + 1, element.toLowerCase());
    }
  }
  for (const { line, target, isImage } of findTargets(text)) {
    if (!isRelative(target)) continue;
    const shown = target.length > 100 ? `${target.slice(0, 100)}...` : target;
    if (isImage) note(notes, "README_RELATIVE_IMAGE", line, `the image "${shown}" is a file that PyPI does not have`);
    else note(notes, "README_RELATIVE_LINK", line, `the link "${shown}" leads to a file that PyPI does not have`);
  }
  return notes.findings.sort((left, right) => left.line - right.line);
}

function note({ findings, said }: Notes, code: MarkdownCode, line: number, text: string): void {
  if (findings.length >= MAX_FINDINGS || said.has(`${code} ${text}`)) return;
  said.add(`${code} ${text}`);
  const { severity, hint } = MARKDOWN_PROBLEMS[code];
  findings.push({ code, severity, message: `Line ${line}: ${text}`, hint, line });
}

function noteElement(notes: Notes, line: number, element: string): void {
  if (ELEMENTS_AS_TEXT.has(element)) {
    note(notes, "README_HTML_AS_TEXT", line, `the HTML element <${element}> is shown as text`);
  } else if (!KEPT_ELEMENTS.has(element) && REMOVED_ELEMENTS.has(element)) {
    note(notes, "README_HTML_REMOVED", line, `the HTML element <${element}> is taken away`);
  }
}

/** Whether the target is a place in the repository, and neither an address nor a place in the description. */
function isRelative(target: string): boolean {
  return target !== "" && !target.startsWith("#") && !target.startsWith("//") && !/^[a-z][a-z0-9+.-]*:/i.test(target);
}

/** The lines with code and comments left out. */
function hideCode(lines: readonly string[], notes: Notes): string[] {
  let fence: string | undefined;
  let isComment = false;
  return lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line.replace(/^[ >]*(?=[`~]{3})/, ""))?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim().replace(/^[ >]*/, "") === mark) fence = undefined;
      return "";
    }
    if (mark !== undefined && !isComment) {
      fence = mark;
      const language = line.slice(line.indexOf(mark) + mark.length).trim();
      if (DRAWN_LANGUAGE.test(language)) {
        note(notes, "README_MARKDOWN_EXTENSION", index + 1, `the diagram or directive "${language}" is shown as code`);
      }
      return "";
    }
    const visible = hideComments(line, isComment);
    isComment = visible.isComment;
    return hideSpans(visible.text);
  });
}

function hideComments(line: string, wasComment: boolean): { readonly text: string; readonly isComment: boolean } {
  let text = "";
  let isComment = wasComment;
  let at = 0;
  while (at < line.length) {
    const mark = line.indexOf(isComment ? "-->" : "<!--", at);
    const end = mark < 0 ? line.length : mark;
    if (!isComment) text += line.slice(at, end);
    if (mark < 0) break;
    at = end + (isComment ? 3 : 4);
    isComment = !isComment;
  }
  return { text, isComment };
}

/** The line without what is between two equal runs of backquotes. */
function hideSpans(line: string): string {
  if (!line.includes("`")) return line;
  const runs = [...line.matchAll(/`+/g)];
  /** For each run, the next one of its length. */
  const partners: number[] = [];
  const seen = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.[0].length ?? 0;
    partners[index] = seen.get(length) ?? -1;
    seen.set(length, index);
  }
  let text = "";
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const partner = partners[index] ?? -1;
    const open = runs[index];
    const close = runs[partner];
    if (open === undefined || close === undefined) continue;
    text += line.slice(from, open.index);
    from = close.index + close[0].length;
    index = partner;
  }
  return text + line.slice(from);
}
