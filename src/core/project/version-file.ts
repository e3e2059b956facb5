/**
 * The Python file of `version-file`: the version as code that imports it finds it. It has the names that setuptools-scm
 * and hatch-vcs write, so that `from ._version import ...` of projects that used them goes on to work.
 */
import { formatVersion, parseVersion, type Version } from "../names/version.ts";

/** @param text A version, in any spelling. @throws {PackwheelError} `VERSION_INVALID` */
export function formatVersionFile(text: string): string {
  const version = parseVersion(text);
  const parts = listParts(version);
  const tuple = `(${parts.join(", ")}${parts.length === 1 ? "," : ""})`;
  return `# Written when the archives were built.
__version__ = version = "${formatVersion(version)}"
__version_tuple__ = version_tuple = ${tuple}
`;
}

/** Numbers of the release, then what follows as strings: `2, 1, "rc1", "dev3"`. No part can hold a quote. */
function listParts({ epoch, release, pre, post, dev, local }: Version): readonly string[] {
  const further = [
    ...(pre === undefined ? [] : [`${pre.kind}${pre.number}`]),
    ...(post === undefined ? [] : [`post${post}`]),
    ...(dev === undefined ? [] : [`dev${dev}`]),
    ...(local.length === 0 ? [] : [local.join(".")]),
  ];
  return [...(epoch === 0n ? [] : [epoch]), ...release].map(String).concat(further.map((part) => `"${part}"`));
}
