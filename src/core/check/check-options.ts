/** What a caller of `check` may choose. */
import type { AuditedFile } from "../audit/file-audit.ts";
import type { Engine } from "../ports/engine.ts";
import type { Reporter } from "../ports/reporter.ts";
import type { RuleOptions } from "./rule-options.ts";

export interface CheckLimits {
  /** Bytes of all members together. Default: 16 GiB. */
  readonly maxTotalSize?: number | undefined;
  /** Default: 200,000. */
  readonly maxMembers?: number | undefined;
  /** Bytes of one compiled file, which is held in memory while it is read. Default: 256 MiB. */
  readonly maxBinarySize?: number | undefined;
}

/** More than any distribution has, and less than keeps a machine busy for long. */
export const DEFAULT_LIMITS: {
  readonly maxTotalSize: number;
  readonly maxMembers: number;
  readonly maxBinarySize: number;
} = {
  maxTotalSize: 16 * 2 ** 30,
  maxMembers: 200_000,
  maxBinarySize: 256 * 2 ** 20,
};

export interface CheckOptions extends RuleOptions {
  /** Without folders: much of what is wrong with a distribution is wrong with its name. */
  readonly filename: string;
  readonly engine: Engine;
  /** Whose rules count beside the specifications. Default `pypi`. */
  readonly index?: "pypi" | "none" | undefined;
  /** What a distribution may ask of the machine. */
  readonly limits?: CheckLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly reporter?: Reporter | undefined;
  /** Gets the compiled files of a wheel once they are read: who audits them too need not read them again. */
  readonly onBinaries?: ((files: readonly AuditedFile[]) => void) | undefined;
}
