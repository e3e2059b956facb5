/** How a member's content can differ from what its archive says of it. */
import { PackwheelError } from "../../core/errors.ts";
import type { CompressedMember } from "../../core/ports/engine.ts";

export function sizeMismatch(member: Pick<CompressedMember, "path" | "size">, found: string): PackwheelError {
  const message = `Cannot read "${member.path}": the archive gives ${member.size} bytes, the member ${found}`;
  return new PackwheelError("ZIP_SIZE_MISMATCH", message, { path: member.path });
}

export function crcMismatch(member: Pick<CompressedMember, "path" | "crc32">, found: number): PackwheelError {
  const message = `Cannot read "${member.path}": the archive gives CRC-32 ${formatCrc(member.crc32)}, the content has ${formatCrc(found)}`;
  return new PackwheelError("ZIP_CRC_MISMATCH", message, { path: member.path });
}

export function badDeflate(member: Pick<CompressedMember, "path">, cause: unknown): PackwheelError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PackwheelError("ZIP_BAD_DEFLATE", `Cannot inflate "${member.path}": ${reason}`, {
    path: member.path,
    cause,
  });
}

function formatCrc(value: number): string {
  return value.toString(16).padStart(8, "0");
}
