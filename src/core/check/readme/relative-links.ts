/**
 * Links of a reStructuredText description to files beside it, which work in a repository and are broken on PyPI.
 * Markdown has its own in `markdown.ts`.
 */

export interface RelativeLink {
  readonly kind: "link" | "image";
  readonly target: string;
}

/** Of a description, what is looked at: more than any README has. */
const MAX_LENGTH: number = 1 << 20;
/** Longer lines are data, and matching them would take long. */
const MAX_LINE_LENGTH = 10_000;

/** Links and images that name no host, each target once, in their order. */
export function findRelativeLinks(source: string): RelativeLink[] {
  const links = new Map<string, RelativeLink>();
  for (const line of source.slice(0, MAX_LENGTH).split(/\r\n|\r|\n/)) {
    if (line.length > MAX_LINE_LENGTH) continue;
    for (const link of linksOf(line)) {
      if (isRelative(link.target) && !links.has(link.target)) links.set(link.target, link);
    }
  }
  return [...links.values()];
}

/** `docs/guide.rst`, `/docs`, `?raw=true`; but neither `#usage` nor `//host/a.png` nor `mailto:a@b.c`. */
function isRelative(target: string): boolean {
  return target !== "" && !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target);
}

function linksOf(line: string): RelativeLink[] {
  const image = /^\s*\.\. (?:\|[^|]{1,200}\| )?(?:image|figure):: *(\S{1,2000})/.exec(line);
  if (image !== null) return [{ kind: "image", target: image[1] ?? "" }];
  const targets: string[] = [];
  const definition = /^\s*\.\. _(?:`[^`]{1,200}`|[^:`]{1,200}): +(\S{1,2000})$/.exec(line);
  if (definition !== null) targets.push(definition[1] ?? "");
  for (const [, target = ""] of line.replace(/``.*?``/g, "").matchAll(/<([^<>\s`]{1,2000})>`_/g)) targets.push(target);
  // A target that ends in `_` is the name of another.
  return targets.filter((target) => !target.endsWith("_")).map((target) => ({ kind: "link", target }));
}
