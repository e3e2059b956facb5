/**
 * The sources of well-known projects, brought when a test asks for them and kept in `.cache/real-projects/`.
 * Nothing of theirs is part of this repository.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Source =
  /** A source archive of Debian, by its place on every mirror. */
  | { readonly kind: "debian"; readonly path: string; readonly sha256: string }
  /** A folder of a package of the npm registry. */
  | { readonly kind: "npm"; readonly package: string; readonly folder: string; readonly sha256: string }
  /** A folder that lies below a Python module. */
  | { readonly kind: "installed"; readonly module: string; readonly folder: string };

const CACHE = fileURLToPath(new URL("../../.cache/real-projects", import.meta.url));

/**
 * A folder with the project's sources, not to be changed.
 *
 * @param name Names the folder in the cache: `packaging-23.0`.
 * @returns Undefined when nobody serves them here.
 * @throws {Error} When what came is not what was asked for.
 */
export async function findSources(name: string, source: Source, python: string): Promise<string | undefined> {
  if (source.kind === "installed") return findInstalled(source, python);
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, ".unpacking-"));
  try {
    const archive = source.kind === "npm" ? packNpm(source.package, temporary) : await downloadFromDebian(source.path);
    if (archive === undefined) return undefined;
    const sha256 = createHash("sha256").update(archive).digest("hex");
    if (sha256 !== source.sha256)
      throw new Error(`The sources of ${name} have the SHA-256 ${sha256}, not the known one`);
    execFileSync("tar", ["-xzf", "-", "-C", temporary], { input: archive });
    const [top = ""] = readdirSync(temporary).filter((entry) => !entry.endsWith(".tgz"));
    renameSync(join(temporary, top, source.kind === "npm" ? source.folder : ""), folder);
    return folder;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A copy that a build may write into. */
export function copySources(from: string, to: string): string {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith("__pycache__") });
  return to;
}

function findInstalled({ module, folder }: Extract<Source, { kind: "installed" }>, python: string): string | undefined {
  const code = `import ${module}, os; print(os.path.dirname(${module}.__file__))`;
  const result = spawnSync(python, ["-c", code], { encoding: "utf8" });
  const path = join(result.stdout.trim(), folder);
  return result.status === 0 && existsSync(path) ? path : undefined;
}

function packNpm(name: string, folder: string): Uint8Array | undefined {
  const result = spawnSync("npm", ["pack", name, "--ignore-scripts", "--pack-destination", folder], {
    stdio: "ignore",
    timeout: 60_000,
    shell: process.platform === "win32",
  });
  const [archive] = readdirSync(folder).filter((entry) => entry.endsWith(".tgz"));
  return result.status === 0 && archive !== undefined ? readFileSync(join(folder, archive)) : undefined;
}

/** From the first mirror that has it. Many mirrors carry no sources at all, which is no fault of ours. */
export async function downloadFromDebian(path: string): Promise<Uint8Array | undefined> {
  for (const mirror of listDebianMirrors()) {
    try {
      const answer = await fetch(`${mirror}${path}`, { signal: AbortSignal.timeout(30_000) });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    } catch {
      // The next one may be reachable.
    }
  }
  return undefined;
}

/** What this machine's apt is configured with, and Debian's own. */
export function listDebianMirrors(): readonly string[] {
  const { stdout } = spawnSync("apt-get", ["indextargets", "--format", "$(REPO_URI)"], { encoding: "utf8" });
  const configured = (stdout ?? "").split("\n").filter((line) => /^https?:\/\/.*\/debian\/$/.test(line));
  return [...new Set([...configured, "http://deb.debian.org/debian/"])];
}
