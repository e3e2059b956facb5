/**
 * Writing a pax archive: ustar headers, with pax headers only before members that need one. The same members and time
 * give the same bytes: no owner, no group, modes 644 and 755.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
import { concatBytes } from "../bytes/concat.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { MemberSource } from "../ports/engine.ts";
import { findPathFault } from "../zip/safe-path.ts";
import { BLOCK_SIZE, MAX_OCTAL_11, paddingAfter, writeTarHeader } from "./header.ts";
import { writePaxRecords } from "./pax-records.ts";

export interface TarMember extends MemberSource {
  /** Mode 755 when true, else 644. */
  readonly executable: boolean;
}

export interface WriteTarOptions {
  /** Seconds since 1970, for every member. */
  readonly mtime: number;
  readonly signal?: AbortSignal | undefined;
}

/** Members up to this size are held, so that their header has the true size whatever was announced. */
const MAX_HELD_SIZE: number = 1 << 20;

/** The unit in which tape drives wrote; tar programs still fill up their last one. */
const RECORD_SIZE = 10_240;

const MAX_NAME_LENGTH = 100;
const MAX_PREFIX_LENGTH = 155;

/**
 * The bytes of an archive with these members, in this order.
 *
 * @throws {PackwheelError} `TAR_UNSAFE_PATH`, `TAR_BAD_NUMBER` for a time that does not fit, `TAR_SIZE_MISMATCH` when
 *   a large member is not as long as announced, `ABORTED`
 */
export async function* writeTar(
  members: Iterable<TarMember>,
  { mtime, signal }: WriteTarOptions,
): AsyncGenerator<Uint8Array> {
  if (!Number.isSafeInteger(mtime) || mtime < 0 || mtime > MAX_OCTAL_11) {
    throw new PackwheelError("TAR_BAD_NUMBER", `Cannot write the time ${mtime} into a tar archive: it is out of range`);
  }
  let length = 0;
  for (const member of members) {
    for await (const bytes of writeMember(member, mtime)) {
      throwIfAborted(signal);
      length += bytes.length;
      yield bytes;
    }
  }
  const end = 2 * BLOCK_SIZE;
  yield new Uint8Array(end + ((RECORD_SIZE - ((length + end) % RECORD_SIZE)) % RECORD_SIZE));
}

/** The headers that stand before a member's content: a pax header where it needs one, and its own. */
export function memberHeaders(path: string, size: number, executable: boolean, mtime: number): Uint8Array {
  const mode = executable ? 0o755 : 0o644;
  const split = splitPath(path);
  const records = new Map<string, string>();
  if (split === undefined) records.set("path", path);
  if (size > MAX_OCTAL_11) records.set("size", String(size));
  const { name, prefix } = split ?? { name: asciiName(path), prefix: "" };
  const shownSize = size > MAX_OCTAL_11 ? 0 : size;
  const header = writeTarHeader({ name, prefix, mode, size: shownSize, mtime, typeFlag: "0" });
  if (records.size === 0) return header;
  const content = writePaxRecords(records);
  const paxHeader = writeTarHeader({
    name: "././@PaxHeader",
    prefix: "",
    mode: 0o644,
    size: content.length,
    mtime,
    typeFlag: "x",
  });
  return concatBytes([paxHeader, content, new Uint8Array(paddingAfter(content.length)), header]);
}

async function* writeMember(member: TarMember, mtime: number): AsyncGenerator<Uint8Array> {
  const fault = findPathFault(member.path);
  if (fault !== undefined) {
    const message = `Cannot pack ${quote(member.path)} into a tar archive: ${fault}`;
    throw new PackwheelError("TAR_UNSAFE_PATH", message, { path: member.path });
  }
  const held: Uint8Array[] = [];
  let size = 0;
  let headersWritten = false;
  for await (const chunk of member.open()) {
    size += chunk.length;
    if (headersWritten) {
      yield chunk;
      continue;
    }
    // A source may reuse its buffer for the next chunk.
    held.push(chunk.slice());
    if (size > MAX_HELD_SIZE) {
      yield memberHeaders(member.path, member.size, member.executable, mtime);
      yield* held.splice(0);
      headersWritten = true;
    }
  }
  if (!headersWritten) {
    const headers = memberHeaders(member.path, size, member.executable, mtime);
    yield concatBytes([headers, ...held, new Uint8Array(paddingAfter(size))]);
    return;
  }
  if (size !== member.size) {
    const message = `Cannot pack ${quote(member.path)}: it has ${size} bytes, and was announced with ${member.size}`;
    const hint = "Do not change files while they are packed";
    throw new PackwheelError("TAR_SIZE_MISMATCH", message, { path: member.path, hint });
  }
  yield new Uint8Array(paddingAfter(size));
}

/** Undefined when the path needs a pax header: it is not ASCII, or too long for name and prefix. */
function splitPath(path: string): { name: string; prefix: string } | undefined {
  if (asciiName(path) === path) return { name: path, prefix: "" };
  if (!isAscii(path)) return undefined;
  // The slash between prefix and name is in neither: the longest prefix gives the shortest name.
  const slash = path.lastIndexOf("/", MAX_PREFIX_LENGTH);
  const name = path.slice(slash + 1);
  return slash < 1 || name.length > MAX_NAME_LENGTH ? undefined : { name, prefix: path.slice(0, slash) };
}

/** What programs show that know no pax headers. */
function asciiName(path: string): string {
  let name = "";
  for (const character of path) name += isAscii(character) ? character : "?";
  return name.slice(0, MAX_NAME_LENGTH);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
