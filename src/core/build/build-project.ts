/**
 * From a project's tree to its wheel and sdist: read, select, tag, pack.
 * The two archives are chosen by the same rules, so that a wheel built from the unpacked sdist is the same wheel.
 */

import { type Finding, PackwheelError } from "../errors.ts";
import type { NativePorts } from "../native/native-ports.ts";
import { findUnknownInputs, withNativeRequirements } from "../native/requirements.ts";
import type { Environment } from "../ports/environment.ts";
import type { FileTree } from "../ports/file-tree.ts";
import type { PackPorts } from "../ports/pack-ports.ts";
import type { Project } from "../project/project.ts";
import { readProject } from "../project/read-project.ts";
import { type FileSelection, selectFiles } from "../project/source-files.ts";
import type { ToolSettings } from "../project/tool-settings.ts";
import { formatVersionFile } from "../project/version-file.ts";
import { packSdist } from "../sdist/pack.ts";
import { PACKWHEEL_VERSION } from "../version.ts";
import { packWheelMembers, type WheelContent } from "../wheel/pack.ts";
import { DEFAULT_TIMESTAMP } from "./default-timestamp.ts";
import { overlayTree } from "./overlaid-tree.ts";
import { type FoundTags, type TagWishes, type WheelTags, wheelTags } from "./wheel-tags.ts";

export type DistributionKind = "wheel" | "sdist";

export interface BuildOptions extends TagWishes {
  /** Default both; the sdist is made first. */
  readonly kinds?: readonly DistributionKind[] | undefined;
  /** Wins over the version of pyproject.toml and over `dynamic`. */
  readonly setVersion?: string | undefined;
  /** Keys of `[tool.packwheel]` given from outside: `{ "python-tag": "py2.py3", exclude: ["*.dat", "*.psd"] }`. */
  readonly overrides?: ToolSettings | undefined;
  /** Where in the tree the results go, if they do: those of earlier builds stay out of this one. */
  readonly outputFolder?: string | undefined;
  /** Seconds since 1970, for every member. Default `DEFAULT_TIMESTAMP`. */
  readonly timestamp?: number | undefined;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
}

export interface BuildPorts extends PackPorts {
  /** Needed only for versions that come from git or an environment variable. */
  readonly environment?: Environment | undefined;
  /** Asked only for projects with `[[tool.packwheel.native]]`. */
  readonly native?: ((project: Project) => NativePorts | Promise<NativePorts>) | undefined;
}

