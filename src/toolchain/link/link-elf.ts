/**
 * Objects -> a library or program: with the helpers that the objects call, compiled when they are wanted, and with
 * stand-ins for the libraries of the platform. What is nowhere is an error, and names who wants it.
 * Spec: https://lld.llvm.org/, ld(1) of GNU binutils for its options.
 */
import { keptLibraries } from "../sysroot/kept-libraries.ts";
import { linkLibraries } from "../sysroot/link-libraries.ts";
import { PROGRAM_START } from "../sysroot/runtime-helpers.ts";
import { inputPath, outputPath } from "../tool.ts";
import { compileHelper, helperMembers } from "./add-helpers.ts";
import { COMPILER_LIBRARIES, stageItems } from "./inputs.ts";
import { explainCxx, explainSymbol, linkAnswer, missingSymbols } from "./link-answer.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

const LIBRARY_FOLDER = "lib";

const madeLibraries = keptLibraries(linkLibraries);

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
  return linkAnswer(run, result, (messages) => explain(messages, run, ports));
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

async function addStart(run: LinkRun, ports: LinkPorts, input: Map<string, Uint8Array>): Promise<readonly string[]> {
  input.set("rt/start.o", await compileHelper(PROGRAM_START, run, ports));
  return [inputPath("rt/start.o")];
}

/** The first thing that packwheel knows about a symbol that is missing. */
function explain(messages: string, run: LinkRun, ports: LinkPorts): string | undefined {
  for (const symbol of missingSymbols(messages)) {
    const found = explainSymbol(symbol, run, ports);
    if (found !== undefined) return found;
  }
  return explainCxx(messages);
}
