/** The files that the words of a command line mean. */
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PackwheelError } from "../../../core/errors.ts";

/** Lie beside distributions, and are uploaded with them or not at all. */
const COMPANION = /\.(?:asc|sig|attestation|sigstore|sigstore\.json)$/;

/**
 * `dist/*` becomes its files, where no shell has done that; companions of distributions and hidden files are left out.
 *
 * @throws {PackwheelError} `UPLOAD_NO_FILES`
 */
export async function findUploadFiles(words: readonly string[], cwd: string): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) {
    const name = basename(word);
    const paths = /[*?]/.test(name) ? await expand(word, name, cwd) : [word];
    found.push(...paths.filter((path) => !COMPANION.test(path) && !basename(path).startsWith(".")));
  }
  if (found.length > 0) return found;
  const shown = words.map((word) => `"${word}"`).join(", ");
  throw new PackwheelError("UPLOAD_NO_FILES", `Cannot find a wheel or sdist: nothing fits ${shown}`, {
    hint: "Build them with packwheel build",
  });
}

async function expand(word: string, pattern: string, cwd: string): Promise<string[]> {
  const folder = dirname(word);
  const expression = new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );
  const names = await readdir(resolve(cwd, folder)).catch(() => []);
  return names
    .filter((name) => expression.test(name))
    .sort()
    .map((name) => join(folder, name));
}
