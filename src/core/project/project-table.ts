/**
 * The `[project]` table: what it says, before any file that it names is read.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-project-metadata-the-project-table
 */
import { assertValidName } from "../names/project-name.ts";
import type { Requirement } from "../names/requirement.ts";
import { formatSpecifierSet, parseSpecifierSet } from "../names/specifier.ts";
import { normalizeVersion } from "../names/version.ts";
import type { EntryPoints } from "../wheel/entry-points.ts";
import { LINE_BOUNDARY } from "../wheel/header-block.ts";
import { type Extra, readDependencies, readOptionalDependencies } from "./fields/dependencies.ts";
import { readEntryPoints } from "./fields/entry-points.ts";
import {
  checkImportNamesTogether,
  type ImportName,
  readImportNames,
  readImportNamespaces,
} from "./fields/import-names.ts";
import { type License, readLicense } from "./fields/license.ts";
import { type LicensePattern, readLicensePatterns } from "./fields/license-files.ts";
import { type Person, readPeople } from "./fields/people.ts";
import { type Readme, readReadme } from "./fields/readme.ts";
import { readUrls } from "./fields/urls.ts";
import { type Place, quote } from "./place.ts";
import {
  checkKeys,
  checkLine,
  readLine,
  readString,
  readStrings,
  suggest,
  type TomlTable,
} from "./pyproject/toml-value.ts";

/** Every key that the table may have. */
export const PROJECT_KEYS = [
  "name",
  "version",
  "description",
  "readme",
  "requires-python",
  "license",
  "license-files",
  "authors",
  "maintainers",
  "keywords",
  "classifiers",
  "urls",
  "scripts",
  "gui-scripts",
  "entry-points",
  "dependencies",
  "optional-dependencies",
  "import-names",
  "import-namespaces",
  "dynamic",
] as const;

/** A key that `dynamic` may list. */
export type DynamicKey = Exclude<(typeof PROJECT_KEYS)[number], "name" | "dynamic">;

const DYNAMIC_KEYS: readonly DynamicKey[] = PROJECT_KEYS.filter(
  (key): key is DynamicKey => key !== "name" && key !== "dynamic",
);

/** Keys of one value: said here or left to the tool, never both. The others may be extended (PEP 808). */
const SINGLE_VALUE_KEYS: readonly DynamicKey[] = ["version", "description", "readme", "requires-python", "license"];

export interface ProjectTable {
  /** As written. Empty when it is missing or wrong, which is reported. */
  readonly name: string;
  /** Normalised. */
  readonly version: string | undefined;
  readonly description: string | undefined;
  readonly readme: Readme | undefined;
  readonly requiresPython: string | undefined;
  readonly license: License | undefined;
  readonly licensePatterns: readonly LicensePattern[] | undefined;
  readonly authors: readonly Person[];
  readonly maintainers: readonly Person[];
  readonly keywords: readonly string[];
  readonly classifiers: readonly string[];
  readonly urls: readonly string[];
  readonly entryPoints: EntryPoints;
  readonly dependencies: readonly Requirement[];
  readonly extras: readonly Extra[];
  /** Undefined: nothing is said. Empty: there is nothing to import. */
  readonly importNames: readonly ImportName[] | undefined;
  readonly importNamespaces: readonly ImportName[] | undefined;
  /** Keys that are listed in `dynamic`, and may be: each once. */
  readonly dynamic: ReadonlySet<DynamicKey>;
  /** Keys that the table has, whether their value is right or not. */
  readonly present: ReadonlySet<string>;
}

export function parseProjectTable(table: TomlTable, place: Place): ProjectTable {
  checkKeys(table, PROJECT_KEYS, place);
  function key<T>(name: string, read: (value: unknown, at: Place) => T): T | undefined {
    return table[name] === undefined ? undefined : read(table[name], place.at(name));
  }
  const project: ProjectTable = {
    name: readName(table["name"], place.at("name")),
    version: key("version", readVersion),
    description: key("description", readDescription),
    readme: key("readme", readReadme),
    requiresPython: key("requires-python", readRequiresPython),
    license: key("license", readLicense),
    licensePatterns: key("license-files", readLicensePatterns),
    authors: key("authors", readPeople) ?? [],
    maintainers: key("maintainers", readPeople) ?? [],
    keywords: key("keywords", readKeywords) ?? [],
    classifiers: key("classifiers", readClassifiers) ?? [],
    urls: key("urls", readUrls) ?? [],
    entryPoints: readEntryPoints(
      { scripts: table["scripts"], guiScripts: table["gui-scripts"], entryPoints: table["entry-points"] },
      place,
    ),
    dependencies: key("dependencies", readDependencies) ?? [],
    extras: key("optional-dependencies", readOptionalDependencies) ?? [],
    importNames: key("import-names", readImportNames),
    importNamespaces: key("import-namespaces", readImportNamespaces),
    dynamic: key("dynamic", (value, at) => readDynamic(value, table, at)) ?? new Set(),
    present: new Set(Object.keys(table)),
  };
  checkTogether(project, place);
  return project;
}

