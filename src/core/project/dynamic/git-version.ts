/**
 * A version from `git describe`.
 *
 * The rule: at a tag, the version is what the tag says (`v1.2.3` -> `1.2.3`). N commits after it, the tree leads to
 * the next version, so its last number is raised and `.devN` follows: `1.2.3` -> `1.2.4.dev5`, `2.0rc1` -> `2.0rc2.dev5`,
 * `1.0.post1` -> `1.0.post2.dev5`. Wish for the commit, and it follows as local version: `1.2.4.dev5+g1a2b3c4`;
 * public indexes take no such version, so it has to be asked for. setuptools-scm raises the same number.
 */
import { formatVersion, tryParseVersion, type Version } from "../../names/version.ts";
import type { GitDescription } from "../../ports/environment.ts";

/** Undefined when the tag holds no version. */
export function versionOfGit(description: GitDescription, withCommit: boolean): string | undefined {
  const tagged = versionOfTag(description.tag);
  if (tagged === undefined) return undefined;
  if (description.distance === 0) return formatVersion(tagged);
  const next = nextVersion(tagged, BigInt(description.distance));
  const commit = /^[0-9A-Za-z]+$/.test(description.commit) ? `g${description.commit.toLowerCase()}` : undefined;
  return formatVersion(withCommit && commit !== undefined ? { ...next, local: [commit] } : next);
}

/** `v1.2.3`, `release/1.2.3`, `hello-1.2.3`: the first version that begins the tag, or stands behind a separator. */
function versionOfTag(tag: string): Version | undefined {
  const starts = [0, ...[...tag.matchAll(/[-_/@.]/g)].map(({ index }) => index + 1)];
  for (const start of starts) {
    const rest = tag.slice(start);
    const version = /^v?[0-9]/i.test(rest) ? tryParseVersion(rest) : undefined;
    if (version !== undefined) return version;
  }
  return undefined;
}

function nextVersion({ dev, local: _, ...version }: Version, distance: bigint): Version {
  // A development release is a step on the way already, so the way goes on from there.
  if (dev !== undefined) return { ...version, dev: dev + distance, local: [] };
  const base = { ...version, dev: distance, local: [] };
  if (version.post !== undefined) return { ...base, post: version.post + 1n };
  if (version.pre !== undefined) return { ...base, pre: { ...version.pre, number: version.pre.number + 1n } };
  const last = version.release.at(-1) ?? 0n;
  return { ...base, release: [...version.release.slice(0, -1), last + 1n] };
}
