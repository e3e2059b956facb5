/** The module with cffi's tables, from the header that a table of `[[tool.packwheel.native]]` names. */
import { emitAbiModule } from "../cdef/emit-abi-module.ts";
import { preprocessHeader } from "../cdef/preprocess.ts";
import type { Target } from "../tags/target.ts";
import { ffiModuleName } from "./loaders.ts";
import { isHeader } from "./native-inputs.ts";
import type { NativeStep } from "./plan.ts";

/**
 * @param read Text of a file of the project; undefined when there is none.
 * @param paths Files of the project that the header may include.
 * @throws {PackwheelError} with a code of `CdefErrorCode`, naming file, line and column.
 */
export async function ffiModule(
  step: NativeStep,
  target: Target,
  paths: readonly string[],
  includeDirs: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const { header, module } = step;
  if (step.kind !== "cffi" || header === undefined || module === undefined) return undefined;
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (path !== header && !isHeader(path)) continue;
    const text = await read(path);
    if (text !== undefined) texts.set(path, text);
  }
  const source = preprocessHeader(
    { path: header, text: texts.get(header) ?? "" },
    {
      defines: Object.fromEntries(step.headerDefines.map(splitDefine)),
      keepConstants: true,
      resolve: (path, from) => {
        const folder = from.split("/").slice(0, -1).join("/");
        for (const base of [folder, ...includeDirs]) {
          const place = joinPath(base, path);
          const text = texts.get(place);
          if (text !== undefined) return { path: place, text };
        }
        return undefined;
      },
    },
  );
  return emitAbiModule({
    moduleName: ffiModuleName(module),
    source: [{ text: source, path: header }],
    windowsTypes: target.system !== "windows" ? undefined : target.machine === "x86" ? 32 : 64,
  });
}

/** `A=1` -> `["A", "1"]`; a name alone is 1, as for compilers. */
function splitDefine(define: string): readonly [string, string] {
  const equals = define.indexOf("=");
  return equals === -1 ? [define, "1"] : [define.slice(0, equals), define.slice(equals + 1)];
}

/** `native/include` and `../hello.h` make `native/hello.h`. */
function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
