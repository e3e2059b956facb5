/**
 * Results of native builds, kept by content: an entry is found by a key of everything that is known beforehand, and
 * holds as long as the files that its build read are the same.
 */
import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { GENERATED_LIST, parseGeneratedFiles } from "../core/editable/generated-files.ts";
import { PackwheelError } from "../core/errors.ts";
import type { CompilerDiagnostic } from "../core/ports/compiler.ts";
import { findPathFault } from "../core/zip/safe-path.ts";
import { atomicWriteFile, makeFolder } from "./disk-output.ts";

/** In the project; no archive takes it in. */
export const BUILD_FOLDER = ".packwheel";

/** Raised whenever a build would give something else for the same key. */
const CACHE_VERSION = 1;

/** Entries that are kept, objects for many targets among them; the oldest go. */
const MAX_ENTRIES = 2048;

export interface CachedResult {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly CompilerDiagnostic[];
}

interface Entry {
  readonly fileName: string;
  /** Of the result, in hex. */
  readonly sha256: string;
  /** Path and hash of each file that the build read. */
  readonly files: readonly (readonly [string, string])[];
  readonly diagnostics: readonly CompilerDiagnostic[];
}

export class BuildCache {
  readonly #project: string;
  readonly #folder: string;
  readonly #enabled: boolean;

  /** @param enabled When false, nothing is found; results are kept all the same. */
  constructor(project: string, enabled: boolean) {
    this.#project = resolve(project);
    this.#folder = join(this.#project, BUILD_FOLDER, "cache");
    this.#enabled = enabled;
  }

  /** @param parts Everything that the result depends on, besides the files that the build turns out to read. */
  key(parts: unknown): string {
    return sha256(JSON.stringify([CACHE_VERSION, parts])).slice(0, 40);
  }

  async read(key: string): Promise<CachedResult | undefined> {
    if (!this.#enabled) return undefined;
    try {
      // Written by this class; whatever else lies there fails one of the comparisons, or to be read at all.
      const entry = JSON.parse(await readFile(join(this.#folder, `${key}.json`), "utf8")) as Entry;
      const bytes = await readFile(join(this.#folder, `${key}.bin`));
      if (sha256(bytes) !== entry.sha256) return undefined;
      const hashes = await this.hashFiles(entry.files.map(([path]) => path));
      if (entry.files.some(([, hash], index) => hashes[index]?.[1] !== hash)) return undefined;
      return { fileName: entry.fileName, bytes: new Uint8Array(bytes), diagnostics: entry.diagnostics };
    } catch {
      return undefined;
    }
  }

  /** @param files That the build read: relative to the project, or absolute. A disk that refuses loses the entry only. */
  async write(key: string, result: CachedResult, files: readonly string[]): Promise<void> {
    const { fileName, bytes, diagnostics } = result;
    const entry: Entry = { fileName, sha256: sha256(bytes), files: await this.hashFiles(files), diagnostics };
    try {
      await makeBuildFolder(this.#project);
      await makeFolder(this.#folder);
      await atomicWriteFile(join(this.#folder, `${key}.bin`), bytes);
      await atomicWriteFile(join(this.#folder, `${key}.json`), JSON.stringify(entry));
      await this.#prune();
    } catch {
      // The next build does the work again.
    }
  }

  /** The hash of a file that is not there is empty. */
  async hashFiles(paths: readonly string[]): Promise<(readonly [string, string])[]> {
    return Promise.all(
      paths.map(async (path) => {
        const content = await readFile(resolve(this.#project, path)).catch(() => undefined);
        return [path, content === undefined ? "" : sha256(content)] as const;
      }),
    );
  }

  async #prune(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(".json"));
    if (names.length <= MAX_ENTRIES) return;
    const dated = await Promise.all(
      names.map(async (name) => ({ name, time: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    dated.sort((left, right) => left.time - right.time);
    for (const { name } of dated.slice(0, names.length - MAX_ENTRIES)) {
      const key = name.slice(0, -".json".length);
      await rm(join(this.#folder, `${key}.json`), { force: true });
      await rm(join(this.#folder, `${key}.bin`), { force: true });
    }
  }
}

/** Make `.packwheel/`, which git is told to leave alone. */
export async function makeBuildFolder(project: string): Promise<string> {
  const folder = join(resolve(project), BUILD_FOLDER);
  await makeFolder(folder);
  await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch(() => undefined);
  return folder;
}

/**
 * Remove `.packwheel/`, and what editable installs wrote into the project.
 *
 * @returns Its path, or undefined when there was none.
 * @throws {PackwheelError} `NATIVE_CLEAN_FAILED`, also when it is a link: what lies behind it is not ours.
 */
export async function cleanDirectory(directory: string): Promise<string | undefined> {
  const folder = join(directory, BUILD_FOLDER);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) {
    throw new PackwheelError("NATIVE_CLEAN_FAILED", `Cannot remove "${folder}": it is no folder`, {
      hint: "Remove it yourself",
      path: folder,
    });
  }
  try {
    await removeGenerated(directory);
    await rm(folder, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PackwheelError("NATIVE_CLEAN_FAILED", `Cannot remove "${folder}": ${reason}`, { path: folder, cause });
  }
  return folder;
}

/** Without the list, later builds would take them for files of the project. */
async function removeGenerated(directory: string): Promise<void> {
  const list = await readFile(join(directory, GENERATED_LIST)).catch(() => undefined);
  for (const path of parseGeneratedFiles(list)) {
    if (findPathFault(path) === undefined) await rm(join(directory, ...path.split("/")), { force: true });
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
