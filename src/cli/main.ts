/**
 * The command line: words in, exit code out. Results go to stdout, everything told to a person to stderr.
 * Exit codes: 0 done, 1 failed or findings, 2 wrong usage, 130 interrupted.
 */
import { type Finding, PackwheelError } from "../core/errors.ts";
import { askAtTerminal, askHiddenAtTerminal } from "./ask.ts";
import { commandName, type ProgramSpec } from "./command-spec.ts";
import { COMMANDS, GLOBAL_OPTIONS, PROGRAMS } from "./commands.ts";
import { type CommandContext, type CommandResult, UsageError } from "./context.ts";
import { type ParsedCommandLine, parseArguments } from "./parse-arguments.ts";
import { ProgressBar } from "./progress.ts";
import { errorFindings, formatError, formatFinding, formatJson, Painter } from "./report.ts";

/** What shells give for a process that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** The streams and surroundings of one run; tests give their own. */
export interface CommandLineHost {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string | Uint8Array): unknown };
  readonly stderr: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
  /** Only where a person can answer. */
  readonly ask?: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
  readonly askHidden?: ((question: string, signal: AbortSignal) => Promise<string>) | undefined;
}

export async function main(argv: readonly string[], host: CommandLineHost = processHost()): Promise<number> {
  const program = PROGRAMS.find((spec) => commandName(spec) === argv[0]);
  const asksForHelp = argv.length === 2 && argv[1] === "--help";
  if (program !== undefined && !asksForHelp) return runProgram(program, argv, host);
  const wantsJson = argv.includes("--json");
  const painter = new Painter(wantsColor(argv, host));
  let parsed: ParsedCommandLine;
  try {
    const outcome = parseArguments(argv, COMMANDS, GLOBAL_OPTIONS, PROGRAMS);
    if ("answer" in outcome) {
      host.stdout.write(outcome.answer);
      return argv.length === 0 ? 2 : 0;
    }
    parsed = outcome;
  } catch (error) {
    return reportUsage(error, argv, wantsJson, host, painter);
  }
  return runCommand(parsed, argv, host, painter);
}

/** `cc` and its kin: what they print is what the programs print whose place they take. */
async function runProgram(spec: ProgramSpec, argv: readonly string[], host: CommandLineHost): Promise<number> {
  const name = commandName(spec);
  const interrupt = new InterruptWatch();
  try {
    const { run } = await spec.load();
    const { cwd, environment } = host;
    const hasColors = wantsColor(argv.slice(0, 1), host);
    const result = await run(argv.slice(1), { name, cwd, environment, hasColors, signal: interrupt.signal });
    if (result.stdout.length > 0) host.stdout.write(result.stdout);
    if (result.stderr !== "") host.stderr.write(result.stderr);
    return result.exitCode;
  } catch (error) {
    if (interrupt.signal.aborted) return INTERRUPTED;
    if (!(error instanceof PackwheelError)) throw error;
    const hint = error.hint === undefined ? "" : `hint: ${error.hint}\n`;
    host.stderr.write(`packwheel ${name}: error: ${error.message}\n${hint}`);
    return 1;
  } finally {
    interrupt.stop();
  }
}

async function runCommand(
  { spec, args, options }: ParsedCommandLine,
  argv: readonly string[],
  host: CommandLineHost,
  painter: Painter,
): Promise<number> {
  const name = commandName(spec);
  const json = options["json"] === true;
  const quiet = options["quiet"] === true;
  const verbose = options["verbose"] === true;
  const progress = new ProgressBar(host.stderr, {
    enabled: canDraw(host) && !quiet && !json,
    phases: verbose && !json,
    lines: !quiet && !json,
    painter,
  });
  const interrupt = new InterruptWatch();
  const { ask, askHidden } = host;
  const nobodyAnswers = json || host.environment["CI"] !== undefined;
  const context: CommandContext = {
    cwd: host.cwd,
    environment: host.environment,
    reporter: progress,
    signal: interrupt.signal,
    json,
    verbose,
    colors: painter.enabled,
    ask: ask === undefined || nobodyAnswers ? undefined : (question) => ask(question, interrupt.signal),
    askHidden:
      askHidden === undefined || nobodyAnswers ? undefined : (question) => askHidden(question, interrupt.signal),
    writeCommand: (line) => {
      progress.clear();
      host.stderr.write(`${line}\n`);
    },
  };
  try {
    const command = await spec.load();
    const result = await command.run(args, options, context);
    progress.clear();
    printResult(name, result, { json, quiet }, host, painter);
    // What was cut short has said so itself.
    return interrupt.signal.aborted && result.exitCode !== 0 ? INTERRUPTED : result.exitCode;
  } catch (error) {
    progress.clear();
    if (error instanceof UsageError) return reportUsage(error, argv, json, host, painter);
    if (interrupt.signal.aborted) {
      if (json)
        host.stdout.write(formatJson(name, [], [{ code: "ABORTED", severity: "error", message: "Interrupted" }]));
      else host.stderr.write(`${painter.error("error:")} Interrupted; no unfinished file was left\n`);
      return INTERRUPTED;
    }
    if (!(error instanceof PackwheelError)) {
      // A fault of packwheel itself: its stack goes to stderr, and readers of JSON still get their object.
      if (json) host.stdout.write(formatJson(name, [], [internalError(error)]));
      throw error;
    }
    if (json) host.stdout.write(formatJson(name, [], errorFindings(error)));
    else host.stderr.write(formatError(error, painter, verbose));
    return 1;
  } finally {
    interrupt.stop();
  }
}

