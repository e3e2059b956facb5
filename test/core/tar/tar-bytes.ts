/** Tar archives written as text, for tests of the reader. */
import { writeTarHeader } from "../../../src/core/tar/header.ts";

export interface Block {
  readonly name?: string;
  readonly prefix?: string;
  readonly typeFlag?: string;
  readonly link?: string;
  readonly content?: string;
  /** Fields that are written over the header before its checksum is: offset -> text. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** A header and its content, filled up to whole blocks. */
export function tarBlock({
  name = "a.txt",
  prefix = "",
  typeFlag = "0",
  link = "",
  content = "",
  fields = {},
}: Block): Uint8Array {
  const body = new TextEncoder().encode(content);
  const header = writeTarHeader({ name: "", prefix, mode: 0o644, size: body.length, mtime: 1, typeFlag: "0" });
  const put = (offset: number, text: string): void => header.set(latin1(text), offset);
  header.set(new TextEncoder().encode(name), 0);
  put(156, typeFlag);
  put(157, link);
  for (const [offset, text] of Object.entries(fields)) put(Number(offset), text);
  seal(header);
  const bytes = new Uint8Array(512 + Math.ceil(body.length / 512) * 512);
  bytes.set(header);
  bytes.set(body, 512);
  return bytes;
}

/** Blocks and the two of zeros that end an archive. */
export function tarArchive(...blocks: readonly Uint8Array[]): Uint8Array {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const bytes = new Uint8Array(length + 1024);
  let offset = 0;
  for (const block of blocks) {
    bytes.set(block, offset);
    offset += block.length;
  }
  return bytes;
}

/** Make the checksum right. */
export function seal(header: Uint8Array): void {
  header.set(latin1("        "), 148);
  let sum = 0;
  for (const byte of header.subarray(0, 512)) sum += byte;
  header.set(latin1(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
}

/** One record of a pax header. */
export function paxRecord(keyword: string, value: string): string {
  const rest = ` ${keyword}=${value}\n`;
  const size = new TextEncoder().encode(rest).length;
  for (let length = size + 1; ; length++) if (length === size + String(length).length) return `${length}${rest}`;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
