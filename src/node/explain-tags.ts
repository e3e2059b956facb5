/** Why a wheel on disk has its platform tags: its binaries are read, and what they need is told. */
import { auditWheel } from "../core/audit/audit-wheel.ts";
import type { AuditedFile } from "../core/audit/file-audit.ts";
import { explainTag, type TagExplanation } from "../core/audit/why.ts";
import type { Finding } from "../core/errors.ts";
import { isObjectError, readObjectStream } from "../core/object/object-bytes.ts";
import { openMember } from "../core/zip/content.ts";
import { readZip } from "../core/zip/read.ts";
import { openDiskAccess } from "./disk-access.ts";
import type { InspectedFile, InspectOptions } from "./inspect-file.ts";
import { nativeEngine } from "./native-engine.ts";

export interface ExplainedWheel {
  /** What the binaries allow, and which need forces it. */
  readonly explanation: TagExplanation;
  readonly findings: readonly Finding[];
}

/** A library that is larger is no library of a wheel: PyPI takes 1 GiB at most. */
const MAX_BINARY_SIZE: number = 2 ** 30;

/**
 * Read the binaries of a wheel.
 *
 * @param wheel As `inspectFile` gives it.
 * @throws {PackwheelError} the codes of `readZip`
 */
export async function explainWheel(
  wheel: InspectedFile & { readonly kind: "wheel" },
  options: InspectOptions = {},
): Promise<ExplainedWheel> {
  const { engine = nativeEngine(), signal } = options;
  const paths = new Set(wheel.wheel.native.map(({ path }) => path));
  const findings: Finding[] = [];
  const files: AuditedFile[] = [];
  const file = await openDiskAccess(wheel.path);
  try {
    const archive = await readZip(file, { signal, tolerate: ["ZIP_CASE_COLLISION"] });
    for (const entry of archive.entries) {
      if (!paths.has(entry.path)) continue;
      if (entry.size > MAX_BINARY_SIZE) {
        const message = `File has ${entry.size} bytes, too many to be read`;
        findings.push({ code: "NATIVE_TOO_LARGE", severity: "warning", message, path: entry.path });
        continue;
      }
      try {
        const object = await readObjectStream(openMember(file, entry, engine, { signal }), entry.size);
        files.push({ path: entry.path, object });
      } catch (error) {
        if (!isObjectError(error)) throw error;
        // Static libraries and WebAssembly are machine code that says nothing of platforms.
        if (error.code === "OBJECT_UNKNOWN_FORMAT") continue;
        findings.push({ code: error.code, severity: "warning", message: error.message, path: entry.path });
      }
    }
  } finally {
    await file.close();
  }
  const audit = auditWheel(files);
  return { explanation: explainTag(audit), findings: [...findings, ...audit.findings] };
}
