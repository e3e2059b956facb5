/** What differs between two archives that should be the same. */

/** A member of a wheel or an sdist, as `readWheel` and `readSdist` give it. */
export interface ComparedMember {
  readonly path: string;
  readonly size: number;
  readonly sha256?: string;
  readonly mode: number;
}

/** Words that follow a colon, about the first member that differs. */
export function firstDifference(left: readonly ComparedMember[], right: readonly ComparedMember[]): string {
  for (const [index, member] of left.entries()) {
    const twin = right[index];
    if (twin === undefined) return `"${member.path}" is missing in the second build`;
    if (twin.path !== member.path) return `"${member.path}" stands where the second build has "${twin.path}"`;
    if (twin.size !== member.size) return `"${member.path}" has ${member.size} bytes, then ${twin.size}`;
    if (twin.sha256 !== member.sha256) return `"${member.path}" has other content in the second build`;
    if (twin.mode !== member.mode) return `"${member.path}" has another mode in the second build`;
  }
  const extra = right[left.length];
  if (extra !== undefined) return `"${extra.path}" is new in the second build`;
  return "the members are the same, but not their compressed bytes";
}
