/** A PE file: its machine is all that the tags of Windows tell. */
import type { PeFile } from "../../object/pe/model.ts";
import type { UnknownAudit, WindowsAudit } from "../file-audit.ts";

/** @param path Place in the wheel. */
export function auditPe(path: string, { machine }: PeFile): WindowsAudit | UnknownAudit {
  if (!machine.startsWith("unknown")) return { system: "windows", path, arch: machine };
  return { system: "unknown", path, reason: `it is for the machine ${machine.slice("unknown ".length)}` };
}
