/** The helpers of `wasm/rt` that objects call: compiled when they are wanted, and kept. */
import { PackwheelError } from "../../core/errors.ts";
import { archiveMembers } from "../../core/object/archive-members.ts";
import { undefinedSymbols } from "../../core/object/undefined-symbols.ts";
import type { StoredObject } from "../object-store.ts";
import { helperLanguage, runtimeHelpers } from "../sysroot/runtime-helpers.ts";
import { inputPath } from "../tool.ts";
import { PLACES } from "../toolchain.ts";
import { inParallel } from "../workers.ts";
import type { LinkPorts, LinkRun } from "./link-run.ts";

/**
 * Compiles what the objects want, and what that wants in its turn.
 *
 * @param more Objects beside those of the run.
 * @returns Name of an object -> its bytes, by name. Give them to the linker as an archive's members, so that what is
 *   defined elsewhere is not linked twice.
 */
export async function addHelpers(
  run: LinkRun,
  ports: LinkPorts,
  more: readonly Uint8Array[] = [],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const known = runtimeHelpers(run.target, run.floor, ports.sysroot);
  const objects = run.items.flatMap((item) => (item.kind === "object" ? [item.bytes] : []));
  let wanted = new Set([...objects, ...(run.named ?? []), ...more].flatMap(wantedSymbols));
  const done = new Set<string>();
  const made: [string, Uint8Array][] = [];
  for (;;) {
    const paths = [...new Set([...wanted].flatMap((symbol) => known.get(symbol) ?? []))].filter(
      (path) => !done.has(path),
    );
    if (paths.length === 0) break;
    const compiled = await inParallel(paths, ports.workers.width, (path) => compileHelper(path, run, ports));
    wanted = new Set(compiled.flatMap(wantedSymbols));
    for (const [index, path] of paths.entries()) {
      done.add(path);
      made.push([
        `${path.slice(path.lastIndexOf("/") + 1).replace(/\.c+$/, ".o")}`,
        compiled[index] ?? new Uint8Array(0),
      ]);
    }
  }
  return new Map(made.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The helpers as words of a linker: members of an archive that lies in no file. */
export async function helperMembers(
  run: LinkRun,
  ports: LinkPorts,
  input: Map<string, Uint8Array>,
): Promise<readonly string[]> {
  const helpers = await addHelpers(run, ports);
  if (helpers.size === 0) return [];
  for (const [name, bytes] of helpers) input.set(`rt/${name}`, bytes);
  return ["--start-lib", ...[...helpers.keys()].map((name) => inputPath(`rt/${name}`)), "--end-lib"];
}

function wantedSymbols(bytes: Uint8Array): readonly string[] {
  return (archiveMembers(bytes) ?? [bytes]).flatMap((member) => [...(undefinedSymbols(member) ?? [])]);
}

/** @param path Below `wasm/`. */
export async function compileHelper(
  path: string,
  { target, floor, signal }: LinkRun,
  ports: LinkPorts,
): Promise<Uint8Array> {
  const text = new TextDecoder().decode(ports.sysroot.get(path));
  const { language, flags } = helperLanguage(path);
  const key = ["helper", ports.version, target, floor, path, text, flags];
  const kept: StoredObject | undefined = await ports.store.read(key);
  if (kept !== undefined) return kept.bytes;
  const compiled = await ports.workers.compile(
    {
      target,
      floor,
      language,
      source: path,
      workingDirectory: PLACES.sysroot,
      output: "object",
      flags,
      level: "2",
      timestamp: 0,
    },
    signal,
  );
  if (compiled.bytes === undefined) {
    throw new PackwheelError("TOOLCHAIN_CRASHED", `Cannot compile the helper ${path}: ${compiled.messages.trim()}`, {
      hint: "Please report this",
    });
  }
  await ports.store.write(key, { bytes: compiled.bytes, messages: "" }, []);
  return compiled.bytes;
}
