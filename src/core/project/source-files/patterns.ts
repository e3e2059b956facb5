/**
 * Lists of patterns in gitignore syntax, relative to pyproject.toml: `include`, `exclude`, `sdist-include`,
 * `sdist-exclude`. Case matters on every platform, so that a build does not depend on the host.
 * Spec: https://git-scm.com/docs/gitignore#_pattern_format
 */
import ignore from "ignore";

export interface Patterns {
  /** The pattern that takes the file in, or undefined. */
  match(path: string): string | undefined;
  /** Patterns that none of the files match, `!` patterns aside. */
  unused(paths: readonly string[]): string[];
}

const NO_PATTERNS: Patterns = { match: () => undefined, unused: () => [] };

export function parsePatterns(patterns: readonly string[]): Patterns {
  if (patterns.length === 0) return NO_PATTERNS;
  const cleaned = patterns.map((pattern) => ({ pattern: withoutDotSlash(pattern), mark: pattern }));
  const matcher = ignore({ ignorecase: false }).add(cleaned);
  return {
    match: (path) => {
      const result = matcher.test(path);
      return result.ignored ? (result.rule?.mark ?? "") : undefined;
    },
    unused: (paths) =>
      cleaned
        .filter(({ pattern }) => !pattern.startsWith("!"))
        .filter(({ pattern }) => {
          const single = ignore({ ignorecase: false }).add({ pattern });
          return !paths.some((path) => single.ignores(path));
        })
        .map(({ mark }) => mark),
  };
}

/** `./data/*` reads like a path; in gitignore syntax it would match nothing. */
function withoutDotSlash(pattern: string): string {
  if (pattern.startsWith("!./")) return `!${pattern.slice(2)}`;
  return pattern.startsWith("./") ? pattern.slice(1) : pattern;
}
