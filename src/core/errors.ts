/**
 * The one error class of packwheel, and the findings that checks report.
 * Codes are public API: add freely, never rename. Each area keeps its codes beside its own code
 * (`zip/error-codes.ts`, `project/error-codes.ts`, ...); here they come together.
 */
import type { AuditErrorCode } from "./audit/error-codes.ts";
import type { BuildErrorCode } from "./build/error-codes.ts";
import type { CdefErrorCode } from "./cdef/error-codes.ts";
import type { CheckErrorCode } from "./check/error-codes.ts";
import type { IrErrorCode } from "./compiler/ir-error-codes.ts";
import type { NamesErrorCode } from "./names/error-codes.ts";
import type { NativeErrorCode } from "./native/error-codes.ts";
import type { ObjectErrorCode } from "./object/error-codes.ts";
import type { PortsErrorCode } from "./ports/error-codes.ts";
import type { ProgramErrorCode } from "./program/error-codes.ts";
import type { ProjectErrorCode } from "./project/error-codes.ts";
import type { SourceFilesErrorCode } from "./project/source-files/error-codes.ts";
import type { SdistErrorCode } from "./sdist/error-codes.ts";
import type { TagsErrorCode } from "./tags/error-codes.ts";
import type { TarErrorCode } from "./tar/error-codes.ts";
import type { TargetsErrorCode } from "./targets/error-codes.ts";
import type { ToolchainErrorCode } from "./targets/toolchain-error-codes.ts";
import type { TrialErrorCode } from "./trial/error-codes.ts";
import type { UploadErrorCode } from "./upload/error-codes.ts";
import type { WheelErrorCode } from "./wheel/error-codes.ts";
import type { ZipErrorCode } from "./zip/error-codes.ts";

/** How bad a finding is: an `error` stops a build or an upload, a `warning` stops them with `--strict`. */
export type Severity = "error" | "warning" | "note";

/** One thing that is wrong, or worth knowing, at one place. */
export interface Finding {
  /** Stable name, for example `RECORD_HASH_MISMATCH`. */
  readonly code: string;
  readonly severity: Severity;
  /** Active, with the quoted value, without a full stop. */
  readonly message: string;
  /** File, archive member or key the finding is about: `pyproject.toml`, `dist/a.whl: a/b.py`. */
  readonly path?: string;
  /** One imperative clause: what the user can do next. */
  readonly hint?: string;
}

export interface PackwheelErrorOptions extends ErrorOptions {
  readonly hint?: string | undefined;
  /** Byte offset in the input, where there is one. */
  readonly offset?: number | undefined;
  /** File the error is about, where the thrower knows it. */
  readonly path?: string | undefined;
  /** Every problem found, when there are several: all errors of a pyproject.toml at once. */
  readonly findings?: readonly Finding[] | undefined;
}

/** Upper-case words joined by `_`: area first (`ZIP_TRUNCATED`, `PROJECT_INVALID`). */
export type ErrorCode =
  | AuditErrorCode
  | BuildErrorCode
  | CdefErrorCode
  | CheckErrorCode
  | IrErrorCode
  | NamesErrorCode
  | NativeErrorCode
  | ObjectErrorCode
  | PortsErrorCode
  | ProgramErrorCode
  | ProjectErrorCode
  | SdistErrorCode
  | SourceFilesErrorCode
  | TagsErrorCode
  | TarErrorCode
  | TargetsErrorCode
  | ToolchainErrorCode
  | TrialErrorCode
  | UploadErrorCode
  | WheelErrorCode
  | ZipErrorCode;

/** Every failure packwheel raises. Branch on `code`, not on subclasses. */
export class PackwheelError extends Error {
  override readonly name = "PackwheelError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly offset: number | undefined;
  readonly path: string | undefined;
  readonly findings: readonly Finding[];

  constructor(code: ErrorCode, message: string, options: PackwheelErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.hint = options.hint;
    this.offset = options.offset;
    this.path = options.path;
    this.findings = options.findings ?? [];
  }
}
