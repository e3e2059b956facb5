/**
 * Words of the command line -> command, arguments and options.
 *
 * cac finds the command, writes the help and refuses what it does not know. Its parser turns `1.10` into the
 * number 1.1 and an empty value into 0, so every value travels behind a mark that keeps it text.
 */
import { type CAC, cac } from "cac";
import { closestMatch } from "../core/names/closest.ts";
import { PACKWHEEL_VERSION } from "../core/version.ts";
import {
  type CommandPage,
  type CommandSpec,
  commandName,
  type OptionSpec,
  optionNames,
  takesValue,
} from "./command-spec.ts";
import { type OptionValues, UsageError } from "./context.ts";

/** A private-use character: no number begins with it, and no option does. */
const MARK = "\u{F8FF}";

export interface ParsedCommandLine {
  readonly spec: CommandSpec;
  readonly args: readonly string[];
  readonly options: OptionValues;
}

/** What is asked for needs no command to run: help, or the version. */
export interface Answer {
  readonly answer: string;
}

/**
 * @param programs Commands that read their words themselves: only help knows them here.
 * @throws {UsageError} for unknown commands and options, missing values and arguments.
 */
export function parseArguments(
  argv: readonly string[],
  commands: readonly CommandSpec[],
  globalOptions: readonly OptionSpec[],
  programs: readonly CommandPage[] = [],
): ParsedCommandLine | Answer {
  const options = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const words = options.filter((word) => !word.startsWith("-"));
  const asksForHelp = words[0] === "help" || options.includes("--help") || options.includes("-h");
  if (!asksForHelp && (options.includes("--version") || options.includes("-V"))) {
    return { answer: `packwheel ${PACKWHEEL_VERSION}\n` };
  }
  const name = words[0] === "help" ? words[1] : words[0];
  const spec = commands.find((command) => commandName(command) === name);
  const page = spec ?? programs.find((program) => commandName(program) === name);
  const pages = [...commands, ...programs];
  if (name !== undefined && page === undefined) throw unknownCommand(name, pages);
  if (asksForHelp) return { answer: helpText(page, pages, globalOptions) };
  if (spec === undefined) {
    if (argv.length === 0) return { answer: helpText(undefined, pages, globalOptions) };
    throw new UsageError("No command is given", "Run packwheel --help for the list of commands");
  }
  const known = [...spec.options, ...globalOptions];
  const { cli, run } = buildParser(commands, globalOptions);
  try {
    cli.parse(["node", "packwheel", ...markValues(argv, known)], { run: false });
    cli.runMatchedCommand();
  } catch (error) {
    if (error instanceof Error && error.name === "CACError") throw usageError(error.message, spec, known);
    throw error;
  }
  if (run.args === undefined) throw new UsageError(`Cannot read the command line of "${name}"`);
  return { spec, args: run.args.map(unmark), options: collectOptions(run.options, known) };
}

function unknownCommand(name: string, commands: readonly CommandPage[]): UsageError {
  const near = closestMatch(name, commands.map(commandName));
  return new UsageError(
    `Unknown command "${name}"`,
    near === undefined ? "Run packwheel --help for the list of commands" : `Did you mean "${near}"?`,
  );
}

/** What cac says, in our words. */
function usageError(message: string, spec: CommandSpec, known: readonly OptionSpec[]): UsageError {
  const text = message.replaceAll(MARK, "");
  const unknown = /^Unknown option `(-+)([^`]+)`$/.exec(text);
  if (unknown?.[2] !== undefined) {
    return unknownOption(unknown[1] + unknown[2].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), known);
  }
  const valueless = known.find((option) => text === `option \`${option.flags}\` value is missing`);
  if (valueless !== undefined) {
    return new UsageError(
      `Option "${longName(valueless)}" needs a value`,
      `Write ${valueless.flags.split(", ").at(-1)}; a value that begins with a dash follows an equals sign`,
    );
  }
  const unused = /^Unused args: (.*)$/s.exec(text);
  if (unused !== null) {
    return new UsageError(`Cannot use ${unused[1]?.replaceAll("`", '"')}: too many arguments`, usageHint(spec));
  }
  if (text.startsWith("missing required args")) {
    return new UsageError(`Command "${commandName(spec)}" needs an argument`, usageHint(spec));
  }
  return new UsageError(text.charAt(0).toUpperCase() + text.slice(1).replaceAll("`", '"'));
}

function usageHint(spec: CommandSpec): string {
  return `Write packwheel ${spec.usage} [options]`;
}

