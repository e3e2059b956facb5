/** Why a wheel on disk has its platform tags: its binaries are read, and what they need is told. */
import { auditWheel } from "../core/audit/audit-wheel.ts";
import type { AuditedFile } from "../core/audit/file-audit.ts";
import { explainTag, type TagExplanation } from "../core/audit/why.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import { detectObjectFormat } from "../core/object/detect.ts";
import { readObject } from "../core/object/object-file.ts";
import { readMember } from "../core/zip/content.ts";
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
      const bytes = await readMember(file, entry, engine, { limit: MAX_BINARY_SIZE, signal });
      const format = detectObjectFormat(bytes);
      if (format !== "elf" && format !== "mach-o" && format !== "pe") continue;
      try {
        files.push({ path: entry.path, object: readObject(bytes) });
      } catch (error) {
        if (!(error instanceof PackwheelError)) throw error;
        findings.push({ code: error.code, severity: "warning", message: error.message, path: entry.path });
      }
    }
  } finally {
    await file.close();
  }
  const audit = auditWheel(files);
  return { explanation: explainTag(audit), findings: [...findings, ...audit.findings] };
}
