/** Findings of one document, not more of them than anyone reads: a broken file may have one in each of its lines. */
import type { Finding } from "../errors.ts";

const MAX_FINDINGS = 250;

export class FindingList {
  readonly findings: Finding[] = [];

  add(finding: Finding): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push(finding);
  }
}
