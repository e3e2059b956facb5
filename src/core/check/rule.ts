/** What a rule is: the row that `packwheel check`, its documentation and its options share. */
import type { Severity } from "../errors.ts";

/** The part of a distribution that a rule looks at; also how the documentation is divided. */
export type RuleTopic =
  | "framing"
  | "names"
  | "metadata"
  | "record"
  | "entry-points"
  | "readme"
  | "content"
  | "native"
  | "index"
  | "sdist";

/** A rule without its code, as the tables in `rules/` hold it under that code. */
export interface RuleFacts {
  /**
   * `error`: PyPI refuses the file, an installer fails on it, it says something untrue, or it gives away a secret.
   * `warning`: it works, but is most likely a mistake. `note`: worth knowing.
   */
  readonly severity: Severity;
  /** One line: what is wrong with a file that breaks the rule. */
  readonly meaning: string;
  /** Who minds: PyPI's answer, an installer, a specification, or the code another checker uses. */
  readonly why: string;
}

export interface Rule extends RuleFacts {
  /** Stable name: `RECORD_HASH_MISMATCH`. Public API: add freely, never rename. */
  readonly code: string;
  readonly topic: RuleTopic;
}
