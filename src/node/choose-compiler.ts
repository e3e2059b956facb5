/**
 * Who compiles for which target. `auto`: this machine's compiler for this machine, where there is one, and whatever
 * `$CC` names for everything, since somebody chose it; the WASM compiler for all other targets.
 */
import process from "node:process";
import { PackwheelError } from "../core/errors.ts";
import { readTarget } from "../core/native/plan.ts";
import type { CCompiler, CompileJob, CompileResult } from "../core/ports/compiler.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { isSameTarget } from "../core/tags/target.ts";
import { findTargets } from "../core/targets/build-target.ts";
import type { BuildCache } from "./build-cache.ts";
import { hostCompiler } from "./host-compiler.ts";
import { hostTarget } from "./host-target.ts";
import { findOnPath } from "./run-command.ts";

export interface ChooseCompilerOptions {
  /** The project's folder. */
  readonly directory: string;
  readonly cache: BuildCache;
  readonly reporter?: Reporter | undefined;
  /** Oldest version of the C library, by target's name, for the WASM compiler. */
  readonly floors?: ReadonlyMap<string, string> | undefined;
  /** As in `NativeOptions`. */
  readonly wholeProcess?: boolean | undefined;
  /** Default: those of this process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

export type CompilerKind = "host" | "wasm";

/** @param wanted `auto` (default), `host`, `wasm`, `wasm:path/to/cc.wasm`, or a program as `$CC` names it. */
export function chooseCompiler(wanted: string | undefined, options: ChooseCompilerOptions): CCompiler {
  const { directory, cache, reporter, env = process.env } = options;
  const onOutput = (text: string): void => reporter?.report({ kind: "output", text });
  if (wanted?.startsWith("wasm:") === true) {
    return lazily(async () => {
      const { pluginCompiler } = await import("./toolchain/plugin-compiler.ts");
      return pluginCompiler({ directory, module: wanted.slice("wasm:".length) });
    });
  }
  const wasm = lazily(async () => {
    const { nodeWasmCompiler } = await import("./toolchain/node-wasm-compiler.ts");
    return nodeWasmCompiler(options);
  });
  switch (wanted ?? "auto") {
    case "auto": {
      const host = hostCompiler({ directory, cache, env, onOutput });
      return {
        compile(job) {
          const { kind, isOwn } = explainChoice(job.target, env, directory);
          if (kind === "host") return host.compile(job);
          return isOwn ? withoutAnyCompiler(job, wasm) : wasm.compile(job);
        },
      };
    }
    case "host":
      return hostCompiler({ directory, cache, env, onOutput });
    case "wasm":
      return wasm;
    default:
      return hostCompiler({ directory, cache, env: { ...env, CC: wanted, CXX: wanted }, onOutput });
  }
}

/** Where nothing is installed, both ways out are told. */
async function withoutAnyCompiler(job: CompileJob, wasm: CCompiler): Promise<CompileResult> {
  try {
    return await wasm.compile(job);
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.code !== "TOOLCHAIN_MISSING") throw error;
    throw new PackwheelError("NATIVE_TOOL_MISSING", `Cannot compile native "${job.name}": no C compiler is installed`, {
      hint: `${error.hint} for the one that packwheel brings, or install gcc or clang`,
      cause: error,
    });
  }
}

export interface CompilerChoice {
  readonly kind: CompilerKind;
  /** Why, in a few words. */
  readonly reason: string;
  /** The target is this machine. */
  readonly isOwn: boolean;
}

/** What `auto` takes for a target. */
export function explainChoice(
  triple: string,
  env: Readonly<Record<string, string | undefined>>,
  directory: string,
): CompilerChoice {
  const target = readTarget(triple);
  const host = readTarget(hostTarget());
  const isOwn = isSameTarget(target, host) || (target.system === "macos" && host.system === "macos");
  const named = (env["CC"] ?? "").trim();
  if (named !== "") return { kind: "host", isOwn, reason: `CC names ${named}` };
  const found = isOwn ? findHostCompiler(env, directory) : undefined;
  if (found !== undefined) return { kind: "host", isOwn, reason: `${found} is here` };
  if (!isKnownToWasm(triple)) return { kind: "host", isOwn, reason: "the WASM compiler does not know this target" };
  return { kind: "wasm", isOwn, reason: isOwn ? "no C compiler is installed" : "it is another machine" };
}

/** The compiler of this machine, if there is one. */
export function findHostCompiler(
  env: Readonly<Record<string, string | undefined>>,
  directory: string,
): string | undefined {
  const names = [...(process.platform === "win32" ? ["cl"] : []), "cc", "clang", "gcc"];
  for (const name of names) {
    const path = findOnPath(name, env, directory);
    if (path !== undefined) return path;
  }
  return undefined;
}

function isKnownToWasm(triple: string): boolean {
  try {
    return findTargets([triple]).length > 0;
  } catch (error) {
    if (error instanceof PackwheelError) return false;
    throw error;
  }
}

/** Loaded with the first job: most projects have no use for it. */
function lazily(load: () => Promise<CCompiler>): CCompiler {
  let loaded: Promise<CCompiler> | undefined;
  return {
    async compile(job) {
      loaded ??= load();
      return (await loaded).compile(job);
    },
  };
}
