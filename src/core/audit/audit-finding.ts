/** Findings of an audit. */
import type { Finding, Severity } from "../errors.ts";
import { quote } from "../names/quote.ts";

/** Stable names: people choose findings by them. */
export type AuditFindingCode =
  /** A file is for a system or machine that has no tag. */
  | "AUDIT_UNKNOWN_PLATFORM"
  /** Files are for different systems. */
  | "AUDIT_MIXED_SYSTEMS"
  /** Files are for different machines. */
  | "AUDIT_MIXED_MACHINES"
  /** Some files need glibc, others musl. */
  | "AUDIT_MIXED_C_LIBRARIES"
  /** A library must come with the system, and not every system has it. */
  | "AUDIT_EXTERNAL_LIBRARY"
  /** A library is in the wheel, at a place where the loader does not look. */
  | "AUDIT_LIBRARY_NOT_ON_PATH"
  /** No policy allows something that a file needs. */
  | "AUDIT_NO_POLICY"
  /** A file says nothing of the oldest macOS that it runs on. */
  | "AUDIT_NO_MINIMUM_VERSION"
  /** A tag is for a whole version of macOS, and a file needs a later minor one. */
  | "AUDIT_MINOR_VERSION_LOST"
  /** A file makes the stack executable, which newer systems refuse. */
  | "AUDIT_EXECUTABLE_STACK"
  /** A file changes its code as it is loaded, which hardened systems refuse. */
  | "AUDIT_TEXT_RELOCATIONS"
  /** The ABI tag is `none`, and a file needs the interface of the interpreter. */
  | "AUDIT_PYTHON_ABI_NEEDED"
  /** A file links the library of one Python. */
  | "AUDIT_LIBPYTHON_LINKED"
  /** A file needs a symbol that the stable ABI of the wheel's Python does not have. */
  | "AUDIT_NOT_STABLE_ABI";

export function auditFinding(
  code: AuditFindingCode,
  severity: Severity,
  message: string,
  path: string,
  hint?: string,
): Finding {
  return { code, severity, message, path, ...(hint === undefined ? {} : { hint }) };
}

/** A finding for each file that is for another machine than the first. */
export function mixedMachines(files: readonly { readonly path: string; readonly arch: string }[]): Finding[] {
  const [first] = files;
  return files.flatMap(({ path, arch }) => {
    if (first === undefined || arch === first.arch) return [];
    const message = `File is for ${arch}, and ${quote(first.path)} is for ${first.arch}`;
    return [auditFinding("AUDIT_MIXED_MACHINES", "error", message, path, "Make a wheel for each machine")];
  });
}
