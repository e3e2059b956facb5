/**
 * Rewrites `wasm/libc/musl.txt`: which symbols the libc.so of musl has, by release and machine.
 *
 *   node --import tsx .ci/refresh/musl-symbols.ts path/to/musl.git 2026-11-27
 *
 * The first argument is a clone of https://git.musl-libc.org/git/musl with its tags. musl keeps no list of its symbols,
 * so it is built with Debian's cross compilers and read with readelf: the first and the last release for every machine,
 * those between for one machine of 64 and one of 32 bits. That takes some twenty minutes.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CROSS_TOOLS, type CrossTools } from "../../test/conformance/cross-tools.ts";
import { type InstalledSymbols, readInstalledSymbols } from "./installed-symbols.ts";
import { formatSymbols } from "./symbol-lists.ts";

const [repository, date] = process.argv.slice(2);
if (repository === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: musl-symbols.ts path/to/musl.git YYYY-MM-DD");
  process.exit(2);
}

/** The first is that of the oldest tag for wheels, musllinux_1_1. */
const RELEASES = ["1.1.24", "1.2.0", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"] as const;
/** As tags and floors name it: the last digit of 1.2.0 says nothing, and of 1.1 nothing older is supported. */
const FLOORS: Readonly<Record<string, string>> = { "1.1.24": "1.1", "1.2.0": "1.2" };
/** Machines of which every release is built. */
const WHOLE = new Set(["x86_64", "i686"]);

const MUSL_NAMES: Readonly<Record<string, string>> = {
  armv7l: "arm-linux-musleabihf",
  i686: "i386-linux-musl",
  ppc64le: "powerpc64le-linux-musl",
};

/** What Debian's gcc must be told: musl has a long double of 64 bits on this machine. */
const FLAGS: Readonly<Record<string, string>> = { ppc64le: "-mlong-double-64" };

/** Libraries stay here, so that a run that was cut short goes on where it was. */
const work = join(tmpdir(), "packwheel-musl");

function build({ machine, prefix }: CrossTools, release: string): InstalledSymbols {
  const library = join(work, `${release}-${machine}.so`);
  if (!existsSync(library)) {
    const folder = join(work, `${release}-${machine}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const shell = (command: string): unknown =>
      execFileSync("sh", ["-ec", command], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    const triple = MUSL_NAMES[machine] ?? `${machine}-linux-musl`;
    shell(`git -C '${repository}' archive v${release} | tar -x`);
    shell(`CC="${prefix}-gcc ${FLAGS[machine] ?? ""}" CFLAGS="-O1 -w" ./configure --target=${triple} --disable-static`);
    shell("make -s -j2 lib/libc.so");
    renameSync(join(folder, "lib/libc.so"), library);
    rmSync(folder, { recursive: true });
  }
  const symbols = readInstalledSymbols([library]);
  console.error(`musl ${release} for ${machine}: ${symbols.plain.size} symbols`);
  return symbols;
}

const built = new Map<string, Map<string, InstalledSymbols>>(); // machine -> release
for (const tools of CROSS_TOOLS) {
  const releases = RELEASES.filter((_, index) => {
    return WHOLE.has(tools.machine) || index === 0 || index === RELEASES.length - 1;
  });
  built.set(tools.machine, new Map(releases.map((release) => [release, build(tools, release)])));
}

/** The release in which a name first was, or in which it no longer was, on the machines of which all are built. */
function releaseOf(name: string, isThere: boolean): string {
  const found = [...WHOLE].flatMap((machine) => {
    const was = RELEASES.map((release) => built.get(machine)?.get(release)?.plain.has(name) ?? false);
    const index = was.findIndex((there, at) => there === isThere && at > 0 && was[at - 1] !== isThere);
    return index < 0 ? [] : [index];
  });
  return RELEASES[found.length === 0 ? RELEASES.length - 1 : Math.min(...found)] ?? "";
}

const floorOf = (release: string): string => FLOORS[release] ?? release;

const rows = new Map<string, Map<string, string>>();
const aliases = new Map<string, string>();
for (const [machine, releases] of built) {
  const [oldest, newest] = [releases.get(RELEASES[0]), releases.get(RELEASES.at(-1) ?? "")];
  if (oldest === undefined || newest === undefined) throw new Error(`musl for ${machine} is missing`);
  for (const [name, { kind, size }] of new Map([...newest.plain, ...oldest.plain])) {
    if (kind === "NOTYPE" && size === 0 && /^_(?:init|fini|start)$|^_start_c$|^_dlstart/.test(name)) continue;
    const [before, after] = [oldest.plain.has(name), newest.plain.has(name)];
    const words = ["libc.so", before ? floorOf(RELEASES[0]) : floorOf(releaseOf(name, true))];
    if (!after) words.push(`-@${floorOf(releaseOf(name, false))}`);
    if (kind === "OBJECT") words.push(`=${size}`);
    const row = rows.get(name) ?? new Map<string, string>();
    rows.set(name, row.set(machine, words.join(" ")));
  }
  for (const [name, owner] of newest.aliases) aliases.set(name, owner);
}

writeFileSync(
  new URL("../../wasm/libc/musl.txt", import.meta.url),
  `# Symbols of musl, by release and machine.
# Origin: builds of https://git.musl-libc.org/git/musl, tags v${RELEASES[0]} to v${RELEASES.at(-1)}; as of ${date}.
# Written by .ci/refresh/musl-symbols.ts; not edited by hand. The words are those of glibc.txt; the name that libc.so
# has on a machine is not here.
releases ${floorOf(RELEASES[0])} ${RELEASES.at(-1)}
${formatSymbols(rows, aliases)}`,
);
