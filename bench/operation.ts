/** What a benchmark is: one input, packwheel, and the tools that do the same work on it. */

export interface Contestant {
  /** `packwheel pack`, `wheel pack` */
  readonly name: string;
  /** Program and arguments; undefined when the program is not installed. */
  readonly command: readonly string[] | undefined;
  /** Why there is no command: `the wheel package is not installed`. */
  readonly missing?: string | undefined;
  readonly cwd: string;
  /** Emptied before each run; a result of an earlier run must not help or hinder. */
  readonly outDir?: string | undefined;
  /** At least this many times as fast as the peer is what packwheel promises. */
  readonly goal?: number | undefined;
}

export interface Contest {
  /** What the input is, in words: `5 files of 100 MB and 5,000 text files`. */
  readonly input: string;
  /** Each contestant runs this many times, in turn; the best time counts. */
  readonly runs: number;
  readonly packwheel: Contestant;
  /** Bytes that packwheel promises not to pass. */
  readonly memoryGoal?: number | undefined;
  readonly peers: readonly Contestant[];
}

export interface BenchContext {
  /** Where inputs and outputs lie: `.bench/`, which git ignores. */
  readonly folder: string;
  /** Smaller inputs, to try the benchmarks themselves. */
  readonly quick: boolean;
  /** `[node, bin/packwheel.js]` */
  readonly packwheel: readonly string[];
}

export interface Operation {
  /** As on the command line: `pack-600mb`. */
  readonly name: string;
  prepare(context: BenchContext): Promise<Contest>;
}
