/** Comparing what is in a wheel with what its RECORD promises. */
import { formatHex } from "../bytes/hex.ts";
import { PackwheelError } from "../errors.ts";
import { formatHash, type RecordEntry } from "./record.ts";

/** The strong algorithms that RECORD may name; weaker ones are refused, as the spec asks. */
const STRONG: ReadonlySet<string> = new Set(["sha256", "sha384", "sha512"]);

/** Signatures that stand in no RECORD: https://peps.python.org/pep-0815/ */
const UNRECORDED = /^[^/]+\.dist-info\/RECORD(\.jws|\.p7s)?$/;

export class RecordedHashes {
  readonly #rows: ReadonlyMap<string, RecordEntry>;
  readonly #wheel: string;

  constructor(wheel: string, rows: readonly RecordEntry[]) {
    this.#wheel = wheel;
    this.#rows = new Map(rows.map((row) => [row.path, row]));
  }

  /**
   * The algorithm whose digest `verify` wants; undefined for RECORD itself.
   *
   * @throws {PackwheelError} `WHEEL_HASH_MISSING` for a member without a hash, or with a weak one
   */
  algorithm(path: string): string | undefined {
    if (UNRECORDED.test(path)) return undefined;
    const hash = this.#rows.get(path)?.hash;
    if (hash === undefined || !STRONG.has(hash.algorithm)) {
      const state = hash === undefined ? "RECORD has no hash of it" : `RECORD has only its ${hash.algorithm}`;
      throw new PackwheelError("WHEEL_HASH_MISSING", `Cannot verify "${path}" in "${this.#wheel}": ${state}`, { path });
    }
    return hash.algorithm;
  }

  /** @throws {PackwheelError} `WHEEL_HASH_MISMATCH` */
  verify(path: string, digest: Uint8Array): void {
    const hash = this.#rows.get(path)?.hash;
    if (hash === undefined || formatHex(hash.digest) === formatHex(digest)) return;
    const found = formatHash({ algorithm: hash.algorithm, digest });
    const message = `"${path}" in "${this.#wheel}" is not what RECORD says: found ${found}, expected ${formatHash(hash)}`;
    throw new PackwheelError("WHEEL_HASH_MISMATCH", message, { path });
  }
}
