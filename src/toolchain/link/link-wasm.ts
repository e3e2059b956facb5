/**
 * Objects -> a side module: WebAssembly that the main module of Pyodide links when it loads it. The C library is that of
 * the main module; what neither it nor `wasm/rt` has is an error, and names who wants it.
 * Specs: https://lld.llvm.org/WebAssembly.html; https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
 */
import { PackwheelError } from "../../core/errors.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { checkFloor, readTargetSymbols, type SysrootFiles } from "../sysroot/library-data.ts";
import { homeAt } from "../sysroot/symbol-history.ts";
import { inputPath, outputPath } from "../tool.ts";
import { helperMembers } from "./add-helpers.ts";
import { stageItems } from "./inputs.ts";
import { CXX_HINT, explainSymbol, linkAnswer, missingSymbols } from "./link-answer.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

/** Words of ELF linkers that have no meaning here, with the number of words that belong to each. */
const FOREIGN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^-l(?:c|m|pthread|dl|rt|util|resolv|gcc|gcc_s|gcc_eh|atomic|stdc\+\+)$/, 1],
  [/^-z$/, 2],
  [/^-z.+$/, 1],
  [
    /^--(?:hash-style|build-id|version-script|dynamic-linker|as-needed|no-as-needed|enable-new-dtags|disable-new-dtags|no-undefined|eh-frame-hdr|sort-common|warn-common|fatal-warnings|copy-dt-needed-entries|no-copy-dt-needed-entries)(?:=.*)?$/,
    1,
  ],
  [/^-(?:soname|h|rpath|rpath-link|m)$/, 2],
  [/^--?(?:soname|rpath|rpath-link)=/, 1],
];

/** Symbols that a module gives up by itself. */
const OF_LINKER: readonly string[] = ["__indirect_function_table", "__stack_pointer", "__memory_base", "__table_base"];

/** @throws {PackwheelError} `NATIVE_KIND_UNSUPPORTED` for programs, which Pyodide cannot start */
export async function linkWasm(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  if (run.output === "program") throw noPrograms(run);
  const input = new Map<string, Uint8Array>();
  const words = withoutForeignWords(stageItems(run.items, input));
  const library = run.output === "library" ? await libraryWords(run, ports, input) : ["-r"];
  const result = await ports.workers.runTool(
    { tool: "wasm-ld", arguments: [...library, "-o", outputPath(run.fileName), ...words], input },
    run.signal,
  );
  return linkAnswer(run, result, (messages) => explain(messages, run, ports));
}

async function libraryWords(
  run: LinkRun,
  ports: LinkPorts,
  input: Map<string, Uint8Array>,
): Promise<readonly string[]> {
  const helpers = run.withoutLibraries === true ? [] : await helperMembers(run, ports, input);
  input.set(
    ALLOWED,
    new TextEncoder().encode(
      `${[...OF_LINKER, ...mainModuleSymbols(run.target, run.floor, ports.sysroot)].join("\n")}\n`,
    ),
  );
  return [
    "-shared",
    "--experimental-pic",
    // A function of this module is meant, where the main module has one of the same name.
    "-Bsymbolic",
    "--gc-sections",
    ...(run.isStripped ? ["--strip-all"] : []),
    ...(run.allowsUndefined === true
      ? ["--allow-undefined"]
      : ["--unresolved-symbols=report-all", `--allow-undefined-file=${inputPath(ALLOWED)}`]),
    ...helpers,
  ];
}

const ALLOWED = "main-module.txt";

function mainModuleSymbols(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly string[] {
  const { library, symbols } = readTargetSymbols(target, sysroot);
  const release = checkFloor(target, floor, library);
  return [...symbols].flatMap(([name, history]) => (homeAt(history, release) === undefined ? [] : [name]));
}

function withoutForeignWords(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index] ?? "";
    const count = FOREIGN_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 0;
    if (count === 0) kept.push(word);
    index += Math.max(count, 1);
  }
  return kept;
}

/** The first thing that packwheel knows about a symbol that is missing. */
function explain(messages: string, run: LinkRun, ports: LinkPorts): string | undefined {
  const missing = missingSymbols(messages);
  for (const symbol of missing) {
    const reason = REASONS.find(([pattern]) => pattern.test(symbol))?.[1];
    if (reason !== undefined) return reason;
    const found = explainSymbol(symbol, run, ports);
    if (found !== undefined) return found;
  }
  return missing.length === 0
    ? undefined
    : "Neither the project nor the main module of Pyodide has it: add its source, or leave it out";
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:pthread_create|thrd_create)$/, "Pyodide has no threads: leave them out for __EMSCRIPTEN__"],
  [/^(?:v?fork|exec[lv]p?e?|posix_spawnp?)$/, "Pyodide has no processes: leave them out for __EMSCRIPTEN__"],
  [/^(?:_Z|__cxa_|__gxx_)/, CXX_HINT],
];

function noPrograms({ target }: LinkRun): PackwheelError {
  return new PackwheelError(
    "NATIVE_KIND_UNSUPPORTED",
    `Cannot link a program for ${target.name}: Pyodide loads libraries, and starts no programs`,
    { hint: "Leave the table out for this target, or build a library" },
  );
}
