/** `packwheel targets`: the platforms of the WASM compiler. */
import { BUILD_TARGETS, type BuildTarget } from "../../core/targets/build-target.ts";
import { alignColumns } from "../align-columns.ts";
import type { CommandResult } from "../context.ts";

export async function run(): Promise<CommandResult> {
  const rows = BUILD_TARGETS.map((target) => {
    return [target.name, target.triple, platformTag(target), `${target.libc} ${target.defaultFloor}`, target.proof];
  });
  return {
    files: BUILD_TARGETS.map((target) => {
      const { name, triple, libc, defaultFloor, proof } = target;
      return { name, triple, tag: platformTag(target), libc, floor: defaultFloor, proof };
    }),
    findings: [],
    lines: alignColumns([["target", "triple", "tag", "oldest", "proved by"], ...rows]),
    exitCode: 0,
  };
}

function platformTag({ libc, defaultFloor, machine }: BuildTarget): string {
  const family = libc === "musl" ? "musllinux" : "manylinux";
  return `${family}_${defaultFloor.replace(".", "_")}_${machine}`;
}
