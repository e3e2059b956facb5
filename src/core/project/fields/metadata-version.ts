/**
 * The version of METADATA: chosen by the fields that are used, or asked for by `metadata-version`.
 */
import type { CoreMetadata } from "../../wheel/metadata.ts";
import { METADATA_FIELDS } from "../../wheel/metadata-fields.ts";
import { type Place, quote } from "../place.ts";

/** Every field that the wished version does not know yet is reported. */
export function checkMetadataVersion(metadata: CoreMetadata, wished: string | undefined, root: Place): string {
  if (wished === undefined) return metadata.metadataVersion;
  const place = root.at("tool").at("packwheel").at("metadata-version");
  for (const { name, key, since } of METADATA_FIELDS) {
    const value = metadata[key];
    const isUsed = value !== undefined && value.length > 0;
    // Versions have one digit on either side of the dot, so they compare as text.
    if (!isUsed || since <= wished) continue;
    place.error(
      "TOOL_VALUE_INVALID",
      `Metadata version ${quote(wished)} has no field ${name}, which the project uses`,
      `Use ${quote(since)} or newer`,
    );
  }
  return wished;
}
