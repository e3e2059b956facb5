/**
 * Several folders seen as one. The first that has a name wins; folders that several have are joined in turn. What a
 * module writes goes to the first, so that the others stay as they are; it cannot take away what they have.
 */
import { wasi } from "@bjorn3/browser_wasi_shim";
import { MemoryFolder } from "./memory-folder.ts";
import { type Errno, FolderNode, type Node } from "./node.ts";

export class OverlayFolder extends FolderNode {
  readonly #top: FolderNode;
  readonly #lower: readonly FolderNode[];
  /** Joined folders are made once: a file must keep its number, by which compilers know it. */
  readonly #joined = new Map<string, OverlayFolder>();

  constructor(top: FolderNode, ...lower: readonly FolderNode[]) {
    super();
    this.#top = top;
    this.#lower = lower;
  }

  override find(name: string): Node | undefined {
    const joined = this.#joined.get(name);
    if (joined !== undefined) return joined;
    const found = [this.#top, ...this.#lower].map((layer) => layer.find(name)).filter((node) => node !== undefined);
    const first = found[0];
    if (!(first instanceof FolderNode) || this.#lower.length === 0) return first;
    // A folder of a lower layer alone gets one in the top layer when somebody writes into it.
    const own = this.#top.find(name) instanceof FolderNode ? first : new LateFolder(() => this.#createOnTop(name));
    const below = found.filter((node) => node !== own && node instanceof FolderNode) as readonly FolderNode[];
    const folder = new OverlayFolder(own, ...below);
    this.#joined.set(name, folder);
    return folder;
  }

  override names(): readonly string[] {
    return [...new Set([this.#top, ...this.#lower].flatMap((layer) => layer.names()))];
  }

  override put(name: string, node: Node): Errno {
    if (this.#inLower(name)) return wasi.ERRNO_ROFS;
    this.#joined.delete(name);
    return this.#top.put(name, node);
  }

  override remove(name: string): Errno {
    if (this.#inLower(name)) return wasi.ERRNO_ROFS;
    this.#joined.delete(name);
    return this.#top.remove(name);
  }

  override createFile(name: string): { readonly ret: Errno; readonly node: Node | undefined } {
    return this.#top.createFile(name);
  }

  override createFolder(name: string): Errno {
    return this.#top.createFolder(name);
  }

  #createOnTop(name: string): FolderNode | undefined {
    if (this.#top.createFolder(name) !== wasi.ERRNO_SUCCESS) return undefined;
    const made = this.#top.find(name);
    return made instanceof FolderNode ? made : undefined;
  }

  #inLower(name: string): boolean {
    return this.#lower.some((layer) => layer.find(name) !== undefined);
  }
}

/** A folder that comes into being with its first file. */
class LateFolder extends MemoryFolder {
  readonly #create: () => FolderNode | undefined;
  #real: FolderNode | undefined;

  constructor(create: () => FolderNode | undefined) {
    super();
    this.#create = create;
  }

  override find(name: string): Node | undefined {
    return this.#real?.find(name);
  }

  override names(): readonly string[] {
    return this.#real?.names() ?? [];
  }

  override put(name: string, node: Node): Errno {
    this.#real ??= this.#create();
    return this.#real?.put(name, node) ?? wasi.ERRNO_ROFS;
  }

  override remove(name: string): Errno {
    return this.#real?.remove(name) ?? wasi.ERRNO_NOENT;
  }
}
