/** What a command is given, and what it gives back. Commands neither print nor exit: `main` does both. */
import type { Finding } from "../core/errors.ts";
import type { Reporter } from "../core/ports/reporter.ts";

export interface CommandContext {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly reporter: Reporter;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly colors: boolean;
  /** Asks the person at the terminal, and gives the line that was typed; undefined when nobody sits there. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** The same for a password: what is typed is not shown. */
  readonly askHidden?: ((question: string) => Promise<string>) | undefined;
  /** Writes a line for the service that keeps the log, and not for people: stderr, whatever the options. */
  readonly writeCommand: (line: string) => void;
}

/** Values as text, switches as `true`; camel case of the long name: `outDir`. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandResult {
  /** For `files` of the JSON object. */
  readonly files: readonly object[];
  readonly findings: readonly Finding[];
  /** Lines for stdout, when `--json` is not given. */
  readonly lines: readonly string[];
  /** Lines for stderr that tell a person what happened; `--quiet` leaves them out. */
  readonly notes?: readonly string[];
  /** 0 done, 1 failed or findings. */
  readonly exitCode: 0 | 1;
}

export interface CommandModule {
  run(args: readonly string[], options: OptionValues, context: CommandContext): Promise<CommandResult>;
}

/** What a program in the place of another is given: words, and streams. */
export interface ProgramContext {
  /** `cc` */
  readonly name: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hasColors: boolean;
  readonly signal: AbortSignal;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface ProgramModule {
  run(words: readonly string[], context: ProgramContext): Promise<ProgramResult>;
}

/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
