/** A good wheel in memory, open to one change at a time, and packed as the change says. */
import { createHash } from "node:crypto";
import { checkDistribution } from "../../../src/core/check/check-distribution.ts";
import type { CheckOptions } from "../../../src/core/check/check-options.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import type { Finding } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { type RawArchive, type RawMember, writeRawZip } from "./raw-zip.ts";

export const FILENAME = "hello-1.0-py3-none-any.whl";
export const INFO = "hello-1.0.dist-info";

export interface WheelDraft {
  filename: string;
  /** Without METADATA, WHEEL and RECORD, which are made last. */
  files: Record<string, string | Uint8Array>;
  /** Header lines of METADATA. Undefined: no such file. */
  metadata: string[] | undefined;
  description: string;
  /** Lines of WHEEL. Undefined: no such file. */
  wheel: string[] | undefined;
  /** Changes the text of RECORD; undefined: no such file. */
  record: ((text: string) => string) | undefined;
  /** Changes members before they are packed. */
  members: (members: RawMember[]) => RawMember[];
  archive: RawArchive;
  /** Changes the finished file. */
  bytes: (bytes: Uint8Array) => Uint8Array;
  /** The folder that METADATA, WHEEL and RECORD go into. */
  info: string;
}

export function goodWheel(): WheelDraft {
  return {
    filename: FILENAME,
    files: {
      "hello/__init__.py": "",
      "hello/cli.py": "def main():\n    print('hello')\n",
      [`${INFO}/licenses/LICENSE`]: "Do what you like.\n",
      [`${INFO}/entry_points.txt`]: "[console_scripts]\nhello = hello.cli:main\n",
    },
    metadata: [
      "Metadata-Version: 2.4",
      "Name: Hello",
      "Version: 1.0",
      "Summary: Says hello",
      "Author-email: Ada Lovelace <ada@example.org>",
      "License-Expression: MIT",
      "License-File: LICENSE",
      "Project-URL: Source, https://example.org/hello",
      "Classifier: Programming Language :: Python :: 3",
      "Requires-Python: >=3.9",
      "Description-Content-Type: text/markdown",
      "Provides-Extra: color",
      'Requires-Dist: colorama>=0.4; extra == "color"',
    ],
    description: "# Hello\n\nSays [hello](https://example.org).\n",
    wheel: ["Wheel-Version: 1.0", "Generator: test 1.0", "Root-Is-Purelib: true", "Tag: py3-none-any"],
    record: (text) => text,
    members: (members) => members,
    archive: {},
    bytes: (bytes) => bytes,
    info: INFO,
  };
}

export function packDraft(draft: WheelDraft): Uint8Array {
  const { info } = draft;
  const files: Record<string, string | Uint8Array> = { ...draft.files };
  if (draft.metadata !== undefined) {
    files[`${info}/METADATA`] = `${draft.metadata.join("\n")}\n\n${draft.description}`;
  }
  if (draft.wheel !== undefined) files[`${info}/WHEEL`] = `${draft.wheel.join("\n")}\n`;
  const members = Object.entries(files).map(([path, content]): RawMember => ({ path, bytes: toBytes(content) }));
  if (draft.record !== undefined) {
    const rows = members.map(({ path, bytes }) => `${path},${hashOf(bytes)},${bytes.length}\n`);
    const record = draft.record(`${rows.join("")}${info}/RECORD,,\n`);
    members.push({ path: `${info}/RECORD`, bytes: toBytes(record) });
  }
  return draft.bytes(writeRawZip(draft.members(members), draft.archive));
}

export function checkDraft(draft: WheelDraft, options: Partial<CheckOptions> = {}): Promise<Finding[]> {
  return checkBytes(packDraft(draft), draft.filename, options);
}

export function checkBytes(
  bytes: Uint8Array,
  filename: string,
  options: Partial<CheckOptions> = {},
): Promise<Finding[]> {
  return checkDistribution(bytesAccess(bytes), { filename, engine: portableEngine(), ...options });
}

export function hashOf(bytes: Uint8Array, algorithm = "sha256"): string {
  return `${algorithm}=${createHash(algorithm).update(bytes).digest("base64url")}`;
}

export function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
