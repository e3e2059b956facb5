/** Faults of one archive, gathered while it is read. */
import type { ZipErrorCode } from "../error-codes.ts";
import type { ZipFault } from "../model.ts";

/** An archive may have a fault in each of its entries; a reader wants to see some of them, not all. */
const MAX_FAULTS = 250;

export class FaultList {
  readonly #faults: ZipFault[] = [];

  add(code: ZipErrorCode, message: string, place: { readonly path?: string; readonly offset?: number } = {}): void {
    if (this.#faults.length < MAX_FAULTS) this.#faults.push({ code, message, ...place });
  }

  /** By place in the file; those without a place come last. */
  sorted(): readonly ZipFault[] {
    const place = (fault: ZipFault): number => fault.offset ?? Number.MAX_SAFE_INTEGER;
    return this.#faults.toSorted((a, b) => place(a) - place(b));
  }
}
