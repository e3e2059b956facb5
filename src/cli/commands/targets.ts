/** `packwheel targets`: the platforms of the WASM compiler. */
import { BUILD_TARGETS, floorName } from "../../core/targets/build-target.ts";
import { alignColumns } from "../align-columns.ts";
import type { CommandResult } from "../context.ts";

export async function run(): Promise<CommandResult> {
  const rows = BUILD_TARGETS.map((target) => {
    return [target.name, target.triple, target.defaultTag, `${floorName(target)} ${target.defaultFloor}`, target.proof];
  });
  return {
    files: BUILD_TARGETS.map((target) => {
      const { name, triple, defaultTag, libc, defaultFloor, proof } = target;
      return { name, triple, tag: defaultTag, libc, floor: defaultFloor, proof };
    }),
    findings: [],
    lines: alignColumns([["target", "triple", "tag", "oldest", "proved by"], ...rows]),
    exitCode: 0,
  };
}
