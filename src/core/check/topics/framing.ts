/**
 * The zip archive of a wheel, read as PyPI reads it: from its first byte on and from its directory, with the same
 * result.
 * Spec: https://docs.pypi.org/archives
 */
import type { Finding } from "../../errors.ts";
import { excerpt } from "../../wheel/header-block.ts";
import { EXTRA, FLAG, METHOD } from "../../zip/constants.ts";
import { parseExtraFields } from "../../zip/extra-field.ts";
import type { ZipArchive, ZipEntry, ZipFault, ZipStray } from "../../zip/model.ts";
import { finding } from "../finding.ts";
import { findRule, type RuleCode } from "../rules.ts";

/** Version 6.3, as far as Python reads. */
const MAX_VERSION = 63;
/** Lengths of a local ZIP64 extra field that PyPI takes. */
const ZIP64_LENGTHS: ReadonlySet<number> = new Set([0, 8, 16, 24, 28]);

export function checkFraming(archive: ZipArchive): Finding[] {
  return [
    ...archive.faults.flatMap(adoptFault),
    ...archive.strays.map(checkStray),
    ...checkArchiveRecords(archive),
    ...archive.entries.flatMap(checkEntry),
  ];
}

/** Tar archives begin with a header whose checksum is right, also when a zip archive follows within. */
export function checkBothFormats(firstBlock: Uint8Array): Finding[] {
  if (!isTarHeader(firstBlock)) return [];
  return [finding("ZIP_AND_TAR", "File begins as a tar archive and ends as a zip archive")];
}

/** What the reader found, under the same codes; paths that differ in case are a matter of content. */
function adoptFault({ code, message, path }: ZipFault): Finding[] {
  if (code === "ZIP_CASE_COLLISION") return [];
  const severity = findRule(code)?.severity ?? "error";
  return [{ code, severity, message, ...(path === undefined ? {} : { path }) }];
}

const STRAY_RULES: Readonly<Record<ZipStray["kind"], RuleCode>> = {
  prefix: "ZIP_PREFIX_DATA",
  gap: "ZIP_GAP",
  trailing: "ZIP_TRAILING_DATA",
};

function checkStray({ kind, offset, length }: ZipStray): Finding {
  const place = { prefix: "before the archive", gap: "that belong to no member", trailing: "after the archive" }[kind];
  const message = `File has ${length} bytes ${place}, at offset ${offset}`;
  return finding(STRAY_RULES[kind], message, { hint: "Pack the wheel anew" });
}

function checkArchiveRecords({ comment, zip64 }: ZipArchive): Finding[] {
  const findings: Finding[] = [];
  if (comment.length > 0) {
    const message = `Archive has a comment of ${comment.length} bytes`;
    findings.push(finding("ZIP_ARCHIVE_COMMENT", message, { hint: "Pack the wheel anew without it" }));
  }
  if (zip64 !== undefined && zip64.extensibleLength > 0) {
    const message = `End record of the archive holds ${zip64.extensibleLength} bytes that nobody defines`;
    findings.push(finding("ZIP_ZIP64_EXTENSIBLE_DATA", message));
  }
  return findings;
}

function checkEntry(entry: ZipEntry): Finding[] {
  const { path, local } = entry;
  const findings: Finding[] = [];
  const report = (code: RuleCode, message: string, hint?: string) => {
    findings.push(finding(code, message, { path, hint }));
  };
  if (((entry.flags | (local?.flags ?? 0)) & FLAG.DATA_DESCRIPTOR) !== 0) {
    const message = `Sizes of "${excerpt(path)}" stand behind its data`;
    report("ZIP_DATA_DESCRIPTOR", message, "Pack the wheel with a tool that writes sizes into the headers");
  }
  // The upper byte has no meaning.
  const version = entry.versionNeeded & 0xff;
  if (version > MAX_VERSION) {
    const message = `Member "${excerpt(path)}" asks for version ${version / 10} of the zip format`;
    report("ZIP_VERSION_NEEDED", message);
  }
  if (entry.comment.length > 0) {
    report("ZIP_MEMBER_COMMENT", `Member "${excerpt(path)}" has a comment of ${entry.comment.length} bytes`);
  }
  if (entry.nameEncoding === "cp437" || entry.nameEncoding === "unicode-path-extra") {
    report("ZIP_NAME_NOT_UTF8", `Name "${excerpt(path)}" is not marked as UTF-8`);
  }
  if (local !== undefined) findings.push(...checkLocalExtra(path, local.extra, local.method));
  return findings;
}

/** Where PyPI is stricter than the reader, which has told the rest. */
function checkLocalExtra(path: string, extra: Uint8Array, method: number): Finding[] {
  const { fields, rest } = parseExtraFields(extra);
  const findings: Finding[] = [];
  if (rest.length > 0 && rest.length < 4) {
    const message = `Member "${excerpt(path)}" has ${rest.length} bytes behind its extra fields`;
    findings.push(finding("ZIP_BAD_EXTRA", message, { path }));
  }
  for (const { id, data } of fields) {
    const { length } = data;
    if (id !== EXTRA.ZIP64 || (ZIP64_LENGTHS.has(length) && (length !== 8 || method === METHOD.STORED))) continue;
    const message = `Member "${excerpt(path)}" has an extra field of ${length} bytes for 64-bit sizes`;
    findings.push(finding("ZIP_ZIP64_EXTRA_LENGTH", message, { path }));
  }
  return findings;
}

/** The checksum of a tar header: the sum of its bytes, with blanks in place of the checksum itself. */
function isTarHeader(block: Uint8Array): boolean {
  if (block.length < 512) return false;
  const text = new TextDecoder("latin1").decode(block.subarray(148, 156));
  const match = /^ *([0-7]{1,7})[\0 ]/.exec(text);
  if (match === null) return false;
  let sum = 8 * 0x20;
  for (let index = 0; index < 512; index++) if (index < 148 || index >= 156) sum += block[index] ?? 0;
  return sum === Number.parseInt(match[1] ?? "", 8);
}
