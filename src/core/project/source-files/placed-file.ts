/** A file of the tree with its place in the wheel, before anything is read. */
import type { TreeEntry } from "../../ports/file-tree.ts";

export interface PlacedFile {
  readonly entry: TreeEntry;
  /** `hello/__init__.py`, `hello-1.0.data/scripts/run` */
  readonly place: string;
  /** What took it in: `package "src/hello"`. */
  readonly rule: string;
  /** A member of `.data/scripts/`. */
  readonly script: boolean;
}
