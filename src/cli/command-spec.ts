/** What a command is called, takes and does: the one place that help, docs and the parser read. */
import type { CommandModule, ProgramModule } from "./context.ts";

export interface OptionSpec {
  /** `-o, --out-dir <dir>`; a flag without `<…>` is a switch. */
  readonly flags: string;
  readonly description: string;
  /** May be given more than once. */
  readonly many?: boolean;
}

/** What help and reference tell of a command. */
export interface CommandPage {
  /** `build [dir]`, `check <...files>` */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** Paragraphs for the reference: what the short description leaves out. */
  readonly details: readonly string[];
}

export interface CommandSpec extends CommandPage {
  load(): Promise<CommandModule>;
}

/** A command whose words are those of another program: they reach it as they are, and no option of packwheel is read. */
export interface ProgramSpec extends CommandPage {
  load(): Promise<ProgramModule>;
}

/** `build` of `build [dir]` */
export function commandName(spec: CommandPage): string {
  return spec.usage.split(" ", 1)[0] ?? spec.usage;
}

/** `--out-dir` and `-o` of `-o, --out-dir <dir>` */
export function optionNames(spec: OptionSpec): string[] {
  return spec.flags
    .replace(/\s[<[].*$/, "")
    .split(",")
    .map((name) => name.trim());
}

export function takesValue(spec: OptionSpec): boolean {
  return /[<[]/.test(spec.flags);
}
