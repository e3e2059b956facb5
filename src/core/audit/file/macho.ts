/**
 * A Mach-O file: the oldest macOS that each of its architectures runs on.
 * Specs: mach-o/loader.h; the macOS part of the platform compatibility tags.
 */
import type { MachOFile, MachOSlice } from "../../object/macho/model.ts";
import type { AppleAudit, AppleSlice, AuditOptions, UnknownAudit } from "../file-audit.ts";
import type { WheelFiles } from "./wheel-files.ts";

const SYSTEMS: Readonly<Record<string, AppleAudit["system"]>> = {
  macos: "macos",
  ios: "iphoneos",
  iossimulator: "iphonesimulator",
};

/** @param path Place in the wheel. */
export function auditMachO(
  path: string,
  { slices }: MachOFile,
  wheel: WheelFiles,
  options: AuditOptions = {},
): AppleAudit | UnknownAudit {
  const platforms = new Set(slices.map(({ build }) => build?.platform ?? "macos"));
  const [platform = "macos", another] = platforms;
  if (another !== undefined) return { system: "unknown", path, reason: `it is for ${platform} and ${another} at once` };
  const system = SYSTEMS[platform];
  if (system === undefined) return { system: "unknown", path, reason: `it is for ${platform}` };
  const strange = slices.find(({ arch }) => arch.name.startsWith("unknown"));
  if (strange !== undefined) {
    return { system: "unknown", path, reason: `it is for the machine ${strange.arch.name.slice("unknown ".length)}` };
  }
  return { system, path, slices: slices.map((slice) => auditSlice(path, slice, wheel, options)) };
}

function auditSlice(path: string, slice: MachOSlice, wheel: WheelFiles, { isProvided }: AuditOptions): AppleSlice {
  const external = slice.dylibs
    .filter(({ name }) => !isSystemLibrary(name) && isProvided?.(name) !== true)
    .filter(({ name }) => wheel.locate(path, name, slice.rpaths) === "external")
    .map(({ name }) => name);
  return { arch: slice.arch.name, minimum: slice.build?.minimum, external };
}

/** Libraries of the system lie in these folders alone. */
function isSystemLibrary(name: string): boolean {
  return name.startsWith("/usr/lib/") || name.startsWith("/System/");
}
