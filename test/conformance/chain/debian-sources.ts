/**
 * Source packages of Debian, fetched when a test asks for them and kept in `.cache/c-libraries/`. Nothing of theirs is
 * part of this repository. apt checks their signatures.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listDebianMirrors } from "../real-sources.ts";

const CACHE = fileURLToPath(new URL("../../../.cache/c-libraries", import.meta.url));
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** One mirror may serve packages and no sources. */
let apt: readonly string[] | undefined | "none";

/** The folder with the sources of a package, unpacked; undefined when nobody serves them here. */
export function findDebianSources(name: string): string | undefined {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  apt ??= configureApt();
  if (apt === undefined || apt === "none") return undefined;
  const unpacking = join(CACHE, `.unpacking-${name}`);
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  const { status } = spawnSync("apt-get", [...apt, "-qq", "source", name], { cwd: unpacking, timeout: 120_000 });
  const [top] = readdirSync(unpacking, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (status === 0 && top !== undefined) renameSync(join(unpacking, top.name), folder);
  rmSync(unpacking, { recursive: true, force: true });
  return existsSync(folder) ? folder : undefined;
}

/** Words for apt that let it read source lists, without touching those of the machine. */
function configureApt(): readonly string[] | "none" {
  if (process.platform !== "linux" || !existsSync(KEYRING)) return "none";
  const lists = join(CACHE, ".lists");
  mkdirSync(join(lists, "partial"), { recursive: true });
  for (const mirror of listDebianMirrors()) {
    const list = join(CACHE, ".sources.list");
    writeFileSync(list, `deb-src [signed-by=${KEYRING}] ${mirror} bookworm main\n`);
    const words = ["SourceParts=/dev/null", `SourceList=${list}`].flatMap((word) => ["-o", `Dir::Etc::${word}`]);
    const all = [...words, "-o", `Dir::State::Lists=${lists}`];
    if (spawnSync("apt-get", [...all, "-qq", "update"], { timeout: 120_000 }).status === 0) return all;
  }
  return "none";
}
