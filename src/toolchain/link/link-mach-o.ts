/**
 * Objects -> a dynamic library, bundle or program of macOS, with an ad-hoc signature, which ARM Macs want of all code.
 * Spec: ld64(1); https://lld.llvm.org/MachO/index.html
 */
import { darwinLibraries, FRAMEWORK_FOLDER, LIBRARY_FOLDER } from "../sysroot/darwin-libraries.ts";
import { keptLibraries } from "../sysroot/kept-libraries.ts";
import { inputPath, outputPath } from "../tool.ts";
import { helperMembers } from "./add-helpers.ts";
import { stageItems } from "./inputs.ts";
import { explainCxx, explainSymbol, linkAnswer, missingSymbols } from "./link-answer.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

/** Libraries of compilers, which build systems name though nobody asked: the helpers are what they hold. */
const COMPILER_LIBRARIES: ReadonlySet<string> = new Set(["-lgcc", "-lgcc_s", "-latomic", "-lc++", "-lstdc++"]);

/** Words of linkers for ELF that build systems give all linkers, with what they ask for being so here anyway. */
const ELF_WORDS =
  /^(?:--as-needed|--no-as-needed|--no-undefined|--gc-sections|--export-dynamic|--build-id.*|--hash-style=.*)$/;

const madeLibraries = keptLibraries(darwinLibraries);

export async function linkMachO(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  const { target, floor, output, fileName, isStripped } = run;
  const input = new Map<string, Uint8Array>();
  const items = run.items.filter(({ kind, ...item }) => {
    return kind === "object" || !("word" in item) || !(COMPILER_LIBRARIES.has(item.word) || ELF_WORDS.test(item.word));
  });
  const words = stageItems(items, input);
  const withLibraries = run.withoutLibraries !== true && output !== "relocatable";
  const helpers = withLibraries ? await helperMembers(run, ports, input) : [];
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
  return linkAnswer(run, result, (messages) => explain(messages, run, ports));
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

/** The first thing that packwheel knows about a symbol that is missing. */
function explain(messages: string, run: LinkRun, ports: LinkPorts): string | undefined {
  for (const symbol of missingSymbols(messages, "_")) {
    const found = explainSymbol(symbol, run, ports);
    if (found !== undefined) return found;
  }
  return explainCxx(messages, "_");
}
