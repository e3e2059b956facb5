/** What the shell asks of each part of the page. */
import type { GivenFiles } from "../messages/given.ts";

export interface Part {
  /** Files were dropped while the part is seen. False when it has no use for them. */
  take(given: GivenFiles): boolean;
  /** Escape was pressed. False when there was nothing to stop or to leave. */
  escape(): boolean;
}
