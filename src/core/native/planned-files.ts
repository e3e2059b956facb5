/** What native code will add to the wheel, before anything is built: for lists of what goes where, and why. */
import type { FileDecision } from "../project/source-files.ts";
import type { NativeStep } from "./plan.ts";

/** An extension's file name is its build's to choose, so a `*` stands for it. */
export function plannedFiles(steps: readonly NativeStep[]): readonly FileDecision[] {
  return steps.flatMap(({ name, kind, module, making, place, loaderPlace, ffiPlace }) => {
    const made = making.kind === "command" ? "built by its command" : "compiled from its sources";
    const stem = (module ?? name).split(".").at(-1) ?? name;
    const files: readonly (readonly [string | undefined, string])[] = [
      [kind === "extension" ? `${place}${stem}.*` : place, made],
      [loaderPlace, "loads the library"],
      [ffiPlace, "made from its header"],
    ];
    return files.flatMap(([path, reason]) =>
      path === undefined ? [] : [{ path, wheel: path, sdist: false, reason: `native "${name}": ${reason}` }],
    );
  });
}
