/** A wheel as the rules see it: names and hashes of all members, the bytes of those few that rules read. */
import type { ObjectFile } from "../../object/object-file.ts";
import type { EntryPoints } from "../../wheel/entry-points.ts";
import type { Obfuscator } from "./obfuscation-scan.ts";

export interface CheckedMember {
  /** As the archive has it: `hello/__init__.py`. Directories are left out. */
  readonly path: string;
  /** Bytes, not compressed. */
  readonly size: number;
  /** Undefined when the content could not be read. */
  readonly sha256: Uint8Array | undefined;
  /** The first bytes: `HEAD_LENGTH` of object files, a few hundred of others. */
  readonly head: Uint8Array;
  /** All bytes, for members that `isReadWhole` names. */
  readonly content: Uint8Array | undefined;
  /** What a library or program tells of itself; undefined for other files, and where it cannot be read. */
  readonly object: ObjectFile | undefined;
  /** What encrypted the file, where that was looked for. */
  readonly obfuscator: Obfuscator | undefined;
}

/** Enough for the headers of object files. */
export const HEAD_LENGTH = 4096;

/** A member that is read whole may be as long as this. RECORD takes about 100 bytes for a file. */
export const MAX_TEXT_LENGTH: number = 32 * 1024 * 1024;
/** All that are read whole may together be as long as this. */
export const MAX_TEXT_TOTAL: number = 96 * 1024 * 1024;

/** Where an installer puts a member. */
export type WheelPlace =
  /** Below site-packages, from the root or from `.data/purelib` and `.data/platlib`. */
  | { readonly kind: "library"; readonly path: string; readonly scheme: "root" | "purelib" | "platlib" }
  /** `.data/scripts/run`, with the path below the scheme's folder; `scheme` is whatever name stands there. */
  | { readonly kind: "data"; readonly path: string; readonly scheme: string; readonly folder: string }
  /** `hello-1.0.dist-info/METADATA` */
  | { readonly kind: "dist-info"; readonly path: string; readonly folder: string };

export interface PlacedMember {
  readonly member: CheckedMember;
  readonly place: WheelPlace;
}

/** What the rules on contents look at. */
export interface WheelContents {
  readonly members: readonly PlacedMember[];
  readonly entryPoints: EntryPoints;
  /** From the WHEEL file; undefined without one. */
  readonly rootIsPurelib: boolean | undefined;
}

/** Tell by its path where an installer puts a member. */
export function placeMember(path: string): WheelPlace {
  const [folder = "", scheme = "", ...rest] = path.split("/");
  const isNested = path.includes("/");
  if (isNested && folder.endsWith(".dist-info")) {
    return { kind: "dist-info", path: path.slice(folder.length + 1), folder };
  }
  if (isNested && folder.endsWith(".data")) {
    const below = rest.join("/");
    if (rest.length > 0 && (scheme === "purelib" || scheme === "platlib")) {
      return { kind: "library", path: below, scheme };
    }
    return { kind: "data", path: below, scheme, folder };
  }
  return { kind: "library", path, scheme: "root" };
}

const READ_FILES: ReadonlySet<string> = new Set(["METADATA", "WHEEL", "RECORD", "entry_points.txt"]);

/** Members whose bytes the rules need whole: those of `.dist-info` that mean something, and start-up files. */
export function isReadWhole(path: string): boolean {
  const place = placeMember(path);
  if (place.kind === "dist-info") return READ_FILES.has(place.path) || place.path.startsWith("licenses/");
  return place.kind === "library" && path.endsWith(".pth");
}

/** Members below site-packages. */
export function libraryMembers({ members }: WheelContents): { path: string; member: CheckedMember }[] {
  return members.flatMap(({ member, place }) => (place.kind === "library" ? [{ path: place.path, member }] : []));
}
