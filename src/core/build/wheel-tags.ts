/**
 * The tags that a project's wheel gets.
 * A wheel that holds machine code fits one platform: it is never `any`, and its root is platlib.
 */
import { type Finding, PackwheelError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import type { NativeFile } from "../project/source-files.ts";
import { parseBuildTag } from "../tags/build-tag.ts";
import { makeTagSet, type TagSet } from "../tags/tag-set.ts";
import type { BuildTarget } from "../targets/build-target.ts";
import { platformTagsFor } from "../targets/tags-for-target.ts";

/** Tags asked for by the caller; each wins over `[tool.packwheel]`. Lists of simple tags: `["py2", "py3"]`. */
export interface TagWishes {
  readonly pythonTag?: readonly string[] | undefined;
  readonly abiTag?: readonly string[] | undefined;
  readonly platformTag?: readonly string[] | undefined;
  /** The wheel is one of several: of the platform tags, those for this target count, and none is a wish of none. */
  readonly target?: BuildTarget | undefined;
  readonly buildTag?: string | undefined;
}

/** Tags that the files of the wheel ask for. */
export interface FoundTags {
  /** Of extension modules; undefined without any. */
  readonly interpreter?:
    | { readonly python: readonly string[] | undefined; readonly abi: readonly string[] | undefined }
    | undefined;
  /** What the binaries allow; undefined where they do not tell. */
  readonly platform?: readonly string[] | undefined;
  /** Why they allow no platform. */
  readonly obstacles?: readonly Finding[] | undefined;
}

export interface WheelTags {
  readonly tags: TagSet;
  readonly buildTag: string | undefined;
  readonly rootIsPurelib: boolean;
}

/** The platform tags that somebody asks for. */
export function askedPlatform({ tool }: Project, { platformTag, target }: TagWishes): readonly string[] | undefined {
  const asked = platformTag ?? tool.platformTag;
  if (asked === undefined || target === undefined || asked.includes("any")) return asked;
  const tags = platformTagsFor(target, asked);
  return tags.length === 0 ? undefined : tags;
}

/** How many native files an error names before it says how many more there are. */
const NAMED_FILES = 3;

/**
 * @param native Members of the wheel that are ELF, Mach-O, PE or side modules.
 * @param found What they ask for, where that is known.
 * @throws {PackwheelError} `WHEEL_PLATFORM_TAG_NEEDED`, `WHEEL_NATIVE_IN_ANY`, `NATIVE_TAGS_UNKNOWN`, `TAG_INVALID`,
 *   `BUILD_TAG_INVALID`
 */
export function wheelTags(
  project: Project,
  native: readonly NativeFile[],
  wishes: TagWishes,
  { interpreter, platform: audited, obstacles }: FoundTags = {},
): WheelTags {
  const platform = askedPlatform(project, wishes) ?? audited;
  if (native.length > 0 && platform === undefined) {
    throw new PackwheelError(
      "WHEEL_PLATFORM_TAG_NEEDED",
      `Cannot tag the wheel of "${project.name}": it holds ${describe(native)}, which ${native.length === 1 ? "fits" : "fit"} one platform only`,
      {
        hint: `Pass --platform-tag, or set platform-tag in [tool.packwheel], for example "${exampleTag(native)}"`,
        findings: obstacles,
      },
    );
  }
  const python = wishes.pythonTag ?? project.tool.pythonTag ?? interpreter?.python;
  const abi = wishes.abiTag ?? project.tool.abiTag ?? interpreter?.abi;
  if (interpreter !== undefined && (python === undefined || abi === undefined)) {
    throw new PackwheelError(
      "NATIVE_TAGS_UNKNOWN",
      `Cannot tag the wheel of "${project.name}": the name of its extension module does not say ${abi === undefined ? "for which Python it is" : "what the oldest Python is"}`,
      { hint: "Set python-tag and abi-tag in [tool.packwheel], for example cp39 and abi3" },
    );
  }
  const tags = makeTagSet({
    python: python ?? ["py3"],
    abi: abi ?? ["none"],
    platform: platform ?? ["any"],
  });
  if (native.length > 0 && tags.platform.includes("any")) {
    throw new PackwheelError(
      "WHEEL_NATIVE_IN_ANY",
      `Cannot tag the wheel of "${project.name}" as "any": it holds ${describe(native)}`,
      { hint: "Give the platform that the files were built for, or exclude them" },
    );
  }
  const buildTag = wishes.buildTag ?? project.tool.buildTag;
  if (buildTag !== undefined && buildTag !== "") parseBuildTag(buildTag);
  return {
    tags,
    buildTag: buildTag === "" ? undefined : buildTag,
    rootIsPurelib: tags.platform.includes("any"),
  };
}

const FORMAT_NAMES: Readonly<Record<NativeFile["format"], string>> = {
  elf: "ELF",
  "mach-o": "Mach-O",
  pe: "PE",
  "side-module": "WebAssembly",
};

const EXAMPLE_TAGS: Readonly<Record<NativeFile["format"], string>> = {
  elf: "manylinux_2_17_x86_64",
  "mach-o": "macosx_11_0_arm64",
  pe: "win_amd64",
  "side-module": "pyemscripten_2025_0_wasm32",
};

function exampleTag([first]: readonly NativeFile[]): string {
  return EXAMPLE_TAGS[first?.format ?? "elf"];
}

/** `the ELF file "hello/libhello.so"`, `the ELF file "a.so", the PE file "a.dll" and 2 more` */
function describe(native: readonly NativeFile[]): string {
  const names = native.slice(0, NAMED_FILES).map((file) => `the ${FORMAT_NAMES[file.format]} file "${file.path}"`);
  const more = native.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