function unknownOption(written: string, known: readonly OptionSpec[]): UsageError {
  const near = closestMatch(written, known.flatMap(optionNames));
  return new UsageError(
    `Unknown option "${written}"`,
    near === undefined ? "Run the command with --help for its options" : `Did you mean "${near}"?`,
  );
}

interface Run {
  args: string[] | undefined;
  options: Record<string, unknown>;
}

function buildParser(commands: readonly CommandSpec[], globalOptions: readonly OptionSpec[]): { cli: CAC; run: Run } {
  const run: Run = { args: undefined, options: {} };
  const cli = cac("packwheel");
  for (const option of globalOptions) cli.option(option.flags, option.description);
  for (const spec of commands) {
    const command = cli.command(spec.usage, spec.description);
    for (const option of spec.options) command.option(option.flags, option.description);
    for (const example of spec.examples) command.example(`  $ ${example}`);
    command.action((...words: unknown[]) => {
      run.args = words
        .slice(0, -1)
        .flat()
        .filter((word) => typeof word === "string");
      const options = words.at(-1);
      if (typeof options === "object" && options !== null) run.options = { ...options };
    });
  }
  return { cli, run };
}

/** `-o x`, `-ox`, `--out-dir x` and `--out-dir=x` all become `--out-dir=<mark>x`; what follows `--` are arguments. */
function markValues(argv: readonly string[], known: readonly OptionSpec[]): string[] {
  const longNames = new Map<string, string>();
  for (const option of known.filter(takesValue)) {
    for (const name of optionNames(option)) longNames.set(name, longName(option));
  }
  const words: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (word === "--") return [...words, ...argv.slice(index + 1).map((argument) => `${MARK}${argument}`)];
    // Standard input, which is an argument like any file; cac would drop it.
    if (word === "-") {
      words.push(`${MARK}-`);
      continue;
    }
    const equals = word.indexOf("=");
    const name = longNames.get(equals === -1 ? word : word.slice(0, equals));
    const attachedTo = word.startsWith("--") ? undefined : longNames.get(word.slice(0, 2));
    const next = argv[index + 1];
    if (name === undefined && attachedTo !== undefined) words.push(`${attachedTo}=${MARK}${word.slice(2)}`);
    else if (name === undefined) words.push(word);
    else if (equals !== -1) words.push(`${name}=${MARK}${word.slice(equals + 1)}`);
    else if (next === undefined || (next.startsWith("-") && next !== "-")) words.push(name);
    else {
      words.push(`${name}=${MARK}${next}`);
      index += 1;
    }
  }
  return words;
}

function longName(option: OptionSpec): string {
  return optionNames(option).at(-1) ?? option.flags;
}

function unmark(value: string): string {
  return value.startsWith(MARK) ? value.slice(MARK.length) : value;
}

function collectOptions(parsed: Readonly<Record<string, unknown>>, known: readonly OptionSpec[]): OptionValues {
  const options: Record<string, string | boolean | readonly string[]> = {};
  for (const option of known) {
    const long = longName(option);
    const key = camelCase(long.replace(/^--(no-)?/, ""));
    const value = parsed[key];
    if (value === undefined) continue;
    // cac takes `--no-` before any switch; here it belongs to those that are named so.
    if (value === false && !long.startsWith("--no-")) throw unknownOption(long.replace("--", "--no-"), known);
    if (typeof value === "boolean") options[key] = value;
    else {
      const values = (Array.isArray(value) ? value : [value]).map((item) => unmark(String(item)));
      if (option.many) options[key] = values;
      else if (!takesValue(option)) options[key] = true;
      else if (values.length > 1)
        throw new UsageError(`Option "${long}" is given ${values.length} times`, "Give it once");
      else options[key] = values[0] ?? "";
    }
  }
  return options;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The page of one command, or the list of all. */
function helpText(
  spec: CommandPage | undefined,
  commands: readonly CommandPage[],
  globalOptions: readonly OptionSpec[],
): string {
  if (spec === undefined) {
    return [
      "packwheel: build, check and publish Python wheels with Node alone",
      "",
      "Usage:",
      "  packwheel <command> [options]",
      "",
      "Commands:",
      ...columns(commands.map((command) => [command.usage, command.description])),
      "",
      "Options:",
      ...columns(globalOptions.map((option) => [option.flags, option.description])),
      "",
      "Exit codes: 0 done, 1 failed or findings, 2 wrong usage. Run packwheel <command> --help for its options.",
      "",
    ].join("\n");
  }
  return [
    spec.description,
    "",
    "Usage:",
    `  packwheel ${spec.usage} [options]`,
    "",
    "Options:",
    ...columns([...spec.options, ...globalOptions].map((option) => [option.flags, option.description])),
    "",
    "Examples:",
    ...spec.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
