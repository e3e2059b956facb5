/**
 * Scripts that name a Python of the build machine. Installers put the interpreter of the environment in only where
 * the first line is `#!python` (or `#!pythonw`), so that is what the wheel must say.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#recommended-installer-features
 */

/** Bytes that are read of a script: the first line, and enough to tell a program from a text. */
export const SCRIPT_HEAD = 4096;

/** `#!/usr/bin/env -S python3 -u` and its kin, as far as the interpreter: `-u` stays. */
const PYTHON_LINE = /^#!(?:[^\r\n]*?[/\\ \t])?python(w?)[0-9.]*t?(?:\.exe)?(?=[ \t\r]|$)/;

export interface Shebang {
  /** Bytes that the new ones replace. */
  readonly oldLength: number;
  readonly bytes: Uint8Array;
}

/** What to write in place of a script's beginning, or undefined when it stays as it is: a program, another language. */
export function portableShebang(head: Uint8Array): Shebang | undefined {
  if (head[0] !== 0x23 || head[1] !== 0x21 || head.includes(0)) return undefined;
  const end = head.indexOf(0x0a);
  const line = new TextDecoder("latin1").decode(head.subarray(0, end === -1 ? head.length : end));
  const match = PYTHON_LINE.exec(line);
  if (match === null) return undefined;
  const bytes = new TextEncoder().encode(`#!python${match[1] ?? ""}`);
  return { oldLength: match[0].length, bytes };
}

/** The script with its new beginning. */
export async function* withShebang(content: AsyncIterable<Uint8Array>, shebang: Shebang): AsyncIterable<Uint8Array> {
  yield shebang.bytes;
  let skip = shebang.oldLength;
  for await (const chunk of content) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}
