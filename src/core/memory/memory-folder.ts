/** A folder for results that is held in memory. As on disk, a file is there whole, under its name, or not at all. */
import { PackwheelError } from "../errors.ts";
import type { Output, OutputFolder } from "../ports/output.ts";

const FIRST_CAPACITY = 4096;

export class MemoryFolder implements OutputFolder {
  /** The files that were committed, by name. */
  readonly files: Map<string, Uint8Array> = new Map();

  async create(filename: string): Promise<Output> {
    if (filename === "" || filename === "." || filename === ".." || /[/\\\0]/.test(filename)) {
      throw new PackwheelError("OUTPUT_FAILED", `Cannot create "${filename}": it is not a bare file name`);
    }
    return new MemoryOutput((bytes) => this.files.set(filename, bytes));
  }

  /** The bytes of a committed file. @throws {PackwheelError} `FILE_MISSING` */
  read(filename: string): Uint8Array {
    const bytes = this.files.get(filename);
    if (bytes !== undefined) return bytes;
    throw new PackwheelError("FILE_MISSING", `Cannot read "${filename}": it was not written`, { path: filename });
  }
}

class MemoryOutput implements Output {
  readonly #keep: (bytes: Uint8Array) => void;
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;
  #closed = false;

  constructor(keep: (bytes: Uint8Array) => void) {
    this.#keep = keep;
  }

  write(bytes: Uint8Array): void {
    this.#refuseWhenClosed();
    const end = this.#length + bytes.length;
    if (end > this.#bytes.length) {
      // Doubling keeps the total copying linear.
      const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = end;
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    this.#refuseWhenClosed();
    if (!Number.isSafeInteger(offset) || offset < 0 || bytes.length > this.#length - offset) {
      throw new PackwheelError(
        "OUTPUT_FAILED",
        `Cannot patch ${bytes.length} bytes at byte ${offset}: only ${this.#length} bytes were written`,
        { offset },
      );
    }
    this.#bytes.set(bytes, offset);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    this.#refuseWhenClosed();
    if (!Number.isSafeInteger(offset) || offset < 0 || length > this.#length - offset) {
      const state = `only ${this.#length} bytes were written`;
      throw new PackwheelError("OUTPUT_FAILED", `Cannot read ${length} bytes at byte ${offset}: ${state}`, { offset });
    }
    return this.#bytes.slice(offset, offset + length);
  }

  async commit(): Promise<void> {
    this.#refuseWhenClosed();
    this.#closed = true;
    this.#keep(this.#bytes.slice(0, this.#length));
    this.#bytes = new Uint8Array(0);
  }

  async discard(): Promise<void> {
    this.#closed = true;
    this.#bytes = new Uint8Array(0);
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new PackwheelError("OUTPUT_FAILED", "Cannot write: the file is closed");
  }
}
