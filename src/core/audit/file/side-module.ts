/** A side module of WebAssembly: which platforms of Pyodide have what it wants of the main module. Spec: PEP 783. */
import type { SideModule } from "../../object/wasm/model.ts";
import type { EmscriptenAudit } from "../file-audit.ts";
import { PYEMSCRIPTEN_PLATFORMS, platformsWith } from "../platform/pyemscripten.ts";

/** Names of imports that hold symbols: functions and tags, and the addresses of data and functions. */
const OF_SYMBOLS: ReadonlySet<string> = new Set(["env", "GOT.mem", "GOT.func"]);

/** @param path Place in the wheel. */
export function auditSideModule(path: string, { imports, exports }: SideModule): EmscriptenAudit {
  const own = new Set(exports.map(({ name }) => name));
  const symbols = new Set(
    imports.filter(({ module, weak }) => OF_SYMBOLS.has(module) && !weak).map(({ name }) => name),
  );
  const needs = [...symbols].flatMap((symbol) => {
    const platforms = own.has(symbol) ? undefined : platformsWith(symbol);
    return platforms === undefined ? [] : [{ symbol, platforms }];
  });
  const platforms = PYEMSCRIPTEN_PLATFORMS.filter((platform) =>
    needs.every((need) => need.platforms.includes(platform)),
  );
  return { system: "emscripten", path, platforms, needs };
}
