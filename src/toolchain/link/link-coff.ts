/**
 * Objects -> a DLL or program of Windows, by the linker's face for the options of MinGW's.
 *
 * Where no object and no `.def` file says what a DLL exports, it exports everything that is not hidden. What comes from
 * files with the names of MinGW's own parts stays inside: the start of the DLL, and the helpers.
 * Specs: https://lld.llvm.org/windows_support.html; Microsoft PE format.
 */
import { PackwheelError } from "../../core/errors.ts";
import { parseCoffSymbols } from "../../core/object/coff/symbols.ts";
import { writeArchive } from "../../core/object/write-archive.ts";
import { DEFAULT_LIBRARIES, libraryWith, windowsLibraries } from "../sysroot/windows-libraries.ts";
import { inputPath, outputPath } from "../tool.ts";
import { addHelpers, compileHelper } from "./add-helpers.ts";
import { COMPILER_LIBRARIES, stageItems } from "./inputs.ts";
import { explainCxx, linkAnswer, missingSymbols } from "./link-answer.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

/** Path below `wasm/`, and the name under which the linker keeps its symbols to itself. */
const STARTS = {
  library: { path: "rt/windows/library-start.c", name: "dllcrt2.o" },
  program: { path: "rt/windows/program-start.c", name: "crt2.o" },
} as const;
const HELPERS = "libmingwex.a";
const LIBRARY_FOLDER = "lib";

const LIBRARIES_OF_UNIX: ReadonlySet<string> = new Set(["dl", "pthread", "rt", "util"]);

/** @throws {PackwheelError} `NATIVE_KIND_UNSUPPORTED` for objects that are to become one object. */
export async function linkCoff(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  if (run.output === "relocatable") {
    throw new PackwheelError(
      "NATIVE_KIND_UNSUPPORTED",
      `Cannot join objects to "${run.fileName}" for ${run.target.name}: the linker makes DLLs and programs alone`,
      { hint: "Put the objects into a static library, with `packwheel ar`" },
    );
  }
  const input = new Map<string, Uint8Array>();
  const items = run.items.filter((item) => item.kind === "object" || !COMPILER_LIBRARIES.has(item.word));
  const words = stageItems(items, input);
  const start = await startObject(run, ports);
  for (const { name, bytes } of start) input.set(name, bytes);
  const platform =
    run.withoutLibraries === true
      ? []
      : await platformWords(
          run,
          ports,
          start.map(({ bytes }) => bytes),
          input,
        );
  const result = await ports.workers.runTool(
    {
      tool: "ld.lld",
      arguments: [
        ...outputWords(run),
        "-o",
        outputPath(run.fileName),
        `-L${inputPath(LIBRARY_FOLDER)}`,
        ...start.map(({ name }) => inputPath(name)),
        ...words,
        ...platform,
      ],
      input,
    },
    run.signal,
  );
  return linkAnswer(run, result, (messages) => explain(messages, run, ports));
}

function outputWords({ target, output, isStripped }: LinkRun): readonly string[] {
  return [
    "-m",
    target.linkerEmulation ?? "",
    "--no-insert-timestamp",
    "--gc-sections",
    // A variable of another DLL is reached through `__declspec(dllimport)`: nothing here patches code at its start.
    "--disable-runtime-pseudo-reloc",
    // Functions that take their arguments off the stack are exported under their names in C.
    "--kill-at",
    ...(isStripped ? ["-s"] : []),
    ...(output === "library" ? ["-shared"] : []),
  ];
}

async function startObject(
  run: LinkRun,
  ports: LinkPorts,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  if (run.withoutStart === true) return [];
  const { path, name } = run.output === "library" ? STARTS.library : STARTS.program;
  return [{ name, bytes: await compileHelper(path, run, ports) }];
}

/** The helpers, then the import libraries. */
async function platformWords(
  run: LinkRun,
  ports: LinkPorts,
  start: readonly Uint8Array[],
  input: Map<string, Uint8Array>,
): Promise<readonly string[]> {
  for (const { name, bytes } of windowsLibraries(run.target, run.floor, ports.sysroot)) {
    input.set(`${LIBRARY_FOLDER}/lib${name}.a`, bytes);
  }
  const helpers = await addHelpers(run, ports, start);
  const members = [...helpers].map(([name, bytes]) => {
    return { name, bytes, symbols: [...(parseCoffSymbols(bytes)?.defined ?? [])] };
  });
  input.set(HELPERS, writeArchive(members));
  return [inputPath(HELPERS), ...DEFAULT_LIBRARIES.map((name) => `-l${name}`)];
}

/** The first thing that packwheel knows about what is missing. */
function explain(messages: string, { target }: LinkRun, { sysroot }: LinkPorts): string | undefined {
  for (const symbol of missingSymbols(messages)) {
    const name = plainName(symbol, target.machine);
    const library = libraryWith(name, target, sysroot);
    if (library !== undefined) return `\`${name}\` is in ${library}.dll: name "${library}" in \`libraries\``;
  }
  const [, library] = /unable to find library -l(\S+)/.exec(messages) ?? [];
  if (library !== undefined && LIBRARIES_OF_UNIX.has(library)) {
    return `Windows has no library "${library}": name it for other systems alone`;
  }
  return explainCxx(messages);
}

/** `__declspec(dllimport) _WSAStartup@8`, as x86 has it in messages -> `WSAStartup`. */
function plainName(symbol: string, machine: string): string {
  const name = symbol.replace(/^__imp_/, "");
  return machine === "x86" ? name.replace(/^_/, "").replace(/@\d+$/, "") : name;
}
