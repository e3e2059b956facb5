/** Python and ABI tags of a wheel with extension modules. */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { parseSpecifierSet } from "../names/specifier.ts";
import { extensionTags } from "./extension-tags.ts";

export interface InterpreterWishes {
  /** Undefined where the user must say it. */
  readonly python: readonly string[] | undefined;
  readonly abi: readonly string[] | undefined;
}

/**
 * @param fileNames Of the extension modules.
 * @param requiresPython The oldest Python of an extension for the stable ABI.
 * @returns Undefined without extension modules.
 * @throws {PackwheelError} `NATIVE_TAGS_UNKNOWN` for extensions of different Pythons.
 */
export function nativeTags(
  fileNames: readonly string[],
  requiresPython: string | undefined,
): InterpreterWishes | undefined {
  if (fileNames.length === 0) return undefined;
  const found = fileNames.map((fileName) => ({ fileName, tags: extensionTags(fileName) }));
  const bound = found.filter(({ tags }) => tags?.python !== undefined);
  const [first] = bound;
  const stranger = bound.find(({ tags }) => tags?.abi !== first?.tags?.abi);
  if (first !== undefined && stranger !== undefined) {
    throw new PackwheelError(
      "NATIVE_TAGS_UNKNOWN",
      `Cannot tag a wheel that holds ${quote(first.fileName)} and ${quote(stranger.fileName)}: they are for different Pythons`,
      { hint: "Make a wheel for each Python" },
    );
  }
  if (first?.tags?.python !== undefined) return { python: [first.tags.python], abi: [first.tags.abi] };
  const stable = found.map(({ tags }) => tags?.abi);
  if (stable.includes(undefined)) return { python: undefined, abi: undefined };
  const oldest = oldestPython(requiresPython);
  const abi = [...new Set(stable.flatMap((tag) => tag ?? []))];
  return { python: oldest === undefined ? undefined : [oldest], abi };
}

/** `>=3.8` -> cp38 */
function oldestPython(requiresPython: string | undefined): string | undefined {
  if (requiresPython === undefined) return undefined;
  for (const { operator, version } of parseSpecifierSet(requiresPython)) {
    const minor = /^3\.(\d+)(?:\.|$)/.exec(version)?.[1];
    if (minor !== undefined && (operator === ">=" || operator === "~=" || operator === "==")) return `cp3${minor}`;
  }
  return undefined;
}
