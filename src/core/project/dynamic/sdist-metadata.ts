/**
 * What the PKG-INFO of an unpacked sdist decides.
 *
 * The rule: where PKG-INFO stands at the root, names this project and has metadata 2.2 or newer, its Version is the
 * version, whatever pyproject.toml says, and it answers for every dynamic key that `[tool.packwheel.dynamic]` does not
 * resolve; only a version set from outside wins over it. Metadata 2.2 forbids a field to change that Dynamic does
 * not list, and the git tag, the variable or the backend that it came from may be gone with the machine that made
 * the sdist. So the wheel built from the sdist is the wheel built from the tree.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/#dynamic-multiple-use
 */
import { normalizeName } from "../../names/project-name.ts";
import { formatVersion, tryParseVersion } from "../../names/version.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { LINE_BOUNDARY } from "../../wheel/header-block.ts";
import { type CoreMetadata, parseMetadata } from "../../wheel/metadata.ts";
import { METADATA_FIELDS, METADATA_VERSIONS } from "../../wheel/metadata-fields.ts";
import type { DynamicKey } from "../project-table.ts";

/** Entry points are no metadata, and license files have to be looked for in the tree. */
const FIELDS_OF_KEY: Partial<Record<DynamicKey, readonly (keyof CoreMetadata)[]>> = {
  description: ["summary"],
  readme: ["description", "descriptionContentType"],
  "requires-python": ["requiresPython"],
  license: ["license", "licenseExpression"],
  authors: ["author", "authorEmail"],
  maintainers: ["maintainer", "maintainerEmail"],
  keywords: ["keywords"],
  classifiers: ["classifier"],
  urls: ["projectUrl"],
  // One list holds both, so each brings the other along.
  dependencies: ["requiresDist", "providesExtra"],
  "optional-dependencies": ["requiresDist", "providesExtra"],
  "import-names": ["importName"],
  "import-namespaces": ["importNamespace"],
};

/** With the version in its normal form; undefined when the tree is not an unpacked sdist of the project. */
export async function readSdistMetadata(tree: FileTree, projectName: string): Promise<CoreMetadata | undefined> {
  const bytes = await tree.read("PKG-INFO");
  if (bytes === undefined) return undefined;
  const { metadata } = parseMetadata(bytes, "PKG-INFO");
  const isBinding = METADATA_VERSIONS.some((known) => known === metadata.metadataVersion && known >= "2.2");
  if (!isBinding || normalizeName(metadata.name) !== normalizeName(projectName)) return undefined;
  const version = tryParseVersion(metadata.version);
  return version === undefined ? undefined : { ...metadata, version: formatVersion(version) };
}

/** The fields that a dynamic key stands for; undefined when the sdist leaves them open, or cannot be trusted. */
export function answerFromSdist(key: DynamicKey, sdist: CoreMetadata): Partial<CoreMetadata> | undefined {
  const keys = FIELDS_OF_KEY[key];
  if (keys === undefined) return undefined;
  const fields = METADATA_FIELDS.filter((field) => keys.includes(field.key));
  const open = sdist.dynamic.map((name) => name.toLowerCase());
  if (fields.some(({ name }) => open.includes(name.toLowerCase()))) return undefined;
  if (fields.some((field) => !isWritable(field.key, sdist[field.key]))) return undefined;
  return Object.fromEntries(fields.map((field) => [field.key, sdist[field.key]]));
}

/** Whether the values fit where METADATA has them: on one line, but for two fields. */
function isWritable(key: keyof CoreMetadata, value: CoreMetadata[keyof CoreMetadata]): boolean {
  const texts = value === undefined ? [] : typeof value === "string" ? [value] : value;
  const mayHaveLines = key === "description" || key === "license";
  return texts.every((text) => !text.includes("\0") && (mayHaveLines || !LINE_BOUNDARY.test(text)));
}
