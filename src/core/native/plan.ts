/**
 * What is to be built for one target: each table of `[[tool.packwheel.native]]` with the values of the target, and the
 * places that its files get in the wheel.
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { NativeValues, RtldFlag } from "../project/native-values.ts";
import type { Project } from "../project/project.ts";
import type { NativeKind, NativeTable } from "../project/tool-native.ts";
import { librarySuffix, parseTarget, programSuffix, type Target, targetNames } from "../tags/target.ts";
import { dataFolder } from "../wheel/dist-info.ts";
import { ffiModuleName, libraryStem } from "./loaders.ts";

/** How a step is made. */
export type NativeMaking =
  | {
      readonly kind: "command";
      readonly command: string | readonly string[];
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
      readonly artifact: string | undefined;
      readonly inputs: readonly string[] | undefined;
    }
  | {
      readonly kind: "sources";
      /** Globs. */
      readonly sources: readonly string[];
      readonly includeDirs: readonly string[];
      readonly defines: readonly string[];
      readonly flags: readonly string[];
      readonly libraries: readonly string[];
      readonly std: string | undefined;
    };

/** One library or program, and what comes with it. */
export interface NativeStep {
  readonly name: string;
  readonly kind: NativeKind;
  /** `hello._native`; undefined for an executable outside a package. */
  readonly module: string | undefined;
  readonly making: NativeMaking;
  readonly header: string | undefined;
  readonly headerDefines: readonly string[];
  readonly rtldFlags: readonly RtldFlag[];
  /** Where the library or program goes in the wheel; an extension keeps its file name, and this is its folder. */
  readonly place: string;
  /** The loader, `hello/_native.py`; undefined where there is none. */
  readonly loaderPlace: string | undefined;
  /** The tables of cffi, `hello/_native__ffi.py`. */
  readonly ffiPlace: string | undefined;
}

/** Defaults of `header-defines` and `rtld-flags`. */
const HEADER_DEFINES: readonly string[] = ["PYTHON_HEADER"];
const RTLD_DEFAULT: readonly RtldFlag[] = ["NOW"];

/**
 * @param names Under which tables may mean the target, the most special ones last.
 * @throws {PackwheelError} `NATIVE_NOTHING_TO_DO` when a table says nothing for this target.
 */
export function planNative(
  project: Pick<Project, "name" | "version" | "tool">,
  target: Target,
  names: readonly string[] = targetNames(target),
): readonly NativeStep[] {
  return project.tool.native.map((table) => {
    const values = valuesFor(table, names);
    const { kind, module, name } = table;
    const stem = module?.replaceAll(".", "/");
    const hasLoader = kind === "cffi" || kind === "ctypes";
    return {
      name,
      kind,
      module,
      making: makingOf(name, values, target),
      header: values.header,
      headerDefines: values.headerDefines ?? HEADER_DEFINES,
      rtldFlags: values.rtldFlags ?? RTLD_DEFAULT,
      place: placeOf(table, project, target),
      loaderPlace: hasLoader && stem !== undefined ? `${stem}.py` : undefined,
      ffiPlace:
        kind === "cffi" && module !== undefined ? `${ffiModuleName(module).replaceAll(".", "/")}.py` : undefined,
    };
  });
}

/** @throws {PackwheelError} `NATIVE_TARGET_INVALID` */
export function readTarget(triple: string): Target {
  const target = parseTarget(triple);
  if (target !== undefined) return target;
  throw new PackwheelError("NATIVE_TARGET_INVALID", `Cannot build for ${quote(triple)}: it is no target triple`, {
    hint: "Write a triple such as aarch64-unknown-linux-gnu, or macos-universal2",
  });
}

/** The table's values with those of the target over them, the more special ones last. */
function valuesFor(table: NativeTable, names: readonly string[]): NativeValues {
  let values: NativeValues = table;
  for (const name of names) {
    const special = table.targets[name];
    if (special === undefined) continue;
    const env = special.env === undefined ? values.env : { ...values.env, ...special.env };
    // The other way of making it is replaced as well.
    const making =
      special.command !== undefined
        ? { sources: undefined }
        : special.sources !== undefined
          ? { command: undefined, artifact: undefined }
          : {};
    values = { ...values, ...making, ...special, env };
  }
  return values;
}

function makingOf(name: string, values: NativeValues, target: Target): NativeMaking {
  const { command, sources } = values;
  if (command !== undefined) {
    const { cwd = "", env = {}, artifact, inputs } = values;
    return { kind: "command", command, cwd, env, artifact, inputs };
  }
  if (sources !== undefined) {
    const { includeDirs = [], defines = [], flags = [], libraries = [], std } = values;
    return { kind: "sources", sources, includeDirs, defines, flags, libraries, std };
  }
  throw new PackwheelError(
    "NATIVE_NOTHING_TO_DO",
    `Cannot build native ${quote(name)} for ${quote(target.triple)}: neither "command" nor "sources" is given for it`,
    {
      hint: `Write [tool.packwheel.native.target.${targetNames(target)[0] ?? target.triple}] with one of them`,
      path: "pyproject.toml: tool.packwheel.native",
    },
  );
}

function placeOf(table: NativeTable, project: Pick<Project, "name" | "version">, target: Target): string {
  const { kind, module, name } = table;
  if (kind === "executable") {
    const file = `${name}${programSuffix(target)}`;
    if (module !== undefined) return `${module.replaceAll(".", "/")}/bin/${file}`;
    return `${dataFolder(project.name, project.version)}/scripts/${file}`;
  }
  const folder = (module ?? name).split(".").slice(0, -1).join("/");
  const prefix = folder === "" ? "" : `${folder}/`;
  return kind === "extension" ? prefix : `${prefix}${libraryStem(module ?? name)}${librarySuffix(target)}`;
}
