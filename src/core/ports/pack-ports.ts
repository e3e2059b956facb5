/** What writing an archive needs of the world, whatever the archive. */
import type { Engine } from "./engine.ts";
import type { OutputFolder } from "./output.ts";
import type { Reporter } from "./reporter.ts";

export interface PackPorts {
  readonly folder: OutputFolder;
  readonly engine: Engine;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}
