/**
 * A wheel, put where an interpreter finds it: as installers do, but into folders of its own.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#installing-a-wheel-distribution-1-0-py32-none-any-whl
 */
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { consoleScripts, placeShebang } from "../../core/editable/console-script.ts";
import { PackwheelError } from "../../core/errors.ts";
import type { Wheel } from "../../core/wheel/read.ts";
import { unpackWheel } from "../unpack-wheel.ts";

/** Where the parts of an installed wheel are. */
export interface InstalledWheel {
  /** Of modules, and of the metadata. */
  readonly site: string;
  readonly scripts: string;
}

/**
 * @param folder Empty; everything goes below it.
 * @param executable The Python that scripts name; without one no scripts are made.
 * @throws {PackwheelError} those of `unpackWheel`, `TRIAL_INSTALL_FAILED`
 */
export async function installWheel(
  path: string,
  wheel: Wheel,
  folder: string,
  executable: string | undefined,
  signal?: AbortSignal,
): Promise<InstalledWheel> {
  const site = join(folder, "site");
  const scripts = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  const unpacked = await unpackWheel(path, { destination: join(folder, "unpacked"), signal });
  await rename(unpacked, site);
  await rm(join(folder, "unpacked"), { recursive: true, force: true });
  await mkdir(scripts, { recursive: true });
  const { distribution = "", version = "" } = wheel.filenameParts ?? {};
  const data = join(site, `${distribution}-${version}.data`);
  for (const scheme of await namesIn(data)) {
    const target = schemeFolder(scheme, folder, site, scripts, distribution);
    if (target === undefined) {
      throw new PackwheelError(
        "TRIAL_INSTALL_FAILED",
        `Cannot install "${wheel.filename}": it has files of the scheme "${scheme}", and there is no such scheme`,
        { path: wheel.filename },
      );
    }
    await moveAll(join(data, scheme), target);
  }
  await rm(data, { recursive: true, force: true });
  if (executable !== undefined) await makeScripts(wheel, scripts, executable);
  return { site, scripts };
}

function schemeFolder(
  scheme: string,
  folder: string,
  site: string,
  scripts: string,
  distribution: string,
): string | undefined {
  switch (scheme) {
    case "purelib":
    case "platlib":
      return site;
    case "scripts":
      return scripts;
    case "headers":
      return join(folder, "include", distribution);
    case "data":
      return join(folder, "data");
    default:
      return undefined;
  }
}

async function makeScripts({ entryPoints }: Wheel, folder: string, executable: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const content = await readFile(path);
    const placed = placeShebang(content, executable);
    if (placed !== content) await writeFile(path, placed);
    await chmod(path, 0o755);
  }
  for (const { name, content } of consoleScripts(entryPoints, { executable, windows: process.platform === "win32" })) {
    await writeFile(join(folder, name), content, { mode: 0o755 });
  }
}

async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await moveAll(source, target);
    else await rename(source, target);
  }
}

/** Nothing for a folder that is not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
