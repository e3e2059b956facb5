/** Writes tar archives with members of any kind. */
import { gzipSync } from "node:zlib";

export interface RawTarMember {
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** `0` file, `1` hard link, `2` symbolic link, `5` folder, ... */
  readonly type?: string;
  readonly link?: string;
  /** Octal digits of the size, where they are to be wrong. */
  readonly size?: string;
  /** Added to the right checksum. */
  readonly checksumError?: number;
}

export interface RawTarOptions {
  /** Of gzip; 0 leaves the archive as it is. */
  readonly level?: number;
  /** Default: two blocks of zeros. */
  readonly end?: Uint8Array;
}

export function writeRawTarGz(members: readonly RawTarMember[], { end, level = 6 }: RawTarOptions = {}): Uint8Array {
  const parts = members.flatMap((member) => {
    const content = Buffer.from(member.content ?? "");
    return [tarHeader(member, content.length), content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...parts, end ?? Buffer.alloc(1024)]), { level });
}

function tarHeader({ path, type = "0", link = "", size, checksumError = 0 }: RawTarMember, length: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(path, 0, "latin1");
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size ?? length.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        ", 148);
  block.write(type, 156);
  block.write(link, 157);
  block.write("ustar\x0000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0) + checksumError;
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}
