/** What a wheel with native code requires besides what the project says. */
import type { Finding } from "../errors.ts";
import { formatMarker } from "../names/marker.ts";
import { normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
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

/** What the sdist may lack: nobody but its author knows what a command reads. */
export function findUnknownInputs({ tool }: Project): Finding[] {
  if (tool.sdistInclude.length > 0) return [];
  return tool.native.flatMap((table, index) => {
    const all = [table, ...Object.values(table.targets)];
    const isUnknown =
      all.some(({ command }) => command !== undefined) && all.every(({ inputs }) => inputs === undefined);
    if (!isUnknown) return [];
    return [
      {
        code: "NATIVE_INPUTS_UNKNOWN",
        severity: "warning" as const,
        message: `Sdist may lack what the command of native ${quote(table.name)} reads`,
        path: `pyproject.toml: tool.packwheel.native[${index}]`,
        hint: "List its files in `inputs`, or in `sdist-include`",
      },
    ];
  });
}
