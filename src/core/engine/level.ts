/** zlib's levels: 0 stores, 1 is fastest, 9 is smallest. */
import { PackwheelError } from "../errors.ts";

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export type DeflateLevel = (typeof LEVELS)[number];

/** @throws {PackwheelError} `ENGINE_BAD_LEVEL` for anything but a whole number from 0 to 9. */
export function toDeflateLevel(level = 6): DeflateLevel {
  const found = LEVELS.find((known) => known === level);
  if (found !== undefined) return found;
  throw new PackwheelError("ENGINE_BAD_LEVEL", `Cannot deflate at level ${level}: levels go from 0 to 9`);
}
