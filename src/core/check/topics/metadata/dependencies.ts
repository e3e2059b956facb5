/** Requires-Dist, Requires-Python and the extras. */
import { type Finding, PackwheelError } from "../../../errors.ts";
import type { Marker } from "../../../names/marker.ts";
import { isNormalizedName, isValidName, normalizeName } from "../../../names/project-name.ts";
import { parseRequirement, type Requirement } from "../../../names/requirement.ts";
import { parseSpecifierSet } from "../../../names/specifier.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { isSince } from "../../../wheel/metadata-fields.ts";
import { finding } from "../../finding.ts";

export function checkDependencies(metadata: CoreMetadata, path: string): Finding[] {
  return [
    ...checkRequirements(metadata, path),
    ...checkRequiresPython(metadata, path),
    ...checkExtras(metadata, path),
    ...checkUndeclaredExtras(metadata, path),
  ];
}

function checkRequirements(metadata: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  for (const [field, values] of [
    ["Requires-Dist", metadata.requiresDist],
    ["Provides-Dist", metadata.providesDist],
    ["Obsoletes-Dist", metadata.obsoletesDist],
  ] as const) {
    for (const value of values) {
      const result = readRequirement(value);
      if (!(result instanceof PackwheelError)) continue;
      const message = `${field} "${excerpt(value)}" is not a requirement: ${reasonOf(result)}`;
      findings.push(finding("METADATA_REQUIREMENT_INVALID", message, { path, hint: result.hint }));
    }
  }
  return findings;
}

function checkRequiresPython({ requiresPython }: CoreMetadata, path: string): Finding[] {
  if (requiresPython === undefined || requiresPython === "") {
    const hint = "Write the oldest Python that works, such as `>=3.9`";
    return [finding("METADATA_REQUIRES_PYTHON_MISSING", "Requires-Python is absent", { path, hint })];
  }
  try {
    parseSpecifierSet(requiresPython);
    return [];
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    const message = `Requires-Python "${excerpt(requiresPython)}" is no set of versions: ${reasonOf(error)}`;
    return [finding("METADATA_REQUIRES_PYTHON_INVALID", message, { path, hint: error.hint })];
  }
}

function checkExtras({ providesExtra, metadataVersion }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const mustBeNormalized = isSince(metadataVersion, "2.3");
  for (const extra of providesExtra) {
    const normalized = normalizeName(extra);
    if (!isValidName(extra)) {
      const message = `Provides-Extra "${excerpt(extra)}" is not a name`;
      findings.push(finding("METADATA_EXTRA_INVALID", message, { path }));
    } else if (mustBeNormalized && !isNormalizedName(extra)) {
      const message = `Provides-Extra "${excerpt(extra)}" is not normalised`;
      findings.push(finding("METADATA_EXTRA_NOT_NORMALIZED", message, { path, hint: `Write ${normalized}` }));
    }
    const twin = seen.get(normalized);
    if (twin !== undefined) {
      const message =
        twin === extra
          ? `Extra "${excerpt(extra)}" is declared twice`
          : `Extras "${excerpt(twin)}" and "${excerpt(extra)}" have the same normalised name`;
      findings.push(finding("METADATA_EXTRA_DUPLICATE", message, { path }));
    }
    seen.set(normalized, extra);
  }
  return findings;
}

function checkUndeclaredExtras({ requiresDist, providesExtra }: CoreMetadata, path: string): Finding[] {
  const declared = new Set<string>(providesExtra.map(normalizeName));
  const used = new Set<string>();
  for (const value of requiresDist) {
    const requirement = readRequirement(value);
    if (requirement instanceof PackwheelError || requirement.marker === undefined) continue;
    for (const extra of extrasOf(requirement.marker)) used.add(extra);
  }
  return [...used]
    .filter((extra) => !declared.has(extra))
    .map((extra) => {
      const message = `Extra "${excerpt(extra)}" is asked for in Requires-Dist, but no Provides-Extra declares it`;
      return finding("METADATA_EXTRA_UNDECLARED", message, { path });
    });
}

/** The requirement, or why it is none. */
export function readRequirement(text: string): Requirement | PackwheelError {
  try {
    return parseRequirement(text);
  } catch (error) {
    if (error instanceof PackwheelError) return error;
    throw error;
  }
}

/** Names that a marker compares `extra` with. */
function extrasOf(marker: Marker): string[] {
  if (marker.kind === "group") return extrasOf(marker.marker);
  if (marker.kind !== "comparison") return marker.operands.flatMap(extrasOf);
  const { left, operator, right } = marker;
  if (operator !== "==") return [];
  const [variable, text] = left.kind === "variable" ? [left, right] : [right, left];
  return variable.kind === "variable" && variable.name === "extra" && text.kind === "text"
    ? [normalizeName(text.value)]
    : [];
}

/** What stands behind the colon of a message such as `Cannot read requirement 'a b': a version is expected`. */
function reasonOf({ message }: PackwheelError): string {
  const colon = message.lastIndexOf(": ");
  return colon === -1 ? message : message.slice(colon + 2);
}
