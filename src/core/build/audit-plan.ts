/**
 * The platform tags that the binaries of a wheel allow: computed where nobody says which, and held against what is said.
 */

import { auditWheel } from "../audit/audit-wheel.ts";
import type { AuditedFile } from "../audit/file-audit.ts";
import type { InterpreterTags } from "../audit/python/python-abi.ts";
import { raisePlatform } from "../audit/raise-platform.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { isObjectError, readObjectStream } from "../object/object-bytes.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import type { BuildPlan } from "./build-project.ts";
import { askedPlatform, type TagWishes } from "./wheel-tags.ts";

export interface PlatformFound {
  /** Undefined where the binaries do not tell, and the user must. */
  readonly platform: readonly string[] | undefined;
  /** Why no platform fits. */
  readonly obstacles?: readonly Finding[] | undefined;
  readonly findings: readonly Finding[];
}

/**
 * @throws {PackwheelError} `AUDIT_TAG_TOO_LOW` when the platform that is asked for promises less than a file needs,
 *   `AUDIT_PYTHON_ABI_NEEDED` and `AUDIT_NOT_STABLE_ABI` when a file needs more of Python than the ABI tag promises.
 */
export async function auditPlan(plan: BuildPlan, wishes: TagWishes): Promise<PlatformFound> {
  const { project, selection } = plan;
  const wanted = askedPlatform(project, wishes);
  const files: AuditedFile[] = [];
  const members = new Map(selection.wheel.map((member) => [member.path, member]));
  let isWhole = true;
  for (const { path } of selection.native) {
    const member = members.get(path);
    const object = member === undefined ? undefined : await readMember(member);
    if (object === undefined) isWhole = false;
    // Parts of static libraries are for linkers: no system loads them.
    else if (object.format !== "elf" || object.type !== "relocatable") files.push({ path, object });
  }
  if (files.length === 0) return { platform: wanted, findings: [] };
  const audit = auditWheel(files, { tags: interpreterTags(plan, wishes) });
  requireTrueInterpreterTags(project.name, audit.findings);
  if (wanted !== undefined) {
    // `any` has an error of its own, which names all files.
    if (wanted.includes("any")) return { platform: wanted, findings: [] };
    return { platform: raisePlatform(audit, wanted), findings: audit.findings.map(atMostWarning) };
  }
  const errors = audit.findings.filter(({ severity }) => severity === "error");
  if (!isWhole || audit.platformTags.length === 0) return { platform: undefined, obstacles: errors, findings: [] };
  return { platform: audit.platformTags, findings: audit.findings.map(atMostWarning) };
}

/** Undefined where the tags of an extension module are still to be asked for. */
function interpreterTags(plan: BuildPlan, wishes: TagWishes): InterpreterTags | undefined {
  const { tool } = plan.project;
  const interpreter = plan.found?.interpreter;
  const python = wishes.pythonTag ?? tool.pythonTag ?? interpreter?.python;
  const abi = wishes.abiTag ?? tool.abiTag ?? interpreter?.abi;
  if (interpreter !== undefined && (python === undefined || abi === undefined)) return undefined;
  return { python: python ?? ["py3"], abi: abi ?? ["none"] };
}

/** A wheel that says it needs nothing of Python, and does, crashes on the first interpreter that is another. */
function requireTrueInterpreterTags(name: string, findings: readonly Finding[]): void {
  for (const code of ["AUDIT_PYTHON_ABI_NEEDED", "AUDIT_NOT_STABLE_ABI"] as const) {
    const found = findings.filter((finding) => finding.code === code);
    if (found.length === 0) continue;
    throw new PackwheelError(code, `Cannot tag the wheel of "${name}": its ABI tag promises less than its files need`, {
      findings: found,
    });
  }
}

/** Whoever gives the tag knows better; and where none fits, there is an error of its own. */
function atMostWarning(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

/** Undefined for what only looks like machine code. */
async function readMember(member: WheelMember): Promise<AuditedFile["object"] | undefined> {
  try {
    return await readObjectStream(member.open(), member.size);
  } catch (error) {
    if (isObjectError(error)) return undefined;
    throw error;
  }
}
