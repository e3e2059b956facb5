/**
 * entry_points.txt, and whether what it refers to is there.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/
 */
import type { Finding } from "../../../errors.ts";
import { parseObjectReference } from "../../../names/identifier.ts";
import { checkEntryPoints, type ParsedEntryPoints } from "../../../wheel/entry-points.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { adoptFindings, finding } from "../../finding.ts";

const SCRIPT_GROUPS = ["console_scripts", "gui_scripts"] as const;

/**
 * @param modules Dotted names of all modules in the wheel.
 * @param path Of the file in its archive.
 */
export function checkEntryPointsFile(parsed: ParsedEntryPoints, modules: ReadonlySet<string>, path: string): Finding[] {
  const { entryPoints } = parsed;
  const findings = [...adoptFindings(parsed.findings, path), ...adoptFindings(checkEntryPoints(entryPoints), path)];
  for (const [group, names] of Object.entries(entryPoints)) {
    for (const [name, reference] of Object.entries(names)) {
      if (!reference.endsWith("]")) continue;
      const message = `Entry point "${excerpt(name)}" in [${excerpt(group)}] names extras, which installers ignore`;
      findings.push(finding("ENTRY_POINTS_EXTRAS", message, { path, hint: "Remove the brackets" }));
    }
  }

  const commands = SCRIPT_GROUPS.flatMap((group) => Object.entries(entryPoints[group] ?? {}));
  const spellings = new Map<string, string>();
  for (const [name, reference] of commands) {
    const other = spellings.get(name.toLowerCase());
    if (other !== undefined && other !== name) {
      const message = `Commands "${excerpt(other)}" and "${excerpt(name)}" differ in case alone`;
      findings.push(finding("ENTRY_POINTS_CASE_COLLISION", message, { path }));
    }
    spellings.set(name.toLowerCase(), name);
    if (isModuleMissing(reference, modules)) {
      const message = `Command "${excerpt(name)}" runs "${excerpt(reference)}", and the wheel holds no such module`;
      findings.push(finding("ENTRY_POINTS_MODULE_MISSING", message, { path }));
    }
  }
  return findings;
}

/** Modules of other distributions cannot be known; those of the wheel's own packages can. */
function isModuleMissing(reference: string, modules: ReadonlySet<string>): boolean {
  const module = parseObjectReference(reference)?.module.normalize("NFKC");
  if (module === undefined || modules.has(module)) return false;
  return modules.has(module.split(".")[0] ?? "");
}
