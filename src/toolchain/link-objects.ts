/**
 * Objects -> a library or program: with the helpers that the objects call, compiled when they are wanted, and with
 * stand-ins for the libraries of the platform. What is nowhere is an error, and names who wants it.
 * Spec: https://lld.llvm.org/, ld(1) of GNU binutils for its options.
 */

import { PackwheelError } from "../core/errors.ts";
import { archiveMembers } from "../core/object/archive-members.ts";
import { undefinedSymbols } from "../core/object/elf/undefined-symbols.ts";
import type { BuildTarget } from "../core/targets/build-target.ts";
import type { ObjectStore, StoredObject } from "./object-store.ts";
import { explainMissing } from "./sysroot/explain-missing.ts";
import type { SysrootFiles } from "./sysroot/library-data.ts";
import { type LinkLibrary, linkLibraries } from "./sysroot/link-libraries.ts";
import { helperLanguage, PROGRAM_START, runtimeHelpers } from "./sysroot/runtime-helpers.ts";
import { inputPath, outputPath } from "./tool.ts";
import { PLACES } from "./toolchain.ts";
import { inParallel, type ToolchainWorkers } from "./workers.ts";

/** What the linker is told, in its order. */
export type LinkItem =
  | { readonly kind: "object"; readonly name: string; readonly bytes: Uint8Array }
  /** A word as it is; paths in it are absolute: `-lm`, `/home/lib/libz.a`. */
  | { readonly kind: "word"; readonly word: string };

