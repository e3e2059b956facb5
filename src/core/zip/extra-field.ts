/**
 * Extra fields: what later versions of the format added to a header, as `id, length, data`.
 * Spec: PKWARE APPNOTE.TXT 6.3.10, sections 4.5 and 4.6.
 */
import { ByteReader } from "../bytes/byte-reader.ts";

export interface ExtraField {
  readonly id: number;
  readonly data: Uint8Array;
}

export interface ExtraFields {
  readonly fields: readonly ExtraField[];
  /**
   * Bytes at the end that make no field. Up to three are padding that some tools leave; more than that means that a
   * field claims to be longer than its header.
   */
  readonly rest: Uint8Array;
}

const NONE: ExtraFields = { fields: [], rest: new Uint8Array(0) };

/** Never fails: what is no field is in `rest`. */
export function parseExtraFields(bytes: Uint8Array): ExtraFields {
  if (bytes.length === 0) return NONE;
  const reader = new ByteReader(bytes, true, "ZIP_BAD_EXTRA", "extra fields");
  const fields: ExtraField[] = [];
  let end = 0;
  while (reader.remaining >= 4) {
    const id = reader.u16();
    const length = reader.u16();
    if (length > reader.remaining) break;
    fields.push({ id, data: reader.take(length) });
    end = reader.offset;
  }
  return { fields, rest: bytes.subarray(end) };
}
