/** What the places of a wheel's members must be, whatever brought them there. */
import type { Finding } from "../../errors.ts";
import { findPathFault } from "../../zip/safe-path.ts";
import { quote } from "../place.ts";
import { folderOf } from "./paths.ts";
import type { PlacedFile } from "./placed-file.ts";
import { throwProblems } from "./problems.ts";

/**
 * @param placed Sorted by place.
 * @throws {PackwheelError} `PROJECT_PLACE_INVALID`, `PROJECT_PATH_CONFLICT`
 */
export function checkPlaces(placed: readonly PlacedFile[]): void {
  throwProblems("PROJECT_PLACE_INVALID", placed.flatMap(invalidPlace));
  throwProblems("PROJECT_PATH_CONFLICT", conflicts(placed));
}

function invalidPlace(file: PlacedFile): Finding[] {
  const fault = findPathFault(file.place) ?? reservedPlace(file);
  if (fault === undefined) return [];
  return [
    {
      code: "PROJECT_PLACE_INVALID",
      severity: "error",
      message: `Cannot place ${quote(file.entry.path)} at ${quote(file.place)} (${file.rule}): ${fault}`,
      path: file.entry.path,
      hint: "Rename the file, or map it to another place with `force-include`",
    },
  ];
}

/** Installers take every top folder with these endings for their own. */
function reservedPlace(file: PlacedFile): string | undefined {
  const top = (file.place.split("/")[0] ?? "").toLowerCase();
  if (top.endsWith(".dist-info")) return "packwheel writes dist-info itself";
  if (top.endsWith(".data") && !file.rule.startsWith("data.")) {
    return "only `data` under [tool.packwheel] may fill the data folder";
  }
  return undefined;
}

function conflicts(placed: readonly PlacedFile[]): Finding[] {
  const problems: Finding[] = [];
  const byPlace = new Map<string, PlacedFile>();
  for (const file of placed) {
    const other = byPlace.get(file.place);
    if (other === undefined) byPlace.set(file.place, file);
    else problems.push(conflict(file.place, other, file, "both land there"));
  }
  const folders = new Set<string>();
  for (const file of placed) {
    for (let folder = folderOf(file.place); folder !== "" && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
      const other = byPlace.get(folder);
      if (other !== undefined)
        problems.push(conflict(folder, other, file, "one needs a file there, the other a folder"));
    }
  }
  return problems;
}

function conflict(place: string, one: PlacedFile, other: PlacedFile, reason: string): Finding {
  const show = (file: PlacedFile): string => `${quote(file.entry.path)} (${file.rule})`;
  return {
    code: "PROJECT_PATH_CONFLICT",
    severity: "error",
    message: `Cannot fill ${quote(place)} of the wheel from ${show(one)} and ${show(other)}: ${reason}`,
    path: place,
    hint: "Leave one of them out with `exclude`, or map it to another place",
  };
}
