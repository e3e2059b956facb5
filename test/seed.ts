/**
 * One seed for every property test of a run, so that a run that passes passes again.
 * `FUZZ_SEED=$RANDOM npm test` looks elsewhere; a failure prints its seed.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20_261_122) });
