/**
 * Giving a wheel other tags: its members are copied as they are compressed, WHEEL and RECORD alone are written anew.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { formatHex } from "../bytes/hex.ts";
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { EncodedMember, Engine } from "../ports/engine.ts";
import type { OutputFolder } from "../ports/output.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { parseBuildTag } from "../tags/build-tag.ts";
import { editTags } from "../tags/tag-edit.ts";
import { expandTags, formatTriple, makeTagSet, parseTagSet, type TagSet } from "../tags/tag-set.ts";
import { METHOD } from "../zip/constants.ts";
import { readMember } from "../zip/content.ts";
import { formatDosTime } from "../zip/dos-time.ts";
import type { ZipEntry } from "../zip/model.ts";
import { readZip } from "../zip/read.ts";
import { type ZipMember, ZipWriter } from "../zip/write.ts";
import { joinWheelFilename, splitWheelFilename, type WheelFilenameParts } from "./filename.ts";
import { HashedOutput } from "./hashed-output.ts";
import { memoryMember } from "./memory-member.ts";
import type { PackedWheel } from "./pack.ts";
import { parseRecord, type RecordEntry, writeRecord } from "./record.ts";
import { parseWheelFile } from "./wheel-file.ts";

/** Each edit as `wheel tags` takes it: `a.b` replaces, `+a.b` appends, `-a.b` removes. */
export interface TagEdits {
  readonly python?: string | undefined;
  readonly abi?: string | undefined;
  readonly platform?: string | undefined;
  /** `""` removes the build tag. */
  readonly build?: string | undefined;
}

export interface RetagPorts {
  readonly folder: OutputFolder;
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
}

/** RECORD and WHEEL of any real wheel are far smaller. */
const MAX_DOCUMENT_SIZE: number = 32 * 2 ** 20;

/** Compressed bytes are copied in pieces of this size. */
const PIECE_SIZE: number = 1 << 20;

/**
 * The file name that the edits give.
 *
 * @throws {PackwheelError} `WHEEL_FILENAME_INVALID`, `TAG_INVALID`, `BUILD_TAG_INVALID`
 */
export function editedFilename(filename: string, edits: TagEdits): string {
  const parts = splitWheelFilename(filename);
  return joinWheelFilename(editParts(parts, edits));
}

function editParts(parts: WheelFilenameParts, edits: TagEdits): WheelFilenameParts {
  const { python, abi, platform } = tagsOf(parts);
  const tags = makeTagSet({
    python: edits.python === undefined ? python : editTags(python, edits.python),
    abi: edits.abi === undefined ? abi : editTags(abi, edits.abi),
    platform: edits.platform === undefined ? platform : editTags(platform, edits.platform),
  });
  if (edits.build !== undefined && edits.build !== "") parseBuildTag(edits.build);
  const build = edits.build === undefined ? parts.build : edits.build === "" ? undefined : edits.build;
  return { ...parts, python: tags.python.join("."), abi: tags.abi.join("."), platform: tags.platform.join("."), build };
}

function tagsOf({ python, abi, platform }: WheelFilenameParts): TagSet {
  return parseTagSet(`${python}-${abi}-${platform}`);
}

/**
 * Write the wheel with other tags into `ports.folder`. The original is only read.
 *
 * @throws {PackwheelError} `WHEEL_TAGS_MISMATCH` when the file name and WHEEL tell different tags, `WHEEL_INVALID` for
 *   a wheel without WHEEL or RECORD, the codes of `readZip`, of the edits and of the output
 */
export async function retagWheel(
  file: RandomAccess,
  filename: string,
  edits: TagEdits,
  ports: RetagPorts,
): Promise<PackedWheel> {
  const { engine, signal } = ports;
  const before = splitWheelFilename(filename);
  const after = editParts(before, edits);
  const tags = tagsOf(after);
  const archive = await readZip(file, { signal, tolerate: ["ZIP_CASE_COLLISION"] });
  const distInfo = `${before.distribution}-${before.version}.dist-info`;
  const document = async (name: string): Promise<{ readonly entry: ZipEntry; readonly bytes: Uint8Array }> => {
    const entry = archive.entries.find(({ path }) => path === `${distInfo}/${name}`);
    if (entry === undefined) {
      throw new PackwheelError("WHEEL_INVALID", `Cannot retag "${filename}": it has no ${distInfo}/${name}`, {
        path: filename,
      });
    }
    return { entry, bytes: await readMember(file, entry, engine, { limit: MAX_DOCUMENT_SIZE, signal }) };
  };
  const wheel = await document("WHEEL");
  const record = await document("RECORD");
  requireSameTags(filename, before, wheel.bytes);
  const wheelText = editWheelFile(new TextDecoder().decode(wheel.bytes), tags, after.build);

  const hasher = await engine.createSha256();
  const name = joinWheelFilename(after);
  const output = new HashedOutput(await ports.folder.create(name), hasher);
  try {
    const zip = new ZipWriter(output, { timestamp: 0 });
    const writer = new MemberCopier(zip, output, ports);
    let rows = parseRecord(record.bytes).entries;
    for (const entry of archive.entries) {
      throwIfAborted(signal);
      if (entry.isDirectory || entry === record.entry) continue;
      if (entry !== wheel.entry) await writer.copy(file, entry);
      else {
        const { sha256, size } = await writer.write(entry, wheelText);
        const row: RecordEntry = { path: entry.path, hash: { algorithm: "sha256", digest: sha256 }, size };
        rows = rows.map((old) => (old.path === entry.path ? row : old));
      }
    }
    await writer.write(record.entry, writeRecord(rows));
    await zip.finish();
    await output.commit();
  } catch (error) {
    await output.discard().catch(() => undefined);
    throw error;
  }
  const triples = expandTags(tags).map(formatTriple);
  return {
    filename: name,
    kind: "wheel",
    tags: triples,
    size: output.size,
    sha256: formatHex(output.digest()),
    findings: [],
  };
}

