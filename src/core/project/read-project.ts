/**
 * From a tree of files to a `Project`: pyproject.toml is read and checked as a whole, and the files that it names
 * are read with it. Every problem is reported at once.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import type { Environment } from "../ports/environment.ts";
import type { FileTree } from "../ports/file-tree.ts";
import { resolveDynamic } from "./dynamic/resolve.ts";
import { readSdistMetadata } from "./dynamic/sdist-metadata.ts";
import { checkMetadataVersion } from "./fields/metadata-version.ts";
import { readNamedFiles } from "./fields/named-files.ts";
import { Place, quote } from "./place.ts";
import type { OwnBackend, Project } from "./project.ts";
import { makeMetadata } from "./project-metadata.ts";
import { type ProjectTable, parseProjectTable, readVersion } from "./project-table.ts";
import { type BuildSystem, parseBuildSystem } from "./pyproject/build-system.ts";
import { checkDependencyGroups } from "./pyproject/dependency-groups.ts";
import { missingProjectTable } from "./pyproject/missing-table.ts";
import { PYPROJECT, readPyprojectToml } from "./pyproject/pyproject-toml.ts";
import { describeValue, isTable, suggest, type TomlTable } from "./pyproject/toml-value.ts";
import { readToolSettings, type ToolSettings } from "./tool-settings.ts";
import { parseToolTable } from "./tool-table.ts";

export interface ReadProjectOptions {
  /** Asked only when the version is to come from a git tag or an environment variable. */
  readonly environment?: Environment | undefined;
  /** Wins over the version of pyproject.toml, over every dynamic source and over PKG-INFO. */
  readonly setVersion?: string | undefined;
  /** Keys of `[tool.packwheel]` for this build alone: `{ "python-tag": "py2.py3" }`. See `ToolSettings`. */
  readonly overrides?: ToolSettings | undefined;
}

/**
 * @throws {PackwheelError} `PROJECT_FILE_MISSING`, `PROJECT_TOML_INVALID`, `PROJECT_TABLE_MISSING`, or
 *   `PROJECT_INVALID` with every problem in `findings`.
 */
export async function readProject(tree: FileTree, options: ReadProjectOptions = {}): Promise<Project> {
  const pyproject = await readPyprojectToml(tree);
  const projectValue = pyproject["project"];
  if (projectValue === undefined) throw await missingProjectTable(pyproject, tree);

  const findings: Finding[] = [];
  const root = Place.root(findings, PYPROJECT);
  checkTopLevel(pyproject, root);
  const buildSystem = parseBuildSystem(pyproject["build-system"], root.at("build-system"));
  checkDependencyGroups(pyproject["dependency-groups"], root.at("dependency-groups"));
  const table = parseProjectTable(readProjectValue(projectValue, root.at("project")), root.at("project"));
  const settings = readToolSettings(options.overrides ?? {}, root.elsewhere("--config-setting"));
  const tool = parseToolTable(findToolTable(pyproject), root.at("tool").at("packwheel"), settings);

  const sdist = await readSdistMetadata(tree, table.name);
  const given = findGivenVersion(table, options.setVersion, sdist?.version, root);
  const sources = { tree, environment: options.environment, pyproject, versionKnown: given !== undefined, sdist };
  const dynamic = await resolveDynamic(table, tool.dynamic, sources, root);
  const files = await readNamedFiles(tree, table, root.at("project"));
  const metadata = makeMetadata(table, given ?? table.version ?? dynamic.version ?? "", dynamic, files);
  const metadataVersion = checkMetadataVersion(metadata, tool.metadataVersion, root);

  throwWhenInvalid(findings);
  return {
    name: table.name,
    version: metadata.version,
    metadata: { ...metadata, metadataVersion },
    entryPoints: table.entryPoints,
    tool,
    referencedFiles: [...new Set([...files.paths, ...dynamic.files])].sort(compareCodePoints),
    ownBackend: findOwnBackend(buildSystem),
    findings,
  };
}

/** What is not a table is reported, and read as one in which nothing else is wrong. */
function readProjectValue(value: unknown, place: Place): TomlTable {
  if (isTable(value)) return value;
  const message = `Expected a table, found ${describeValue(value)}`;
  place.error("PROJECT_TYPE_WRONG", message, "Write [project] with name and version below it");
  return { name: "unknown", version: "0" };
}

/** `module` of `module:object`. */
function findOwnBackend(buildSystem: BuildSystem | undefined): OwnBackend | undefined {
  const { buildBackend, backendPath: folders } = buildSystem ?? {};
  const [module] = buildBackend?.split(":") ?? [];
  return module === undefined || folders === undefined ? undefined : { module, folders };
}

function findToolTable(pyproject: TomlTable): unknown {
  const tool = pyproject["tool"];
  return isTable(tool) ? tool["packwheel"] : undefined;
}

/** Other top-level tables are reserved, and nobody reads them; most often they are typing errors. */
function checkTopLevel(pyproject: TomlTable, root: Place): void {
  const known = ["project", "build-system", "dependency-groups", "tool"];
  for (const key of Object.keys(pyproject)) {
    if (known.includes(key)) continue;
    const message = `Unknown table or key ${quote(key)}`;
    root.at(key).warning("PROJECT_KEY_UNKNOWN", message, suggest(key, known));
  }
}

/** The version from outside, or the one of an unpacked sdist. */
function findGivenVersion(
  table: ProjectTable,
  setVersion: string | undefined,
  fromSdist: string | undefined,
  root: Place,
): string | undefined {
  const place = root.at("project").at("version");
  if (setVersion !== undefined) {
    const version = readVersion(setVersion, root.elsewhere("--set-version"));
    if (version !== undefined && table.version !== undefined && table.version !== version) {
      const message = `Version ${quote(table.version)} is replaced by ${quote(version)} for this build`;
      const hint =
        'Write `dynamic = ["version"]` if every version comes so, for tools that read the sdist\'s pyproject.toml';
      place.note("PROJECT_VERSION_OVERRIDDEN", message, hint);
    }
    // A version that is wrong has been reported; nothing else needs to be asked then.
    return version ?? "0";
  }
  if (fromSdist !== undefined && table.version !== undefined && table.version !== fromSdist) {
    place.warning(
      "PROJECT_VERSION_OVERRIDDEN",
      `Version ${quote(table.version)} is not the one of PKG-INFO, ${quote(fromSdist)}, which counts in an unpacked sdist`,
      "Delete PKG-INFO to build another version from these files",
    );
  }
  return fromSdist;
}

function throwWhenInvalid(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first, second] = errors;
  if (first === undefined) return;
  if (second === undefined) {
    const { message, hint, path } = first;
    throw new PackwheelError("PROJECT_INVALID", `${path}: ${message}`, { hint, path: PYPROJECT, findings });
  }
  throw new PackwheelError("PROJECT_INVALID", `Cannot build from pyproject.toml: it has ${errors.length} problems`, {
    path: PYPROJECT,
    findings,
  });
}