/** One archive that was written. */
export interface BuiltFile {
  readonly filename: string;
  readonly kind: DistributionKind;
  readonly name: string;
  readonly version: string;
  /** Expanded triples, `py3-none-any`; empty for an sdist. */
  readonly tags: readonly string[];
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

export interface BuildResult {
  readonly files: readonly BuiltFile[];
  /** Warnings and notes of all steps. */
  readonly findings: readonly Finding[];
}

/** What would go into the archives, and why, without building them. */
export interface BuildPlan {
  readonly project: Project;
  readonly selection: FileSelection;
  /** Tags that the files of the wheel ask for: known once native code is built, and binaries are read. */
  readonly found?: FoundTags | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Read the project and choose its files.
 *
 * @throws {PackwheelError} `PROJECT_INVALID` with every problem of pyproject.toml as a finding.
 */
export async function planBuild(
  tree: FileTree,
  options: BuildOptions = {},
  ports: Pick<BuildPorts, "environment" | "reporter" | "signal"> = {},
): Promise<BuildPlan> {
  ports.reporter?.report({ kind: "phase", text: "Reading pyproject.toml" });
  const read = await readProject(tree, {
    environment: ports.environment,
    setVersion: options.setVersion,
    overrides: options.overrides,
  });
  const project = withNativeRequirements(read);
  ports.signal?.throwIfAborted();
  ports.reporter?.report({ kind: "phase", text: "Choosing files" });
  const selection = await selectFiles(project, withVersionFile(tree, project), {
    outputFolder: options.outputFolder,
    signal: ports.signal,
  });
  const wantsSdist = options.kinds?.includes("sdist") ?? true;
  const unknown = wantsSdist ? findUnknownInputs(project) : [];
  return { project, selection, findings: [...project.findings, ...unknown, ...selection.findings] };
}

/** The file that `version-file` asks for is there from here on, as if it had always lain in the tree. */
function withVersionFile(tree: FileTree, { tool, version }: Project): FileTree {
  return tool.versionFile === undefined ? tree : overlayTree(tree, { [tool.versionFile]: formatVersionFile(version) });
}

/**
 * Build the wheel, the sdist, or both into `ports.folder`.
 *
 * @throws {PackwheelError} for a project, a file or a tag that cannot be packed; no file is left then but those
 *   that were already whole.
 */
export async function buildProject(tree: FileTree, options: BuildOptions, ports: BuildPorts): Promise<BuildResult> {
  const kinds = options.kinds ?? ["sdist", "wheel"];
  const wantsWheel = kinds.includes("wheel");
  const planned = await planBuild(tree, options, ports);
  // Wrong tags and code that does not build must be known before the sdist is written: a half result helps nobody.
  const timestamp = options.timestamp ?? DEFAULT_TIMESTAMP;
  const plan = wantsWheel ? await completePlan(planned, tree, options, ports) : planned;
  const findings = [...plan.findings];
  const tags = wantsWheel ? wheelTags(plan.project, plan.selection.native, options, plan.found) : undefined;
  const files: BuiltFile[] = [];
  if (kinds.includes("sdist")) {
    const { name, version } = plan.project;
    const packed = await packSdist(
      {
        metadata: plan.project.metadata,
        members: plan.selection.sdist,
        timestamp,
        level: options.level,
      },
      ports,
    );
    findings.push(...packed.findings.filter(isNews));
    files.push({
      filename: packed.filename,
      kind: "sdist",
      name,
      version,
      tags: [],
      size: packed.size,
      sha256: packed.sha256,
    });
  }
  if (tags !== undefined) {
    const { name, version } = plan.project;
    const packed = await packWheelMembers(wheelContent(plan, tags, options), ports);
    findings.push(...packed.findings.filter(isNews));
    files.push({
      filename: packed.filename,
      kind: "wheel",
      name,
      version,
      tags: packed.tags,
      size: packed.size,
      sha256: packed.sha256,
    });
  }
  if (files.length === 0)
    throw new PackwheelError("BUILD_NOTHING", "Cannot build: neither wheel nor sdist is asked for");
  return { files, findings };
}

/**
 * A plan with its native code built and its binaries read. Most projects have neither, and need not load what does it.
 *
 * @throws {PackwheelError} `AUDIT_TAG_TOO_LOW`, and those of `withNativePart`
 */
export async function completePlan(
  plan: BuildPlan,
  tree: FileTree,
  options: BuildOptions,
  ports: Pick<BuildPorts, "native" | "reporter" | "signal">,
): Promise<BuildPlan> {
  const complete = await withNativeCode(plan, tree, options.timestamp ?? DEFAULT_TIMESTAMP, ports);
  if (complete.selection.native.length === 0) return complete;
  const { auditPlan } = await import("./audit-plan.ts");
  const { platform, obstacles, findings } = await auditPlan(complete, options);
  return {
    ...complete,
    found: { ...complete.found, platform, obstacles },
    findings: [...complete.findings, ...findings],
  };
}

/** A plan with its native code built. */
export async function withNativeCode(
  plan: BuildPlan,
  tree: FileTree,
  timestamp: number,
  ports: Pick<BuildPorts, "native" | "reporter" | "signal">,
): Promise<BuildPlan> {
  if (plan.project.tool.native.length === 0) return plan;
  const { withNativePart } = await import("./native-part.ts");
  return withNativePart(plan, tree, timestamp, { ...ports, native: await ports.native?.(plan.project) });
}

/** What a plan puts into the wheel. */
export function wheelContent(
  plan: BuildPlan,
  { tags, buildTag, rootIsPurelib }: WheelTags,
  options: BuildOptions,
): WheelContent {
  return {
    metadata: plan.project.metadata,
    entryPoints: plan.project.entryPoints,
    tags,
    buildTag,
    rootIsPurelib,
    members: plan.selection.wheel,
    // Whether the wheel may be empty was judged when its files were chosen.
    allowEmpty: true,
    licenseFiles: plan.selection.licenseFiles,
    sboms: plan.selection.sboms,
    timestamp: options.timestamp ?? DEFAULT_TIMESTAMP,
    generator: `packwheel ${PACKWHEEL_VERSION}`,
    level: options.level,
  };
}

/** Paths that differ only in case were found when the files were chosen. */
export function isNews({ code }: Finding): boolean {
  return code !== "WHEEL_CASE_COLLISION" && code !== "SDIST_CASE_COLLISION";
}