/** Editing a wheel whose two sets of tags differ would hide which of them was right. */
function requireSameTags(filename: string, parts: WheelFilenameParts, wheelFile: Uint8Array): void {
  const named = new Set(expandTags(tagsOf(parts)).map(formatTriple));
  const told = new Set(parseWheelFile(wheelFile).wheelFile.tags.map((tag) => tag.toLowerCase()));
  if (named.size === told.size && [...named].every((tag) => told.has(tag))) return;
  throw new PackwheelError(
    "WHEEL_TAGS_MISMATCH",
    `Cannot retag "${filename}": its name says ${[...named].join(", ")}, and its WHEEL ${[...told].join(", ") || "nothing"}`,
    { hint: "Rename the file to the tags of its WHEEL, or unpack it, mend WHEEL and pack it again", path: filename },
  );
}

/** All lines but `Tag` and `Build` stay as they are. */
function editWheelFile(text: string, tags: TagSet, build: string | undefined): string {
  const kept = text.split(/\r\n|\n/).filter((line) => line !== "" && !/^(tag|build)\s*:/i.test(line));
  const lines = [...kept, ...expandTags(tags).map((triple) => `Tag: ${formatTriple(triple)}`)];
  if (build !== undefined) lines.push(`Build: ${build}`);
  return `${lines.join("\n")}\n`;
}

/** Members of one archive to another, with their modes and times. */
class MemberCopier {
  readonly #zip: ZipWriter;
  readonly #output: HashedOutput;
  readonly #ports: RetagPorts;

  constructor(zip: ZipWriter, output: HashedOutput, ports: RetagPorts) {
    this.#zip = zip;
    this.#output = output;
    this.#ports = ports;
  }

  /** The compressed bytes, unread. */
  async copy(file: RandomAccess, entry: ZipEntry): Promise<void> {
    const offset = entry.local?.dataOffset;
    if (offset === undefined || (entry.method !== METHOD.STORED && entry.method !== METHOD.DEFLATED)) {
      const message = `Cannot copy "${entry.path}": it is compressed by method ${entry.method}`;
      throw new PackwheelError("ZIP_UNSUPPORTED_METHOD", message, { path: entry.path });
    }
    const { size, compressedSize, crc32, method } = entry;
    const encoded: EncodedMember = { method, crc32, size, compressedSize, sha256: new Uint8Array(0) };
    const target = zipMember(entry);
    if (compressedSize <= PIECE_SIZE) {
      const bytes = await file.read(offset, compressedSize);
      await this.#zip.write({ kind: "whole", index: 0, member: encoded, bytes }, target);
      return;
    }
    this.#output.hold();
    await this.#zip.write({ kind: "begin", index: 0, method }, target);
    for (let done = 0; done < compressedSize; done += PIECE_SIZE) {
      throwIfAborted(this.#ports.signal);
      const bytes = await file.read(offset + done, Math.min(PIECE_SIZE, compressedSize - done));
      await this.#zip.write({ kind: "chunk", index: 0, bytes }, target);
    }
    await this.#zip.write({ kind: "end", index: 0, member: encoded }, target);
    await this.#output.release();
  }

  /** A text in the place of what the entry held. */
  async write(entry: ZipEntry, text: string): Promise<EncodedMember> {
    let member: EncodedMember | undefined;
    const source = memoryMember(entry.path, text);
    for await (const part of this.#ports.engine.encode([source], { signal: this.#ports.signal })) {
      if (part.kind === "begin") this.#output.hold();
      await this.#zip.write(part, { ...zipMember(entry), size: source.size });
      if (part.kind === "end") await this.#output.release();
      if (part.kind === "end" || part.kind === "whole") member = part.member;
    }
    if (member === undefined)
      throw new PackwheelError("ZIP_BAD_SEQUENCE", `Cannot write "${entry.path}": nothing came`);
    return member;
  }
}

function zipMember({ path, mode, size, modified }: ZipEntry): ZipMember {
  return { path, mode: mode === 0 ? 0o644 : mode & 0o7777, size, dosTime: formatDosTime(modified) };
}