function printResult(
  name: string,
  result: CommandResult,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
  host: CommandLineHost,
  painter: Painter,
): void {
  if (json) {
    host.stdout.write(formatJson(name, result.files, result.findings));
    return;
  }
  for (const finding of result.findings) {
    if (!quiet || finding.severity === "error") host.stderr.write(formatFinding(finding, painter));
  }
  if (!quiet) for (const note of result.notes ?? []) host.stderr.write(`${note}\n`);
  for (const line of result.lines) host.stdout.write(`${line}\n`);
}

function internalError(error: unknown): Finding {
  const message = `Cannot go on: ${error instanceof Error ? error.message : String(error)}`;
  return { code: "INTERNAL", severity: "error", message, hint: "Report this with what stderr says" };
}

function reportUsage(
  error: unknown,
  argv: readonly string[],
  json: boolean,
  host: CommandLineHost,
  painter: Painter,
): number {
  if (!(error instanceof UsageError)) throw error;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  if (json) {
    const command = argv.find((word) => !word.startsWith("-")) ?? "";
    host.stdout.write(formatJson(command, [], [{ code: "USAGE", severity: "error", message: error.message, ...hint }]));
  } else {
    host.stderr.write(`${painter.error("error:")} ${error.message}\n`);
    if (error.hint !== undefined) host.stderr.write(`\n${painter.hint("hint:")} ${error.hint}\n`);
  }
  return 2;
}

/** NO_COLOR and FORCE_COLOR decide before the terminal does: https://no-color.org, https://force-color.org */
function wantsColor(argv: readonly string[], host: CommandLineHost): boolean {
  const { NO_COLOR: noColor, FORCE_COLOR: forceColor, TERM: term } = host.environment;
  if (argv.includes("--no-color") || (noColor !== undefined && noColor !== "")) return false;
  if (forceColor !== undefined && forceColor !== "") return forceColor !== "0" && forceColor !== "false";
  return host.stderr.isTTY === true && term !== "dumb";
}

/** A terminal that a person looks at, and that knows how to wipe a line. */
function canDraw({ stderr, environment }: CommandLineHost): boolean {
  return stderr.isTTY === true && environment["CI"] === undefined && environment["TERM"] !== "dumb";
}

/** The first Ctrl-C asks the work to stop and clean up, the second ends the process at once. */
class InterruptWatch {
  readonly #controller = new AbortController();
  readonly #onSignal = (): void => {
    if (this.#controller.signal.aborted) process.exit(INTERRUPTED);
    this.#controller.abort(new PackwheelError("ABORTED", "Interrupted"));
  };

  constructor() {
    process.on("SIGINT", this.#onSignal);
    process.on("SIGTERM", this.#onSignal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(): void {
    process.off("SIGINT", this.#onSignal);
    process.off("SIGTERM", this.#onSignal);
  }
}

function processHost(): CommandLineHost {
  // `packwheel show x.whl | head` has read enough; that is no fault of the command.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    cwd: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    ask: process.stdin.isTTY && process.stderr.isTTY ? askAtTerminal : undefined,
    askHidden: process.stdin.isTTY && process.stderr.isTTY ? askHiddenAtTerminal : undefined,
  };
}
