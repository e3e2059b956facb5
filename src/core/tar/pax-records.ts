/**
 * The records of a pax extended header: `"%d %s=%s\n"`, where the number is the length of the whole record.
 * Spec: POSIX.1-2017, pax, "pax Extended Header".
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { PackwheelError } from "../errors.ts";

/** keyword -> value: `path` -> `größe.py` */
export type PaxRecords = ReadonlyMap<string, string>;

/**
 * Read records. Of a keyword that comes twice the last counts, as the spec says.
 *
 * @param offset Of the bytes in the archive, for messages.
 * @throws {PackwheelError} `TAR_BAD_PAX`
 */
export function parsePaxRecords(bytes: Uint8Array, offset: number): Map<string, string> {
  const records = new Map<string, string>();
  let start = 0;
  // Some writers fill the header up with NULs.
  while (start < bytes.length && bytes[start] !== 0) {
    const space = bytes.subarray(start, start + 20).indexOf(0x20);
    const digits = space < 1 ? "" : decodeUtf8(bytes.subarray(start, start + space)).text;
    const length = /^[1-9][0-9]*$/.test(digits) ? Number(digits) : 0;
    const end = start + length;
    if (length <= space + 2 || end > bytes.length || bytes[end - 1] !== 0x0a) throw badRecord(offset + start);
    const record = bytes.subarray(start + space + 1, end - 1);
    const equals = record.indexOf(0x3d);
    const { text: value, invalidAt } = decodeUtf8(record.subarray(equals + 1));
    if (equals < 1 || invalidAt !== undefined) throw badRecord(offset + start);
    records.set(decodeUtf8(record.subarray(0, equals)).text, value);
    start = end;
  }
  return records;
}

/** The inverse of `parsePaxRecords`; records in the order of the map. */
export function writePaxRecords(records: PaxRecords): Uint8Array {
  const encoder = new TextEncoder();
  let text = "";
  for (const [keyword, value] of records) {
    const rest = ` ${keyword}=${value}\n`;
    const restLength = encoder.encode(rest).length;
    // The length counts its own digits: one more digit may make it need one more again.
    let length = restLength + String(restLength).length;
    length = restLength + String(length).length;
    text += `${length}${rest}`;
  }
  return encoder.encode(text);
}

function badRecord(offset: number): PackwheelError {
  return new PackwheelError("TAR_BAD_PAX", `Cannot read the pax header: its record at byte ${offset} is malformed`, {
    offset,
  });
}
