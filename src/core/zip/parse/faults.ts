/** Faults of one archive, gathered while it is read. */
import type { ZipErrorCode } from "../error-codes.ts";
import type { ZipFault } from "../model.ts";

/** An archive may have a fault in each of its entries. Each kind is told so often, and none can hide another. */
const MAX_FAULTS_OF_A_CODE = 50;

export class FaultList {
  readonly #faults: ZipFault[] = [];
  readonly #counts = new Map<ZipErrorCode, number>();

  add(code: ZipErrorCode, message: string, place: { readonly path?: string; readonly offset?: number } = {}): void {
    const count = this.#counts.get(code) ?? 0;
    if (count >= MAX_FAULTS_OF_A_CODE) return;
    this.#counts.set(code, count + 1);
    this.#faults.push({ code, message, ...place });
  }

  /** By place in the file; those without a place come last. */
  sorted(): readonly ZipFault[] {
    const place = (fault: ZipFault): number => fault.offset ?? Number.MAX_SAFE_INTEGER;
    return this.#faults.toSorted((a, b) => place(a) - place(b));
  }
}
