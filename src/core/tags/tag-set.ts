/**
 * The three compressed tag sets of a wheel's file name, and the triples they stand for.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { parseAbiTag } from "./abi-tag.ts";
import { parsePlatformTag } from "./platform-tag.ts";
import { parsePythonTag } from "./python-tag.ts";

/** `py2.py3-none-any` is `{ python: ["py2", "py3"], abi: ["none"], platform: ["any"] }`; each list is sorted. */
export interface TagSet {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}

/** One combination: `py3-none-any` is `{ python: "py3", abi: "none", platform: "any" }`. */
export interface TagTriple {
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

/** More combinations than any wheel has, and few enough to write out. */
export const MAX_TRIPLES = 10_000;

/**
 * Read `py2.py3-none-any`. Tags come out in lower case, sorted, each once.
 *
 * @throws {PackwheelError} `TAG_INVALID`
 */
export function parseTagSet(text: string): TagSet {
  const parts = text.split("-");
  const [python, abi, platform] = parts;
  if (parts.length !== 3 || python === undefined || abi === undefined || platform === undefined) {
    throw new PackwheelError("TAG_INVALID", `Cannot read the tags ${quote(text, 120)}: expected three parts`, {
      hint: "Write Python, ABI and platform tag joined by `-`: `py3-none-any`",
    });
  }
  return makeTagSet({ python: python.split("."), abi: abi.split("."), platform: platform.split(".") });
}

/**
 * Check each tag and bring the lists into their normal form.
 *
 * @throws {PackwheelError} `TAG_INVALID` also for an empty list, and for more than `MAX_TRIPLES` combinations.
 */
export function makeTagSet({ python, abi, platform }: TagSet): TagSet {
  for (const tag of python) parsePythonTag(tag);
  for (const tag of abi) parseAbiTag(tag);
  for (const tag of platform) parsePlatformTag(tag);
  const set = { python: sortTags(python), abi: sortTags(abi), platform: sortTags(platform) };
  const count = set.python.length * set.abi.length * set.platform.length;
  if (count === 0) throw new PackwheelError("TAG_INVALID", "Cannot make a tag set: a list of tags is empty");
  if (count > MAX_TRIPLES) {
    throw new PackwheelError("TAG_INVALID", `Cannot make a tag set: it has ${count} combinations of tags`);
  }
  return set;
}

/** The part of a file name: `py2.py3-none-any`. Inverse of `parseTagSet`. */
export function formatTagSet({ python, abi, platform }: TagSet): string {
  return [python, abi, platform].map((tags) => sortTags(tags).join(".")).join("-");
}

/** Every combination, as the `Tag:` lines of WHEEL list them: Python tag first, platform tag changing fastest. */
export function expandTags({ python, abi, platform }: TagSet): TagTriple[] {
  const triples: TagTriple[] = [];
  for (const pythonTag of python) {
    for (const abiTag of abi) {
      for (const platformTag of platform) triples.push({ python: pythonTag, abi: abiTag, platform: platformTag });
    }
  }
  return triples;
}

/** `py3-none-any` */
export function formatTriple({ python, abi, platform }: TagTriple): string {
  return `${python}-${abi}-${platform}`;
}

/** Lower case, by code point, each once. */
function sortTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.toLowerCase()))].sort(compareCodePoints);
}
