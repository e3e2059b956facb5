/** `.pypirc` on disk. */
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { decodeLatin1 } from "../../../core/bytes/latin1.ts";
import { decodeUtf8 } from "../../../core/bytes/utf8.ts";
import { type Finding, PackwheelError } from "../../../core/errors.ts";
import { type Pypirc, parsePypirc } from "../../../core/upload/sign-in/pypirc.ts";

export interface PypircFile {
  readonly pypirc: Pypirc;
  readonly findings: readonly Finding[];
}

/**
 * @param chosen A file that the user named: then it must be there.
 * @throws {PackwheelError} `FILE_MISSING`, `UPLOAD_CONFIG_INVALID`
 */
export async function readPypirc(
  chosen: string | undefined,
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<PypircFile | undefined> {
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? homedir();
  const path = chosen === undefined ? join(home, ".pypirc") : resolve(cwd, chosen.replace(/^~(?=[/\\])/, home));
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (isMissing && chosen === undefined) return undefined;
    const problem = isMissing ? "there is no such file" : "it cannot be read";
    throw new PackwheelError("FILE_MISSING", `Cannot read the configuration "${path}": ${problem}`, { path, cause });
  }
  const decoded = decodeUtf8(bytes);
  // Old files may be in the encoding of an old system; ASCII, which tokens are made of, is the same in all.
  const text = decoded.invalidAt === undefined ? decoded.text : decodeLatin1(bytes);
  const pypirc = parsePypirc(text, path);
  const hasPassword = [...pypirc.repositories.values()].some(({ password }) => password !== undefined);
  return { pypirc, findings: hasPassword ? await checkPermissions(path) : [] };
}

async function checkPermissions(path: string): Promise<Finding[]> {
  if (process.platform === "win32") return [];
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return [];
  const message = `Configuration "${path}" holds a password, and others on this machine may read it`;
  return [{ code: "UPLOAD_CONFIG_READABLE", severity: "warning", message, path, hint: `Run chmod 600 ${path}` }];
}
