/**
 * Names of wheels: `friendly_bard-1.0-1-py3-none-any.whl`.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
import { PackwheelError } from "../errors.ts";
import { escapeName, type NormalizedName, normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { normalizeVersion, tryParseVersion, type Version } from "../names/version.ts";
import { type BuildTag, parseBuildTag } from "../tags/build-tag.ts";
import { formatTagSet, parseTagSet, type TagSet } from "../tags/tag-set.ts";

/** The parts as they are written, whatever they hold. */
export interface WheelFilenameParts {
  /** `Friendly_Bard` */
  readonly distribution: string;
  /** `1.0` */
  readonly version: string;
  /** `1local` */
  readonly build: string | undefined;
  /** `py2.py3` */
  readonly python: string;
  /** `none` */
  readonly abi: string;
  /** `any` */
  readonly platform: string;
}

export interface WheelFilename {
  /** As written. */
  readonly parts: WheelFilenameParts;
  readonly name: NormalizedName;
  readonly version: Version;
  readonly build: BuildTag | undefined;
  /** Lower case, sorted, each once. */
  readonly tags: TagSet;
}

/** What `formatWheelFilename` needs. */
export interface WheelIdentity {
  /** In any form; it is escaped. */
  readonly name: string;
  /** In any form; it is normalised. */
  readonly version: string;
  readonly build?: string | undefined;
  readonly tags: TagSet;
}

const SHAPE = /^([^\s-]+)-([^\s-]+)(?:-([0-9][^\s-]*))?-([^\s-]+)-([^\s-]+)-([^\s-]+)\.whl$/;

/**
 * Take a name apart without judging the parts, as tools must that work on wheels of any age.
 *
 * @throws {PackwheelError} `WHEEL_FILENAME_INVALID` when there are not five or six parts and `.whl`.
 */
export function splitWheelFilename(filename: string): WheelFilenameParts {
  const match = SHAPE.exec(filename);
  if (match === null || /[/\\\p{Cc}]/u.test(filename)) throw invalid(filename, shapeFault(filename));
  const [, distribution = "", version = "", build, python = "", abi = "", platform = ""] = match;
  return { distribution, version, build, python, abi, platform };
}

/**
 * Read a name as installers and PyPI do. Takes upper case and `.` in the distribution, unsorted tags and versions
 * that are not normalised: compare with `formatWheelFilename` to find them.
 *
 * @throws {PackwheelError} `WHEEL_FILENAME_INVALID`, `BUILD_TAG_INVALID`
 */
export function parseWheelFilename(filename: string): WheelFilename {
  const parts = splitWheelFilename(filename);
  const { distribution } = parts;
  if (!/^[\p{L}\p{N}_.]+$/u.test(distribution) || distribution.includes("__")) {
    throw invalid(filename, `${quote(distribution)} is not an escaped project name`);
  }
  const version = tryParseVersion(parts.version);
  if (version === undefined) throw invalid(filename, `${quote(parts.version)} is not a PEP 440 version`);
  return {
    parts,
    name: normalizeName(distribution),
    version,
    build: parts.build === undefined ? undefined : parseBuildTag(parts.build),
    tags: readTags(parts, filename),
  };
}

/**
 * The one right name of a wheel.
 *
 * @throws {PackwheelError} `VERSION_INVALID`, `BUILD_TAG_INVALID`
 */
export function formatWheelFilename({ name, version, build, tags }: WheelIdentity): string {
  const parts = [escapeName(name), normalizeVersion(version)];
  if (build !== undefined && build !== "") {
    parseBuildTag(build);
    parts.push(build);
  }
  return `${parts.join("-")}-${formatTagSet(tags)}.whl`;
}

/** Put parts together as they are. Inverse of `splitWheelFilename`. */
export function joinWheelFilename({ distribution, version, build, python, abi, platform }: WheelFilenameParts): string {
  const parts = [distribution, version, build, python, abi, platform];
  return `${parts.filter((part) => part !== undefined).join("-")}.whl`;
}

function readTags({ python, abi, platform }: WheelFilenameParts, filename: string): TagSet {
  try {
    return parseTagSet(`${python}-${abi}-${platform}`);
  } catch (cause) {
    if (!(cause instanceof PackwheelError)) throw cause;
    throw new PackwheelError("WHEEL_FILENAME_INVALID", describe(filename, cause.message), { cause, hint: cause.hint });
  }
}

function shapeFault(filename: string): string {
  if (!filename.endsWith(".whl")) return "it does not end in `.whl`";
  if (/[/\\]/.test(filename)) return "it holds a folder";
  if (/[\s\p{Cc}]/u.test(filename)) return "it holds white space or a control character";
  const parts = filename.slice(0, -".whl".length).split("-");
  if (parts.includes("")) return "a part between dashes is empty";
  if (parts.length === 6) return `the build tag ${quote(parts[2] ?? "")} does not begin with a digit`;
  return `it has ${parts.length} parts between dashes, not five or six`;
}

function invalid(filename: string, problem: string): PackwheelError {
  return new PackwheelError("WHEEL_FILENAME_INVALID", describe(filename, problem), {
    hint: "Name it `{name}-{version}-{python tag}-{abi tag}-{platform tag}.whl`",
  });
}

function describe(filename: string, problem: string): string {
  return `Cannot read the wheel name ${quote(filename, 200)}: ${problem}`;
}
