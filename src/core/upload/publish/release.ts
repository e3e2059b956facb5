/** The files of one upload as a whole: which there are, whether they belong together, and in which order they go. */
import { compareCodePoints } from "../../bytes/code-points.ts";
import type { Finding } from "../../errors.ts";
import type { NormalizedName } from "../../names/project-name.ts";
import { quote } from "../../names/quote.ts";
import { compareVersions, formatVersion, type Version } from "../../names/version.ts";

export interface ReleaseFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly filename: string;
  readonly kind: "wheel" | "sdist";
  readonly project: NormalizedName;
  readonly version: Version;
}

/** Wheels first, so that nobody's installer finds an sdist alone; each kind by name. */
export function orderFiles<File extends ReleaseFile>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === "wheel" ? -1 : 1;
    return compareCodePoints(a.filename, b.filename);
  });
}

/** What keeps files from going up together. */
export function checkRelease(files: readonly ReleaseFile[]): Finding[] {
  return [...findDuplicates(files), ...findOtherVersions(files), ...findSecondSdists(files)];
}

function findDuplicates(files: readonly ReleaseFile[]): Finding[] {
  const first = new Map<string, ReleaseFile>();
  return files.flatMap((file) => {
    const twin = first.get(file.filename);
    first.set(file.filename, twin ?? file);
    if (twin === undefined) return [];
    const message = `Cannot upload ${quote(file.path)}: ${quote(twin.path)} has the same name`;
    return [{ code: "UPLOAD_DUPLICATE_FILE", severity: "error", message, path: file.path, hint: "Give one of them" }];
  });
}

function findOtherVersions(files: readonly ReleaseFile[]): Finding[] {
  return [...groupByProject(files)].flatMap(([project, group]) => {
    // 1 and 1.0 are one version.
    const versions = group
      .map(({ version }) => version)
      .filter((version, at, all) => all.findIndex((other) => compareVersions(version, other) === 0) === at);
    const newest = [...versions].sort(compareVersions).at(-1);
    if (versions.length < 2 || newest === undefined) return [];
    const text = formatVersion(newest);
    const old = group.find(({ version }) => compareVersions(version, newest) !== 0);
    const listed = versions.map(formatVersion).join(", ");
    const message = `Cannot upload ${versions.length} versions of ${project} together: ${listed}`;
    const hint = `Give the files of ${text} alone: older ones may lie in the folder from builds before`;
    return [
      { code: "UPLOAD_VERSIONS_DIFFER", severity: "error", message, hint, ...(old && { path: old.path }) } as const,
    ];
  });
}

function findSecondSdists(files: readonly ReleaseFile[]): Finding[] {
  return [...groupByProject(files)].flatMap(([project, group]) => {
    const names = new Set(group.filter(({ kind }) => kind === "sdist").map(({ filename }) => filename));
    const [, second] = names;
    if (second === undefined) return [];
    const message = `Cannot upload ${names.size} sdists of ${project}: a release has one at most`;
    return [{ code: "UPLOAD_FILE_UNFIT", severity: "error", message, path: second }];
  });
}

function groupByProject(files: readonly ReleaseFile[]): Map<NormalizedName, ReleaseFile[]> {
  const groups = new Map<NormalizedName, ReleaseFile[]>();
  for (const file of files) groups.set(file.project, [...(groups.get(file.project) ?? []), file]);
  return groups;
}