export interface LinkRun {
  readonly target: BuildTarget;
  readonly floor: string;
  readonly output: "library" | "program" | "relocatable";
  /** Name of the result, without folders. */
  readonly fileName: string;
  readonly items: readonly LinkItem[];
  /** What a library calls itself. */
  readonly soname?: string | undefined;
  /** Symbols that are nowhere are left to the loader, as linkers do for libraries that are not told otherwise. */
  readonly allowsUndefined?: boolean | undefined;
  /** Files named in words, for the helpers that they call. */
  readonly named?: readonly Uint8Array[] | undefined;
  /** Neither libraries nor helpers of the platform. */
  readonly withoutLibraries?: boolean | undefined;
  /** A program brings its own `_start`. */
  readonly withoutStart?: boolean | undefined;
  readonly isStripped: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface LinkResult {
  /** Undefined when something is missing. */
  readonly bytes: Uint8Array | undefined;
  readonly messages: string;
  /** What can be done, where packwheel knows it. */
  readonly hint: string | undefined;
  /** Files that words asked for beside the result: `map` of `-Map=map`. */
  readonly others: ReadonlyMap<string, Uint8Array>;
}

export interface LinkPorts {
  readonly version: string;
  readonly sysroot: SysrootFiles;
  readonly workers: ToolchainWorkers;
  readonly store: ObjectStore;
}

const LIBRARY_FOLDER = "lib";

/** Libraries of compilers, which build systems name though nobody asked: the helpers are what they hold. */
const COMPILER_LIBRARIES: ReadonlySet<string> = new Set(["-lgcc", "-lgcc_s", "-lgcc_eh", "-latomic", "-lstdc++"]);

export async function linkObjects(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  const input = new Map<string, Uint8Array>();
  const words = run.items.flatMap((item, index) => {
    if (item.kind === "word") return COMPILER_LIBRARIES.has(item.word) ? [] : [item.word];
    // Two folders may have a file of one name, and messages should show it.
    const place = `${index}/${item.name}`;
    input.set(place, item.bytes);
    return [inputPath(place)];
  });
  const platform =
    run.output === "relocatable" || run.withoutLibraries === true ? [] : platformLibraries(run, ports, input);
  const helpers =
    run.output === "relocatable" || run.withoutLibraries === true ? [] : await addHelpers(run, ports, input);
  const start = run.output === "program" && run.withoutStart !== true ? await addStart(run, ports, input) : [];
  const result = await ports.workers.runTool(
    {
      tool: "ld.lld",
      arguments: [
        ...outputWords(run),
        "-o",
        outputPath(run.fileName),
        `-L${inputPath(LIBRARY_FOLDER)}`,
        ...start,
        ...words,
        ...helpers,
        ...platform,
      ],
      input,
    },
    run.signal,
  );
  const { [run.fileName]: bytes, ...others } = Object.fromEntries(result.output);
  const messages = readableMessages(result.messages);
  return {
    bytes: result.exitCode === 0 ? bytes : undefined,
    messages,
    hint: result.exitCode === 0 ? undefined : explain(messages, run, ports),
    others: new Map(Object.entries(others)),
  };
}

function outputWords({ target, output, soname, allowsUndefined, isStripped }: LinkRun): readonly string[] {
  const common = ["-m", target.linkerEmulation];
  if (output === "relocatable") return [...common, "-r"];
  return [
    ...common,
    "--hash-style=both",
    "--build-id=none",
    "--eh-frame-hdr",
    "-z",
    "relro",
    "-z",
    "now",
    "--gc-sections",
    // Sections that code walks from `__start_x` to `__stop_x` stay, as other linkers have it.
    "-z",
    "nostart-stop-gc",
    ...(isStripped ? ["--strip-all"] : []),
    ...(output === "library"
      ? [
          "-shared",
          ...(allowsUndefined === true ? [] : ["-z", "defs"]),
          ...(soname === undefined ? [] : ["-soname", soname]),
        ]
      : ["-pie", "-dynamic-linker", target.interpreter ?? ""]),
  ];
}

/** Stand-ins come last, and only those that are used become a need of the result. */
function platformLibraries(
  { target, floor }: LinkRun,
  { sysroot }: LinkPorts,
  input: Map<string, Uint8Array>,
): readonly string[] {
  const loader: string[] = [];
  for (const { name, fileName, bytes } of madeLibraries(target, floor, sysroot)) {
    input.set(`${LIBRARY_FOLDER}/${fileName ?? name}`, bytes);
    if (fileName === undefined) loader.push(inputPath(`${LIBRARY_FOLDER}/${name}`));
  }
  return ["--as-needed", "-lc", ...loader];
}

/** They take some ten milliseconds to make, and a build links many times. */
const made = new WeakMap<SysrootFiles, Map<string, readonly LinkLibrary[]>>();

function madeLibraries(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly LinkLibrary[] {
  const known = made.get(sysroot) ?? new Map<string, readonly LinkLibrary[]>();
  made.set(sysroot, known);
  const key = `${target.name} ${floor}`;
  const libraries = known.get(key) ?? linkLibraries(target, floor, sysroot);
  known.set(key, libraries);
  return libraries;
}

/** As an archive's members, so that what is defined elsewhere is not linked twice. */
async function addHelpers(run: LinkRun, ports: LinkPorts, input: Map<string, Uint8Array>): Promise<readonly string[]> {
  const known = runtimeHelpers(run.target, run.floor, ports.sysroot);
  const objects = run.items.flatMap((item) => (item.kind === "object" ? [item.bytes] : []));
  let wanted = new Set([...objects, ...(run.named ?? [])].flatMap(wantedSymbols));
  const made = new Map<string, string>();
  for (;;) {
    const paths = [...new Set([...wanted].flatMap((symbol) => known.get(symbol) ?? []))].filter(
      (path) => !made.has(path),
    );
    if (paths.length === 0) break;
    const compiled = await inParallel(paths, ports.workers.width, (path) => compileHelper(path, run, ports));
    wanted = new Set(compiled.flatMap(wantedSymbols));
    for (const [index, path] of paths.entries()) {
      const place = `rt/${path.slice(path.lastIndexOf("/") + 1).replace(/\.c+$/, ".o")}`;
      made.set(path, place);
      input.set(place, compiled[index] ?? new Uint8Array(0));
    }
  }
  const places = [...made.values()].sort().map(inputPath);
  return places.length === 0 ? [] : ["--start-lib", ...places, "--end-lib"];
}

function wantedSymbols(bytes: Uint8Array): readonly string[] {
  return (archiveMembers(bytes) ?? [bytes]).flatMap((member) => [...(undefinedSymbols(member) ?? [])]);
}

async function addStart(run: LinkRun, ports: LinkPorts, input: Map<string, Uint8Array>): Promise<readonly string[]> {
  input.set("rt/start.o", await compileHelper(PROGRAM_START, run, ports));
  return [inputPath("rt/start.o")];
}

async function compileHelper(path: string, { target, floor, signal }: LinkRun, ports: LinkPorts): Promise<Uint8Array> {
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

/** Without the places that only the linker's own machine has. */
function readableMessages(text: string): string {
  return text.replaceAll(/\/\.packwheel\/input\/(?:\d+\/)?/g, "").replaceAll(`${PLACES.project}/`, "");
}

/** The first thing that packwheel knows about a symbol that is missing. */
function explain(messages: string, { target, floor }: LinkRun, { sysroot }: LinkPorts): string | undefined {
  for (const [, symbol = ""] of messages.matchAll(/undefined symbol: (\S+)/g)) {
    const found = explainMissing(symbol, target, floor, sysroot);
    if (found !== undefined) return `${found.message}: ${found.hint.slice(0, 1).toLowerCase()}${found.hint.slice(1)}`;
  }
  const isCxx = /undefined symbol: (?:std::|operator |__cxa_|__gxx_|vtable for __cxxabi)/.test(messages);
  return isCxx ? "Parts of the C++ library that hold code need a native compiler" : undefined;
}
