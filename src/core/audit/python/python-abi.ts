/**
 * Files of a wheel against its Python and ABI tags: what they need of the interpreter must be what the tags promise.
 * Specs: PEP 384, PEP 425, PEP 803.
 */
import type { Finding } from "../../errors.ts";
import { parseAbiTag } from "../../tags/abi-tag.ts";
import { parsePythonTag } from "../../tags/python-tag.ts";
import type { TagSet } from "../../tags/tag-set.ts";
import { auditFinding } from "../audit-finding.ts";
import { baseName } from "../file/wheel-files.ts";
import type { AuditedFile } from "../file-audit.ts";
import { bare } from "../need-text.ts";
import { definedSymbols, type PythonUse, pythonUse, stableSince } from "./python-symbols.ts";

const NAMED_SYMBOLS = 5;

/** Python and ABI tags of the wheel. */
export type InterpreterTags = Pick<TagSet, "python" | "abi">;

export function checkPythonAbi(files: readonly AuditedFile[], tags: InterpreterTags): Finding[] {
  const own = new Set(files.flatMap(({ object }) => definedSymbols(object).filter((name) => /^_?Py/.test(name))));
  return files.flatMap(({ path, object }) => {
    const use = pythonUse(object, own);
    return [
      ...(tags.abi.includes("none") ? checkNone(path, use) : []),
      ...checkStable(path, use, tags),
      ...(object.format === "pe" ? checkDll(path, use, tags) : checkLibrary(path, use, tags)),
    ];
  });
}

function checkNone(path: string, { symbols, libraries }: PythonUse): Finding[] {
  if (symbols.length === 0 && libraries.length === 0) return [];
  const hint = "Tag the wheel for the Python that it was built with, or load the library through cffi or ctypes";
  if (symbols.length === 0) {
    const message = `ABI tag is "none", but the file links ${list(libraries)}`;
    return [auditFinding("AUDIT_PYTHON_ABI_NEEDED", "error", message, path, hint)];
  }
  const message = `ABI tag is "none", but the file needs ${list(symbols)} of the interpreter`;
  return [auditFinding("AUDIT_PYTHON_ABI_NEEDED", "error", message, path, hint)];
}

function checkStable(path: string, { symbols }: PythonUse, { python, abi }: InterpreterTags): Finding[] {
  if (!abi.some((tag) => ["abi3", "abi3t"].includes(parseAbiTag(tag).kind))) return [];
  const minor = oldestMinor(python);
  if (minor === undefined) return [];
  const foreign = symbols.filter((name) => stableSince(name) === undefined);
  const later = symbols.filter((name) => (stableSince(name) ?? 0) > minor);
  const findings: Finding[] = [];
  if (foreign.length > 0) {
    const message = `File needs ${list(foreign)}, which ${foreign.length === 1 ? "is" : "are"} no part of the stable ABI`;
    findings.push(auditFinding("AUDIT_NOT_STABLE_ABI", "error", message, path, "Define Py_LIMITED_API as you compile"));
  }
  if (later.length > 0) {
    const needed = Math.max(...later.map((name) => stableSince(name) ?? 0));
    const message = `File needs ${list(later)}, which the stable ABI of Python 3.${minor} does not have`;
    const hint = `Tag the wheel cp3${needed}, or set Py_LIMITED_API for Python 3.${minor}`;
    findings.push(auditFinding("AUDIT_NOT_STABLE_ABI", "error", message, path, hint));
  }
  return findings;
}

/** Extensions of Windows link the DLL of their Python; no other Python has it. */
function checkDll(path: string, { libraries }: PythonUse, { python, abi }: InterpreterTags): Finding[] {
  if (abi.includes("none")) return []; // told above
  const stable = abi.some((tag) => tag === "abi3" || tag === "abi3t");
  return libraries.flatMap((library) => {
    const version = /^python3(\d*)t?(?:_d)?\.dll$/i.exec(baseName(library))?.[1];
    if (version === undefined || version === "") return []; // python3.dll, the stable ABI
    const fits = !stable && python.some((tag) => tag === `cp3${version}`);
    if (fits) return [];
    const message = `File links ${bare(library)}, and the wheel is for ${python.join(" and ")} with ABI ${abi.join(" and ")}`;
    return [
      auditFinding(
        "AUDIT_LIBPYTHON_LINKED",
        "error",
        message,
        path,
        "Link python3.dll, or tag the wheel for this Python alone",
      ),
    ];
  });
}

/** Elsewhere the interpreter has the symbols itself, and is often linked statically: then there is no such library. */
function checkLibrary(path: string, { libraries }: PythonUse, { abi }: InterpreterTags): Finding[] {
  if (libraries.length === 0 || abi.includes("none")) return [];
  const message = `File links ${list(libraries)}, which many Pythons do not have`;
  return [auditFinding("AUDIT_LIBPYTHON_LINKED", "warning", message, path, "Link the extension without libpython")];
}

/** The oldest Python 3 of the tags: 8 in `cp38`. */
function oldestMinor(python: readonly string[]): number | undefined {
  const minors = python.flatMap((text) => {
    const tag = parsePythonTag(text);
    return tag.kind !== "other" && tag.major === 3 && tag.minor !== undefined ? [tag.minor] : [];
  });
  return minors.length === 0 ? undefined : Math.min(...minors);
}

function list(names: readonly string[]): string {
  const named = names.slice(0, NAMED_SYMBOLS).map(bare);
  const more = names.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
