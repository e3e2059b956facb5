/** A plan with the native code of its project built: its wheel holds the libraries and the modules that load them. */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { buildNative } from "../native/build-native.ts";
import type { NativePorts } from "../native/native-ports.ts";
import type { FileTree } from "../ports/file-tree.ts";
import type { Reporter } from "../ports/reporter.ts";
import type { BuildPlan } from "./build-project.ts";

export interface NativePartPorts {
  readonly native?: NativePorts | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @param timestamp Seconds since 1970.
 * @throws {PackwheelError} `NATIVE_UNAVAILABLE` without `ports.native`, and all that `buildNative` throws.
 */
export async function withNativePart(
  plan: BuildPlan,
  tree: FileTree,
  timestamp: number,
  { native: ports, reporter, signal }: NativePartPorts,
): Promise<BuildPlan> {
  const { project, selection } = plan;
  if (ports === undefined) {
    throw new PackwheelError(
      "NATIVE_UNAVAILABLE",
      `Cannot build the wheel of "${project.name}": it has native code, and nothing here can build that`,
      { hint: "Build with `packwheel build`, or give `native` among the ports" },
    );
  }
  const built = await buildNative(project, tree, selection, ports, { timestamp, reporter, signal });
  return {
    ...plan,
    selection: {
      ...selection,
      wheel: [...selection.wheel, ...built.members].sort((left, right) => compareCodePoints(left.path, right.path)),
      native: [...selection.native, ...built.native].sort((left, right) => compareCodePoints(left.path, right.path)),
    },
    found: { interpreter: built.tags },
    findings: [...plan.findings, ...built.findings],
  };
}
