/**
 * The RECORD file: every file of a wheel with its hash and size, as CSV of Python's default dialect.
 * Spec: https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
 */
import { formatBase64Url, parseBase64Url } from "../bytes/base64url.ts";
import { decodeUtf8, hasLoneSurrogate } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { parseCsv } from "./csv.ts";
import { FindingList } from "./finding-list.ts";
import { excerpt } from "./header-block.ts";

export interface RecordEntry {
  /** As the row has it: `hello/__init__.py`. */
  readonly path: string;
  /** Undefined for RECORD itself, and for rows that give none. */
  readonly hash?: RecordHash | undefined;
  /** Bytes, not compressed. */
  readonly size?: number | undefined;
}

export interface RecordHash {
  /** Lower case: `sha256` */
  readonly algorithm: string;
  readonly digest: Uint8Array;
}

export interface ParsedRecord {
  readonly entries: readonly RecordEntry[];
  readonly findings: readonly Finding[];
}

/** A zip archive with more members than this is refused as well. */
const MAX_ROWS = 500_000;

/** Python's csv refuses longer fields. */
const MAX_FIELD_LENGTH = 131_072;

/**
 * Read a RECORD file with any line ends. Never throws: rows that cannot be read are findings, and left out; of a
 * path that comes twice both rows stay.
 */
export function parseRecord(input: Uint8Array | string, file = "RECORD"): ParsedRecord {
  const found = new FindingList();
  const report = (code: string, message: string): void => {
    found.add({ code, severity: "error", message, path: file });
  };
  const decoded = typeof input === "string" ? { text: input, invalidAt: undefined } : decodeUtf8(input);
  if (decoded.invalidAt !== undefined) {
    report("RECORD_NOT_UTF8", `Cannot decode ${file} as UTF-8: byte ${decoded.invalidAt} is invalid`);
  }
  const { rows, unclosedQuote, isCut } = parseCsv(decoded.text, MAX_ROWS);
  if (isCut) report("RECORD_BAD_ROW", `Cannot parse ${file} beyond row ${MAX_ROWS}: it has too many`);
  if (unclosedQuote !== undefined) {
    report("RECORD_UNCLOSED_QUOTE", `Cannot parse ${file} row ${unclosedQuote}: its quote is never closed`);
  }
  const entries: RecordEntry[] = [];
  const seen = new Set<string>();
  for (const { fields, number } of rows) {
    const [path = "", hashText = "", sizeText = ""] = fields;
    if (fields.length !== 3) {
      report("RECORD_BAD_ROW", `Cannot parse ${file} row ${number}: expected 3 fields, found ${fields.length}`);
      continue;
    }
    if (path === "" || path.includes("\0") || path.length > MAX_FIELD_LENGTH) {
      report("RECORD_BAD_PATH", `Cannot parse ${file} row ${number}: path "${excerpt(path)}" is none`);
      continue;
    }
    if (seen.has(path)) {
      report("RECORD_DUPLICATE_PATH", `Path "${excerpt(path)}" in ${file} row ${number} is there a second time`);
    }
    seen.add(path);
    const hash = parseHash(hashText);
    if (hash === undefined && hashText !== "") {
      report(
        "RECORD_BAD_HASH",
        `Cannot parse ${file} row ${number}: hash "${excerpt(hashText)}" is not algorithm=digest`,
      );
    }
    const size = parseSize(sizeText);
    if (size === undefined && sizeText !== "") {
      report(
        "RECORD_BAD_SIZE",
        `Cannot parse ${file} row ${number}: size "${excerpt(sizeText)}" is no number of bytes`,
      );
    }
    entries.push({ path, ...(hash && { hash }), ...(size !== undefined && { size }) });
  }
  return { entries, findings: found.findings };
}

/** What nearly all paths are made of: nothing to refuse, nothing to quote. */
const PLAIN_PATH = /^[\w./+-]+$/;

/**
 * Write a RECORD file, LF after every row, fields quoted only where they must be.
 *
 * @throws {PackwheelError} `RECORD_BAD_PATH` when a path is empty, or holds NUL, CR, LF or half a surrogate pair.
 */
export function writeRecord(entries: Iterable<RecordEntry>): string {
  const rows: string[] = [];
  for (const { path, hash, size } of entries) {
    const isPlain = PLAIN_PATH.test(path);
    if (!isPlain && (path === "" || /[\0\r\n]/.test(path) || hasLoneSurrogate(path))) {
      throw new PackwheelError("RECORD_BAD_PATH", `Cannot write RECORD: path "${excerpt(path)}" is no path of a wheel`);
    }
    rows.push(`${isPlain ? path : quote(path)},${hash === undefined ? "" : formatHash(hash)},${size ?? ""}\n`);
  }
  return rows.join("");
}

/** `sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU` */
export function formatHash(hash: RecordHash): string {
  return `${hash.algorithm}=${formatBase64Url(hash.digest)}`;
}

function parseHash(text: string): RecordHash | undefined {
  const equals = text.indexOf("=");
  const algorithm = text.slice(0, equals);
  if (equals < 1 || !/^[A-Za-z0-9_-]{1,32}$/.test(algorithm)) return undefined;
  // Padding is not allowed, yet some tools leave it, and it cannot be misread.
  const digest = text.length > 1024 ? undefined : parseBase64Url(text.slice(equals + 1).replace(/={1,2}$/, ""));
  return digest === undefined || digest.length === 0 ? undefined : { algorithm: algorithm.toLowerCase(), digest };
}

function parseSize(text: string): number | undefined {
  const size = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(size) ? size : undefined;
}

/** Python's QUOTE_MINIMAL. */
function quote(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
