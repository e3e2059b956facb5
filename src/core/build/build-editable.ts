/**
 * The editable wheel of a project: metadata, entry points and tags are those of its wheel, but Python imports the
 * packages from the project's folder. And the dist-info folder alone, which frontends ask for before they build.
 * Spec: https://peps.python.org/pep-0660/, https://peps.python.org/pep-0517/#prepare-metadata-for-build-wheel
 */
import { editableMembers } from "../editable/editable-members.ts";
import type { Finding } from "../errors.ts";
import type { FileTree } from "../ports/file-tree.ts";
import { distInfoFolder, distInfoMembers } from "../wheel/dist-info.ts";
import { packWheelMembers, type WheelContent } from "../wheel/pack.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import {
  type BuildOptions,
  type BuildPlan,
  type BuildPorts,
  type BuildResult,
  completePlan,
  isNews,
  planBuild,
  wheelContent,
} from "./build-project.ts";
import { wheelTags } from "./wheel-tags.ts";

type PlanPorts = Pick<BuildPorts, "environment" | "native" | "reporter" | "signal">;
type EditableOptions = Omit<BuildOptions, "kinds">;

export interface EditablePlan {
  readonly plan: BuildPlan;
  /** What goes into the wheel, or to the places that an installer would give it. */
  readonly content: WheelContent;
  /** What was built and must lie in the tree, for Python imports it from there; paths in the tree. */
  readonly generated: readonly WheelMember[];
  /** Of reading, choosing and placing. */
  readonly findings: readonly Finding[];
}

/**
 * Choose what an editable install consists of.
 *
 * @param locate Gives the absolute path of a folder of the tree; the empty path is the project's root.
 * @throws {PackwheelError} as `planBuild`, `wheelTags` and `editableMembers`
 */
export async function planEditable(
  tree: FileTree,
  locate: (folder: string) => string,
  options: EditableOptions = {},
  ports: PlanPorts = {},
): Promise<EditablePlan> {
  const plan = await completePlan(await planBuild(tree, options, ports), tree, options, ports);
  const { project, selection, found } = plan;
  const tags = wheelTags(project, selection.native, options, found);
  const { members, generated, findings } = editableMembers(project, selection, locate);
  return {
    plan,
    content: { ...wheelContent(plan, tags, options), members },
    generated,
    findings: [...plan.findings, ...findings],
  };
}

/** Write the editable wheel into `ports.folder`. Otherwise as `planEditable` and `buildProject`. */
export async function buildEditable(
  tree: FileTree,
  locate: (folder: string) => string,
  options: EditableOptions,
  ports: BuildPorts,
): Promise<BuildResult & Pick<EditablePlan, "plan" | "generated">> {
  const { plan, content, generated, findings } = await planEditable(tree, locate, options, ports);
  const { name, version } = plan.project;
  const { filename, tags, size, sha256, findings: packed } = await packWheelMembers(content, ports);
  return {
    files: [{ filename, kind: "wheel", name, version, tags, size, sha256 }],
    findings: [...findings, ...packed.filter(isNews)],
    plan,
    generated,
  };
}

export interface PlannedMetadata {
  /** `hello-1.0.dist-info` */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** METADATA, WHEEL, entry points, licenses; paths begin with the folder. RECORD is the wheel's alone. */
  readonly members: readonly WheelMember[];
  readonly findings: readonly Finding[];
}

/**
 * The dist-info folder that the project's wheel, editable or not, will have. Its WHEEL has the tags, so native code is
 * built for it. Otherwise as `buildProject`.
 */
export async function planMetadata(
  tree: FileTree,
  options: EditableOptions = {},
  ports: PlanPorts = {},
): Promise<PlannedMetadata> {
  const plan = await completePlan(await planBuild(tree, options, ports), tree, options, ports);
  const { name, version } = plan.project;
  const tags = wheelTags(plan.project, plan.selection.native, options, plan.found);
  const members = distInfoMembers(wheelContent(plan, tags, options));
  return { folder: distInfoFolder(name, version), name, version, members, findings: plan.findings };
}
