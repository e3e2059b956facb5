/**
 * `[dependency-groups]`: lists for development, checked for their shape and never written to METADATA.
 * Spec: https://packaging.python.org/en/latest/specifications/dependency-groups/
 */
import { isValidName, normalizeName } from "../../names/project-name.ts";
import { readRequirement } from "../fields/dependencies.ts";
import { type Place, quote } from "../place.ts";
import { isTable, readArray, readString, readTable } from "./toml-value.ts";

/** Normalised name of a group -> normalised names of the groups that it includes. */
type Includes = ReadonlyMap<string, readonly string[]>;

/** @param value The table of pyproject.toml; undefined when it has none. */
export function checkDependencyGroups(value: unknown, place: Place): void {
  if (value === undefined) return;
  const includes = new Map<string, readonly string[]>();
  const written = new Map<string, string>();
  for (const [name, list] of Object.entries(readTable(value, place) ?? {})) {
    const here = place.at(name);
    const included = readGroup(list, here);
    if (!isValidName(name)) {
      here.error(
        "DEPENDENCY_GROUP_INVALID",
        `${quote(name)} cannot be the name of a dependency group`,
        "Use letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
      );
      continue;
    }
    const normalized = normalizeName(name);
    const other = written.get(normalized);
    if (other !== undefined) {
      const message = `Groups ${quote(other)} and ${quote(name)} are both ${quote(normalized)} once normalised`;
      here.error("DEPENDENCY_GROUP_INVALID", message, "Join their lists under one name");
      continue;
    }
    written.set(normalized, name);
    includes.set(normalized, included);
  }
  checkIncludes(includes, written, place);
}

/** @returns The groups that this one includes. */
function readGroup(value: unknown, place: Place): readonly string[] {
  return (readArray(value, place) ?? []).flatMap((item, index) => {
    const here = place.at(index);
    if (isTable(item)) {
      const keys = Object.keys(item);
      const name =
        keys.length === 1 && keys[0] === "include-group" ? readString(item["include-group"], here) : undefined;
      if (keys.length !== 1 || keys[0] !== "include-group") {
        here.error(
          "DEPENDENCY_GROUP_INVALID",
          `Table with ${keys.length === 0 ? "no keys" : keys.map(quote).join(", ")} is not an include`,
          'Write `{ include-group = "name" }`',
        );
      }
      return name === undefined ? [] : [normalizeName(name)];
    }
    const text = readString(item, here);
    if (text !== undefined) readRequirement(text, here);
    return [];
  });
}

function checkIncludes(includes: Includes, written: ReadonlyMap<string, string>, place: Place): void {
  const done = new Set<string>();
  for (const start of includes.keys()) {
    const here = place.at(written.get(start) ?? start);
    for (const target of includes.get(start) ?? []) {
      if (includes.has(target)) continue;
      here.error(
        "DEPENDENCY_GROUP_INVALID",
        `Group ${quote(target)} is included and does not exist`,
        "Write the group, or remove the include",
      );
    }
    if (done.has(start)) continue;
    const cycle = findCycle(start, includes, done);
    if (cycle !== undefined) {
      here.error(
        "DEPENDENCY_GROUP_INVALID",
        `Groups include each other: ${cycle.join(" -> ")}`,
        "Remove one of these includes",
      );
    }
  }
}

/** Walk without recursion: a chain of includes may be as long as the file. Groups walked to their end go to `done`. */
function findCycle(start: string, includes: Includes, done: Set<string>): readonly string[] | undefined {
  const trail: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
  const open = new Set([start]);
  for (;;) {
    const current = trail.at(-1);
    if (current === undefined) return undefined;
    const target = includes.get(current.name)?.[current.next];
    current.next += 1;
    if (target === undefined) {
      done.add(current.name);
      open.delete(current.name);
      trail.pop();
    } else if (open.has(target)) {
      const names = trail.map(({ name }) => name);
      for (const name of names) done.add(name);
      return [...names.slice(names.indexOf(target)), target];
    } else if (!done.has(target)) {
      open.add(target);
      trail.push({ name: target, next: 0 });
    }
  }
}
