/** `packwheel cffi`: the Python module that cffi would write for a C header, without Python and without a compiler. */
import { emitAbiModule } from "../../core/cdef/emit-abi-module.ts";
import type { Defines, HeaderText } from "../../core/cdef/preprocess/expand-header.ts";
import { cleanPreprocessed, DEFAULT_DEFINES, preprocessHeader } from "../../core/cdef/preprocess.ts";
import type { WindowsBits } from "../../core/cdef/windows-types.ts";
import { headerFiles, readHeader } from "../../node/read-header.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { flag, list, text } from "../options.ts";

/** `# 1 "header.h"`: what preprocessors write, and nobody else. */
const PREPROCESSED = /^# \d+ "/m;

export async function run(
  [path = ""]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const moduleName = text(options, "module");
  const onlyText = flag(options, "preprocessed");
  if (moduleName === undefined && !onlyText) {
    throw new UsageError(
      "What is the module called?",
      "Add --module pkg._native, or --preprocessed for the cdef alone",
    );
  }
  const windowsTypes = windowsOption(options);
  const folders = { cwd: context.cwd, includeDirs: list(options, "includeDir") };
  const header = path === "-" ? await readStandardInput() : readHeader(path, folders);
  const cdef = cdefText(header, options, folders);
  const output =
    onlyText || moduleName === undefined
      ? cdef
      : emitAbiModule({ moduleName, source: [{ text: cdef, path: header.path }], windowsTypes });
  const file = onlyText ? { path, kind: "cdef" } : { path, kind: "cffi-module", module: moduleName };
  return {
    files: [{ ...file, text: output }],
    findings: [],
    lines: output === "" ? [] : [output.replace(/\n$/, "")],
    exitCode: 0,
  };
}

async function readStandardInput(): Promise<HeaderText> {
  // Loaded only here: the module brings the streams of the web along.
  const { text: readAll } = await import("node:stream/consumers");
  return { path: "<stdin>", text: await readAll(process.stdin) };
}

function cdefText(
  header: HeaderText,
  options: OptionValues,
  folders: { readonly cwd: string; readonly includeDirs: readonly string[] },
): string {
  const clean = { path: header.path, keepConstants: flag(options, "constants") };
  if (PREPROCESSED.test(header.text)) return cleanPreprocessed(header.text, clean);
  return preprocessHeader(header, { ...clean, defines: defines(options), resolve: headerFiles(folders) });
}

/** `PYTHON_HEADER` and what is given; a value is 1 where none is, as for compilers. */
function defines(options: OptionValues): Defines {
  const given = list(options, "define").map((word) => {
    const equals = word.indexOf("=");
    return equals === -1 ? [word, "1"] : [word.slice(0, equals), word.slice(equals + 1)];
  });
  return { ...DEFAULT_DEFINES, ...Object.fromEntries(given) };
}

function windowsOption(options: OptionValues): WindowsBits | undefined {
  const bits = text(options, "windowsTypes");
  if (bits === undefined) return undefined;
  if (bits === "32") return 32;
  if (bits === "64") return 64;
  throw new UsageError(`Option "--windows-types" needs 32 or 64, not "${bits}"`);
}
