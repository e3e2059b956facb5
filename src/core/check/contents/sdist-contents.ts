/** An sdist as the rules see it: what the archive lists, and the bytes of PKG-INFO. */
import type { TarEntryKind, TarFault } from "../../tar/entry.ts";
import type { Obfuscator } from "./obfuscation-scan.ts";

export interface SdistMember {
  /** As unpacked: `hello-1.0/pyproject.toml` */
  readonly path: string;
  readonly kind: TarEntryKind;
  readonly size: number;
  /** What a link points to. */
  readonly link: string | undefined;
  readonly fault: TarFault | undefined;
  /** The first `HEAD_LENGTH` bytes of a file, or all there are. */
  readonly head: Uint8Array;
  /** What encrypted the file, where that was looked for. */
  readonly obfuscator: Obfuscator | undefined;
}

export interface SdistContents {
  /** In the order of the archive, folders among them. */
  readonly members: readonly SdistMember[];
  /** Whole contents of those `<folder>/PKG-INFO` that were short enough, by path. */
  readonly packageInfos: ReadonlyMap<string, Uint8Array>;
}
