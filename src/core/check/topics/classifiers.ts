/** Classifiers against PyPI's list. */
import type { Finding } from "../../errors.ts";
import { closestMatch } from "../../names/closest.ts";
import { excerpt } from "../../wheel/header-block.ts";
import { finding } from "../finding.ts";

/** Whoever has more typing errors than this must look at the list anyway. */
const MAX_SEARCHES = 20;

export async function checkClassifiers(classifiers: readonly string[], path: string): Promise<Finding[]> {
  if (classifiers.length === 0) return [];
  // 40 kB that only those need who have classifiers to check.
  const { CLASSIFIERS, DEPRECATED_CLASSIFIERS } = await import("../data/classifiers.ts");
  const findings: Finding[] = [];
  let searches = 0;
  for (const name of new Set(classifiers)) {
    if (CLASSIFIERS.has(name)) continue;
    const replacements = DEPRECATED_CLASSIFIERS.get(name);
    if (replacements !== undefined) {
      const message = `Classifier "${excerpt(name)}" is deprecated`;
      const hint = replacements.length === 0 ? "Remove it" : `Use "${replacements.join("' or '")}"`;
      findings.push(finding("INDEX_CLASSIFIER_DEPRECATED", message, { path, hint }));
    } else if (/^private ::/i.test(name)) {
      const message = `Classifier "${excerpt(name)}" keeps the project from being uploaded to PyPI`;
      findings.push(finding("INDEX_CLASSIFIER_PRIVATE", message, { path }));
    } else if (isNextVersion(name, CLASSIFIERS)) {
      const message = `Classifier "${excerpt(name)}" is not in the list, but may have been added since`;
      findings.push(finding("INDEX_CLASSIFIER_UNLISTED_VERSION", message, { path }));
    } else {
      const near = searches++ < MAX_SEARCHES ? closestMatch(name, CLASSIFIERS) : undefined;
      const hint = near === undefined ? "Choose one of https://pypi.org/classifiers/" : `Write "${near}"`;
      findings.push(
        finding("INDEX_CLASSIFIER_UNKNOWN", `Classifier "${excerpt(name)}" does not exist`, { path, hint }),
      );
    }
  }
  return findings;
}

/** `Framework :: Django :: 6.1` is a version where `Framework :: Django :: 6.0` is one too. */
function isNextVersion(name: string, known: ReadonlySet<string>): boolean {
  const match = /^(.* :: )(?:[0-9]{1,4}\.)?[0-9]{1,4}$/.exec(name);
  const parent = match?.[1];
  if (parent === undefined) return false;
  for (const other of known) {
    if (other.startsWith(parent) && /^[0-9]{1,4}(\.[0-9]{1,4})?$/.test(other.slice(parent.length))) return true;
  }
  return false;
}
