/**
 * Reading a wheel as it is found, good or bad: what cannot be read is told in `findings`, and all else is given.
 * Whether what was read is right is the matter of `checkWheel`.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { ObjectFormat } from "../object/detect.ts";
import type { Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { inspectZip, type ZipLimits } from "../zip/read.ts";
import { type EntryPoints, parseEntryPoints } from "./entry-points.ts";
import { splitWheelFilename, type WheelFilenameParts } from "./filename.ts";
import { type CoreMetadata, parseMetadata } from "./metadata.ts";
import { type ArchiveMember, readArchiveMembers } from "./read-members.ts";
import { parseRecord, type RecordEntry } from "./record.ts";
import { parseWheelFile, type WheelFile } from "./wheel-file.ts";

export interface Wheel {
  readonly filename: string;
  /** Undefined when the name is not that of a wheel. */
  readonly filenameParts: WheelFilenameParts | undefined;
  /** `hello-1.0.dist-info`; of several the one that fits the file name. */
  readonly distInfo: string | undefined;
  readonly metadata: CoreMetadata | undefined;
  readonly wheelFile: WheelFile | undefined;
  readonly record: readonly RecordEntry[] | undefined;
  /** Empty when there is no entry_points.txt. */
  readonly entryPoints: EntryPoints;
  /** Files in the order of the archive's directory; folders are left out. */
  readonly members: readonly ArchiveMember[];
  /** Members that are machine code. */
  readonly native: readonly NativeMember[];
  readonly findings: readonly Finding[];
}

export interface NativeMember {
  readonly path: string;
  readonly format: ObjectFormat;
}

export interface ReadWheelOptions {
  /** `hello-1.0-py3-none-any.whl`, without folders. */
  readonly filename: string;
  readonly engine: Engine;
  /** False reads the documents alone: members have no hash then, and `native` is empty. Default true. */
  readonly contents?: boolean | undefined;
  readonly limits?: ZipLimits | undefined;
  readonly signal?: AbortSignal | undefined;
}

const DOCUMENTS = ["METADATA", "WHEEL", "RECORD", "entry_points.txt"] as const;
type DocumentName = (typeof DOCUMENTS)[number];

/**
 * Read a wheel.
 *
 * @throws {PackwheelError} `ZIP_NOT_A_ZIP`, `ZIP_TRUNCATED` and the like when there is no directory to speak of;
 *   `ABORTED`
 */
export async function readWheel(file: RandomAccess, options: ReadWheelOptions): Promise<Wheel> {
  const { filename, engine, limits, signal } = options;
  const findings: Finding[] = [];
  const filenameParts = readFilename(filename, findings);
  const archive = await inspectZip(file, { limits, signal });
  for (const { code, message, path } of archive.faults) {
    findings.push({ code, severity: "error", message, ...(path !== undefined && { path }) });
  }
  const paths = archive.entries.filter(({ isDirectory }) => !isDirectory).map(({ path }) => path);
  const distInfo = findDistInfo(paths, filenameParts, findings);
  const documentPaths = new Set(distInfo === undefined ? [] : DOCUMENTS.map((name) => `${distInfo}/${name}`));
  const { members, kept } = await readArchiveMembers(file, archive, {
    engine,
    signal,
    keep: documentPaths,
    contents: options.contents ?? true,
    report: (finding) => findings.push(finding),
  });
  const document = (name: DocumentName): Uint8Array | undefined => kept.get(`${distInfo}/${name}`);
  const parsed = parseDocuments(document, distInfo, new Set(paths), findings);
  const native = members.flatMap(({ path, format }) => (format === undefined ? [] : [{ path, format }]));
  return { filename, filenameParts, distInfo, ...parsed, members, native, findings };
}

function readFilename(filename: string, findings: Finding[]): WheelFilenameParts | undefined {
  try {
    return splitWheelFilename(filename);
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    findings.push({ code: error.code, severity: "error", message: error.message, path: filename });
    return undefined;
  }
}

function findDistInfo(
  paths: readonly string[],
  parts: WheelFilenameParts | undefined,
  findings: Finding[],
): string | undefined {
  const folders = new Set<string>();
  for (const path of paths) {
    const slash = path.indexOf("/");
    const folder = path.slice(0, slash);
    if (slash > 0 && folder.endsWith(".dist-info")) folders.add(folder);
  }
  const expected = parts === undefined ? undefined : `${parts.distribution}-${parts.version}.dist-info`;
  const [first] = folders;
  const chosen = expected !== undefined && folders.has(expected) ? expected : first;
  if (chosen === undefined) {
    const message = "Cannot find a .dist-info folder in the wheel";
    findings.push({ code: "WHEEL_DIST_INFO_MISSING", severity: "error", message });
    return undefined;
  }
  if (folders.size > 1) {
    const message = `Cannot tell which of ${folders.size} .dist-info folders is the wheel's: reading ${quote(chosen)}`;
    findings.push({ code: "WHEEL_DIST_INFO_SEVERAL", severity: "error", message, path: chosen });
  }
  if (expected !== undefined && chosen !== expected) {
    const message = `The wheel's folder is ${quote(chosen)}, and its file name asks for ${quote(expected)}`;
    findings.push({ code: "WHEEL_DIST_INFO_NAME", severity: "error", message, path: chosen });
  }
  return chosen;
}

type Documents = Pick<Wheel, "metadata" | "wheelFile" | "record" | "entryPoints">;

function parseDocuments(
  document: (name: DocumentName) => Uint8Array | undefined,
  distInfo: string | undefined,
  present: ReadonlySet<string>,
  findings: Finding[],
): Documents {
  if (distInfo === undefined) {
    return { metadata: undefined, wheelFile: undefined, record: undefined, entryPoints: {} };
  }
  const pathOf = (name: DocumentName): string => `${distInfo}/${name}`;
  for (const name of ["METADATA", "WHEEL", "RECORD"] as const) {
    if (present.has(pathOf(name))) continue;
    const message = `Cannot find ${pathOf(name)} in the wheel`;
    findings.push({ code: "WHEEL_MEMBER_MISSING", severity: "error", message, path: pathOf(name) });
  }
  const parse = <Parsed extends { readonly findings: readonly Finding[] }>(
    name: DocumentName,
    parser: (bytes: Uint8Array, file: string) => Parsed,
  ): Parsed | undefined => {
    const bytes = document(name);
    const parsed = bytes && parser(bytes, pathOf(name));
    findings.push(...(parsed?.findings ?? []));
    return parsed;
  };
  return {
    metadata: parse("METADATA", parseMetadata)?.metadata,
    wheelFile: parse("WHEEL", parseWheelFile)?.wheelFile,
    record: parse("RECORD", parseRecord)?.entries,
    entryPoints: parse("entry_points.txt", parseEntryPoints)?.entryPoints ?? {},
  };
}
