/**
 * pyproject.toml as a file: UTF-8, TOML, at the root of the tree.
 * Spec: https://toml.io/en/v1.0.0
 */
import { parse, TomlError } from "smol-toml";
import { type DecodedText, decodeUtf8 } from "../../bytes/utf8.ts";
import { PackwheelError } from "../../errors.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { escapeControls } from "../place.ts";
import type { TomlTable } from "./toml-value.ts";

export const PYPROJECT = "pyproject.toml";

/** Real files have a few kilobytes; a parser of someone else's file needs some bound. */
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_NESTING = 100;
const EXCERPT_COLUMNS = 100;

/**
 * @throws {PackwheelError} `PROJECT_FILE_MISSING`, `PROJECT_TOML_INVALID`
 */
export async function readPyprojectToml(tree: FileTree): Promise<TomlTable> {
  const bytes = await tree.read(PYPROJECT);
  if (bytes !== undefined) return parsePyprojectToml(bytes);
  const legacy = (await tree.read("setup.py")) ?? (await tree.read("setup.cfg"));
  throw new PackwheelError("PROJECT_FILE_MISSING", "Cannot find pyproject.toml at the root of the project", {
    path: PYPROJECT,
    hint:
      legacy === undefined
        ? "Write a pyproject.toml with a [project] table that has name and version"
        : "Write a pyproject.toml with a [project] table: setup.py and setup.cfg are not read",
  });
}

/**
 * @throws {PackwheelError} `PROJECT_TOML_INVALID`, with line, column and an excerpt of the line.
 */
export function parsePyprojectToml(bytes: Uint8Array): TomlTable {
  return parseToml(bytes, PYPROJECT);
}

/** Any TOML file of the project: Cargo.toml is another. @throws {PackwheelError} `PROJECT_TOML_INVALID` */
export function parseToml(bytes: Uint8Array, path: string): TomlTable {
  if (bytes.length > MAX_BYTES) {
    throw new PackwheelError("PROJECT_TOML_INVALID", `Cannot read ${path}: it has more than ${MAX_BYTES} bytes`, {
      path,
    });
  }
  const { text, invalidAt } = decodeText(bytes);
  if (invalidAt !== undefined) {
    throw new PackwheelError("PROJECT_TOML_INVALID", `Cannot read ${path}: byte ${invalidAt} is not UTF-8`, {
      path,
      offset: invalidAt,
      hint: "Save the file as UTF-8",
    });
  }
  try {
    return parse(text, { integersAsBigInt: "asNeeded", maxDepth: MAX_NESTING });
  } catch (cause) {
    if (cause instanceof TomlError) throw syntaxError(cause, text, path);
    throw new PackwheelError("PROJECT_TOML_INVALID", `Cannot read ${path}: it is not TOML`, { path, cause });
  }
}

/** As UTF-8, without a byte order mark. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, invalidAt } = decodeUtf8(bytes);
  return { text: text.startsWith("\ufeff") ? text.slice(1) : text, invalidAt };
}

function syntaxError(cause: TomlError, text: string, path: string): PackwheelError {
  const [reason = "syntax error"] = cause.message.replace(/^Invalid TOML document: /, "").split("\n");
  const where = `${path}:${cause.line}:${cause.column}`;
  return new PackwheelError(
    "PROJECT_TOML_INVALID",
    `Cannot parse ${where}: ${reason}\n\n${excerpt(text, cause.line, cause.column)}`,
    { path, cause, hint: `Correct the TOML at line ${cause.line}, column ${cause.column}` },
  );
}

/** The line with a caret below the column; long lines are cut around it. */
function excerpt(text: string, line: number, column: number): string {
  const source = text.split(/\r?\n/)[line - 1] ?? "";
  const start = Math.max(0, column - 1 - EXCERPT_COLUMNS / 2);
  const before = escapeControls(source.slice(start, column - 1).replaceAll("\t", " "));
  const after = escapeControls(source.slice(column - 1, start + EXCERPT_COLUMNS).replaceAll("\t", " "));
  const number = `${line} | `;
  return `${number}${before}${after}\n${" ".repeat(number.length + before.length)}^`;
}
