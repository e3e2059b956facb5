/**
 * Objects of the WASM compiler that are held between builds: what did not change is not compiled again. Those that were
 * not used for longest go first; a page may have them kept between visits, too.
 */
import type { ObjectStore } from "../../toolchain/object-store.ts";
import type { KeptObjects, ObjectEntry } from "./kept-objects.ts";
import type { ProjectFiles } from "./project-files.ts";
import { sha256Hex } from "./sha256.ts";

const MAX_BYTES: number = 64 << 20;

export class ObjectMemory {
  readonly #kept: KeptObjects | undefined;
  readonly #hashes = new WeakMap<ProjectFiles, FileHashes>();
  readonly #entries = new Map<string, ObjectEntry>();
  #bytes = 0;

  constructor(kept?: KeptObjects) {
    this.#kept = kept;
  }

  /** The store of builds of these files. */
  of(project: ProjectFiles): ObjectStore {
    const hashes = this.#hashes.get(project) ?? new FileHashes(project);
    this.#hashes.set(project, hashes);
    return {
      read: async (parts) => {
        const key = JSON.stringify(parts);
        const entry = this.#entries.get(key) ?? (await this.#kept?.read(key));
        if (entry === undefined) return undefined;
        for (const [path, hash] of entry.files) if ((await hashes.of(path)) !== hash) return undefined;
        // The last in the map is the one that was used last.
        this.#hold(key, entry);
        return entry;
      },
      write: async (parts, { bytes, messages }, paths) => {
        const key = JSON.stringify(parts);
        const files = await Promise.all(paths.map(async (path) => [path, await hashes.of(path)] as const));
        const entry = { bytes, messages, files };
        this.#hold(key, entry);
        await this.#kept?.write(key, entry);
      },
    };
  }

  #hold(key: string, entry: ObjectEntry): void {
    this.#drop(key);
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MAX_BYTES) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes.length ?? 0;
    this.#entries.delete(key);
  }
}

/** Hashes of a project's files, each computed once; that of a file that is not there is empty. */
class FileHashes {
  readonly #files: ProjectFiles;
  readonly #known = new Map<string, Promise<string>>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  of(path: string): Promise<string> {
    const known = this.#known.get(path) ?? this.#hash(path);
    this.#known.set(path, known);
    return known;
  }

  async #hash(path: string): Promise<string> {
    const blob = this.#files.get(plainPath(path));
    return blob === undefined ? "" : sha256Hex(new Uint8Array(await blob.arrayBuffer()));
  }
}

/** As compilers name what they read: `native/../include/./a.h` -> `include/a.h`. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
