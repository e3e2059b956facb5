/** Objects -> a library or program, by the linker of the target's system. */
import { PackwheelError } from "../../core/errors.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { linkCoff } from "./link-coff.ts";
import { linkElf } from "./link-elf.ts";
import { linkMachO } from "./link-mach-o.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";
import { linkWasm } from "./link-wasm.ts";

type Linker = (run: LinkRun, ports: LinkPorts) => Promise<LinkResult>;

const LINKERS: Readonly<Partial<Record<BuildTarget["system"], Linker>>> = {
  linux: linkElf,
  macos: linkMachO,
  windows: linkCoff,
  emscripten: linkWasm,
};

/** @throws {PackwheelError} `SYSROOT_INVALID`, and those of `compileSource` for helpers */
export async function linkObjects(run: LinkRun, ports: LinkPorts): Promise<LinkResult> {
  const linker = LINKERS[run.target.system];
  if (linker === undefined) {
    throw new PackwheelError(
      "SYSROOT_INVALID",
      `Cannot link for ${run.target.name}: there is no linker for its system`,
    );
  }
  return linker(run, ports);
}
