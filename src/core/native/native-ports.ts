/** What building native code takes from outside. */
import type { CommandRunner } from "../ports/command-runner.ts";
import type { BuildProfile, CCompiler } from "../ports/compiler.ts";

export interface NativePorts {
  /** Target triple that is built for. */
  readonly target: string;
  /** Default `release`. */
  readonly profile?: BuildProfile | undefined;
  /** MACOSX_DEPLOYMENT_TARGET */
  readonly deploymentTarget?: string | undefined;
  /** For tables with `sources`. */
  readonly compiler?: CCompiler | undefined;
  /** For tables with `command`. */
  readonly commands?: CommandRunner | undefined;
}
