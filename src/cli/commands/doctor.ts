/** `packwheel doctor`: what there is to compile with, and what is taken for which target. */
import { resolve } from "node:path";
import type { Finding } from "../../core/errors.ts";
import { BUILD_TARGETS } from "../../core/targets/build-target.ts";
import { CLANG_PACKAGE, LLC_PACKAGE } from "../../core/targets/compiler-packages.ts";
import { type CompilerKind, explainChoice, findHostCompiler } from "../../node/choose-compiler.ts";
import { hostTarget } from "../../node/host-target.ts";
import { findPackage, INSTALL_COMMAND } from "../../node/toolchain/find-packages.ts";
import { alignColumns } from "../align-columns.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { text } from "../options.ts";

interface Choice {
  readonly target: string;
  readonly kind: CompilerKind | "program";
  readonly reason: string;
  readonly works: boolean;
}

export async function run(
  args: readonly string[],
  options: OptionValues,
  { cwd, environment }: CommandContext,
): Promise<CommandResult> {
  const directory = resolve(cwd, args[0] ?? ".");
  const host = findHostCompiler(environment, directory);
  const packages = [CLANG_PACKAGE, LLC_PACKAGE].map((wanted) => findPackage(wanted, directory));
  const hasWasm = packages.every(({ folder }) => folder !== undefined);
  const wanted = text(options, "compiler") ?? "auto";
  const triples = [...new Set([hostTarget(), ...BUILD_TARGETS.map(({ triple }) => triple)])];
  const choices = triples.map((triple): Choice => {
    const target = triple === hostTarget() ? `host (${triple})` : triple;
    if (wanted === "wasm") return { target, kind: "wasm", reason: "--compiler wasm", works: hasWasm };
    if (wanted !== "auto" && wanted !== "host") {
      return { target, kind: "program", reason: `--compiler ${wanted}`, works: true };
    }
    const named = (environment["CC"] ?? "").trim() !== "";
    if (wanted === "host") {
      const isOwn = triple === hostTarget();
      return { target, kind: "host", reason: "--compiler host", works: named || (isOwn && host !== undefined) };
    }
    const { kind, reason } = explainChoice(triple, environment, directory);
    return { target, kind, reason, works: kind === "host" ? named || host !== undefined : hasWasm };
  });
  const found = [
    ["C compiler of this machine", host ?? "none"],
    ["CC", environment["CC"] ?? "not set"],
    ...packages.map(({ name, version, folder, others }) => {
      const instead = others[0] === undefined ? "not installed" : `version ${others[0]} is installed`;
      return [`${name} ${version}`, folder ?? instead];
    }),
  ];
  const ownWorks = choices[0]?.works === true;
  const findings: Finding[] = hasWasm
    ? []
    : [
        {
          code: "DOCTOR_NO_WASM_COMPILER",
          severity: ownWorks ? "note" : "error",
          message: "The WASM compiler is not installed",
          hint: `Run \`${INSTALL_COMMAND}\``,
        },
      ];
  const names: Readonly<Record<Choice["kind"], string>> = {
    host: "host compiler",
    wasm: "WASM compiler",
    program: wanted,
  };
  const rows = choices.map(({ target, kind, reason, works }) => {
    return [target, works ? names[kind] : "nothing", works ? reason : `${reason}, but ${names[kind]} is missing`];
  });
  return {
    files: choices.map(({ target, kind, reason, works }) => ({ target, compiler: works ? kind : null, reason })),
    findings,
    lines: [...alignColumns(found), "", ...alignColumns([["target", "compiled by", "because"], ...rows])],
    exitCode: ownWorks ? 0 : 1,
  };
}
