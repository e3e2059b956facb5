/** What a caller of `check` may choose. */
import type { Engine } from "../ports/engine.ts";
import type { Reporter } from "../ports/reporter.ts";
import type { RuleOptions } from "./rule-options.ts";

export interface CheckOptions extends RuleOptions {
  /** Without folders: much of what is wrong with a distribution is wrong with its name. */
  readonly filename: string;
  readonly engine: Engine;
  /** Whose rules count beside the specifications. Default `pypi`. */
  readonly index?: "pypi" | "none" | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly reporter?: Reporter | undefined;
}
