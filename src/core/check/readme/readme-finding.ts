/** Findings in a description. */
import type { Finding } from "../../errors.ts";

export interface ReadmeFinding extends Finding {
  /** Line of the description, from 1. */
  readonly line: number;
}
