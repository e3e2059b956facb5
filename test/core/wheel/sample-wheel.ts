/** A small wheel in memory, each part of it open to change. */
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/core/bytes/crc32.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { readMember } from "../../../src/core/zip/content.ts";
import { readZip } from "../../../src/core/zip/read.ts";
import { type RawMember, rawArchive } from "../zip/raw-archive.ts";

export const INFO = "hello-1.0.dist-info";
export const WHEEL_TEXT =
  "Wheel-Version: 1.0\nGenerator: test 1\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n";

export interface SampleWheel {
  /** Path -> content, in the order of the archive, without WHEEL and RECORD. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** Path -> Unix mode with its type. Default 0o100644. */
  readonly modes?: Readonly<Record<string, number>> | undefined;
  readonly wheel?: string | undefined;
  /** Changes RECORD; an empty text leaves it out. */
  readonly record?: ((text: string) => string) | undefined;
  /** Changes the members before they are put together. */
  readonly members?: ((members: RawMember[]) => RawMember[]) | undefined;
}

export const FILES: Readonly<Record<string, string>> = {
  "hello/__init__.py": "x = 1\n",
  "hello/größe 😀.txt": "groß\n",
  'hello/a, "b".txt': "c\n",
  "hello/run.sh": "#!/bin/sh\n",
  "hello/big.txt": "0123456789".repeat(1000),
  "hello/empty": "",
  [`${INFO}/METADATA`]: "Metadata-Version: 2.1\nName: hello\nVersion: 1.0\n\nVersion: no header\n",
};

/** With SHA-256 of every file, RECORD last. */
export function sampleWheel({
  files = FILES,
  modes = { "hello/run.sh": 0o100755 },
  wheel = WHEEL_TEXT,
  record = (text) => text,
  members = (all) => all,
}: SampleWheel = {}): Uint8Array {
  const all: [string, string][] = [...Object.entries(files), [`${INFO}/WHEEL`, wheel]];
  const rows = all.map(
    ([path, content]) => `${csv(path)},${hashField("sha256", content)},${Buffer.byteLength(content)}`,
  );
  const recordText = record([...rows, `${INFO}/RECORD,,`, ""].join("\n"));
  if (recordText !== "") all.push([`${INFO}/RECORD`, recordText]);
  return rawArchive({ members: members(all.map(([path, content]) => member(path, content, modes[path] ?? 0o100644))) });
}

/** A deflated member with a time of its own. */
export function member(name: string, content: string, mode: number): RawMember {
  const plain = Buffer.from(content);
  const data = new Uint8Array(deflateRawSync(plain));
  return {
    name,
    data,
    mode,
    fields: { flags: 0x800, method: 8, crc32: crc32(plain), size: plain.length, compressedSize: data.length },
  };
}

export function hashField(algorithm: string, content: string): string {
  return `${algorithm}=${createHash(algorithm).update(content).digest("base64url")}`;
}

function csv(path: string): string {
  return /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}

/** Path -> text, and path -> permission bits, as packwheel reads them. */
export async function contentsOf(
  bytes: Uint8Array,
): Promise<{ readonly texts: Readonly<Record<string, string>>; readonly modes: Readonly<Record<string, number>> }> {
  const file = bytesAccess(bytes);
  const { entries } = await readZip(file);
  const texts: Record<string, string> = {};
  const modes: Record<string, number> = {};
  for (const entry of entries) {
    const content = await readMember(file, entry, portableEngine(), { limit: 1 << 24 });
    texts[entry.path] = new TextDecoder().decode(content);
    modes[entry.path] = entry.mode & 0o7777;
  }
  return { texts, modes };
}
