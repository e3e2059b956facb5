/**
 * Objects -> a dynamic library, bundle or program of macOS, with an ad-hoc signature, which ARM Macs want of all code.
 * Spec: ld64(1); https://lld.llvm.org/MachO/index.html
 */
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { type DarwinLibrary, darwinLibraries, FRAMEWORK_FOLDER, LIBRARY_FOLDER } from "../sysroot/darwin-libraries.ts";
import { explainMissing } from "../sysroot/explain-missing.ts";
import type { SysrootFiles } from "../sysroot/library-data.ts";
import { inputPath, outputPath } from "../tool.ts";
import { addHelpers } from "./add-helpers.ts";
import { readableMessages, stageItems } from "./inputs.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

/** Libraries of compilers, which build systems name though nobody asked: the helpers are what they hold. */
const COMPILER_LIBRARIES: ReadonlySet<string> = new Set(["-lgcc", "-lgcc_s", "-latomic", "-lc++", "-lstdc++"]);

/** Words of linkers for ELF that build systems give all linkers, with what they ask for being so here anyway. */
const ELF_WORDS =
  /^(?:--as-needed|--no-as-needed|--no-undefined|--gc-sections|--export-dynamic|--build-id.*|--hash-style=.*)$/;

export async function linkMachO(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  const { target, floor, output, fileName, isStripped } = run;
  const input = new Map<string, Uint8Array>();
  const items = run.items.filter(({ kind, ...item }) => {
    return kind === "object" || !("word" in item) || !(COMPILER_LIBRARIES.has(item.word) || ELF_WORDS.test(item.word));
  });
  const words = stageItems(items, input);
  const withLibraries = run.withoutLibraries !== true && output !== "relocatable";
  const helpers = withLibraries ? await helperArchive(run, ports, input) : [];
  const platform = withLibraries ? platformLibraries(run, ports, input) : [];
  const result = await ports.workers.runTool(
    {
      tool: "ld64.lld",
      arguments: [
        "-arch",
        target.machine,
        "-platform_version",
        "macos",
        floor,
        floor,
        ...outputWords(run, words),
        ...(isStripped ? ["-S", "-x"] : []),
        "-o",
        outputPath(fileName),
        ...words,
        ...helpers,
        ...platform,
      ],
      input,
    },
    run.signal,
  );
  const { [fileName]: bytes, ...others } = Object.fromEntries(result.output);
  const messages = readableMessages(result.messages);
  const isDone = result.exitCode === 0;
  return {
    bytes: isDone ? bytes : undefined,
    messages,
    hint: isDone ? undefined : explain(messages, run, ports),
    others: new Map(Object.entries(others)),
  };
}

/** What is undefined is an error, unless the words say `-undefined dynamic_lookup`: so it is with all linkers here. */
function outputWords({ output, fileName, soname }: LinkRun, words: readonly string[]): readonly string[] {
  if (output === "relocatable") return ["-r"];
  const common = ["-dead_strip", "-adhoc_codesign"];
  if (output === "program") return [...common, "-execute"];
  if (words.includes("-bundle")) return common;
  // The name that others would find it by, unless the words give one.
  const name = words.includes("-install_name") ? [] : ["-install_name", `@rpath/${soname ?? fileName}`];
  return [...common, "-dylib", ...name];
}

/** Stand-ins: those that the words name, and libSystem, which everything on macOS needs. */
function platformLibraries(
  { target, floor }: LinkRun,
  { sysroot }: LinkPorts,
  input: Map<string, Uint8Array>,
): readonly string[] {
  for (const { path, bytes } of madeLibraries(target, floor, sysroot)) input.set(path, bytes);
  return [`-L${inputPath(LIBRARY_FOLDER)}`, `-F${inputPath(FRAMEWORK_FOLDER)}`, "-lSystem"];
}

/** They take some ten milliseconds to make, and a build links many times. */
const made = new WeakMap<SysrootFiles, Map<string, readonly DarwinLibrary[]>>();

function madeLibraries(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly DarwinLibrary[] {
  const known = made.get(sysroot) ?? new Map<string, readonly DarwinLibrary[]>();
  made.set(sysroot, known);
  const key = `${target.name} ${floor}`;
  const libraries = known.get(key) ?? darwinLibraries(target, floor, sysroot);
  known.set(key, libraries);
  return libraries;
}

/** What is defined elsewhere too is not linked twice. */
async function helperArchive(
  run: LinkRun,
  ports: LinkPorts,
  input: Map<string, Uint8Array>,
): Promise<readonly string[]> {
  const helpers = await addHelpers(run, ports);
  if (helpers.size === 0) return [];
  for (const [name, bytes] of helpers) input.set(`rt/${name}`, bytes);
  return ["--start-lib", ...[...helpers.keys()].map((name) => inputPath(`rt/${name}`)), "--end-lib"];
}

/** The first thing that packwheel knows about a symbol that is missing. */
function explain(messages: string, { target, floor }: LinkRun, { sysroot }: LinkPorts): string | undefined {
  for (const [, symbol = ""] of messages.matchAll(/undefined symbol: _(\S+)/g)) {
    const found = explainMissing(symbol, target, floor, sysroot);
    if (found !== undefined) return `${found.message}: ${found.hint.slice(0, 1).toLowerCase()}${found.hint.slice(1)}`;
  }
  const isCxx = /undefined symbol: (?:std::|operator |___cxa_|___gxx_|vtable for __cxxabi)/.test(messages);
  return isCxx ? "Parts of the C++ library that hold code need a native compiler" : undefined;
}