/** Faults that show only when several keys are seen. */
function checkTogether(project: ProjectTable, place: Place): void {
  if (!project.present.has("version") && !project.dynamic.has("version")) {
    place
      .at("version")
      .error(
        "PROJECT_KEY_MISSING",
        "Key version is missing",
        'Write `version = "0.1.0"`, or list it: `dynamic = ["version"]`',
      );
  }
  checkImportNamesTogether(project.importNames ?? [], project.importNamespaces ?? [], place);
  if (project.license !== undefined && project.license.kind !== "expression" && project.present.has("license-files")) {
    place
      .at("license-files")
      .error(
        "PROJECT_LICENSE_INVALID",
        "Key license-files cannot stand beside a license table",
        'Write license as an SPDX expression, such as `license = "MIT"`',
      );
  }
  const licenseClassifiers = project.classifiers.filter((classifier) => classifier.startsWith("License ::"));
  if (project.license?.kind === "expression" && licenseClassifiers.length > 0) {
    place
      .at("classifiers")
      .warning(
        "PROJECT_LICENSE_DEPRECATED",
        `Classifier ${quote(licenseClassifiers.join(", "))} repeats what license says`,
        "Remove the License :: classifiers",
      );
  }
}

function readName(value: unknown, place: Place): string {
  if (value === undefined) {
    place.error("PROJECT_KEY_MISSING", "Key name is missing", 'Write `name = "your-project"`');
    return "";
  }
  const name = readString(value, place);
  if (name === undefined) return "";
  place.attempt("PROJECT_NAME_INVALID", () => assertValidName(name));
  return name;
}

export function readVersion(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  return text === undefined ? undefined : place.attempt("PROJECT_VERSION_INVALID", () => normalizeVersion(text));
}

function readDescription(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (LINE_BOUNDARY.test(trimmed)) {
    const message = `Summary ${quote(trimmed)} has more than one line`;
    place.error("PROJECT_DESCRIPTION_INVALID", message, "Write one line here, and the long text in the readme");
    return undefined;
  }
  return checkLine(trimmed, place) ? trimmed : undefined;
}

function readRequiresPython(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined) return undefined;
  return place.attempt(
    "PROJECT_REQUIRES_PYTHON_INVALID",
    () => formatSpecifierSet(parseSpecifierSet(text)),
    'Write it as `">=3.9"`',
  );
}

function readKeywords(value: unknown, place: Place): readonly string[] {
  return (readStrings(value, place) ?? []).flatMap((text, index) => {
    const here = place.at(index);
    const keyword = readLine(text, here);
    if (keyword === undefined) return [];
    if (keyword !== "" && !keyword.includes(",")) return [keyword];
    const state = keyword === "" ? "is empty" : "has a comma";
    // The header is one list with commas between its items.
    here.error(
      "PROJECT_KEYWORD_INVALID",
      `Keyword ${quote(keyword)} ${state}`,
      "Write each keyword as an item of its own",
    );
    return [];
  });
}

/** Whether a classifier is in PyPI's list, `check` tells: the list changes, and a private index may not care. */
function readClassifiers(value: unknown, place: Place): readonly string[] {
  const seen = new Set<string>();
  for (const [index, text] of (readStrings(value, place) ?? []).entries()) {
    const here = place.at(index);
    const classifier = readLine(text, here);
    if (classifier === undefined) continue;
    if (!/^[^\s:][^:]*( :: [^\s:]([^:]|:(?!:))*)+$/.test(classifier)) {
      here.error(
        "PROJECT_CLASSIFIER_INVALID",
        `${quote(classifier)} is not a classifier`,
        "Write it with ` :: ` between its parts, as in `Programming Language :: Python :: 3`",
      );
    } else if (seen.has(classifier)) {
      here.warning("PROJECT_CLASSIFIER_INVALID", `${quote(classifier)} is there twice`, "Remove one of them");
    } else seen.add(classifier);
  }
  return [...seen];
}

function readDynamic(value: unknown, table: TomlTable, place: Place): ReadonlySet<DynamicKey> {
  const listed = new Set<DynamicKey>();
  for (const [index, text] of (readStrings(value, place) ?? []).entries()) {
    const here = place.at(index);
    const key = DYNAMIC_KEYS.find((candidate) => candidate === text);
    if (text === "name") {
      here.error("PROJECT_DYNAMIC_INVALID", '"name" cannot be dynamic', 'Write `name = "your-project"` in [project]');
    } else if (key === undefined) {
      here.error("PROJECT_DYNAMIC_INVALID", `${quote(text)} is not a key of [project]`, suggest(text, DYNAMIC_KEYS));
    } else if (listed.has(key)) {
      here.warning("PROJECT_DYNAMIC_INVALID", `${quote(key)} is there twice`, "Remove one of them");
    } else if (table[key] !== undefined && SINGLE_VALUE_KEYS.includes(key)) {
      here.error(
        "PROJECT_DYNAMIC_INVALID",
        `${quote(key)} is listed here and has a value in [project]`,
        `Remove one of the two: the value, or ${quote(key)} from dynamic`,
      );
    } else listed.add(key);
  }
  return listed;
}
