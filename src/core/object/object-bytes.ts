/** An object file whose bytes come one piece after the other, as archives and trees give them. */
import { PackwheelError } from "../errors.ts";
import { type ObjectFile, readObject } from "./object-file.ts";

/** Holds what has come: the tables of an object file lie anywhere in it. */
export class ObjectBytes {
  readonly #bytes: Uint8Array;
  #length = 0;

  /** @param size Bytes that are to come. */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  /** The piece is copied. */
  add(piece: Uint8Array): void {
    if (this.#length + piece.length <= this.#bytes.length) this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  /** What has come so far, at its place. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** @throws {PackwheelError} As `readObject`, and `OBJECT_TRUNCATED` when more or fewer bytes came than were told. */
  read(): ObjectFile {
    if (this.#length !== this.#bytes.length) {
      throw new PackwheelError(
        "OBJECT_TRUNCATED",
        `Cannot read the object file: it has ${this.#length} bytes in the place of ${this.#bytes.length}`,
      );
    }
    return readObject(this.#bytes);
  }
}

/**
 * Read an object file from a stream of its bytes.
 *
 * @param size Bytes that the stream gives.
 * @throws {PackwheelError} As `ObjectBytes.read`, and what the stream raises.
 */
export async function readObjectStream(pieces: AsyncIterable<Uint8Array>, size: number): Promise<ObjectFile> {
  const bytes = new ObjectBytes(size);
  for await (const piece of pieces) bytes.add(piece);
  return bytes.read();
}

/** Whether the file is at fault, and not the stream that its bytes came from. */
export function isObjectError(error: unknown): error is PackwheelError {
  return error instanceof PackwheelError && /^(?:OBJECT|ELF|MACHO|PE|WASM)_/.test(error.code);
}
