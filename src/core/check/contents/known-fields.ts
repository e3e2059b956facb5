/** Old setuptools wrote `UNKNOWN` for fields it had no value for; PyPI reads it as nothing, and so do the rules. */
import type { ParsedMetadata } from "../../wheel/metadata.ts";

export function dropUnknownFields(parsed: ParsedMetadata): ParsedMetadata {
  const { metadataVersion, name, version, ...optional } = parsed.metadata;
  const known = { ...optional };
  for (const [key, value] of Object.entries(optional)) {
    if (isUnknown(value)) Object.assign(known, { [key]: undefined });
    else if (Array.isArray(value)) Object.assign(known, { [key]: value.filter((item) => !isUnknown(item)) });
  }
  return { ...parsed, metadata: { metadataVersion, name, version, ...known } };
}

function isUnknown(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "UNKNOWN";
}
