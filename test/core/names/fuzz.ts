/** Puts ten thousand texts into a parser: it must give a result or raise a PackwheelError, and never take long. */
import fc from "fast-check";
import { PackwheelError } from "../../../src/core/errors.ts";
import { mutated } from "./arbitraries.ts";

const ALPHABET = " \t\n\0abrcdevpostxPY019.,-_+!*@[]()<>=~;:'\"/\\#{}%é\u{1F600}\uD800";
const RUNS = 10_000;

/** @param near Texts that the parser takes, of which half of the inputs are made. */
export function fuzz(parse: (text: string) => unknown, near: fc.Arbitrary<string>): void {
  const garbage = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 40 }).map((characters) => characters.join(""));
  const input = fc.oneof(mutated(near, ALPHABET), garbage, fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(input, (text) => {
      try {
        parse(text);
      } catch (error) {
        if (!(error instanceof PackwheelError)) throw error;
      }
    }),
    { numRuns: RUNS },
  );
}
