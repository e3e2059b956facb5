/** What is worth a warning about the files of an archive: names that some systems refuse, sizes, likely slips. */
import type { Finding } from "../../errors.ts";
import { foldPath } from "../../zip/safe-path.ts";
import { quote } from "../place.ts";

export interface ArchiveFile {
  /** Place in the archive. */
  readonly path: string;
  readonly size: number;
}

const MANY_FILES = 10_000;
/** PyPI takes files up to 100 MiB unless a project asks for more: https://docs.pypi.org/project-management/storage-limits/ */
const LARGE = 100 * 1024 * 1024;

/** Names that Windows keeps for devices, whatever their ending. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** @param archive `wheel` or `sdist`, for the messages. */
export function findingsOfArchive(archive: "wheel" | "sdist", files: readonly ArchiveFile[]): Finding[] {
  return [...sizeFindings(archive, files), ...portabilityFindings(files), ...collisionFindings(files)];
}

/** A file with the version that no rule takes serves nobody. @param sources Files of the tree that the wheel holds. */
export function findingsOfVersionFile(file: string | undefined, sources: ReadonlySet<string>): Finding[] {
  if (file === undefined || sources.has(file)) return [];
  return [
    {
      code: "PROJECT_VERSION_FILE_LEFT_OUT",
      severity: "warning",
      message: `The file with the version, ${quote(file)}, stays out of the wheel`,
      path: file,
      hint: "Write a path inside a package as `version-file` under [tool.packwheel]",
    },
  ];
}

function sizeFindings(archive: string, files: readonly ArchiveFile[]): Finding[] {
  const findings: Finding[] = [];
  if (files.length > MANY_FILES) {
    findings.push({
      code: "PROJECT_FILE_COUNT",
      severity: "warning",
      message: `The ${archive} holds ${files.length} files`,
      path: archive,
      hint: "See with `--list` whether all of them are meant, and leave others out with `exclude`",
    });
  }
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total > LARGE) {
    const largest = files.reduce((most, file) => (file.size > most.size ? file : most));
    findings.push({
      code: "PROJECT_FILES_LARGE",
      severity: "warning",
      message: `The ${archive} holds ${mebibytes(total)} MiB before compression, ${mebibytes(largest.size)} MiB of them in ${quote(largest.path)}: PyPI takes archives up to 100 MiB`,
      path: archive,
      hint: "Leave out what is not needed at run time, or ask PyPI for a higher limit",
    });
  }
  return findings;
}

function mebibytes(bytes: number): string {
  return Math.ceil(bytes / (1024 * 1024)).toString();
}

function portabilityFindings(files: readonly ArchiveFile[]): Finding[] {
  return files.flatMap(({ path }) => {
    const fault = path
      .split("/")
      .map(faultOnWindows)
      .find((one) => one !== undefined);
    if (fault === undefined) return [];
    return [
      {
        code: "PROJECT_PATH_NOT_PORTABLE",
        severity: "warning",
        message: `${quote(path)} cannot be installed on Windows: ${fault}`,
        path,
        hint: "Rename the file",
      } as const,
    ];
  });
}

function faultOnWindows(name: string): string | undefined {
  if (WINDOWS_DEVICE.test(name)) return `${quote(name)} is the name of a device there`;
  if (/[. ]$/.test(name)) return "names cannot end in a dot or a space there";
  const character = /[<>:"|?*]/.exec(name)?.[0];
  return character === undefined ? undefined : `names cannot hold ${character} there`;
}

/** Two files that are one on some disks: `A.py` and `a.py`, `é` as one character or as two. */
function collisionFindings(files: readonly ArchiveFile[]): Finding[] {
  const findings: Finding[] = [];
  const byForm = new Map<string, string>();
  const byCase = new Map<string, string>();
  for (const { path } of files) {
    const form = path.normalize("NFC");
    const folded = foldPath(path);
    const sameForm = byForm.get(form);
    const sameCase = byCase.get(folded);
    if (sameForm !== undefined) {
      findings.push({
        code: "PROJECT_PATH_UNICODE",
        severity: "note",
        message: `${quote(path)} is there twice, with its accents written in two ways: macOS installs only one of them`,
        path,
        hint: "Rename one of the files",
      });
    } else if (sameCase !== undefined) {
      findings.push({
        code: "PROJECT_PATH_CASE",
        severity: "warning",
        message: `${quote(sameCase)} and ${quote(path)} differ only in case: Windows and macOS install only one of them`,
        path,
        hint: "Rename one of the files",
      });
    }
    byForm.set(form, path);
    byCase.set(folded, path);
  }
  return findings;
}
