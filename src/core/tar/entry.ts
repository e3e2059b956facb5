/**
 * What an entry of a tar archive is, where it would go, and why it must not be unpacked.
 * Spec: POSIX.1-2017, pax, "typeflag"; for faults PEP 721.
 */
import { quote } from "../names/quote.ts";
import { findPathFault } from "../zip/safe-path.ts";
import type { TarHeader } from "./header.ts";

export type TarEntryKind = "file" | "directory" | "symlink" | "hard-link" | "device" | "sparse" | "unknown";

/** Why an entry must not be unpacked. */
export interface TarFault {
  readonly code: EntryFaultCode;
  readonly message: string;
}

type EntryFaultCode =
  | "TAR_BAD_NAME"
  | "TAR_UNSAFE_PATH"
  | "TAR_SYMLINK"
  | "TAR_HARD_LINK"
  | "TAR_DEVICE"
  | "TAR_SPARSE"
  | "TAR_UNKNOWN_TYPE";

/** Stands for all pax keywords that begin so. */
export const SPARSE = "GNU.sparse.";

export function entryKind(header: TarHeader, pax: ReadonlyMap<string, string>): TarEntryKind {
  if (pax.has(SPARSE)) return "sparse";
  switch (header.typeFlag) {
    case "\0":
      // Before POSIX a folder was a file whose name ends with a slash.
      return header.path?.endsWith("/") === true ? "directory" : "file";
    case "0":
    case "7": // a file in one piece on the disk
      return "file";
    case "5":
      return "directory";
    case "2":
      return "symlink";
    case "1":
      return "hard-link";
    case "3":
    case "4":
    case "6":
      return "device";
    case "S":
      return "sparse";
    default:
      return "unknown";
  }
}

export function findEntryFault(path: string, kind: TarEntryKind, link: string, typeFlag: string): TarFault | undefined {
  const name = quote(path);
  if (path.includes("\ufffd")) return { code: "TAR_BAD_NAME", message: `The name of tar entry ${name} is no UTF-8` };
  // The archive's root itself is `.`, a folder that is there already.
  const pathFault = path === "" && kind === "directory" ? undefined : findPathFault(path);
  if (pathFault !== undefined) {
    return { code: "TAR_UNSAFE_PATH", message: `Tar entry ${name} has an unsafe path: ${pathFault}` };
  }
  switch (kind) {
    case "symlink":
      return { code: "TAR_SYMLINK", message: `Tar entry ${name} is a symbolic link to ${quote(link)}` };
    case "hard-link":
      return { code: "TAR_HARD_LINK", message: `Tar entry ${name} is a hard link to ${quote(link)}` };
    case "device":
      return { code: "TAR_DEVICE", message: `Tar entry ${name} is a device or a pipe` };
    case "sparse":
      return { code: "TAR_SPARSE", message: `Tar entry ${name} is a sparse file, which PyPI refuses` };
    case "unknown":
      return {
        code: "TAR_UNKNOWN_TYPE",
        message: `Tar entry ${name} has the unknown type ${quote(typeFlag)}`,
      };
    default:
      return undefined;
  }
}

/** Without `./` before it, and `/` after a folder. */
export function plainPath(path: string, kind: TarEntryKind): string {
  let plain = path;
  while (plain.startsWith("./")) plain = plain.slice(2);
  while (kind === "directory" && plain.endsWith("/") && plain.length > 1) plain = plain.slice(0, -1);
  return plain === "." ? "" : plain;
}
