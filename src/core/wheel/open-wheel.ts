/** Opening a wheel that is to be taken apart: its archive is safe, and its RECORD is found and read. */
import { PackwheelError } from "../errors.ts";
import { normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { formatVersion, tryParseVersion } from "../names/version.ts";
import type { Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { readMember } from "../zip/content.ts";
import type { ZipArchive, ZipEntry } from "../zip/model.ts";
import { type ReadZipOptions, readZip } from "../zip/read.ts";
import { splitWheelFilename, type WheelFilenameParts } from "./filename.ts";
import { parseRecord, type RecordEntry } from "./record.ts";
import { RecordVerifier } from "./verify-hashes.ts";

export interface OpenedWheel {
  readonly filename: string;
  readonly parts: WheelFilenameParts;
  readonly archive: ZipArchive;
  /** `hello-1.0.dist-info` */
  readonly distInfo: string;
  readonly record: ZipEntry;
  readonly rows: readonly RecordEntry[];
  readonly verifier: RecordVerifier;
}

export interface OpenWheelOptions extends ReadZipOptions {
  readonly engine: Engine;
  /** For messages: `unpack`. */
  readonly verb: string;
}

/** RECORD and WHEEL of any real wheel are far smaller. */
const MAX_DOCUMENT_SIZE: number = 32 * 2 ** 20;

/**
 * @param filename Tells which `.dist-info` is the wheel's own.
 * @throws {PackwheelError} `WHEEL_FILENAME_INVALID`, `WHEEL_INVALID` without RECORD, the codes of `readZip`
 */
export async function openWheel(file: RandomAccess, filename: string, options: OpenWheelOptions): Promise<OpenedWheel> {
  const parts = splitWheelFilename(filename);
  const archive = await readZip(file, options);
  const record = findRecord(archive, parts);
  if (record === undefined) throw missing(filename, `${parts.distribution}-${parts.version}.dist-info/RECORD`, options);
  const distInfo = record.path.slice(0, record.path.indexOf("/"));
  const { entries: rows } = parseRecord(await readDocument(file, record, options));
  const verifier = await RecordVerifier.create(filename, distInfo, rows);
  return { filename, parts, archive, distInfo, record, rows, verifier };
}

/**
 * A document of the wheel's `.dist-info`: `WHEEL`.
 *
 * @throws {PackwheelError} `WHEEL_INVALID` when it is missing
 */
export async function openDocument(
  file: RandomAccess,
  wheel: OpenedWheel,
  name: string,
  options: OpenWheelOptions,
): Promise<{ readonly entry: ZipEntry; readonly bytes: Uint8Array }> {
  const path = `${wheel.distInfo}/${name}`;
  const entry = wheel.archive.entries.find((candidate) => candidate.path === path);
  if (entry === undefined) throw missing(wheel.filename, path, options);
  return { entry, bytes: await readDocument(file, entry, options) };
}

function readDocument(file: RandomAccess, entry: ZipEntry, { engine, signal }: OpenWheelOptions): Promise<Uint8Array> {
  return readMember(file, entry, engine, { limit: MAX_DOCUMENT_SIZE, signal });
}

/** Tools do not agree on case and on `-`, `_` and `.` in names: when no folder has the very name, a like one does. */
function findRecord(archive: ZipArchive, { distribution, version }: WheelFilenameParts): ZipEntry | undefined {
  const records = archive.entries.filter(({ path }) => /^[^/]+\.dist-info\/RECORD$/.test(path));
  const stem = `${distribution}-${version}`;
  return (
    records.find(({ path }) => path === `${stem}.dist-info/RECORD`) ??
    records.find(({ path }) => canonical(path.slice(0, path.indexOf(".dist-info/"))) === canonical(stem))
  );
}

/** `Foo.Bar-1.0.0` -> `foo-bar 1.0.0` */
function canonical(stem: string): string {
  const dash = stem.indexOf("-");
  const version = stem.slice(dash + 1).toLowerCase();
  const parsed = tryParseVersion(version);
  return `${normalizeName(stem.slice(0, Math.max(dash, 0)))} ${parsed === undefined ? version : formatVersion(parsed)}`;
}

function missing(filename: string, path: string, { verb }: OpenWheelOptions): PackwheelError {
  return new PackwheelError("WHEEL_INVALID", `Cannot ${verb} ${quote(filename, 200)}: it has no ${path}`, {
    path: filename,
  });
}
