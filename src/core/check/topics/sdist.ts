/**
 * The shape of a source distribution.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
import type { Finding } from "../../errors.ts";
import { escapeName, isValidName } from "../../names/project-name.ts";
import { formatVersion, tryParseVersion } from "../../names/version.ts";
import { excerpt } from "../../wheel/header-block.ts";
import type { CoreMetadata } from "../../wheel/metadata.ts";
import { isSince } from "../../wheel/metadata-fields.ts";
import type { SdistContents, SdistMember } from "../contents/sdist-contents.ts";
import { finding } from "../finding.ts";
import { findRule, type RuleCode } from "../rules.ts";
import { licensePathFault } from "./metadata/license.ts";
import type { DistributionName } from "./names.ts";

/** Faults of members of which nobody can say where they belong. */
const UNPLACED: ReadonlySet<string> = new Set(["TAR_BAD_NAME", "TAR_UNSAFE_PATH"]);

/** What is wrong with single members. */
export function checkSdistMembers({ members }: SdistContents): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const member of members) {
    const { path, fault, kind } = member;
    if (fault !== undefined) {
      const severity = findRule(fault.code)?.severity ?? "error";
      findings.push({ code: fault.code, severity, message: fault.message, path });
    }
    if (escapes(member)) {
      const message = `Link "${excerpt(path)}" points to "${excerpt(member.link ?? "")}", outside of the sdist`;
      findings.push(finding("SDIST_LINK_ESCAPES", message, { path }));
    }
    if (kind === "directory") continue;
    if (seen.has(path)) {
      findings.push(finding("TAR_DUPLICATE_PATH", `Path "${excerpt(path)}" is in the archive twice`, { path }));
    }
    seen.add(path);
  }
  return findings;
}

/** The one folder that an sdist unpacks to; undefined when there is not exactly one. */
export function findTopFolder({ members }: SdistContents): string | undefined {
  // Of members that cannot be unpacked, another rule tells.
  const sound = members.filter(({ path, fault }) => path !== "" && !UNPLACED.has(fault?.code ?? ""));
  const folders = new Set(sound.map(({ path }) => path.split("/")[0] ?? ""));
  const [folder] = folders;
  const isFolder = sound.some(({ path, kind }) => path.startsWith(`${folder}/`) || kind === "directory");
  return folders.size === 1 && isFolder ? folder : undefined;
}

/** One folder, of the right name, with the two files that every sdist has. */
export function checkSdistShape(contents: SdistContents, name: DistributionName | undefined): Finding[] {
  const folder = findTopFolder(contents);
  if (folder === undefined) {
    return [finding("SDIST_TOP_FOLDER_SEVERAL", "Sdist does not hold exactly one top-level folder")];
  }
  const findings: Finding[] = [];
  const report = (code: RuleCode, message: string, hint?: string) => {
    findings.push(finding(code, message, { path: folder, hint }));
  };
  const expected = name === undefined ? undefined : normalPrefix(name);
  if (expected !== undefined && folder !== expected) {
    report("SDIST_TOP_FOLDER_NAME", `Folder "${excerpt(folder)}" is not called "${excerpt(expected)}"`);
  }
  const files = new Set(contents.members.filter(({ kind }) => kind === "file").map(({ path }) => path));
  if (!files.has(`${folder}/PKG-INFO`)) {
    report("SDIST_PKG_INFO_MISSING", `Folder "${excerpt(folder)}" holds no PKG-INFO`);
  }
  if (!files.has(`${folder}/pyproject.toml`)) {
    report("SDIST_PYPROJECT_MISSING", `Folder "${excerpt(folder)}" holds no pyproject.toml`);
  }
  return findings;
}

/** What an sdist asks of its metadata beyond what a wheel does. */
export function checkSdistMetadata(contents: SdistContents, metadata: CoreMetadata, folder: string): Finding[] {
  const { metadataVersion } = metadata;
  const findings: Finding[] = [];
  if (/^[12]\.\d$/.test(metadataVersion) && !isSince(metadataVersion, "2.2")) {
    const message = `Metadata-Version ${metadataVersion} is older than 2.2, and cannot tell what is dynamic`;
    findings.push(finding("SDIST_METADATA_VERSION", message, { path: `${folder}/PKG-INFO` }));
  }
  if (!isSince(metadataVersion, "2.4")) return findings;
  const paths = new Set(contents.members.map(({ path }) => path));
  for (const file of metadata.licenseFile) {
    const path = `${folder}/${file}`;
    if (paths.has(path) || licensePathFault(file) !== undefined) continue;
    findings.push(finding("METADATA_LICENSE_FILE_MISSING", `License-File "${excerpt(file)}" is not there`, { path }));
  }
  return findings;
}

function normalPrefix({ name, version }: DistributionName): string | undefined {
  const parsed = tryParseVersion(version);
  return isValidName(name) && parsed !== undefined ? `${escapeName(name)}-${formatVersion(parsed)}` : undefined;
}

/** Whether a link leads out of the folder that is unpacked to. Hard links name members, symbolic links neighbours. */
function escapes({ path, kind, link }: SdistMember): boolean {
  if (link === undefined || (kind !== "symlink" && kind !== "hard-link")) return false;
  if (/^(?:\/|\\|[A-Za-z]:)/.test(link)) return true;
  const depth: string[] = kind === "symlink" ? path.split("/").slice(0, -1) : [];
  for (const part of link.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    if (part !== "..") depth.push(part);
    else if (depth.pop() === undefined) return true;
  }
  return false;
}
