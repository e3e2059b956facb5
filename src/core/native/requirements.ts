/** What a wheel with native code requires besides what the project says. */
import type { Finding } from "../errors.ts";
import { formatMarker } from "../names/marker.ts";
import { normalizeName } from "../names/project-name.ts";
import { parseRequirement } from "../names/requirement.ts";
import type { Project } from "../project/project.ts";

/** PyPy has cffi built in, and cannot install another. */
export const CFFI_REQUIREMENT = 'cffi>=1.0; platform_python_implementation != "PyPy"';

/** The project with the requirement of cffi, where it loads a library through cffi and does not name it itself. */
export function withNativeRequirements(project: Project): Project {
  if (!project.tool.native.some(({ kind }) => kind === "cffi")) return project;
  const { requiresDist } = project.metadata;
  if (requiresDist.some(isCffi)) return project;
  const finding: Finding = {
    code: "NATIVE_REQUIREMENT_ADDED",
    severity: "note",
    message: `Requires-Dist ${CFFI_REQUIREMENT} is added: the library is loaded through cffi`,
    path: "pyproject.toml: tool.packwheel.native",
    hint: "Name cffi in `dependencies` to ask for another version",
  };
  return {
    ...project,
    metadata: { ...project.metadata, requiresDist: [...requiresDist, CFFI_REQUIREMENT] },
    findings: [...project.findings, finding],
  };
}

/** A requirement that holds for one extra only does not count. */
function isCffi(text: string): boolean {
  const { name, marker } = parseRequirement(text);
  return normalizeName(name) === "cffi" && (marker === undefined || !/\bextra\b/.test(formatMarker(marker)));
}
