/**
 * The platforms of Pyodide: each is one ABI of its main module, with the compiler and the C library that it was made with.
 * Specs: PEP 783; https://pyodide.org/en/stable/development/abi.html
 */

import { quote } from "../../names/quote.ts";
import { auditFinding } from "../audit-finding.ts";
import { PYEMSCRIPTEN_SYMBOLS } from "../data/pyemscripten-symbols.ts";
import type { EmscriptenAudit, FilesPlatform } from "../file-audit.ts";

/** Oldest first, as `2025.0` of `pyemscripten_2025_0`. */
export const PYEMSCRIPTEN_PLATFORMS: readonly string[] = ["2024.0", "2025.0", "2026.0", "2026.5"];

/** No release of Pyodide takes wheels with this tag: it calls its platform `pyodide_2024_0`. */
const UNUSED = "2024.0";

/** Functions in JavaScript that catch exceptions and jumps, one for each type of function; made when a module wants them. */
const JAVASCRIPT_EXCEPTIONS =
  /^(?:invoke_[vijfde]+|__cxa_find_matching_catch_\d+|__resumeException|getTempRet0|setTempRet0)$/;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The platforms that have a symbol; undefined for what all of them have, and for names that are not known. */
export function platformsWith(symbol: string): readonly string[] | undefined {
  if (JAVASCRIPT_EXCEPTIONS.test(symbol)) return [UNUSED];
  known ??= new Map(
    Object.entries(PYEMSCRIPTEN_SYMBOLS).flatMap(([platforms, names]) => {
      const list = platforms.split(" ");
      return names
        .trim()
        .split(/\s+/)
        .map((name): [string, readonly string[]] => [name, list]);
    }),
  );
  return known.get(symbol);
}

/** `2025.0` -> `pyemscripten_2025_0_wasm32` */
export function formatPyemscripten(platform: string): string {
  return `pyemscripten_${platform.replace(".", "_")}_wasm32`;
}

/** All platforms that have what all files want, but for one whose tag no release takes. */
export function emscriptenPlatform(files: readonly EmscriptenAudit[]): FilesPlatform {
  const common = PYEMSCRIPTEN_PLATFORMS.filter((platform) =>
    files.every(({ platforms }) => platforms.includes(platform)),
  );
  const useful = common.filter((platform) => platform !== UNUSED);
  const platformTags = (useful.length > 0 ? useful : common).map(formatPyemscripten);
  if (platformTags.length > 0) return { platformTags, findings: [] };
  const needs = files.flatMap(({ path, needs }) => needs.map((need) => ({ path, ...need })));
  const [first] = needs;
  const other = needs.find(({ platforms }) => !platforms.some((platform) => first?.platforms.includes(platform)));
  const message = `No platform of Pyodide has both ${quote(first?.symbol ?? "")} and ${quote(other?.symbol ?? "")}`;
  const hint = "Build all files with the same version of Emscripten";
  return { platformTags: [], findings: [auditFinding("AUDIT_NO_POLICY", "error", message, first?.path ?? "", hint)] };
}
