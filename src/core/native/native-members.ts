/** What one built library or program puts into the wheel: the file itself, and the modules that load it. */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { detectObjectFormat, type ObjectFormat } from "../object/detect.ts";
import type { Target } from "../tags/target.ts";
import { memoryMember } from "../wheel/memory-member.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import { extensionModule } from "./extension-tags.ts";
import { cffiLoader, ctypesLoader } from "./loaders.ts";
import type { NativeStep } from "./plan.ts";

/** A file that the build of a step gave. */
export interface Artifact {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const FORMATS: Readonly<Record<Target["system"], ObjectFormat | undefined>> = {
  linux: "elf",
  macos: "mach-o",
  windows: "pe",
  emscripten: "side-module",
  other: undefined,
};

const FORMAT_NAMES: Readonly<Record<ObjectFormat, string>> = {
  elf: "an ELF file",
  "mach-o": "a Mach-O file",
  pe: "a PE file",
  ar: "a static library",
  "side-module": "a WebAssembly side module",
  wasm: "a WebAssembly module",
};

/**
 * @param ffiModule Text of the module with cffi's tables, for the kind cffi.
 * @throws {PackwheelError} `NATIVE_ARTIFACT_INVALID`
 */
export function nativeMembers(
  step: NativeStep,
  artifact: Artifact,
  target: Target,
  ffiModule: string | undefined,
): WheelMember[] {
  checkArtifact(step, artifact, target);
  const place = step.kind === "extension" ? step.place + extensionName(step, artifact) : step.place;
  // Loaders look at the mode of nothing; but a library that others can run is what every linker makes.
  const members: WheelMember[] = [{ ...memoryMember(place, artifact.bytes), executable: true }];
  const { module, rtldFlags } = step;
  if (step.loaderPlace !== undefined && module !== undefined) {
    const loader = step.kind === "cffi" ? cffiLoader : ctypesLoader;
    members.push(memoryMember(step.loaderPlace, loader({ module, rtldFlags })));
  }
  if (step.ffiPlace !== undefined && ffiModule !== undefined) members.push(memoryMember(step.ffiPlace, ffiModule));
  return members;
}

function checkArtifact(step: NativeStep, { fileName, bytes }: Artifact, target: Target): void {
  const format = detectObjectFormat(bytes);
  const isScript = step.kind === "executable" && bytes[0] === 0x23 && bytes[1] === 0x21; // #!
  const expected = FORMATS[target.system];
  if (isScript || format === expected || (expected === undefined && format !== undefined)) return;
  const found = format === undefined ? "no machine code" : FORMAT_NAMES[format];
  throw invalid(
    step,
    `${quote(fileName)} is ${found}, and ${quote(target.triple)} needs ${needed(expected)}`,
    advice(format),
  );
}

function needed(format: ObjectFormat | undefined): string {
  return format === undefined ? "machine code" : FORMAT_NAMES[format];
}

function advice(format: ObjectFormat | undefined): string {
  if (format === "wasm") return "Link with -sSIDE_MODULE=2";
  if (format === "ar") return "Build a shared library: cdylib for cargo, -shared for C, c-shared for go";
  return "Correct `artifact`, or name what was built for with --target";
}

/** Python finds an extension by its file name alone. */
function extensionName(step: NativeStep, { fileName }: Artifact): string {
  const wanted = (step.module ?? step.name).split(".").at(-1) ?? step.name;
  const found = extensionModule(fileName);
  if (found === wanted) return fileName;
  throw invalid(
    step,
    `${quote(fileName)} is not what Python imports as ${quote(step.module ?? step.name)}`,
    `Have the command name it ${wanted}.abi3.so, or ${wanted} with the EXT_SUFFIX of the Python it is for`,
  );
}

function invalid(step: NativeStep, reason: string, hint: string): PackwheelError {
  return new PackwheelError("NATIVE_ARTIFACT_INVALID", `Cannot use what native ${quote(step.name)} built: ${reason}`, {
    hint,
    path: "pyproject.toml: tool.packwheel.native",
  });
}
