/** Time and waiting. */
import { setTimeout as wait } from "node:timers/promises";
import { throwIfAborted } from "../../core/ports/abort.ts";
import type { Clock } from "../../core/ports/clock.ts";

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      throwIfAborted(signal);
      throw error;
    }
  },
};
