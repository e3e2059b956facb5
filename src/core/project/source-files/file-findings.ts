/** What is worth a warning about the files of an archive: names that some systems refuse, sizes, likely slips. */
import type { Finding } from "../../errors.ts";
import { foldPath } from "../../zip/safe-path.ts";
import { quote } from "../place.ts";
import { baseName } from "./paths.ts";

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

/** File names that hold secrets by custom. */
const SECRET_NAME =
  /^(?:\.env|\.env\.(?!example$|sample$|template$|dist$|defaults?$).+|\.pypirc|\.netrc|_netrc|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|.+\.(?:p12|pfx|jks|keystore|kdbx))$/i;

/** Whether a file's name alone says that it should not be published. */
export function isSecretByName(path: string): boolean {
  return SECRET_NAME.test(baseName(path));
}

/** Whether only a look inside tells: `cacert.pem` is fine, a private key is not. */
export function mayHoldPrivateKey(path: string): boolean {
  return /\.(?:pem|key)$/i.test(path);
}

/** Certificates may come before the key; more than this is not looked at. */
export const PRIVATE_KEY_HEAD = 65_536;

export function holdsPrivateKey(head: Uint8Array): boolean {
  return /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(new TextDecoder("latin1").decode(head));
}

export function secretFinding(path: string): Finding {
  return {
    code: "PROJECT_SECRET",
    severity: "warning",
    message: `${quote(path)} looks like a secret, and would be published`,
    path,
    hint: "Leave it out with `exclude`",
  };
}
