/**
 * One object file, on its own or as a file of a wheel: which platform tags it may have.
 * Specs: PEP 600, PEP 656, PEP 730, PEP 738, PEP 783; the platform compatibility tags.
 */
import type { ObjectFile } from "../object/object-file.ts";
import { auditElf } from "./file/elf.ts";
import { auditMachO } from "./file/macho.ts";
import { auditPe } from "./file/pe.ts";
import { auditSideModule } from "./file/side-module.ts";
import { WheelFiles } from "./file/wheel-files.ts";
import type { AuditOptions, FileAudit } from "./file-audit.ts";

/**
 * @param path Place in the wheel, or the name of the file.
 * @param wheel The other files of the wheel, which need not come from the system.
 */
export function auditObject(
  path: string,
  object: ObjectFile,
  options: AuditOptions = {},
  wheel: WheelFiles = new WheelFiles([]),
): FileAudit {
  switch (object.format) {
    case "elf":
      return auditElf(path, object, wheel, options);
    case "mach-o":
      return auditMachO(path, object, wheel, options);
    case "pe":
      return auditPe(path, object);
    case "side-module":
      return auditSideModule(path, object);
  }
}
