/** A folder in memory that a module may write to: where results go, and where other folders are mounted. */
import { wasi } from "@bjorn3/browser_wasi_shim";
import { FixedFile } from "./fixed-file.ts";
import { MemoryFile } from "./memory-file.ts";
import { type Errno, FileNode, FolderNode, type Node } from "./node.ts";

/** Most names in all that one module may make in one folder. */
const MAX_NAMES = 100_000;

export class MemoryFolder extends FolderNode {
  readonly #nodes: Map<string, Node>;

  constructor(nodes: Readonly<Record<string, Node>> = {}) {
    super();
    this.#nodes = new Map(Object.entries(nodes));
  }

  override find(name: string): Node | undefined {
    return this.#nodes.get(name);
  }

  override names(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  override put(name: string, node: Node): Errno {
    if (!this.#nodes.has(name) && this.#nodes.size >= MAX_NAMES) return wasi.ERRNO_NOSPC;
    this.#nodes.set(name, node);
    return wasi.ERRNO_SUCCESS;
  }

  override remove(name: string): Errno {
    return this.#nodes.delete(name) ? wasi.ERRNO_SUCCESS : wasi.ERRNO_NOENT;
  }

  override createFile(name: string): { readonly ret: Errno; readonly node: Node | undefined } {
    const node = new MemoryFile();
    const ret = this.put(name, node);
    return { ret, node: ret === wasi.ERRNO_SUCCESS ? node : undefined };
  }

  override createFolder(name: string): Errno {
    return this.put(name, new MemoryFolder());
  }

  /** The bytes of a file below this folder, or undefined when there is none. */
  read(path: string): Uint8Array | undefined {
    let node: Node | undefined = this;
    for (const part of path.split("/")) node = node instanceof FolderNode ? node.find(part) : undefined;
    return node instanceof FileNode ? node.read(0, node.size) : undefined;
  }
}

/**
 * A folder that holds these files and may not be written to. Nothing is copied.
 *
 * @param files Path below the folder (`sys/types.h`) -> content.
 */
export function mountFiles(files: Iterable<readonly [path: string, bytes: Uint8Array]>): FolderNode {
  const root = new FixedFolder();
  for (const [path, bytes] of files) root.add(path, new FixedFile(bytes.length, () => bytes));
  return root;
}

/** Filled once by who makes it; modules only look. */
export class FixedFolder extends FolderNode {
  readonly #nodes = new Map<string, Node>();

  override find(name: string): Node | undefined {
    return this.#nodes.get(name);
  }

  override names(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  /** Put a file or folder at `path`, with the folders that lead there. Whatever is in the way is replaced. */
  add(path: string, node: Node): void {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    const name = parts.pop();
    if (name === undefined) return;
    let folder: FixedFolder = this;
    for (const part of parts) {
      const next = folder.#nodes.get(part);
      if (next instanceof FixedFolder) {
        folder = next;
      } else {
        const made = new FixedFolder();
        folder.#nodes.set(part, made);
        folder = made;
      }
    }
    folder.#nodes.set(name, node);
  }
}
