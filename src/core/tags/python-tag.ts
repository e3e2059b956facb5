/**
 * Python tags: which interpreters a wheel is for.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#python-tag
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

export type PythonTag =
  /** `py3`, `py310`: any interpreter of this version or newer. `minor` is undefined in `py3`. */
  | { readonly kind: "generic"; readonly major: number; readonly minor: number | undefined }
  /** `cp313`; also `pp311` (PyPy), `ip27` (IronPython), `jy27` (Jython) */
  | {
      readonly kind: "cpython" | "pypy" | "ironpython" | "jython";
      readonly major: number;
      readonly minor: number | undefined;
    }
  /** `graalpy242`: the interpreter's own name and version */
  | { readonly kind: "other"; readonly text: string };

const ABBREVIATIONS = {
  generic: "py",
  cpython: "cp",
  pypy: "pp",
  ironpython: "ip",
  jython: "jy",
} as const;

type KnownKind = keyof typeof ABBREVIATIONS;

/**
 * Read one Python tag. Case does not count.
 *
 * @throws {PackwheelError} `TAG_INVALID` for what is no Python identifier, as every tag must be.
 */
export function parsePythonTag(text: string): PythonTag {
  const lower = text.toLowerCase();
  const match = /^(py|cp|pp|ip|jy)([0-9])([0-9]{0,3})$/.exec(lower);
  if (match !== null && !/^0[0-9]/.test(match[3] ?? "")) {
    const minor = match[3] === "" ? undefined : Number(match[3]);
    return { kind: kindOf(match[1]), major: Number(match[2]), minor };
  }
  if (/^[a-z_][a-z0-9_]*$/.test(lower)) return { kind: "other", text: lower };
  throw new PackwheelError("TAG_INVALID", `Cannot read the Python tag ${quote(text)}: not an identifier`, {
    hint: pythonTagHint(text),
  });
}

/** Inverse of `parsePythonTag`. */
export function formatPythonTag(tag: PythonTag): string {
  if (tag.kind === "other") return tag.text;
  return `${ABBREVIATIONS[tag.kind]}${tag.major}${tag.minor ?? ""}`;
}

function kindOf(abbreviation: string | undefined): KnownKind {
  switch (abbreviation) {
    case "cp":
      return "cpython";
    case "pp":
      return "pypy";
    case "ip":
      return "ironpython";
    case "jy":
      return "jython";
    default:
      return "generic";
  }
}

function pythonTagHint(text: string): string {
  const version = /^([23])(?:\.?([0-9]{1,2}))?$/.exec(text);
  return version === null ? "Write a tag such as `py3` or `cp313`" : `Write \`py${version[1]}${version[2] ?? ""}\``;
}
