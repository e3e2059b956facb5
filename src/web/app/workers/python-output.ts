/** What Python prints, told often enough to be read while it runs, and seldom enough to leave the page its time. */

const PAUSE_MILLISECONDS = 40;

export interface PrintedText {
  readonly stream: "out" | "error";
  readonly text: string;
}

export class PythonOutput {
  readonly #tell: (printed: PrintedText) => void;
  readonly #decoders = { out: new TextDecoder(), error: new TextDecoder() };
  #held: PrintedText = { stream: "out", text: "" };
  #told = 0;

  constructor(tell: (printed: PrintedText) => void) {
    this.#tell = tell;
  }

  write(stream: PrintedText["stream"], bytes: Uint8Array): number {
    if (stream !== this.#held.stream) this.flush();
    const text = this.#held.text + this.#decoders[stream].decode(bytes, { stream: true });
    this.#held = { stream, text };
    // No timer has a turn while Python runs.
    if (performance.now() - this.#told > PAUSE_MILLISECONDS) this.flush();
    return bytes.length;
  }

  flush(): void {
    if (this.#held.text === "") return;
    this.#tell(this.#held);
    this.#held = { ...this.#held, text: "" };
    this.#told = performance.now();
  }
}
