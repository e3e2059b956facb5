/**
 * ABI tags: which binary interface of Python a wheel needs.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#abi-tag (and PEP 803)
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

export type AbiTag =
  /** `none`: no Python interface at all */
  | { readonly kind: "none" }
  /** `abi3`: the stable interface of builds with the global lock */
  | { readonly kind: "abi3" }
  /** `abi3t`: the stable interface of free-threaded builds, Python 3.15 and newer */
  | { readonly kind: "abi3t" }
  /** `cp313`, `cp313t`, `cp313td`, `cp37m`, `cp32mu` */
  | {
      readonly kind: "cpython";
      readonly major: number;
      readonly minor: number;
      /** `t` */
      readonly freeThreaded: boolean;
      /** `d` */
      readonly debug: boolean;
      /** `m`: with pymalloc, before 3.8 */
      readonly pymalloc: boolean;
      /** `u`: with wide Unicode, before 3.3 */
      readonly wideUnicode: boolean;
    }
  /** `pypy311_pp73`, `graalpy242_311_native` */
  | { readonly kind: "other"; readonly text: string };

/** Read one ABI tag. Case does not count. @throws {PackwheelError} `TAG_INVALID` */
export function parseAbiTag(text: string): AbiTag {
  const lower = text.toLowerCase();
  if (lower === "none" || lower === "abi3" || lower === "abi3t") return { kind: lower };
  const match = /^cp([0-9])([1-9]?[0-9])(t?)(d?)(m?)(u?)$/.exec(lower);
  if (match !== null) {
    return {
      kind: "cpython",
      major: Number(match[1]),
      minor: Number(match[2]),
      freeThreaded: match[3] === "t",
      debug: match[4] === "d",
      pymalloc: match[5] === "m",
      wideUnicode: match[6] === "u",
    };
  }
  if (/^[a-z0-9_]+$/.test(lower)) return { kind: "other", text: lower };
  throw new PackwheelError("TAG_INVALID", `Cannot read the ABI tag ${quote(text)}: ${faultOf(text)}`, {
    hint: "Write a tag such as `none`, `abi3` or `cp313`",
  });
}

/** Inverse of `parseAbiTag`. */
export function formatAbiTag(tag: AbiTag): string {
  if (tag.kind === "other") return tag.text;
  if (tag.kind !== "cpython") return tag.kind;
  let text = `cp${tag.major}${tag.minor}`;
  if (tag.freeThreaded) text += "t";
  if (tag.debug) text += "d";
  if (tag.pymalloc) text += "m";
  if (tag.wideUnicode) text += "u";
  return text;
}

function faultOf(text: string): string {
  return text === "" ? "it is empty" : "it may hold letters, digits and `_` alone";
}
