/** A wheel with 20,000 bytecode files has one problem, not 20,000. */
import type { Finding } from "../errors.ts";

/** More of one kind tell nothing new. */
export const MAX_FINDINGS_OF_A_RULE = 100;

/** The first findings of each rule; the last of many counts those that are left out. */
export function limitFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((found) => {
    const number = (seen.get(found.code) ?? 0) + 1;
    seen.set(found.code, number);
    if (number < MAX_FINDINGS_OF_A_RULE) return [found];
    const left = (counts.get(found.code) ?? 0) - number;
    if (number > MAX_FINDINGS_OF_A_RULE) return [];
    return [left === 0 ? found : { ...found, message: `${found.message} (and ${left} more like this)` }];
  });
}
