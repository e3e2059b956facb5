/**
 * What an index would say of a file because of what it has already: the name, the release, the file itself. Everything
 * that the file alone tells is for `checkDistribution`.
 */
import { type Finding, PackwheelError } from "../errors.ts";
import { type NormalizedName, normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { compareVersions, formatVersion, type Version } from "../names/version.ts";
import { parseSdistFilename } from "../sdist/filename.ts";
import { type IndexedFile, type IndexedProject, lookUp } from "../upload/index/simple-index.ts";
import { parseWheelFilename } from "../wheel/filename.ts";
import { finding } from "./finding.ts";

export interface OnlineFile {
  readonly filename: string;
  /** Hex. */
  readonly sha256: string;
}

/** What a file name says; undefined for names of neither kind, of which other rules tell. */
export interface NamedFile {
  readonly project: NormalizedName;
  readonly version: Version;
  readonly kind: "wheel" | "sdist";
}

/** PyPI closes a release to new files this long after its first. */
const RELEASE_OPEN: number = 14 * 24 * 60 * 60 * 1000;

/** Project, version and kind of a file by its name. */
export function readFileName(filename: string): NamedFile | undefined {
  try {
    if (filename.endsWith(".whl")) {
      const { name, version } = parseWheelFilename(filename);
      return { project: name, version, kind: "wheel" };
    }
    const { name, version } = parseSdistFilename(filename);
    return { project: normalizeName(name), version, kind: "sdist" };
  } catch (error) {
    if (error instanceof PackwheelError) return undefined;
    throw error;
  }
}

/**
 * @param project What the index has; undefined when it does not know the project.
 * @param now Milliseconds since 1970.
 */
export function checkOnline(file: OnlineFile, project: IndexedProject | undefined, now: number): Finding[] {
  const named = readFileName(file.filename);
  if (named === undefined) return [];
  if (project === undefined) {
    const message = `The index does not know the project ${named.project}: the upload would make it`;
    return [finding("INDEX_NAME_NEW", message)];
  }
  const closed = checkStatus(project, named);
  const listing = lookUp(project, file.filename, file.sha256);
  if (listing === "same") {
    return [...closed, finding("INDEX_FILE_PRESENT", "The index has this very file")];
  }
  if (listing !== "absent") {
    const message = "The index has a file of this name, with other content";
    const hint = "Raise the version: a file name can be used once only";
    return [...closed, finding("INDEX_FILE_EXISTS", message, { hint })];
  }
  const release = project.files.filter((other) => isOfVersion(other, named.version));
  return [...closed, ...checkName(release, named), ...checkAge(release, named, now), ...checkSdists(release, named)];
}

function checkStatus({ status }: IndexedProject, { project }: NamedFile): Finding[] {
  if (status !== "archived" && status !== "quarantined") return [];
  const message = `The project ${project} is ${status}: it takes no uploads`;
  const hint = status === "archived" ? "Unarchive it in its settings" : "Ask the administrators of the index";
  return [finding("INDEX_PROJECT_CLOSED", message, { hint })];
}

function checkName(release: readonly IndexedFile[], { project, version }: NamedFile): Finding[] {
  if (release.length > 0) return [];
  const message = `The project ${project} exists: only its maintainers may add version ${formatVersion(version)}`;
  return [finding("INDEX_NAME_TAKEN", message)];
}

function checkAge(release: readonly IndexedFile[], { version }: NamedFile, now: number): Finding[] {
  const times = release.flatMap(({ uploadTime }) => uploadTime ?? []);
  const first = Math.min(...times);
  if (times.length === 0 || now - first <= RELEASE_OPEN) return [];
  const days = Math.floor((now - first) / (24 * 60 * 60 * 1000));
  const message = `Version ${formatVersion(version)} was released ${days} days ago, and PyPI takes new files for 14`;
  return [finding("INDEX_RELEASE_OLD", message, { hint: "Raise the version" })];
}

function checkSdists(release: readonly IndexedFile[], { kind }: NamedFile): Finding[] {
  if (kind !== "sdist") return [];
  const other = release.find(({ filename }) => readFileName(filename)?.kind === "sdist");
  if (other === undefined) return [];
  const message = `The release has the sdist ${quote(other.filename)}, and can have one only`;
  return [finding("INDEX_SDIST_EXISTS", message, { hint: "Raise the version" })];
}

function isOfVersion({ filename }: IndexedFile, version: Version): boolean {
  const named = readFileName(filename);
  return named !== undefined && compareVersions(named.version, version) === 0;
}
