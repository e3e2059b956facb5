/**
 * Objects -> a library or program: with the helpers that the objects call, compiled when they are wanted, and with
 * stand-ins for the libraries of the platform. What is nowhere is an error, and names who wants it.
 * Spec: https://lld.llvm.org/, ld(1) of GNU binutils for its options.
 */
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { explainMissing } from "../sysroot/explain-missing.ts";
import type { SysrootFiles } from "../sysroot/library-data.ts";
import { type LinkLibrary, linkLibraries } from "../sysroot/link-libraries.ts";
import { PROGRAM_START } from "../sysroot/runtime-helpers.ts";
import { inputPath, outputPath } from "../tool.ts";
import { addHelpers, compileHelper } from "./add-helpers.ts";
import { readableMessages, stageItems } from "./inputs.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

const LIBRARY_FOLDER = "lib";

/** Libraries of compilers, which build systems name though nobody asked: the helpers are what they hold. */
const COMPILER_LIBRARIES: ReadonlySet<string> = new Set(["-lgcc", "-lgcc_s", "-lgcc_eh", "-latomic", "-lstdc++"]);

export async function linkElf(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  const input = new Map<string, Uint8Array>();
  const items = run.items.filter((item) => item.kind === "object" || !COMPILER_LIBRARIES.has(item.word));
  const words = stageItems(items, input);
  const platform =
    run.output === "relocatable" || run.withoutLibraries === true ? [] : platformLibraries(run, ports, input);
  const helpers =
    run.output === "relocatable" || run.withoutLibraries === true ? [] : await helperMembers(run, ports, input);
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
  const common = ["-m", target.linkerEmulation ?? ""];
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

async function helperMembers(
  run: LinkRun,
  ports: LinkPorts,
  input: Map<string, Uint8Array>,
): Promise<readonly string[]> {
  const helpers = await addHelpers(run, ports);
  if (helpers.size === 0) return [];
  for (const [name, bytes] of helpers) input.set(`rt/${name}`, bytes);
  return ["--start-lib", ...[...helpers.keys()].map((name) => inputPath(`rt/${name}`)), "--end-lib"];
}

async function addStart(run: LinkRun, ports: LinkPorts, input: Map<string, Uint8Array>): Promise<readonly string[]> {
  input.set("rt/start.o", await compileHelper(PROGRAM_START, run, ports));
  return [inputPath("rt/start.o")];
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
