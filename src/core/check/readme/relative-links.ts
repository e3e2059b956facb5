/** Links of a README to files beside it, which work in a repository and are broken on PyPI. */

/** Of a description, what is looked at: more than any README has. */
const MAX_LENGTH: number = 1 << 20;
/** Longer lines are data, and matching them would take long. */
const MAX_LINE_LENGTH = 10_000;

/** Targets of links and images that name no host, each once, in their order. */
export function findRelativeLinks(source: string, format: "markdown" | "rst"): string[] {
  const start = source.slice(0, MAX_LENGTH);
  const targets = format === "markdown" ? markdownTargets(start) : rstTargets(start);
  return [...new Set(targets)].filter(isRelative);
}

/** `docs/guide.md`, `/docs`, `?raw=true`; but neither `#usage` nor `//host/a.png` nor `mailto:a@b.c`. */
function isRelative(target: string): boolean {
  return target !== "" && !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target);
}

function markdownTargets(source: string): string[] {
  const targets: string[] = [];
  let fence: string | undefined;
  for (const line of source.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    if (line.length > MAX_LINE_LENGTH) continue;
    const text = line.replace(/(`+)[^`]*\1/g, "");
    for (const [, target = ""] of text.matchAll(/\]\([ \t]*<?([^)\s>]{1,2000})/g)) targets.push(target);
    const definition = /^ {0,3}\[[^\]]{1,200}\]:[ \t]*<?([^\s>]{1,2000})/.exec(text);
    if (definition !== null) targets.push(definition[1] ?? "");
    targets.push(...htmlTargets(text));
  }
  return targets;
}

function htmlTargets(text: string): string[] {
  return [...text.matchAll(/<(?:a|img)\s([^<>]{0,2000})>/gi)].flatMap(([, attributes = ""]) => {
    const target = /(?:^|\s)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes);
    return target === null ? [] : [target[1] ?? target[2] ?? target[3] ?? ""];
  });
}

function rstTargets(source: string): string[] {
  const targets: string[] = [];
  for (const line of source.split(/\r\n|\r|\n/)) {
    if (line.length > MAX_LINE_LENGTH) continue;
    const image = /^\s*\.\. (?:\|[^|]{1,200}\| )?(?:image|figure):: *(\S{1,2000})/.exec(line);
    if (image !== null) targets.push(image[1] ?? "");
    // `.. _name: target`; a target that ends in `_` is the name of another.
    const definition = /^\s*\.\. _(?:`[^`]{1,200}`|[^:`]{1,200}): +(\S{1,2000})$/.exec(line);
    if (definition !== null && !definition[1]?.endsWith("_")) targets.push(definition[1] ?? "");
    for (const [, target = ""] of line.replace(/``.*?``/g, "").matchAll(/<([^<>\s`]{1,2000})>`_/g)) {
      if (!target.endsWith("_")) targets.push(target);
    }
  }
  return targets;
}
