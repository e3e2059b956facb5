/**
 * Finds Python files that were encrypted so that nobody can read what they do. PyPI scans for the tools that are known
 * for it, by what they leave in a file.
 * Policy: https://pypi.org/policy/acceptable-use-policy/
 */

export type Obfuscator = "PyArmor" | "SourceDefender";

/** PyPI looks into no larger files. */
const MAX_SIZE: number = 5 * 1024 * 1024;

/** A call of the runtime, as it stands in encrypted files, and the hooks within encrypted functions. */
const PYARMOR: readonly string[] = [
  "__pyarmor__(__name__, __file__,",
  "__pyarmor_enter__",
  "__pyarmor_exit__",
  "__pyarmor_assert__",
  "__pyarmor_bcc__",
];
/** Both of them are in an encrypted file. */
const SOURCE_DEFENDER = { begin: "---BEGIN PYE FILE---", end: "---END PYE FILE---" } as const;

/** Characters that a text which lies across two chunks may have in the first. */
const OVERLAP: number = Math.max(...[...PYARMOR, ...Object.values(SOURCE_DEFENDER)].map((text) => text.length)) - 1;

/** One character a byte, which is all that looking for ASCII needs. */
const decoder = new TextDecoder("latin1");

/** Whether PyPI scans a file. */
export function isScanned(path: string, size: number): boolean {
  return size <= MAX_SIZE && /\.pye?$/.test(path);
}

/** The content of one file as it passes by. */
export class ObfuscationScan {
  #tail = "";
  #isPyArmor = false;
  #hasBegin = false;
  #hasEnd = false;

  add(bytes: Uint8Array): void {
    const text = this.#tail + decoder.decode(bytes);
    this.#isPyArmor ||= text.includes("__pyarmor_") && PYARMOR.some((mark) => text.includes(mark));
    this.#hasBegin ||= text.includes(SOURCE_DEFENDER.begin);
    this.#hasEnd ||= text.includes(SOURCE_DEFENDER.end);
    this.#tail = text.slice(-OVERLAP);
  }

  get found(): Obfuscator | undefined {
    if (this.#isPyArmor) return "PyArmor";
    return this.#hasBegin && this.#hasEnd ? "SourceDefender" : undefined;
  }
}
