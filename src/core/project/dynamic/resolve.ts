/**
 * Every key that `dynamic` lists gets its value, or an error that says which line is missing.
 */
import { normalizeName } from "../../names/project-name.ts";
import type { Requirement } from "../../names/requirement.ts";
import type { Environment } from "../../ports/environment.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import type { CoreMetadata } from "../../wheel/metadata.ts";
import type { Extra } from "../fields/dependencies.ts";
import type { Description } from "../fields/readme.ts";
import { type Place, quote } from "../place.ts";
import type { DynamicKey, ProjectTable } from "../project-table.ts";
import type { TomlTable } from "../pyproject/toml-value.ts";
import type { DynamicTable } from "../tool-table.ts";
import { findValue } from "./advice.ts";
import { suggestDynamicSource } from "./backend-hint.ts";
import { readRequirementsFiles } from "./requirements-file.ts";
import { answerFromSdist } from "./sdist-metadata.ts";
import { resolveDescription, resolveReadme } from "./text.ts";
import { listVersionFiles, resolveVersion } from "./version.ts";

export interface DynamicSources {
  readonly tree: FileTree;
  readonly environment: Environment | undefined;
  /** The whole pyproject.toml, where other tools say the same in their own words. */
  readonly pyproject: TomlTable;
  /** True when the version is known without asking: set from outside, or by PKG-INFO. */
  readonly versionKnown: boolean;
  /** PKG-INFO, where the tree is an unpacked sdist. */
  readonly sdist: CoreMetadata | undefined;
}

/** Values to add to what `[project]` says; undefined where nothing is dynamic. */
export interface DynamicValues {
  readonly version: string | undefined;
  readonly description: string | undefined;
  readonly readme: Description | undefined;
  readonly dependencies: readonly Requirement[];
  readonly extras: readonly Extra[];
  /** Fields that PKG-INFO answers for, whole. */
  readonly fromSdist: Partial<CoreMetadata>;
  /** Files that were read. */
  readonly files: readonly string[];
}

/** Keys of `[tool.packwheel.dynamic]`, and the property that holds each. */
const RESOLVABLE = {
  version: "version",
  description: "description",
  readme: "readme",
  dependencies: "dependencies",
  "optional-dependencies": "optionalDependencies",
} as const satisfies Partial<Record<DynamicKey, keyof DynamicTable>>;

type ResolvableKey = keyof typeof RESOLVABLE;

/** @param place The root of pyproject.toml. */
export async function resolveDynamic(
  project: ProjectTable,
  table: DynamicTable,
  sources: DynamicSources,
  place: Place,
): Promise<DynamicValues> {
  const here = place.at("tool").at("packwheel").at("dynamic");
  const fromSdist = await checkListed(project, table, sources, place);
  const { tree } = sources;
  const files: string[] = [];

  const version = await resolveDynamicVersion(project, table, sources, here.at("version"));
  files.push(...version.files);
  if (table.description !== undefined) files.push(table.description);
  const description =
    table.description === undefined
      ? undefined
      : await resolveDescription(tree, table.description, here.at("description"));
  files.push(...(table.readme?.files ?? []));
  const readme = table.readme === undefined ? undefined : await resolveReadme(tree, table.readme, here.at("readme"));

  const dependencies = await readRequirementsFiles(tree, table.dependencies ?? [], here.at("dependencies"));
  files.push(...dependencies.files);
  const extras: Extra[] = [];
  for (const [name, list] of Object.entries(table.optionalDependencies ?? {})) {
    const extra = await readRequirementsFiles(tree, list, here.at("optional-dependencies").at(name));
    files.push(...extra.files);
    extras.push({ name: normalizeName(name), requirements: extra.requirements });
  }
  return {
    version: version.version,
    description,
    readme,
    dependencies: dependencies.requirements,
    extras,
    fromSdist,
    files,
  };
}

async function resolveDynamicVersion(
  project: ProjectTable,
  { version: source }: DynamicTable,
  sources: DynamicSources,
  place: Place,
): Promise<{ readonly version: string | undefined; readonly files: readonly string[] }> {
  const nothing = { version: undefined, files: [] };
  if (source === undefined || !project.dynamic.has("version")) return nothing;
  if (sources.versionKnown) return { version: undefined, files: await listVersionFiles(source, sources.tree) };
  return (await resolveVersion(source, sources, place)) ?? nothing;
}

/**
 * Both lists must agree: every listed key has a source, and every source is listed.
 *
 * @returns What PKG-INFO says of the keys that have no other source.
 */
async function checkListed(
  project: ProjectTable,
  table: DynamicTable,
  sources: DynamicSources,
  place: Place,
): Promise<Partial<CoreMetadata>> {
  const fromSdist: Partial<CoreMetadata>[] = [];
  const listPlace = place.at("project").at("dynamic");
  for (const key of project.dynamic) {
    if (isResolvable(key) && table[RESOLVABLE[key]] !== undefined) continue;
    if (key === "version" && sources.versionKnown) continue;
    // A source that cannot be read has been reported; it is there all the same.
    if (findValue(sources.pyproject, "tool", "packwheel", "dynamic", key) !== undefined) continue;
    const answer = sources.sdist === undefined ? undefined : answerFromSdist(key, sources.sdist);
    if (answer !== undefined) {
      fromSdist.push(answer);
      continue;
    }
    const hint = await suggestDynamicSource(key, { ...sources, projectName: project.name });
    listPlace.error(
      "PROJECT_DYNAMIC_UNRESOLVED",
      `${quote(key)} is listed, and nothing says where it comes from`,
      hint,
    );
  }
  for (const [key, property] of Object.entries(RESOLVABLE)) {
    if (table[property] === undefined || project.dynamic.has(key as ResolvableKey)) continue; // keys of the literal above
    const hint = project.present.has(key)
      ? `Remove it, or remove ${key} from [project] and write \`dynamic = [${quote(key)}]\``
      : `Write \`dynamic = [${quote(key)}]\` in [project]`;
    place
      .at("tool")
      .at("packwheel")
      .at("dynamic")
      .at(key)
      .error("PROJECT_DYNAMIC_INVALID", `${quote(key)} is not listed in project.dynamic`, hint);
  }
  return Object.assign({}, ...fromSdist);
}

function isResolvable(key: DynamicKey): key is ResolvableKey {
  return Object.hasOwn(RESOLVABLE, key);
}
