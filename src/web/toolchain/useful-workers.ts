/** How many workers a page may have: one for each core, while the tab stays small. */

/** What a worker takes at work, measured: memory of the programs that it runs, and of those that were not yet let go. */
const MEMORY_OF_A_WORKER: number = 300 << 20;

/** For all of them; a tab has no business to take more than half as much again. */
const MEMORY_OF_ALL: number = 1 << 30;

export function usefulWorkers(cores: number = globalThis.navigator?.hardwareConcurrency ?? 1): number {
  return Math.max(1, Math.min(cores, Math.floor(MEMORY_OF_ALL / MEMORY_OF_A_WORKER)));
}
