/** Bytes of a member's name as text. */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { crc32 } from "../../bytes/crc32.ts";
import { decodeUtf8 } from "../../bytes/utf8.ts";
import { EXTRA, FLAG } from "../constants.ts";
import { decodeCp437 } from "../cp437.ts";
import type { ZipErrorCode } from "../error-codes.ts";
import type { ExtraFields } from "../extra-field.ts";
import type { ZipEntry } from "../model.ts";

export interface MemberName {
  readonly path: string;
  readonly encoding: ZipEntry["nameEncoding"];
  readonly fault: { readonly code: ZipErrorCode; readonly message: string } | undefined;
}

const asciiDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Info-ZIP adds a UTF-8 name in an extra field where the header has it in another encoding; it counts only there. */
export function decodeMemberName(name: Uint8Array, flags: number, extra: ExtraFields): MemberName {
  const isAscii = name.every((byte) => byte < 0x80);
  const unicode = readUnicodePath(name, extra);
  if (isAscii) {
    const path = asciiDecoder.decode(name);
    const fault = unicode === undefined || unicode === path ? undefined : otherName(path, unicode);
    return { path, encoding: "ascii", fault };
  }
  if (flags & FLAG.UTF8) {
    const { text: path, invalidAt } = decodeUtf8(name);
    if (invalidAt !== undefined) {
      const message = `Cannot read the name "${path}": its byte ${invalidAt} is not UTF-8`;
      return { path, encoding: "utf-8", fault: { code: "ZIP_BAD_NAME", message } };
    }
    const fault = unicode === undefined || unicode === path ? undefined : otherName(path, unicode);
    return { path, encoding: "utf-8", fault };
  }
  if (unicode !== undefined) return { path: unicode, encoding: "unicode-path-extra", fault: undefined };
  return { path: decodeCp437(name), encoding: "cp437", fault: undefined };
}

/** The name in the Unicode path field, if that was made for this very name: its checksum tells. */
function readUnicodePath(name: Uint8Array, { fields }: ExtraFields): string | undefined {
  const field = fields.find(({ id }) => id === EXTRA.UNICODE_PATH);
  if (field === undefined || field.data.length < 5) return undefined;
  const reader = new ByteReader(field.data, true, "ZIP_BAD_EXTRA", "Unicode path field");
  const version = reader.u8(); // 0, 1 byte
  const checksum = reader.u32(); // 1, 4 bytes: CRC-32 of the header's name
  if (version !== 1 || checksum !== crc32(name)) return undefined;
  const { text, invalidAt } = decodeUtf8(reader.take(reader.remaining));
  return invalidAt === undefined ? text : undefined;
}

function otherName(path: string, unicode: string): MemberName["fault"] {
  const message = `Cannot trust the name "${path}": an extra field gives it as "${unicode}"`;
  return { code: "ZIP_BAD_EXTRA", message };
}
