/**
 * A folder of the world outside, a disk for instance, looked into only where a module looks. Read-only: results go to
 * folders in memory, and the caller writes them when the module is done.
 */
import { FixedFile } from "./fixed-file.ts";
import { FolderNode, type Node } from "./node.ts";

/** What a disk must answer, at once: a running module cannot wait. Paths are absolute, with `/` between the parts. */
export interface OutsideFiles {
  /** What is there, links followed; undefined when there is nothing that can be read. */
  find(path: string): { readonly kind: "file"; readonly size: number } | { readonly kind: "folder" } | undefined;
  names(path: string): readonly string[];
  read(path: string): Uint8Array;
}

export class OutsideFolder extends FolderNode {
  readonly #files: OutsideFiles;
  readonly #path: string;
  /** Once seen, a file stays as it was, and keeps its number. */
  readonly #nodes = new Map<string, Node | undefined>();

  /** @param path Without `/` at its end; empty for the root. */
  constructor(files: OutsideFiles, path: string) {
    super();
    this.#files = files;
    this.#path = path;
  }

  override find(name: string): Node | undefined {
    if (!this.#nodes.has(name)) this.#nodes.set(name, this.#look(`${this.#path}/${name}`));
    return this.#nodes.get(name);
  }

  override names(): readonly string[] {
    return this.#files.names(this.#path === "" ? "/" : this.#path);
  }

  #look(path: string): Node | undefined {
    const found = this.#files.find(path);
    if (found === undefined) return undefined;
    if (found.kind === "folder") return new OutsideFolder(this.#files, path);
    return new FixedFile(found.size, () => this.#files.read(path));
  }
}
