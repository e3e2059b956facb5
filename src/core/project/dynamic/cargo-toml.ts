/**
 * The version in a Cargo.toml, its own or the one it takes from its workspace.
 * Spec: https://doc.rust-lang.org/cargo/reference/workspaces.html#the-package-table
 */
import { PackwheelError } from "../../errors.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { quote } from "../place.ts";
import { parseToml } from "../pyproject/pyproject-toml.ts";
import { isTable, type TomlTable } from "../pyproject/toml-value.ts";

export interface CargoVersion {
  /** A semantic version, as written. */
  readonly version: string;
  /** Every Cargo.toml that was needed. */
  readonly files: readonly string[];
}

/** @throws {PackwheelError} `PROJECT_TOML_INVALID`, `VERSION_INVALID` */
export async function readCargoVersion(tree: FileTree, file: string): Promise<CargoVersion> {
  const cargo = await readCargoToml(tree, file);
  if (cargo === undefined) throw missing(`File ${quote(file)} does not exist`, "Write the path of the Cargo.toml");
  const version = tableOf(cargo, "package")?.["version"];
  if (typeof version === "string") return { version, files: [file] };
  if (!isTable(version) || version["workspace"] !== true) {
    throw missing(`File ${quote(file)} has no package.version`, 'Write `version = "0.1.0"` below [package]');
  }
  for (const candidate of listWorkspaceFiles(cargo, file)) {
    const workspace = tableOf((candidate === file ? cargo : await readCargoToml(tree, candidate)) ?? {}, "workspace");
    if (workspace === undefined) continue;
    const shared = tableOf(workspace, "package")?.["version"];
    if (typeof shared === "string") return { version: shared, files: [...new Set([file, candidate])] };
    throw missing(
      `File ${quote(candidate)} has no workspace.package.version`,
      'Write `version = "0.1.0"` below [workspace.package]',
    );
  }
  throw missing(
    `File ${quote(file)} takes its version from a workspace that is not in the project`,
    'Write `version = "0.1.0"` below [package], or pass --set-version',
  );
}

/** Where the workspace may be: at the path that the package names, else in the folders around it, nearest first. */
function listWorkspaceFiles(cargo: TomlTable, file: string): readonly string[] {
  const folders = file.split("/").slice(0, -1);
  const named = tableOf(cargo, "package")?.["workspace"];
  if (typeof named !== "string") {
    return [...folders, ""].map((_, index) => [...folders.slice(0, folders.length - index), "Cargo.toml"].join("/"));
  }
  const path = [...folders];
  for (const part of named.split("/")) {
    if (part === "..") {
      // The workspace lies outside of the project, where nothing is read.
      if (path.pop() === undefined) return [];
    } else if (part !== "" && part !== ".") path.push(part);
  }
  return [[...path, "Cargo.toml"].join("/")];
}

async function readCargoToml(tree: FileTree, file: string): Promise<TomlTable | undefined> {
  const bytes = await tree.read(file);
  return bytes === undefined ? undefined : parseToml(bytes, file);
}

function tableOf(table: TomlTable, key: string): TomlTable | undefined {
  const value = table[key];
  return isTable(value) ? value : undefined;
}

function missing(message: string, hint: string): PackwheelError {
  return new PackwheelError("VERSION_INVALID", message, { hint });
}
