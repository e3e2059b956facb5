/** Which dependencies of a project an environment lacks. */
import { normalizeName } from "../names/project-name.ts";
import { formatRequirement, parseRequirement, type Requirement } from "../names/requirement.ts";
import { matchesSpecifier } from "../names/specifier.ts";
import { tryParseVersion } from "../names/version.ts";
import { evaluateMarker, type MarkerEnvironment } from "./evaluate-marker.ts";

/**
 * @param requiresDist Lines of METADATA: `cffi>=1.0; platform_python_implementation != "PyPy"`.
 * @param installed Versions by the names of the distributions, in any spelling.
 * @returns Requirements without their markers, as pip takes them. Dependencies of extras are left out.
 */
export function missingRequirements(
  requiresDist: readonly string[],
  installed: ReadonlyMap<string, string>,
  environment: MarkerEnvironment,
): string[] {
  const versions = new Map([...installed].map(([name, version]) => [normalizeName(name), version]));
  return requiresDist
    .map(parseRequirement)
    .filter(({ marker }) => marker === undefined || evaluateMarker(marker, { ...environment, extra: "" }))
    .filter((requirement) => !isMet(requirement, versions.get(normalizeName(requirement.name))))
    .map((requirement) => formatRequirement({ ...requirement, marker: undefined }));
}

function isMet({ specifiers }: Requirement, installed: string | undefined): boolean {
  if (installed === undefined) return false;
  const version = tryParseVersion(installed);
  return version === undefined || matchesSpecifier(specifiers, version);
}
