/**
 * Build tags: which of several wheels of one version is newer.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

/** `2local` is number 2, suffix `local`. */
export interface BuildTag {
  readonly number: bigint;
  readonly suffix: string;
}

/** Python reads no integer of more digits. */
const MAX_DIGITS = 4300;

/** @throws {PackwheelError} `BUILD_TAG_INVALID` */
export function parseBuildTag(text: string): BuildTag {
  const match = /^([0-9]+)([^-\s/\\\p{Cc}]*)$/u.exec(text);
  const [, digits = "", suffix = ""] = match ?? [];
  if (match !== null && digits.length <= MAX_DIGITS) return { number: BigInt(digits), suffix };
  throw new PackwheelError("BUILD_TAG_INVALID", `Cannot use ${quote(text)} as a build tag: ${faultOf(text)}`, {
    hint: /^[A-Za-z][A-Za-z0-9_]{0,40}$/.test(text) ? `Write \`1${text}\`` : undefined,
  });
}

function faultOf(text: string): string {
  if (!/^[0-9]/.test(text)) return "it must begin with a digit";
  if (/^[0-9]+$/.test(text)) return `its number has more than ${MAX_DIGITS} digits`;
  return "it holds a character that no file name may";
}
