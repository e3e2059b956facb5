/** What a tag promises, in words: `manylinux_2_17_x86_64` is Linux with glibc 2.17 or newer on x86_64. */
import { parseAbiTag } from "../../../core/tags/abi-tag.ts";
import { parsePlatformTag } from "../../../core/tags/platform-tag.ts";
import { parsePythonTag } from "../../../core/tags/python-tag.ts";

/** glibc versions behind the old names. */
const LEGACY = { manylinux1: "2.5", manylinux2010: "2.12", manylinux2014: "2.17" } as const;

export function describePlatform(text: string): string {
  const tag = parsePlatformTag(text);
  switch (tag.kind) {
    case "any":
      return "every platform";
    case "windows":
      return `Windows on ${tag.arch}`;
    case "linux":
      return `Linux on ${tag.arch}, this machine's own: PyPI does not take it`;
    case "manylinux":
      return `Linux with glibc ${tag.major}.${tag.minor} or newer on ${tag.arch}`;
    case "manylinux-legacy":
      return `Linux with glibc ${LEGACY[tag.name]} or newer on ${tag.arch}`;
    case "musllinux":
      return `Linux with musl ${tag.major}.${tag.minor} or newer on ${tag.arch}`;
    case "macos":
      return `macOS ${tag.major}.${tag.minor} or newer on ${tag.arch === "universal2" ? "Intel and Apple processors" : tag.arch}`;
    case "ios":
      return `iOS ${tag.major}.${tag.minor} or newer on ${tag.arch}${tag.sdk === "iphonesimulator" ? ", simulated" : ""}`;
    case "android":
      return `Android with API level ${tag.apiLevel} or newer on ${tag.abi}`;
    case "pyemscripten":
      return `Pyodide, platform ${tag.year}_${tag.patch}`;
    case "other":
      return tag.text;
  }
}

export function describePython(text: string): string {
  const tag = parsePythonTag(text);
  switch (tag.kind) {
    case "generic":
      return tag.minor === undefined ? `any Python ${tag.major}` : `Python ${tag.major}.${tag.minor} or newer`;
    case "cpython":
      return `CPython ${tag.major}${tag.minor === undefined ? "" : `.${tag.minor}`}`;
    case "pypy":
      return `PyPy for Python ${tag.major}${tag.minor === undefined ? "" : `.${tag.minor}`}`;
    case "ironpython":
      return "IronPython";
    case "jython":
      return "Jython";
    case "other":
      return tag.text;
  }
}

export function describeAbi(text: string): string {
  const tag = parseAbiTag(text);
  switch (tag.kind) {
    case "none":
      return "no ABI of Python";
    case "abi3":
      return "the stable ABI, also of later versions";
    case "abi3t":
      return "the stable ABI of free-threaded Pythons";
    default:
      return "exactly this ABI";
  }
}
