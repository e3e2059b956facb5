/** A new project from a template, on disk. */
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, PackwheelError } from "../core/errors.ts";
import { templateFiles } from "../core/template/template-files.ts";
import type { TemplateOptions } from "../core/template/template-options.ts";
import { atomicWriteFile } from "./disk-output.ts";

export interface InitProjectOptions extends TemplateOptions {
  /** Replace files that are there. */
  readonly force?: boolean | undefined;
}

export interface InitializedFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** False when the file was there, with this content. */
  readonly changed: boolean;
}

/**
 * Write the files of a template into a folder, which is made where it is not there. What else lies in it stays.
 *
 * @throws {PackwheelError} `INIT_FILES_EXIST` before anything is written, with a finding for each file that is in the
 *   way; `NAME_INVALID`, `LICENSE_EXPRESSION_INVALID`, `OUTPUT_FAILED`
 */
export async function initProject(directory: string, options: InitProjectOptions): Promise<InitializedFile[]> {
  const files = Object.entries(templateFiles(options));
  const states = await Promise.all(files.map(([path, content]) => stateOf(directory, path, content)));
  refuseClashes(directory, states, options.force === true);
  // The project file comes last: what stops half-way is no project yet.
  const order = files.map(([path, content], index) => ({ path, content, state: states[index] }));
  order.sort((a, b) => Number(a.path === "pyproject.toml") - Number(b.path === "pyproject.toml"));
  for (const { path, content, state } of order) {
    if (state?.kind !== "same") await atomicWriteFile(join(directory, path), content);
  }
  return files.map(([path], index) => ({ path, changed: states[index]?.kind !== "same" }));
}

type PlaceState =
  | { readonly kind: "free" }
  /** A file with the very content. */
  | { readonly kind: "same" }
  /** A file that can be replaced. */
  | { readonly kind: "other"; readonly path: string }
  /** A folder in the place of a file, or a file in the place of a folder. */
  | { readonly kind: "blocked"; readonly path: string; readonly message: string };

async function stateOf(directory: string, path: string, content: string): Promise<PlaceState> {
  const parts = path.split("/");
  for (let count = 1; count < parts.length; count++) {
    const folder = parts.slice(0, count).join("/");
    const found = await lstat(join(directory, folder)).catch(() => undefined);
    if (found === undefined) return { kind: "free" };
    if (!found.isDirectory()) {
      return { kind: "blocked", path: folder, message: "The template needs a folder of this name" };
    }
  }
  const found = await lstat(join(directory, path)).catch(() => undefined);
  if (found === undefined) return { kind: "free" };
  if (found.isDirectory()) return { kind: "blocked", path, message: "A folder has the name of a file" };
  const present = found.isFile() ? await readFile(join(directory, path), "utf8").catch(() => undefined) : undefined;
  return present === content ? { kind: "same" } : { kind: "other", path };
}

function refuseClashes(directory: string, states: readonly PlaceState[], force: boolean): void {
  // By path: several files may need the same folder.
  const findings = new Map<string, Finding>();
  for (const state of states) {
    if (state.kind === "blocked") {
      const { path, message } = state;
      findings.set(path, { code: "INIT_FILES_EXIST", severity: "error", message, path, hint: "Move it away" });
    } else if (state.kind === "other" && !force) {
      const message = "A file with other content is there";
      findings.set(state.path, { code: "INIT_FILES_EXIST", severity: "error", message, path: state.path });
    }
  }
  if (findings.size === 0) return;
  const count = findings.size === 1 ? "a file is" : `${findings.size} files are`;
  throw new PackwheelError("INIT_FILES_EXIST", `Cannot write the project into "${directory}": ${count} in the way`, {
    path: directory,
    hint: "Choose an empty folder, or replace files with --force",
    findings: [...findings.values()],
  });
}
