/**
 * Comparing what is in a wheel with what its RECORD promises.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-dist-info-directory
 */
import { createSHA384, createSHA512, type IHasher } from "hash-wasm";
import { formatHex } from "../bytes/hex.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { formatHash, type RecordEntry } from "./record.ts";

/** Stronger than the engine's SHA-256, and rare. Weaker ones than SHA-256 are refused, as the spec asks. */
const OTHER_HASHERS: ReadonlyMap<string, () => Promise<IHasher>> = new Map([
  ["sha384", createSHA384],
  ["sha512", createSHA512],
]);

/** RECORD and its signatures have no hash: nothing can hold its own, and a signature is made last. */
const UNRECORDED: readonly string[] = ["RECORD", "RECORD.jws", "RECORD.p7s"];

/** Members come one after the other: `begin`, `update` with all bytes, `end`. */
export class RecordVerifier {
  readonly #wheel: string;
  readonly #rows: ReadonlyMap<string, RecordEntry>;
  readonly #unrecorded: ReadonlySet<string>;
  readonly #hashers: ReadonlyMap<string, IHasher>;
  #current: IHasher | undefined;

  private constructor(
    wheel: string,
    distInfo: string,
    rows: ReadonlyMap<string, RecordEntry>,
    hashers: ReadonlyMap<string, IHasher>,
  ) {
    this.#wheel = wheel;
    this.#rows = rows;
    this.#unrecorded = new Set(UNRECORDED.map((name) => `${distInfo}/${name}`));
    this.#hashers = hashers;
  }

  /**
   * @param wheel Its file name, for messages.
   * @param distInfo `hello-1.0.dist-info`
   * @param rows Of RECORD. When a path comes twice, the last counts.
   */
  static async create(wheel: string, distInfo: string, rows: readonly RecordEntry[]): Promise<RecordVerifier> {
    const hashers = new Map<string, IHasher>();
    for (const algorithm of new Set(rows.map(({ hash }) => hash?.algorithm))) {
      const make = OTHER_HASHERS.get(algorithm ?? "");
      if (algorithm !== undefined && make !== undefined) hashers.set(algorithm, await make());
    }
    return new RecordVerifier(wheel, distInfo, new Map(rows.map((row) => [row.path, row])), hashers);
  }

  /** Whether the member needs a row: all but RECORD and its signatures. */
  isRecorded(path: string): boolean {
    return !this.#unrecorded.has(path);
  }

  /** @throws {PackwheelError} `WHEEL_HASH_MISSING` for a member without a hash, or with a weak one */
  begin(path: string): void {
    this.#current = undefined;
    if (!this.isRecorded(path)) return;
    const algorithm = this.#rows.get(path)?.hash?.algorithm;
    if (algorithm === "sha256") return;
    this.#current = this.#hashers.get(algorithm ?? "")?.init();
    if (this.#current !== undefined) return;
    const state = algorithm === undefined ? "RECORD has no hash of it" : `RECORD has only its ${algorithm}`;
    const message = `Cannot verify ${quote(path)} in ${quote(this.#wheel)}: ${state}`;
    throw new PackwheelError("WHEEL_HASH_MISSING", message, { path });
  }

  update(bytes: Uint8Array): void {
    this.#current?.update(bytes);
  }

  /**
   * @param sha256 Of the member, from the engine.
   * @throws {PackwheelError} `WHEEL_HASH_MISMATCH`
   */
  end(path: string, sha256: Uint8Array): void {
    const hash = this.#rows.get(path)?.hash;
    if (hash === undefined || !this.isRecorded(path)) return;
    const digest = this.#current?.digest("binary") ?? sha256;
    if (formatHex(hash.digest) === formatHex(digest)) return;
    const found = formatHash({ algorithm: hash.algorithm, digest });
    const message =
      `${quote(path)} in ${quote(this.#wheel)} is not what RECORD says: ` +
      `found ${found}, expected ${formatHash(hash)}`;
    throw new PackwheelError("WHEEL_HASH_MISMATCH", message, { path });
  }
}
