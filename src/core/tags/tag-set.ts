/**
 * The three compressed tag sets of a wheel's file name, and the triples they stand for.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */

/** `py2.py3-none-any` is `{ python: ["py2", "py3"], abi: ["none"], platform: ["any"] }`; each list is sorted. */
export interface TagSet {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}
