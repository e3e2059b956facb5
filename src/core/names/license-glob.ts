/**
 * Glob patterns of `license-files`.
 * Spec: https://packaging.python.org/en/latest/specifications/glob-patterns/
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";

/** @throws {PackwheelError} `LICENSE_GLOB_INVALID` unless every tool reads the pattern in the same way. */
export function assertLicenseGlob(pattern: string): void {
  const fault = faultOf(pattern);
  if (fault === undefined) return;
  throw new PackwheelError(
    "LICENSE_GLOB_INVALID",
    `Cannot use ${quote(pattern)} as a pattern for license files: ${fault.problem}`,
    { hint: fault.hint },
  );
}

function faultOf(pattern: string): { readonly problem: string; readonly hint?: string } | undefined {
  if (pattern === "") return { problem: "it is empty" };
  if (pattern.includes("\\")) return { problem: "it holds a backslash", hint: "Separate folders with `/`" };
  if (pattern.startsWith("/")) return { problem: "it is absolute", hint: "Begin at the folder of pyproject.toml" };
  if (pattern.split("/").includes("..")) {
    return { problem: "it leaves the project", hint: "Copy the file to a place below pyproject.toml" };
  }
  const stranger = /[^\p{L}\p{N}_ \-./*?[\]]/u.exec(pattern);
  if (stranger !== null) {
    return {
      problem: `it holds ${quote(stranger[0])}`,
      hint: "Use letters, digits, spaces, `_`, `-`, `.`, `/`, `*`, `?` and `[]` alone",
    };
  }
  return bracketFault(pattern);
}

function bracketFault(pattern: string): { readonly problem: string } | undefined {
  const rest = pattern.replace(/\[[^[\]/]+\]/g, "");
  return /[[\]]/.test(rest) ? { problem: "a `[` or `]` stands alone, or nothing is between them" } : undefined;
}
