/**
 * The version of an unpacked sdist.
 *
 * The rule: where PKG-INFO stands at the root, names this project and has metadata 2.2 or newer, its Version is the
 * version, whatever pyproject.toml says; only a version set from outside wins over it. Metadata 2.2 forbids the version
 * of an sdist to change, and the git tag, the environment variable or the option that it came from are gone with the
 * machine that made the sdist. So the wheel built from the sdist is the wheel built from the tree.
 */
import { normalizeName } from "../../names/project-name.ts";
import { formatVersion, tryParseVersion } from "../../names/version.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { parseMetadata } from "../../wheel/metadata.ts";
import { METADATA_VERSIONS } from "../../wheel/metadata-fields.ts";

/** Normalised; undefined when the tree is not an unpacked sdist of the project. */
export async function readSdistVersion(tree: FileTree, projectName: string): Promise<string | undefined> {
  const bytes = await tree.read("PKG-INFO");
  if (bytes === undefined) return undefined;
  const { metadataVersion, name, version } = parseMetadata(bytes, "PKG-INFO").metadata;
  const isBinding = METADATA_VERSIONS.some((known) => known === metadataVersion && known >= "2.2");
  if (!isBinding || normalizeName(name) !== normalizeName(projectName)) return undefined;
  const parsed = tryParseVersion(version);
  return parsed === undefined ? undefined : formatVersion(parsed);
}
