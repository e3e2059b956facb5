/** `compiler = "wasm:tools/cc.wasm"`: the module, from the project's folder. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import type { CCompiler } from "../../core/ports/compiler.ts";
import { pluginCompiler as compilerOf } from "../../toolchain/plugin-compiler.ts";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { diskFiles, programPath } from "./disk-files.ts";

/** @throws {PackwheelError} `TOOLCHAIN_INVALID` when there is no such module. */
export async function pluginCompiler(options: {
  readonly directory: string;
  /** Path relative to the project, or absolute. */
  readonly module: string;
}): Promise<CCompiler> {
  const path = resolve(options.directory, options.module);
  const refuse = (reason: string, cause: unknown): PackwheelError => {
    return new PackwheelError("TOOLCHAIN_INVALID", `Cannot use "${options.module}" as compiler: ${reason}`, {
      hint: "Name a WASI preview 1 command module, relative to pyproject.toml",
      path,
      cause,
    });
  };
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw refuse("there is no such file", cause);
  });
  const module = await WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw refuse("it is no WebAssembly module", cause);
  });
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const strangers = WebAssembly.Module.imports(module).filter((each) => each.module !== "wasi_snapshot_preview1");
  if (!names.includes("_start") || !names.includes("memory") || strangers.length > 0) {
    throw refuse("it is no WASI preview 1 command module", undefined);
  }
  const project = (): OutsideFolder => new OutsideFolder(diskFiles, programPath(resolve(options.directory)));
  return compilerOf({ module, name: options.module, project });
}
