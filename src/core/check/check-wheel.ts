/** Everything that PyPI and installers would say of a wheel, and what is most likely a mistake in it. */
import { type Finding, PackwheelError } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import type { CoreMetadata } from "../wheel/metadata.ts";
import type { ZipArchive } from "../zip/model.ts";
import { inspectZip } from "../zip/read.ts";
import { findPathFault } from "../zip/safe-path.ts";
import { type CheckOptions, DEFAULT_LIMITS } from "./check-options.ts";
import { type DistInfoFiles, readDistInfoFiles } from "./contents/dist-info-files.ts";
import { findModules } from "./contents/library-modules.ts";
import { readWheelMembers } from "./contents/read-wheel.ts";
import { type CheckedMember, libraryMembers, placeMember, type WheelContents } from "./contents/wheel-contents.ts";
import { finding } from "./finding.ts";
import { limitFindings } from "./limit-findings.ts";
import { applyRuleOptions } from "./rule-options.ts";
import { findRule } from "./rules.ts";
import { checkContent } from "./topics/content/content.ts";
import { checkFolderContents, checkFolders, checkLicenseFiles } from "./topics/content/dist-info.ts";
import { checkEntryPointsFile } from "./topics/content/entry-points.ts";
import { checkNative } from "./topics/content/native.ts";
import { checkPaths } from "./topics/content/paths.ts";
import { checkRecord } from "./topics/content/record.ts";
import { checkStartupFiles } from "./topics/content/startup-files.ts";
import { checkStrayFiles } from "./topics/content/stray-files.ts";
import { checkBothFormats, checkFraming } from "./topics/framing.ts";
import { checkImportNamesProvided } from "./topics/metadata/import-names.ts";
import { checkMetadata } from "./topics/metadata/metadata.ts";
import { checkReadme } from "./topics/metadata/readme.ts";
import { checkWheelFile } from "./topics/metadata/wheel-file.ts";
import { checkFilename, checkNameAgainstMetadata, type DistributionName, readWheelName } from "./topics/names.ts";
import {
  checkIndexMetadata,
  checkIndexObfuscation,
  checkIndexRatio,
  checkIndexSize,
  checkIndexTags,
} from "./topics/package-index.ts";

/** Faults of archives that are made to exhaust whoever unpacks them. */
const NOT_TO_BE_READ: ReadonlySet<string> = new Set(["ZIP_OVERLAP", "ZIP_TOO_LARGE", "ZIP_RATIO"]);

/** A wheel on its way through the rules. */
interface Wheel {
  readonly members: readonly CheckedMember[];
  readonly contents: WheelContents;
  /** From the file name; undefined when it does not fall into parts. */
  readonly parts: DistributionName | undefined;
}

/**
 * Check a wheel, reading each of its bytes once. Whatever the file holds, this gives findings and does not throw.
 *
 * @throws {PackwheelError} `ABORTED`, `CHECK_INVALID_RULE`, and what reading `file` may throw.
 */
export async function checkWheel(file: RandomAccess, options: CheckOptions): Promise<Finding[]> {
  return (await examineWheel(file, options)).findings;
}

export interface ExaminedWheel {
  readonly findings: Finding[];
  /** Undefined where there is none that can be read. */
  readonly metadata: CoreMetadata | undefined;
}

/** As `checkWheel`, with what the wheel says of itself, for callers that need both. */
export async function examineWheel(file: RandomAccess, options: CheckOptions): Promise<ExaminedWheel> {
  applyRuleOptions([], options); // a wrong option is told before the work
  const { parts, findings } = readWheelName(options.filename);
  const forIndex = options.index !== "none";
  const archive = await examineArchive(file, parts, options);
  const all = [
    ...checkFilename(options.filename),
    ...findings,
    ...(forIndex && parts !== undefined ? checkIndexTags(parts) : []),
    ...(forIndex ? checkIndexSize(file.size) : []),
    ...checkBothFormats(await file.read(0, Math.min(512, file.size))),
    ...archive.findings,
  ];
  return { findings: limitFindings(applyRuleOptions(all, options)), metadata: archive.metadata };
}

/** The archive, and what is in it as far as it can be read. */
async function examineArchive(
  file: RandomAccess,
  parts: DistributionName | undefined,
  options: CheckOptions,
): Promise<ExaminedWheel> {
  const archive = await inspect(file, options);
  if (!("entries" in archive)) return { findings: [archive], metadata: undefined };
  const { findings, metadata } = await examineMembers(file, archive, parts, options);
  const all = [
    ...checkFraming(archive),
    ...(options.index === "none" ? [] : checkIndexRatio(file.size, archive.totalSize)),
    ...findings,
  ];
  return { findings: all, metadata };
}

/** An archive without a directory is one finding. */
async function inspect(file: RandomAccess, { limits = {}, signal }: CheckOptions): Promise<ZipArchive | Finding> {
  const maxTotalSize = limits.maxTotalSize ?? DEFAULT_LIMITS.maxTotalSize;
  const maxEntries = limits.maxMembers ?? DEFAULT_LIMITS.maxMembers;
  try {
    return await inspectZip(file, { limits: { maxTotalSize, maxEntries }, signal });
  } catch (error) {
    if (!(error instanceof PackwheelError) || findRule(error.code)?.topic !== "framing") throw error;
    return { code: error.code, severity: "error", message: error.message };
  }
}

