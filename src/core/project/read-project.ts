/**
 * From a tree of files to a `Project`: pyproject.toml is read and checked as a whole, and the files that it names
 * are read with it. Every problem is reported at once.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import type { Environment } from "../ports/environment.ts";
import type { FileTree } from "../ports/file-tree.ts";
import { type CoreMetadata, chooseMetadataVersion, emptyMetadata } from "../wheel/metadata.ts";
import { parseBuildSystem } from "./build-system.ts";
import { checkDependencyGroups } from "./dependency-groups.ts";
import { type DynamicValues, resolveDynamic } from "./dynamic/resolve.ts";
import { readSdistVersion } from "./dynamic/sdist-version.ts";
import type { Description } from "./dynamic/text.ts";
import { type Extra, formatRequiresDist } from "./fields/dependencies.ts";
import { formatImportNames } from "./fields/import-names.ts";
import { findLicenseFiles } from "./fields/license-files.ts";
import { formatPeople } from "./fields/people.ts";
import { checkMetadataVersion } from "./metadata-version.ts";
import { missingProjectTable } from "./missing-table.ts";
import { Place, quote } from "./place.ts";
import type { Project } from "./project.ts";
import { normalizeLineEnds, readProjectText } from "./project-path.ts";
import { type ProjectTable, parseProjectTable, readVersion } from "./project-table.ts";
import { PYPROJECT, readPyprojectToml } from "./pyproject-toml.ts";
import { describeValue, isTable, suggest, type TomlTable } from "./toml-value.ts";
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
  parseBuildSystem(pyproject["build-system"], root.at("build-system"));
  checkDependencyGroups(pyproject["dependency-groups"], root.at("dependency-groups"));
  const table = parseProjectTable(readProjectValue(projectValue, root.at("project")), root.at("project"));
  const settings = readToolSettings(options.overrides ?? {}, root.elsewhere("--config-setting"));
  const tool = parseToolTable(findToolTable(pyproject), root.at("tool").at("packwheel"), settings);

  const given = await findGivenVersion(tree, table, options.setVersion, root);
  const sources = { tree, environment: options.environment, pyproject, versionKnown: given !== undefined };
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
async function findGivenVersion(
  tree: FileTree,
  table: ProjectTable,
  setVersion: string | undefined,
  root: Place,
): Promise<string | undefined> {
  const place = root.at("project").at("version");
  if (setVersion !== undefined) {
    const version = readVersion(setVersion, root.elsewhere("--set-version"));
    if (version !== undefined && table.version !== undefined && table.version !== version) {
      const message = `Version ${quote(table.version)} is replaced by ${quote(version)} for this build`;
      place.note("PROJECT_VERSION_OVERRIDDEN", message);
    }
    // A version that is wrong has been reported; nothing else needs to be asked then.
    return version ?? "0";
  }
  const fromSdist = await readSdistVersion(tree, table.name);
  if (fromSdist !== undefined && table.version !== undefined && table.version !== fromSdist) {
    place.warning(
      "PROJECT_VERSION_OVERRIDDEN",
      `Version ${quote(table.version)} is not the one of PKG-INFO, ${quote(fromSdist)}, which counts in an unpacked sdist`,
      "Delete PKG-INFO to build another version from these files",
    );
  }
  return fromSdist;
}

interface NamedFiles {
  readonly readme: Description | undefined;
  readonly licenseText: string | undefined;
  readonly licenseFiles: readonly string[];
  readonly paths: readonly string[];
}

async function readNamedFiles(tree: FileTree, table: ProjectTable, place: Place): Promise<NamedFiles> {
  const paths: string[] = [];
  let readme: Description | undefined;
  if (table.readme?.kind === "text") {
    readme = { text: normalizeLineEnds(table.readme.text), contentType: table.readme.contentType };
  } else if (table.readme?.kind === "file") {
    const text = await readProjectText(tree, table.readme.path, place.at("readme"));
    if (text !== undefined) readme = { text: normalizeLineEnds(text), contentType: table.readme.contentType };
    paths.push(table.readme.path);
  }

  const { license } = table;
  const licenseText =
    license?.kind === "file"
      ? await readProjectText(tree, license.path, place.at("license").at("file"))
      : license?.kind === "text"
        ? license.text
        : undefined;
  const licenseFile = license?.kind === "file" && licenseText !== undefined ? license.path : undefined;
  const wishes = { patterns: table.licensePatterns, licenseFile };
  const licenseFiles = await findLicenseFiles(tree, wishes, place.at("license-files"));
  paths.push(...licenseFiles);
  return {
    readme,
    licenseText: licenseText === undefined ? undefined : normalizeLineEnds(licenseText).trim(),
    licenseFiles,
    paths,
  };
}

function makeMetadata(table: ProjectTable, version: string, dynamic: DynamicValues, files: NamedFiles): CoreMetadata {
  const authors = formatPeople(table.authors);
  const maintainers = formatPeople(table.maintainers);
  const extras = joinExtras(table.extras, dynamic.extras);
  const readme = dynamic.readme ?? files.readme;
  const metadata: CoreMetadata = {
    ...emptyMetadata(table.name, version),
    summary: dynamic.description ?? table.description,
    description: readme?.text,
    descriptionContentType: readme?.contentType,
    keywords: table.keywords.length === 0 ? undefined : table.keywords.join(","),
    author: authors.names,
    authorEmail: authors.emails,
    maintainer: maintainers.names,
    maintainerEmail: maintainers.emails,
    license: files.licenseText,
    licenseExpression: table.license?.kind === "expression" ? table.license.expression : undefined,
    licenseFile: files.licenseFiles,
    classifier: table.classifiers,
    projectUrl: table.urls,
    requiresPython: table.requiresPython === "" ? undefined : table.requiresPython,
    requiresDist: formatRequiresDist([...table.dependencies, ...dynamic.dependencies], extras),
    providesExtra: extras.map(({ name }) => name),
    // One empty name says that there is nothing to import.
    importName: table.importNames?.length === 0 ? [""] : formatImportNames(table.importNames ?? []),
    importNamespace: formatImportNames(table.importNamespaces ?? []),
  };
  return { ...metadata, metadataVersion: chooseMetadataVersion(metadata) };
}

/** Requirements from files are added behind those of the table, extra by extra. */
function joinExtras(written: readonly Extra[], fromFiles: readonly Extra[]): readonly Extra[] {
  const joined = new Map(written.map(({ name, requirements }) => [name, requirements]));
  for (const { name, requirements } of fromFiles) joined.set(name, [...(joined.get(name) ?? []), ...requirements]);
  return [...joined].map(([name, requirements]) => ({ name, requirements }));
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
