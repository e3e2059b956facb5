/**
 * A dynamic version: asked of the one source that `[tool.packwheel.dynamic]` names.
 */
import { PackwheelError } from "../../errors.ts";
import { normalizeVersion } from "../../names/version.ts";
import type { Environment } from "../../ports/environment.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { type Place, quote } from "../place.ts";
import { readProjectText, readQuietly } from "../project-path.ts";
import { isTable } from "../pyproject/toml-value.ts";
import type { DynamicVersion } from "../tool-table.ts";
import { readCargoVersion } from "./cargo-toml.ts";
import { versionOfGit } from "./git-version.ts";
import { findPythonConstant } from "./python-module.ts";
import { convertSemanticVersion } from "./semantic-version.ts";

export interface VersionSources {
  readonly tree: FileTree;
  readonly environment: Environment | undefined;
}

export interface ResolvedVersion {
  /** Normalised. */
  readonly version: string;
  /** Files that said so; the sdist needs them to say it again. */
  readonly files: readonly string[];
}

/** Undefined when the source does not give a version, which is reported. */
export async function resolveVersion(
  source: DynamicVersion,
  { tree, environment }: VersionSources,
  place: Place,
): Promise<ResolvedVersion | undefined> {
  switch (source.kind) {
    case "python":
      return fromText(await readPythonVersion(tree, source.file, source.attribute, place), [source.file], place);
    case "file":
      return fromText(await readFileVersion(tree, source.file, source.regex, place), [source.file], place);
    case "package-json":
      return fromSemantic(await readPackageJson(tree, source.file, place), [source.file], place);
    case "cargo-toml":
      return readCargo(tree, source.file, place);
    case "git-tag":
      return readGit(environment, source, place);
    case "env":
      return fromText(readVariable(environment, source.name, place), [], place);
  }
}

/** The files of a source that need not be asked, because the version is known: the sdist needs them all the same. */
export async function listVersionFiles(source: DynamicVersion, tree: FileTree): Promise<readonly string[]> {
  if (source.kind === "git-tag" || source.kind === "env") return [];
  if ((await readQuietly(tree, source.file)) === undefined) return [];
  if (source.kind !== "cargo-toml") return [source.file];
  try {
    return (await readCargoVersion(tree, source.file)).files;
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    return [source.file];
  }
}

async function readPythonVersion(
  tree: FileTree,
  file: string,
  attribute: string,
  place: Place,
): Promise<string | undefined> {
  const text = await readProjectText(tree, file, place);
  if (text === undefined) return undefined;
  const constant = findPythonConstant(text, attribute);
  if (constant?.kind === "string") return constant.value;
  if (constant === undefined) {
    place.error(
      "PROJECT_DYNAMIC_UNRESOLVED",
      `File ${quote(file)} assigns no ${attribute} at its top level`,
      `Write \`${attribute} = "1.0"\` in it, or name another file or attribute`,
    );
    return undefined;
  }
  place.error(
    "PROJECT_DYNAMIC_UNRESOLVED",
    `${attribute} in ${file}:${constant.line} is not a string constant, and Python is not run`,
    `Write \`${attribute} = "1.0"\` there, or take the version from another source`,
  );
  return undefined;
}

async function readFileVersion(
  tree: FileTree,
  file: string,
  regex: string | undefined,
  place: Place,
): Promise<string | undefined> {
  const text = await readProjectText(tree, file, place);
  if (text === undefined || regex === undefined) return text?.trim();
  const version = new RegExp(regex, "m").exec(text.replaceAll("\r\n", "\n"))?.groups?.["version"];
  if (version === undefined) {
    const message = `Expression ${quote(regex)} matches nothing in ${quote(file)}`;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", message, "Correct the expression or the file");
  }
  return version;
}

async function readPackageJson(tree: FileTree, file: string, place: Place): Promise<string | undefined> {
  const text = await readProjectText(tree, file, place);
  if (text === undefined) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    place.error("PROJECT_DYNAMIC_UNRESOLVED", `File ${quote(file)} is not JSON`, "Correct the file");
    return undefined;
  }
  const version = isTable(content) ? content["version"] : undefined;
  if (typeof version === "string") return version;
  place.error("PROJECT_DYNAMIC_UNRESOLVED", `File ${quote(file)} has no version`, 'Write `"version": "1.0.0"` in it');
  return undefined;
}

async function readCargo(tree: FileTree, file: string, place: Place): Promise<ResolvedVersion | undefined> {
  try {
    const { version, files } = await readCargoVersion(tree, file);
    return fromSemantic(version, files, place);
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", error.message, error.hint);
    return undefined;
  }
}

async function readGit(
  environment: Environment | undefined,
  source: Extract<DynamicVersion, { kind: "git-tag" }>,
  place: Place,
): Promise<ResolvedVersion | undefined> {
  const tags = source.match === undefined ? "tag" : `tag that matches ${quote(source.match)}`;
  const hint =
    "Create a tag such as `v1.0.0`, run `git fetch --tags --unshallow` in a clone without history, or pass --set-version";
  let description: Awaited<ReturnType<Environment["describeGit"]>>;
  try {
    description = await environment?.describeGit(source.match);
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", error.message, error.hint ?? hint);
    return undefined;
  }
  if (description === undefined) {
    const message = environment === undefined ? "Git cannot be asked here" : `Git knows no ${tags}`;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", message, environment === undefined ? "Pass --set-version" : hint);
    return undefined;
  }
  const version = versionOfGit(description, source.commit === true);
  if (version === undefined) {
    const message = `Tag ${quote(description.tag)} holds no version`;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", message, 'Tell the right tags by a pattern, such as `git-tag = "v*"`');
    return undefined;
  }
  if (description.dirty && description.distance === 0) {
    place.warning(
      "PROJECT_VERSION_DIRTY",
      `Version is ${version} by the tag ${quote(description.tag)}, but the tree has changes that are not committed`,
      "Commit the changes, or build from a clean checkout",
    );
  }
  return { version, files: [] };
}

function readVariable(environment: Environment | undefined, name: string, place: Place): string | undefined {
  const value = environment?.variable(name)?.trim();
  if (value !== undefined && value !== "") return value;
  const state = value === undefined ? "not set" : "empty";
  place.error(
    "PROJECT_DYNAMIC_UNRESOLVED",
    `Environment variable ${name} is ${state}`,
    `Set ${name}, or pass --set-version`,
  );
  return undefined;
}

function fromText(text: string | undefined, files: readonly string[], place: Place): ResolvedVersion | undefined {
  if (text === undefined) return undefined;
  const version = place.attempt("PROJECT_VERSION_INVALID", () => normalizeVersion(text));
  return version === undefined ? undefined : { version, files };
}

function fromSemantic(text: string | undefined, files: readonly string[], place: Place): ResolvedVersion | undefined {
  if (text === undefined) return undefined;
  const version = place.attempt("PROJECT_VERSION_INVALID", () => convertSemanticVersion(text));
  return version === undefined ? undefined : { version, files };
}
