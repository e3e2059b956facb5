import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CommandSpec, commandName } from "../../src/cli/command-spec.ts";
import { UsageError } from "../../src/cli/context.ts";
import { parseArguments } from "../../src/cli/parse-arguments.ts";
import { PACKWHEEL_VERSION } from "../../src/core/version.ts";

const COMMAND: CommandSpec = {
  usage: "paint <wall> [...colors]",
  description: "Paint a wall",
  options: [
    { flags: "-c, --coats <number>", description: "How often" },
    { flags: "--spot <place>", description: "Where", many: true },
    { flags: "--dry", description: "Do nothing" },
  ],
  examples: ["packwheel paint north blue"],
  details: [],
  load: () => Promise.reject(new Error("not run")),
};
const WASH: CommandSpec = { ...COMMAND, usage: "wash [wall]", options: [] };
const GLOBAL = [
  { flags: "--json", description: "JSON" },
  { flags: "--no-color", description: "No colours" },
];

function parse(...argv: string[]) {
  const outcome = parseArguments(argv, [COMMAND, WASH], GLOBAL);
  assert.ok("spec" in outcome, "gave an answer");
  return { command: commandName(outcome.spec), args: outcome.args, options: outcome.options };
}

const lines: readonly { name: string; argv: string[]; args: string[]; options: object }[] = [
  { name: "arguments alone", argv: ["north", "blue", "red"], args: ["north", "blue", "red"], options: {} },
  {
    name: "a version that looks like a number",
    argv: ["n", "--coats", "1.10"],
    args: ["n"],
    options: { coats: "1.10" },
  },
  { name: "a value after an equals sign", argv: ["n", "--coats=1.0"], args: ["n"], options: { coats: "1.0" } },
  { name: "a short name", argv: ["n", "-c", "0012"], args: ["n"], options: { coats: "0012" } },
  { name: "a short name with an equals sign", argv: ["n", "-c=7"], args: ["n"], options: { coats: "7" } },
  { name: "an empty value", argv: ["n", "--coats", ""], args: ["n"], options: { coats: "" } },
  {
    name: "an empty value after an equals sign",
    argv: ["n", "--coats=", "blue"],
    args: ["n", "blue"],
    options: { coats: "" },
  },
  { name: "a value that begins with a dash", argv: ["n", "--coats=-a"], args: ["n"], options: { coats: "-a" } },
  { name: "a repeated option", argv: ["n", "--spot", "1", "--spot=2"], args: ["n"], options: { spot: ["1", "2"] } },
  { name: "a switch before an argument", argv: ["--dry", "n"], args: ["n"], options: { dry: true } },
  { name: "options of every command", argv: ["n", "--json"], args: ["n"], options: { json: true } },
  { name: "a value with an equals sign in it", argv: ["n", "--spot", "a=b"], args: ["n"], options: { spot: ["a=b"] } },
  { name: "an argument that is a number", argv: ["007"], args: ["007"], options: {} },
  { name: "a value behind a short name", argv: ["n", "-c7"], args: ["n"], options: { coats: "7" } },
  {
    name: "arguments after a double dash",
    argv: ["--dry", "--", "n", "--coats", "1.0", "--help"],
    args: ["n", "--coats", "1.0", "--help"],
    options: { dry: true },
  },
];

const faults: readonly { name: string; argv: string[]; message: string; hint?: string }[] = [
  { name: "an unknown command", argv: ["pant", "n"], message: 'Unknown command "pant"', hint: 'Did you mean "paint"?' },
  {
    name: "an unknown option",
    argv: ["paint", "n", "--coat", "1"],
    message: 'Unknown option "--coat"',
    hint: 'Did you mean "--coats"?',
  },
  {
    name: "a missing argument",
    argv: ["paint"],
    message: 'Command "paint" needs an argument',
    hint: "Write packwheel paint <wall> [...colors] [options]",
  },
  {
    name: "an argument too many",
    argv: ["wash", "north", "south"],
    message: 'Cannot use "south": too many arguments',
    hint: "Write packwheel wash [wall] [options]",
  },
  { name: "help on an unknown command", argv: ["help", "pant"], message: 'Unknown command "pant"' },
  { name: "an unknown command with --help", argv: ["pant", "--help"], message: 'Unknown command "pant"' },
  { name: "options alone", argv: ["--json"], message: "No command is given" },
  {
    name: "the opposite of a switch that has none",
    argv: ["paint", "n", "--no-dry"],
    message: 'Unknown option "--no-dry"',
  },
  {
    name: "a missing value",
    argv: ["paint", "n", "--coats"],
    message: 'Option "--coats" needs a value',
    hint: "Write --coats <number>; a value that begins with a dash follows an equals sign",
  },
  {
    name: "an option given twice",
    argv: ["paint", "n", "-c", "1", "--coats", "2"],
    message: 'Option "--coats" is given 2 times',
  },
];

describe("parseArguments()", () => {
  for (const { name, argv, args, options } of lines) {
    test(`reads ${name}`, () => {
      const parsed = parse("paint", ...argv);
      assert.deepEqual({ command: parsed.command, args: parsed.args }, { command: "paint", args });
      assert.deepEqual({ color: true, ...parsed.options }, { color: true, ...options });
    });
  }

  for (const { name, argv, message, hint } of faults) {
    test(`refuses ${name}`, () => {
      assert.throws(
        () => parse(...argv),
        (error) =>
          error instanceof UsageError && error.message === message && (hint === undefined || error.hint === hint),
      );
    });
  }

  test("takes a dash alone as an argument", () => {
    const outcome = parseArguments(["paint", "-", "--coats", "-", "blue"], [COMMAND], GLOBAL);
    assert.ok("args" in outcome);
    assert.deepEqual(outcome.args, ["-", "blue"]);
    assert.equal(outcome.options["coats"], "-");
  });

  test("gives the version, wherever it is asked for", () => {
    for (const argv of [["-V"], ["--json", "--version"], ["paint", "--version"]]) {
      assert.deepEqual(parseArguments(argv, [COMMAND], GLOBAL), { answer: `packwheel ${PACKWHEEL_VERSION}\n` });
    }
  });

  test("gives the help of a command", () => {
    const outcome = parseArguments(["paint", "--help"], [COMMAND], GLOBAL);
    assert.ok("answer" in outcome);
    assert.equal(
      outcome.answer,
      `Paint a wall

Usage:
  packwheel paint <wall> [...colors] [options]

Options:
  -c, --coats <number>  How often
  --spot <place>        Where
  --dry                 Do nothing
  --json                JSON
  --no-color            No colours

Examples:
  packwheel paint north blue
`,
    );
  });
});
