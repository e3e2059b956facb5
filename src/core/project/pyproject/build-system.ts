/**
 * `[build-system]`: what a Python frontend would install and call. packwheel does neither, but a broken table
 * would go into the sdist and break the install there.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-build-system-dependencies-the-build-system-table
 */
import { isModuleName } from "../../names/identifier.ts";
import { parseRequirement } from "../../names/requirement.ts";
import { type Place, quote } from "../place.ts";
import { readProjectPath } from "../project-path.ts";
import { readString, readStrings, readTable, suggest } from "./toml-value.ts";

const KEYS = ["requires", "build-backend", "backend-path"] as const;

export interface BuildSystem {
  readonly requires: readonly string[];
  /** `hatchling.build`. Undefined: setuptools, by tradition. */
  readonly buildBackend: string | undefined;
  /** Folders that hold a backend of the project's own, the empty path for the project itself. Undefined: installed. */
  readonly backendPath?: readonly string[] | undefined;
}

/** @param value The table of pyproject.toml; undefined when it has none. */
export function parseBuildSystem(value: unknown, place: Place): BuildSystem | undefined {
  if (value === undefined) return undefined;
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  for (const key of Object.keys(table)) {
    if (KEYS.some((known) => known === key)) continue;
    place.at(key).warning("PROJECT_KEY_UNKNOWN", `Unknown key ${quote(key)}`, suggest(key, KEYS));
  }
  const buildBackend =
    table["build-backend"] === undefined ? undefined : readBackend(table["build-backend"], place.at("build-backend"));
  const backendPath =
    table["backend-path"] === undefined ? undefined : readBackendPath(table["backend-path"], place.at("backend-path"));
  if (table["requires"] === undefined) {
    place
      .at("requires")
      .error(
        "BUILD_SYSTEM_INVALID",
        "Key requires is missing",
        'Write `requires = ["..."]`, or `[]` when there is nothing to install',
      );
    return undefined;
  }
  return { requires: readRequires(table["requires"], place.at("requires")), buildBackend, backendPath };
}

function readRequires(value: unknown, place: Place): readonly string[] {
  const texts = readStrings(value, place) ?? [];
  for (const [index, text] of texts.entries()) {
    place.at(index).attempt("BUILD_SYSTEM_INVALID", () => parseRequirement(text));
  }
  return texts;
}

function readBackend(value: unknown, place: Place): string | undefined {
  const backend = readString(value, place);
  if (backend === undefined) return undefined;
  const parts = backend.split(":");
  if (parts.length <= 2 && parts.every(isModuleName)) return backend;
  place.error(
    "BUILD_SYSTEM_INVALID",
    `${quote(backend)} is not a build backend`,
    "Write it as `module` or `module:object`, for example `hatchling.build`",
  );
  return undefined;
}

function readBackendPath(value: unknown, place: Place): readonly string[] {
  return (readStrings(value, place) ?? []).flatMap((path, index) => {
    // "." is the project itself, and usual here.
    return path === "." || path === "./" ? [""] : (readProjectPath(path, place.at(index)) ?? []);
  });
}
