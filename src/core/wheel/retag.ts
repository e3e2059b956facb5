/**
 * Giving a wheel other tags: its members are copied as they are compressed, WHEEL and RECORD alone are written anew.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { formatHex } from "../bytes/hex.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { Engine } from "../ports/engine.ts";
import type { OutputFolder } from "../ports/output.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { parseBuildTag } from "../tags/build-tag.ts";
import { editTags } from "../tags/tag-edit.ts";
import { expandTags, formatTagSet, formatTriple, makeTagSet, parseTagSet, type TagSet } from "../tags/tag-set.ts";
import { readMembers } from "../zip/content.ts";
import type { ZipEntry } from "../zip/model.ts";
import { ZipWriter } from "../zip/write.ts";
import { editWheelFile, readWheelFileIdentity } from "./edit-wheel-file.ts";
import { joinWheelFilename, splitWheelFilename, type WheelFilenameParts } from "./filename.ts";
import { HashedOutput } from "./hashed-output.ts";
import { MemberCopier } from "./member-copier.ts";
import { type OpenedWheel, type OpenWheelOptions, openDocument, openWheel } from "./open-wheel.ts";
import type { PackedWheel } from "./pack.ts";
import { type RecordEntry, writeRecord } from "./record.ts";

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
 * Write the wheel with other tags into `ports.folder`. The original is only read, and verified before.
 * Signatures of RECORD (`RECORD.jws`, `RECORD.p7s`) are left out: RECORD is another then.
 *
 * @returns Undefined when the edits do not change the name: nothing is written then.
 * @throws {PackwheelError} `WHEEL_TAGS_MISMATCH` when the file name and WHEEL tell different tags, `WHEEL_INVALID` for
 *   a wheel without WHEEL or RECORD, `WHEEL_HASH_MISMATCH`, `WHEEL_HASH_MISSING`, the codes of `readZip`, of the edits
 *   and of the output
 */
export async function retagWheel(
  file: RandomAccess,
  filename: string,
  edits: TagEdits,
  ports: RetagPorts,
): Promise<PackedWheel | undefined> {
  const { engine, signal } = ports;
  const options: OpenWheelOptions = { engine, signal, verb: "retag", tolerate: ["ZIP_CASE_COLLISION"] };
  const after = editParts(splitWheelFilename(filename), edits);
  const name = joinWheelFilename(after);
  const original = await openWheel(file, filename, options);
  const wheelFile = await openDocument(file, original, "WHEEL", options);
  requireSameIdentity(original, wheelFile.bytes);
  if (name === filename) return undefined;
  await verifyMembers(file, original, ports);

  const triples = expandTags(tagsOf(after)).map(formatTriple);
  const wheelText = editWheelFile(wheelFile.bytes, { tags: triples, build: after.build });
  const output = new HashedOutput(await ports.folder.create(name), await engine.createSha256());
  try {
    const zip = new ZipWriter(output, { timestamp: 0 });
    await copyMembers(file, original, wheelFile.entry, wheelText, new MemberCopier(zip, output, ports), signal);
    await zip.finish();
    throwIfAborted(signal);
    await output.commit();
  } catch (error) {
    await output.discard().catch(() => undefined);
    throw error;
  }
  const { size } = output;
  return { filename: name, kind: "wheel", tags: triples, size, sha256: formatHex(output.digest()), findings: [] };
}

/** Editing a wheel whose name and WHEEL differ would hide which of them was right. */
function requireSameIdentity({ filename, parts, distInfo }: OpenedWheel, wheelFile: Uint8Array): void {
  const told = readWheelFileIdentity(wheelFile, `${distInfo}/WHEEL`);
  const named = formatTagSet(tagsOf(parts));
  const mismatch = (name: string, wheel: string): PackwheelError =>
    new PackwheelError(
      "WHEEL_TAGS_MISMATCH",
      `Cannot retag ${quote(filename, 200)}: its name says ${name}, and its WHEEL ${wheel}`,
      { hint: "Rename the file to what its WHEEL says, or unpack it, mend WHEEL and pack it again", path: filename },
    );
  if (named !== formatTagSet(told.tags)) throw mismatch(named, formatTagSet(told.tags));
  if (parts.build === told.build) return;
  const describe = (build: string | undefined): string => (build === undefined ? "no build tag" : `build tag ${build}`);
  throw mismatch(describe(parts.build), describe(told.build));
}

/** The copies are not looked into, so a broken wheel would otherwise come out as a new one. */
async function verifyMembers(file: RandomAccess, wheel: OpenedWheel, { engine, signal }: RetagPorts): Promise<void> {
  const entries = wheel.archive.entries.filter(({ isDirectory }) => !isDirectory);
  for await (const part of readMembers(file, entries, engine, { signal })) {
    const path = entries[part.index]?.path ?? "";
    if (part.kind === "begin" || part.kind === "whole") wheel.verifier.begin(path);
    if (part.kind === "chunk" || part.kind === "whole") wheel.verifier.update(part.bytes);
    if (part.kind === "end" || part.kind === "whole") wheel.verifier.end(path, part.member.sha256);
  }
}

/** All members in their order, another WHEEL in its place, and RECORD last, by what was written. */
async function copyMembers(
  file: RandomAccess,
  original: OpenedWheel,
  wheelEntry: ZipEntry,
  wheelText: string,
  copier: MemberCopier,
  signal: AbortSignal | undefined,
): Promise<void> {
  const oldRows = new Map(original.rows.map((row) => [row.path, row]));
  const rows: RecordEntry[] = [];
  for (const entry of original.archive.entries) {
    throwIfAborted(signal);
    const { path, isDirectory, size } = entry;
    if (isDirectory || !original.verifier.isRecorded(path)) continue;
    if (entry === wheelEntry) {
      const written = await copier.write(entry, wheelText);
      rows.push({ path, hash: { algorithm: "sha256", digest: written.sha256 }, size: written.size });
    } else {
      await copier.copy(file, entry);
      rows.push({ path, hash: oldRows.get(path)?.hash, size });
    }
  }
  rows.push({ path: original.record.path });
  await copier.write(original.record, writeRecord(rows));
}
