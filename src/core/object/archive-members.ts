/**
 * The members of a static library, `libz.a`.
 * Spec: the format "ar" of Unix, as System V Application Binary Interface, chapter 7, "Archive File", writes it.
 */

const MAGIC = "!<arch>\n";
const HEADER_SIZE = 60;

/** Contents of all members, indexes and lists of names among them. Undefined when the bytes are no archive. */
export function archiveMembers(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  if (text(bytes, 0, MAGIC.length) !== MAGIC) return undefined;
  const members: Uint8Array[] = [];
  let offset = MAGIC.length;
  while (offset + HEADER_SIZE <= bytes.length) {
    const size = Number(text(bytes, offset + 48, 10).trim()); // 48, 10 bytes: size, in decimal digits
    if (!Number.isSafeInteger(size) || size < 0) return members;
    const start = offset + HEADER_SIZE;
    members.push(bytes.subarray(start, Math.min(start + size, bytes.length)));
    offset = start + size + (size % 2);
  }
  return members;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
