/**
 * All object files of a wheel: the lowest platform tags that it may have, and what speaks against it.
 * Specs: the platform compatibility tags; PEP 600, PEP 656.
 */
import type { Finding } from "../errors.ts";
import type { ObjectFile } from "../object/object-file.ts";
import { auditObject } from "./audit.ts";
import { auditFinding } from "./audit-finding.ts";
import { WheelFiles } from "./file/wheel-files.ts";
import type { AuditedFile, AuditOptions, FileAudit } from "./file-audit.ts";
import { bare } from "./need-text.ts";
import { platformOfFiles } from "./platform/platform-of-files.ts";
import { checkPythonAbi, type InterpreterTags } from "./python/python-abi.ts";

export interface WheelAuditOptions extends AuditOptions {
  /** Python and ABI tags of the wheel; without them the use of the interpreter is not checked. */
  readonly tags?: InterpreterTags | undefined;
}

export interface WheelAudit {
  readonly files: readonly FileAudit[];
  /**
   * The lowest platform tags, all of which the wheel may have: `manylinux_2_17_x86_64`, `manylinux2014_x86_64`.
   * Empty when it may have none, which a finding explains, and when it holds no object file.
   */
  readonly platformTags: readonly string[];
  /** An error means that no tag is true; a warning, that it is worse than it need be. */
  readonly findings: readonly Finding[];
}

/** @param all ELF, Mach-O and PE files and side modules of the wheel. Those for linkers (`.o`) are left out: no system loads them. */
export function auditWheel(all: readonly AuditedFile[], options: WheelAuditOptions = {}): WheelAudit {
  const files = all.filter(({ object }) => !isForLinkers(object));
  const wheel = new WheelFiles(files);
  const audits = files.map(({ path, object }) => auditObject(path, object, options, wheel));
  const { platformTags, findings } = platformOfFiles(audits);
  const ofFiles = files.flatMap((file) => [...checkLoading(file), ...checkLibraryPlaces(file, wheel)]);
  const ofPython = options.tags === undefined ? [] : checkPythonAbi(files, options.tags);
  return { files: audits, platformTags, findings: [...findings, ...ofPython, ...ofFiles] };
}

function isForLinkers(object: ObjectFile): boolean {
  if (object.format === "elf") return object.type === "relocatable";
  return object.format === "mach-o" && object.slices.every(({ type }) => type === "object");
}

/** What newer or hardened systems refuse to load. */
function checkLoading({ path, object }: AuditedFile): Finding[] {
  if (object.format !== "elf") return [];
  const findings: Finding[] = [];
  const x86 = object.machine === "x86_64" || object.machine === "i686";
  const isLoaded = object.type === "shared" && !object.isProgram;
  if (object.executableStack === true || (object.executableStack === undefined && x86 && isLoaded)) {
    const message =
      object.executableStack === true
        ? "File asks for an executable stack, which glibc 2.41 and newer refuse to libraries"
        : "File does not say whether it needs an executable stack, and glibc 2.41 and newer then refuse it";
    findings.push(auditFinding("AUDIT_EXECUTABLE_STACK", "warning", message, path, "Link with -z noexecstack"));
  }
  if (object.textRelocations) {
    const message = "File changes its machine code as it is loaded, which hardened systems refuse";
    findings.push(auditFinding("AUDIT_TEXT_RELOCATIONS", "warning", message, path, "Compile with -fPIC"));
  }
  return findings;
}

/** A library that another file has loaded before is found by its name; else only the search path counts. */
function checkLibraryPlaces({ path, object }: AuditedFile, wheel: WheelFiles): Finding[] {
  if (object.format !== "elf") return [];
  const searchPath = [...object.rpath, ...object.runpath];
  return object.needed
    .filter((library) => wheel.locate(path, library, searchPath) === "elsewhere")
    .map((library) => {
      const message = `File needs ${bare(library)}, which is in the wheel, but not where the file looks for it`;
      const hint = "Set the RPATH of the file to a folder below $ORIGIN, or load the library first";
      return auditFinding("AUDIT_LIBRARY_NOT_ON_PATH", "warning", message, path, hint);
    });
}
