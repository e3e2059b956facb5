/** The members of an archive, past those that are broken: a fault in one says nothing of the others. */
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { DecodedPart, Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { FLAG, METHOD } from "./constants.ts";
import { readMembers } from "./content.ts";
import type { ZipEntry } from "./model.ts";

export interface ReadIntactOptions {
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
  /** Reading begins again after each; with more of them the archive as a whole is broken, and the rest is left. */
  readonly maxBroken: number;
  /** Parts of one member come together; what a member that turns out broken gave before is to be forgotten. */
  readonly take: (part: DecodedPart, entry: ZipEntry) => void;
  readonly report: (error: PackwheelError, entry: ZipEntry | undefined) => void;
}

/**
 * Read the members in the order in which they lie in the file, those that no engine decodes left out.
 *
 * @throws {PackwheelError} `ABORTED`, and what reading `file` may throw; faults of the archive are reported instead.
 */
export async function readIntactMembers(
  file: RandomAccess,
  entries: readonly ZipEntry[],
  options: ReadIntactOptions,
): Promise<void> {
  let waiting: readonly ZipEntry[] = entries
    .filter(isDecodable)
    .sort((left, right) => left.localHeaderOffset - right.localHeaderOffset);
  for (let broken = 0; waiting.length > 0 && broken < options.maxBroken; broken++) {
    waiting = await readUntilBroken(file, waiting, options);
  }
}

/** Whether an engine can give the content: it is neither encrypted nor compressed by a method of few. */
export function isDecodable({ local, method, flags }: ZipEntry): boolean {
  const isEncrypted = (flags & (FLAG.ENCRYPTED | FLAG.STRONG_ENCRYPTION)) !== 0;
  return local !== undefined && !isEncrypted && (method === METHOD.STORED || method === METHOD.DEFLATED);
}

/** @returns What is still to be read. */
async function readUntilBroken(
  file: RandomAccess,
  entries: readonly ZipEntry[],
  { engine, signal, take, report }: ReadIntactOptions,
): Promise<readonly ZipEntry[]> {
  let done = 0;
  try {
    for await (const part of readMembers(file, entries, engine, { signal })) {
      throwIfAborted(signal);
      const entry = entries[part.index];
      if (entry !== undefined) take(part, entry);
      if (part.kind === "whole" || part.kind === "end") done = part.index + 1;
    }
    return [];
  } catch (error) {
    if (!(error instanceof PackwheelError) || !error.code.startsWith("ZIP_")) throw error;
    const rest = entries.slice(done);
    // An engine that works ahead may fail before it gives the members that come first.
    const broken = rest.find(({ path }) => path === error.path) ?? rest[0];
    report(error, broken);
    return rest.filter((entry) => entry !== broken);
  }
}
