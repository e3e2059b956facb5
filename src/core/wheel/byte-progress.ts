/** Progress of packing, in bytes of the members as they are read. */
import { isWatchable } from "../ports/file-tree.ts";
import type { Reporter } from "../ports/reporter.ts";
import type { WheelMember } from "./wheel-member.ts";

/** A bar has no use for finer steps, and twenty thousand small files no time for them. */
const STEPS = 500;

export class ByteProgress {
  readonly #reporter: Reporter | undefined;
  readonly #total: number;
  #done = 0;
  #reported = 0;

  constructor(reporter: Reporter | undefined, members: Iterable<WheelMember>) {
    this.#reporter = reporter;
    let total = 0;
    for (const { size } of members) total += size;
    this.#total = total;
  }

  /** The same member, whose bytes are counted as they are read. */
  watch(member: WheelMember): WheelMember {
    if (this.#reporter === undefined) return member;
    const open = (): AsyncIterable<Uint8Array> => {
      const content = member.open();
      return isWatchable(content) ? content.watched((bytes) => this.#add(bytes)) : this.#count(content);
    };
    const { path, size, executable, mode } = member;
    return { path, size, executable, mode, open };
  }

  /** Sizes are but announced: whatever was counted, this is the end. */
  finish(): void {
    this.#reporter?.report({ kind: "progress", done: this.#total, total: this.#total, unit: "bytes" });
  }

  async *#count(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.#add(chunk.length);
      yield chunk;
    }
  }

  #add(bytes: number): void {
    this.#done = Math.min(this.#done + bytes, this.#total);
    if (this.#done - this.#reported <= this.#total / STEPS) return;
    this.#reported = this.#done;
    this.#reporter?.report({ kind: "progress", done: this.#done, total: this.#total, unit: "bytes" });
  }
}
