/** The body of an answer as it comes in. A reader that is slow holds the server back. */
import type { Dispatcher } from "undici";
import type { PackwheelError } from "../../core/errors.ts";

/** Bytes that wait for the reader before the server has to. */
const HIGH_WATER: number = 256 * 1024;

export class AnswerBody implements AsyncIterable<Uint8Array> {
  readonly #controller: Dispatcher.DispatchController;
  readonly #onLeft: () => void;
  readonly #waiting: Uint8Array[] = [];
  #size = 0;
  #isFinished = false;
  #failure: PackwheelError | undefined;
  #wake: (() => void) | undefined;

  /** @param onLeft Called when the reader has enough before the end. */
  constructor(controller: Dispatcher.DispatchController, onLeft: () => void) {
    this.#controller = controller;
    this.#onLeft = onLeft;
  }

  add(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size > HIGH_WATER) this.#controller.pause();
    this.#wake?.();
  }

  finish(): void {
    this.#isFinished = true;
    this.#wake?.();
  }

  fail(failure: PackwheelError): void {
    this.#failure = failure;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        const bytes = this.#waiting.shift();
        if (bytes !== undefined) {
          this.#size -= bytes.length;
          yield bytes;
          continue;
        }
        if (this.#isFinished) return;
        if (this.#failure !== undefined) throw this.#failure;
        if (this.#controller.paused) this.#controller.resume();
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      }
    } finally {
      if (!this.#isFinished && this.#failure === undefined) {
        this.#onLeft();
        this.#controller.abort(new Error("The rest of the answer is not needed"));
      }
    }
  }
}
