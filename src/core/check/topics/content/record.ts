/**
 * RECORD against the archive, both ways.
 * Spec: https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
 */
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { ParsedRecord, RecordEntry } from "../../../wheel/record.ts";
import { findPathFault } from "../../../zip/safe-path.ts";
import type { CheckedMember } from "../../contents/wheel-contents.ts";
import { adoptFindings, finding } from "../../finding.ts";

/** Digests of the hashes that may stand in RECORD, in bytes. */
const STRONG: ReadonlyMap<string, number> = new Map([
  ["sha256", 32],
  ["sha384", 48],
  ["sha512", 64],
  ["sha3_256", 32],
  ["sha3_384", 48],
  ["sha3_512", 64],
  ["blake2b", 64],
  ["blake2s", 32],
]);

/**
 * @param members All files of the archive, RECORD among them.
 * @param path Of RECORD itself.
 */
export function checkRecord(parsed: ParsedRecord, members: readonly CheckedMember[], path: string): Finding[] {
  const findings = adoptFindings(parsed.findings, path);
  const byPath = new Map(members.map((member) => [member.path, member]));
  const listed = new Set<string>();
  for (const entry of parsed.entries) {
    // Old tools on Windows wrote backslashes, and readers take them for slashes.
    const memberPath = entry.path.replaceAll("\\", "/");
    listed.add(memberPath);
    findings.push(...checkEntry(entry, byPath.get(memberPath), path));
  }
  for (const member of members) {
    if (listed.has(member.path) || isSignature(member.path, path)) continue;
    const message = `File "${excerpt(member.path)}" is not listed in RECORD`;
    findings.push(finding("RECORD_FILE_UNLISTED", message, { path: member.path }));
  }
  return findings;
}

function checkEntry(entry: RecordEntry, member: CheckedMember | undefined, path: string): Finding[] {
  const shown = excerpt(entry.path);
  if (entry.path.endsWith("/")) {
    return [finding("RECORD_DIRECTORY_LISTED", `RECORD lists the folder "${shown}"`, { path })];
  }
  const fault = findPathFault(entry.path);
  const findings =
    fault === undefined ? [] : [finding("RECORD_BAD_PATH", `Path "${shown}" in RECORD is unsafe: ${fault}`, { path })];
  if (entry.path === path) {
    if (entry.hash === undefined && entry.size === undefined) return findings;
    return [...findings, finding("RECORD_SELF_HASHED", "RECORD gives a hash or size for itself", { path })];
  }
  if (isSignature(entry.path, path)) return findings;
  if (member === undefined) {
    return [...findings, finding("RECORD_FILE_ABSENT", `RECORD lists "${shown}", which is not there`, { path })];
  }
  return [...findings, ...checkHash(entry, member), ...checkSize(entry, member)];
}

function checkHash({ hash }: RecordEntry, { path, sha256 }: CheckedMember): Finding[] {
  if (hash === undefined)
    return [finding("RECORD_HASH_MISSING", `RECORD gives no hash for "${excerpt(path)}"`, { path })];
  const length = STRONG.get(hash.algorithm);
  if (length === undefined) {
    const message = `RECORD gives a ${excerpt(hash.algorithm)} hash for "${excerpt(path)}"`;
    return [finding("RECORD_HASH_WEAK", message, { path, hint: "Use sha256" })];
  }
  if (hash.digest.length !== length) {
    const message = `Hash of "${excerpt(path)}" in RECORD has ${hash.digest.length} bytes, and ${hash.algorithm} has ${length}`;
    return [finding("RECORD_BAD_HASH", message, { path })];
  }
  if (hash.algorithm !== "sha256") {
    const message = `RECORD gives a ${hash.algorithm} hash for "${excerpt(path)}", which is not verified`;
    return [finding("RECORD_HASH_UNCHECKED", message, { path })];
  }
  if (sha256 === undefined || equalBytes(hash.digest, sha256)) return [];
  const message = `Content of "${excerpt(path)}" is not what RECORD has the hash of`;
  return [finding("RECORD_HASH_MISMATCH", message, { path, hint: "Build the wheel anew, or get it from its source" })];
}

function checkSize({ size }: RecordEntry, member: CheckedMember): Finding[] {
  const { path } = member;
  if (size === undefined) {
    return [finding("RECORD_SIZE_MISSING", `RECORD gives no size for "${excerpt(path)}"`, { path })];
  }
  if (size === member.size) return [];
  const message = `RECORD gives ${size} bytes for "${excerpt(path)}", which has ${member.size}`;
  return [finding("RECORD_SIZE_MISMATCH", message, { path })];
}

/** `RECORD.jws` signs RECORD, and so cannot be listed in it. */
function isSignature(path: string, record: string): boolean {
  return path === `${record}.jws` || path === `${record}.p7s`;
}

function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
