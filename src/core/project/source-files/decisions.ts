/** Where every file of the tree goes, and why: what a user asks when a file is missing, or is there unasked. */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { distInfoFolder } from "../../wheel/dist-info.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import type { ProjectFiles } from "./list-files.ts";
import type { NamedFiles } from "./named-files.ts";
import type { SdistPlan } from "./plan-sdist.ts";
import type { WheelPlan } from "./plan-wheel.ts";

/** What happens to one file, or to one folder that was not entered (`dist/`), and which rule says so. */
export interface FileDecision {
  readonly path: string;
  /** Place in the wheel, when it goes there. A file that goes to two places has two decisions. */
  readonly wheel?: string;
  readonly sdist: boolean;
  /** `package "src/hello"`, `exclude "*.log"`, `never shipped: a cache` */
  readonly reason: string;
}

/** Sorted by path, then by place in the wheel. */
export function explainFiles(
  project: Project,
  files: ProjectFiles,
  wheel: WheelPlan,
  sdist: SdistPlan,
  named: NamedFiles,
): FileDecision[] {
  const inSdist = new Map(sdist.files.map(({ entry, rule }) => [entry.path, rule]));
  const leftOut = new Map(files.leftOut.map(({ path, reason }) => [path, `never shipped: ${reason}`]));
  const decisions: FileDecision[] = [];
  const shipped = new Set<string>();
  const ship = (path: string, place: string, reason: string): void => {
    shipped.add(path);
    decisions.push({ path, wheel: place, sdist: true, reason });
  };
  const distInfo = distInfoFolder(project.name, project.version);
  for (const file of wheel.placed) ship(file.entry.path, file.place, file.rule);
  for (const entry of named.licenses) ship(entry.path, `${distInfo}/licenses/${entry.path}`, "a license file");
  for (const { entry, name } of named.sboms) ship(entry.path, `${distInfo}/sboms/${name}`, "an SBOM file");
  for (const path of [...files.all.keys(), ...leftOut.keys()]) {
    if (shipped.has(path)) continue;
    shipped.add(path);
    const rule = inSdist.get(path);
    decisions.push({
      path,
      sdist: rule !== undefined,
      reason: rule ?? leftOut.get(path) ?? whyNot(path, files, wheel, sdist),
    });
  }
  return decisions.toSorted(
    (left, right) => compareCodePoints(left.path, right.path) || compareCodePoints(left.wheel ?? "", right.wheel ?? ""),
  );
}

function whyNot(path: string, files: ProjectFiles, wheel: WheelPlan, sdist: SdistPlan): string {
  const excluded = wheel.excluded.get(path);
  if (excluded !== undefined) return `exclude ${quote(excluded)}`;
  const dropped = sdist.excluded.get(path);
  if (dropped !== undefined) return `sdist-exclude ${quote(dropped)}`;
  const fault = files.unreadable.get(path);
  if (fault !== undefined) return fault.message;
  return "outside the packages, and no rule takes it";
}