async function examineMembers(
  file: RandomAccess,
  archive: ZipArchive,
  parts: DistributionName | undefined,
  options: CheckOptions,
): Promise<ExaminedWheel> {
  if (archive.faults.some(({ code }) => NOT_TO_BE_READ.has(code))) return { findings: [], metadata: undefined };
  options.reporter?.report({ kind: "phase", text: `Checking ${options.filename}` });
  const entries = archive.entries.filter(({ isDirectory }) => !isDirectory);
  const { members, findings } = await readWheelMembers(file, entries, options);
  const folders = [...new Set(archive.entries.flatMap(({ path }) => topFolder(path)))];
  const folder = chooseDistInfo(folders, parts);
  const files = folder === undefined ? undefined : readDistInfoFiles(members, folder);
  const contents: WheelContents = {
    // No installer would unpack the others; the framing rules tell of them.
    members: members
      .filter(({ path }) => findPathFault(path) === undefined)
      .map((member) => ({ member, place: placeMember(member.path) })),
    entryPoints: files?.entryPoints.parsed?.entryPoints ?? {},
    rootIsPurelib: files?.wheelFile.parsed?.wheelFile.rootIsPurelib,
  };
  const wheel: Wheel = { members, contents, parts };
  const all = [
    ...findings,
    ...checkFolders(folders, parts),
    ...(files === undefined ? [] : checkDistInfoFiles(wheel, files)),
    ...(files === undefined ? [] : await checkWheelMetadata(wheel, files, options)),
    ...checkFolderContents(contents),
    ...checkContent(contents, parts?.name),
    ...checkStartupFiles(contents),
    ...checkStrayFiles(members, { allowEggInfo: false }),
    ...checkPaths(members.map(({ path }) => path)),
    ...checkIndexObfuscation(members),
    ...checkNative(contents, parts?.tags),
    ...(await auditMembers(contents, parts, options)),
  ];
  return { findings: all, metadata: files?.metadata.parsed?.metadata };
}

/** Most wheels have no compiled files, and need not load what reads them against the policies. */
async function auditMembers(
  { members }: WheelContents,
  parts: DistributionName | undefined,
  { onBinaries }: CheckOptions,
): Promise<Finding[]> {
  const files = members.flatMap(({ member: { path, object } }) => (object === undefined ? [] : [{ path, object }]));
  onBinaries?.(files);
  if (files.length === 0 || parts?.tags === undefined) return [];
  const { checkAudit } = await import("./topics/content/audit.ts");
  return checkAudit(files, parts.tags);
}

/** WHEEL, RECORD and entry_points.txt. */
function checkDistInfoFiles({ members, contents, parts }: Wheel, files: DistInfoFiles): Finding[] {
  const { wheelFile, record, entryPoints } = files;
  const findings: Finding[] = [];
  if (wheelFile.isMissing) {
    findings.push(finding("WHEEL_FILE_MISSING", `Wheel has no "${wheelFile.path}"`, { path: wheelFile.path }));
  } else if (wheelFile.parsed !== undefined) {
    findings.push(...checkWheelFile(wheelFile.parsed, parts, wheelFile.path));
  }
  if (record.isMissing) {
    findings.push(finding("RECORD_MISSING", `Wheel has no "${record.path}"`, { path: record.path }));
  } else if (record.parsed !== undefined) {
    findings.push(...checkRecord(record.parsed, members, record.path));
  }
  if (entryPoints.parsed !== undefined) {
    findings.push(...checkEntryPointsFile(entryPoints.parsed, modulesOf(contents), entryPoints.path));
  }
  return findings;
}

/** METADATA, by itself and with all that it speaks of. */
async function checkWheelMetadata(wheel: Wheel, files: DistInfoFiles, options: CheckOptions): Promise<Finding[]> {
  const { contents, parts } = wheel;
  const { path, isMissing, parsed } = files.metadata;
  if (isMissing) return [finding("METADATA_MISSING", `Wheel has no "${path}"`, { path })];
  if (parsed === undefined) return [];
  const { metadata } = parsed;
  return [
    ...checkMetadata(parsed, path),
    ...(parts === undefined ? [] : checkNameAgainstMetadata(parts, metadata, path)),
    ...checkLicenseFiles(contents, metadata, files.folder),
    ...checkImportNamesProvided(metadata, modulesOf(contents), path),
    ...(await checkReadme(metadata, path)),
    ...(options.index === "none" ? [] : await checkIndexMetadata(metadata, path)),
  ];
}

function modulesOf(contents: WheelContents): Set<string> {
  return findModules(libraryMembers(contents).map(({ path }) => path));
}

/** The folder that PyPI would look into, or the one that pip would find. */
function chooseDistInfo(folders: readonly string[], parts: DistributionName | undefined): string | undefined {
  const infos = folders.filter((folder) => folder.endsWith(".dist-info"));
  return infos.find((folder) => folder === `${parts?.prefix}.dist-info`) ?? infos[0];
}

function topFolder(path: string): string[] {
  const slash = path.indexOf("/");
  return slash === -1 ? [] : [path.slice(0, slash)];
}
