/**
 * The folders of a wheel that are not its library: `.dist-info` and `.data`.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-dist-info-directory
 */
import { decodeUtf8 } from "../../../bytes/utf8.ts";
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { isSince } from "../../../wheel/metadata-fields.ts";
import type { PlacedMember, WheelContents } from "../../contents/wheel-contents.ts";
import { finding } from "../../finding.ts";
import { licensePathFault } from "../metadata/license.ts";
import type { DistributionName } from "../names.ts";

/** Written by installers; in a wheel they would speak of an installation that never was. */
const INSTALLER_FILES: ReadonlySet<string> = new Set(["INSTALLER", "REQUESTED", "direct_url.json"]);
const FOLDERS: ReadonlySet<string> = new Set(["licenses", "license_files", "LICENSES", "sboms"]);
const SCHEMES: ReadonlySet<string> = new Set(["purelib", "platlib", "headers", "scripts", "data"]);

/**
 * Folders named as the file name says, one `.dist-info` among them.
 *
 * @param folders Top-level folders of the archive.
 * @param name Undefined when the file name does not fall into parts.
 */
export function checkFolders(folders: readonly string[], name: DistributionName | undefined): Finding[] {
  const findings: Finding[] = [];
  const infos = folders.filter((folder) => folder.endsWith(".dist-info"));
  const expected = name === undefined ? undefined : `${name.prefix}.dist-info`;
  if (infos.length === 0) {
    const hint = expected === undefined ? undefined : `Add ${expected}`;
    findings.push(finding("DIST_INFO_MISSING", "Wheel has no .dist-info folder", { hint }));
  } else if (infos.length > 1) {
    const message = `Wheel has ${infos.length} .dist-info folders: ${infos.map((info) => `"${excerpt(info)}"`).join(", ")}`;
    findings.push(finding("DIST_INFO_SEVERAL", message));
  }
  if (expected !== undefined && infos.length > 0 && !infos.includes(expected)) {
    const message = `Folder "${excerpt(infos[0] ?? "")}" is not called "${excerpt(expected)}" as the file name asks for`;
    findings.push(finding("DIST_INFO_NAME_MISMATCH", message, { path: infos[0] }));
  }
  for (const folder of folders) {
    if (!folder.endsWith(".data") || name === undefined || folder === `${name.prefix}.data`) continue;
    const message = `Folder "${excerpt(folder)}" is not called "${excerpt(name.prefix)}.data"`;
    findings.push(finding("DATA_FOLDER_NAME_MISMATCH", message, { path: folder }));
  }
  return findings;
}

/** What lies in the two folders. */
export function checkFolderContents(contents: WheelContents): Finding[] {
  return [
    ...contents.members.flatMap(checkDistInfoMember),
    ...contents.members.flatMap(checkDataMember),
    ...checkShadowedScripts(contents),
  ];
}

/**
 * License files, named and present.
 *
 * @param folder Of the `.dist-info` in which they must lie.
 */
export function checkLicenseFiles(contents: WheelContents, metadata: CoreMetadata, folder: string): Finding[] {
  // Before PEP 639 there was no rule on where they lie.
  if (!isSince(metadata.metadataVersion, "2.4")) return [];
  const findings: Finding[] = [];
  const present = new Map(
    contents.members.flatMap(({ member, place }) => {
      const isLicense = place.kind === "dist-info" && place.folder === folder && place.path.startsWith("licenses/");
      return isLicense ? [[place.path.slice("licenses/".length), member] as const] : [];
    }),
  );
  const named = new Set(metadata.licenseFile);
  for (const file of named) {
    if (present.has(file) || licensePathFault(file) !== undefined) continue;
    const path = `${folder}/licenses/${file}`;
    findings.push(finding("METADATA_LICENSE_FILE_MISSING", `License-File "${excerpt(file)}" is not there`, { path }));
  }
  for (const [file, { path, content }] of present) {
    if (!named.has(file)) {
      const message = `License file "${excerpt(file)}" is named by no License-File`;
      findings.push(finding("METADATA_LICENSE_FILE_UNLISTED", message, { path }));
    }
    if (content !== undefined && decodeUtf8(content).invalidAt !== undefined) {
      const message = `License file "${excerpt(file)}" is not UTF-8 text`;
      findings.push(finding("METADATA_LICENSE_FILE_NOT_UTF8", message, { path }));
    }
  }
  return findings;
}

function checkDistInfoMember({ member, place }: PlacedMember): Finding[] {
  if (place.kind !== "dist-info") return [];
  const { path } = member;
  const [first = ""] = place.path.split("/");
  if (INSTALLER_FILES.has(place.path)) {
    return [finding("DIST_INFO_FORBIDDEN_MEMBER", `File "${place.path}" is for installers to write`, { path })];
  }
  if (place.path === "RECORD.jws" || place.path === "RECORD.p7s") {
    const message = `File "${place.path}" signs nothing that any installer verifies`;
    return [finding("RECORD_SIGNATURE", message, { path })];
  }
  if (place.path.includes("/") && !FOLDERS.has(first)) {
    const message = `Folder "${excerpt(first)}" in .dist-info is reserved for later use`;
    return [finding("DIST_INFO_RESERVED_FOLDER", message, { path })];
  }
  return [];
}

function checkDataMember({ member, place }: PlacedMember): Finding[] {
  if (place.kind !== "data") return [];
  const { path } = member;
  if (!SCHEMES.has(place.scheme) || place.path === "") {
    const message = `Path "${excerpt(place.scheme)}" in .data is none of ${[...SCHEMES].join(", ")}`;
    return [finding("DATA_KEY_UNKNOWN", message, { path })];
  }
  if (place.scheme !== "scripts") return [];
  if (place.path.includes("/")) {
    return [finding("SCRIPT_SUBFOLDER", `Script "${excerpt(place.path)}" lies in a folder`, { path })];
  }
  const firstLine = new TextDecoder("latin1").decode(member.head.subarray(0, 256)).split(/[\r\n]/)[0] ?? "";
  if (/^#!.*python/.test(firstLine) && !/^#!pythonw?(?:\s|$)/.test(firstLine)) {
    const message = `Script begins with "${excerpt(firstLine)}", which installers leave as it is`;
    return [finding("SCRIPT_SHEBANG", message, { path, hint: "Write `#!python`" })];
  }
  return [];
}

/** pip passes over scripts that its own wrappers for entry points would overwrite. */
function checkShadowedScripts({ members, entryPoints }: WheelContents): Finding[] {
  const commands = new Set(
    ["console_scripts", "gui_scripts"].flatMap((group) => Object.keys(entryPoints[group] ?? {})),
  );
  return members.flatMap(({ member, place }) => {
    if (place.kind !== "data" || place.scheme !== "scripts") return [];
    const name = place.path.replace(/(?:\.exe|-script\.py|\.pya)$/i, "");
    if (!commands.has(name)) return [];
    const message = `Script "${excerpt(place.path)}" has the name of the entry point "${excerpt(name)}"`;
    return [finding("SCRIPT_SHADOWED", message, { path: member.path })];
  });
}
