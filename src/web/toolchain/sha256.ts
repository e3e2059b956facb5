/** SHA-256 in hex, by the browser where it lets us: it offers its hashes to pages of secure origins alone. */
import { formatHex } from "../../core/bytes/hex.ts";
import { createSha256 } from "../../core/engine/sha256.ts";

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle !== undefined) return formatHex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
  const hasher = await createSha256();
  hasher.update(bytes);
  return formatHex(hasher.digest());
}
