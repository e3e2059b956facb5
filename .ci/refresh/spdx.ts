/**
 * Writes src/core/names/data/spdx.ts from the npm packages spdx-license-ids and spdx-exceptions.
 * Run with: node --import tsx .ci/refresh/spdx.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

function readWords(specifier: string): string[] {
  const words: unknown = JSON.parse(readFileSync(require.resolve(specifier), "utf8"));
  if (!Array.isArray(words) || !words.every((word) => /^[A-Za-z0-9.-]+$/.test(word))) {
    throw new Error(`${specifier} is not a list of SPDX identifiers`);
  }
  return words;
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")).version;
}

function wrap(words: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const word of [...new Set(words)].sort()) {
    if (line !== "" && line.length + word.length + 1 > 110) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

const today = new Date().toISOString().slice(0, 10);
const target = new URL("../../src/core/names/data/spdx.ts", import.meta.url);
writeFileSync(
  target,
  `/**
 * Identifiers of the SPDX License List, separated by white space.
 * Origin: https://spdx.org/licenses/ through the npm packages spdx-license-ids ${versionOf("spdx-license-ids")} and
 * spdx-exceptions ${versionOf("spdx-exceptions")}, ${today}. Written by .ci/refresh/spdx.ts; do not edit.
 */

export const LICENSE_IDS: string = \`
${wrap(readWords("spdx-license-ids"))}
\`;

/** Still valid, though SPDX advises others: \`GPL-2.0\` says less than \`GPL-2.0-only\`. */
export const DEPRECATED_LICENSE_IDS: string = \`
${wrap(readWords("spdx-license-ids/deprecated.json"))}
\`;

export const EXCEPTION_IDS: string = \`
${wrap([...readWords("spdx-exceptions"), ...readWords("spdx-exceptions/deprecated.json")])}
\`;
`,
);
