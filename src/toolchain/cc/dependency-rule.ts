/** The rule that `-MD` and its kin write: what an object is made from, for make. */
import type { DependencyFile } from "./parse-arguments.ts";
import { quoteForMake } from "./parse-arguments.ts";

/** @param defaultTarget What the rule is for when no `-MT` says it. */
export function dependencyRule(
  { targets, phony }: DependencyFile,
  defaultTarget: string,
  source: string,
  headers: readonly string[],
): string {
  const names = targets.length === 0 ? [quoteForMake(defaultTarget)] : targets;
  const files = [...new Set([source, ...headers])].map(quoteForMake);
  const rule = `${names.join(" ")}: ${files.join(" \\\n  ")}\n`;
  const own = quoteForMake(source);
  return phony ? rule + files.flatMap((file) => (file === own ? [] : [`\n${file}:\n`])).join("") : rule;
}
