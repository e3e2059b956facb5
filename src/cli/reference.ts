/** The reference page of the command line, made from the table of commands. */
import { type CommandPage, commandName, type OptionSpec } from "./command-spec.ts";

/** Markdown for `docs/cli.md`. */
export function cliReference(commands: readonly CommandPage[], globalOptions: readonly OptionSpec[]): string {
  return [
    "# Command line",
    "",
    "<!-- Made by `node --import tsx .ci/refresh/cli-reference.ts`; a test holds it equal to the commands. -->",
    "",
    "```",
    "packwheel <command> [options]",
    "```",
    "",
    ...commands.map((spec) => `- [\`${commandName(spec)}\`](#${anchor(commandName(spec))}): ${spec.description}`),
    "",
    "Results go to stdout, everything told to a person to stderr: a progress bar on a terminal, never in logs.",
    "",
    "| exit code | meaning |",
    "|---|---|",
    "| 0 | done |",
    "| 1 | failed, or findings that fail the command |",
    "| 2 | wrong usage |",
    "| 130 | interrupted by Ctrl-C or a termination signal; no unfinished file is left |",
    "",
    "With `--json`, stdout holds one object and nothing else:",
    "",
    "```json",
    '{ "version": 1, "command": "build",',
    '  "files": [{ "path": "dist/hello-1.0-py3-none-any.whl", "kind": "wheel", "tags": ["py3-none-any"],',
    '              "size": 1234, "sha256": "…" }],',
    '  "findings": [{ "code": "…", "severity": "error|warning|note", "message": "…", "path": "…", "hint": "…" }] }',
    "```",
    "",
    "An error is a finding too, so a reader needs to look in one place only. `path` and `hint` may be absent.",
    "",
    "## Options of every command",
    "",
    ...optionTable(globalOptions),
    ...commands.flatMap((spec) => [
      "",
      `## ${commandName(spec)}`,
      "",
      `${spec.description}.`,
      "",
      "```",
      `packwheel ${spec.usage} [options]`,
      "```",
      ...spec.details.flatMap((paragraph) => ["", paragraph]),
      ...(spec.options.length === 0 ? [] : ["", ...optionTable(spec.options)]),
      "",
      "```sh",
      ...spec.examples,
      "```",
    ]),
    "",
  ].join("\n");
}

/** As GitHub makes them from headings: `c` of `c++`. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

function optionTable(options: readonly OptionSpec[]): string[] {
  return [
    "| option | meaning |",
    "|---|---|",
    ...options.map((option) => {
      const again = option.many ? " (may be repeated)" : "";
      return `| \`${option.flags}\` | ${option.description.replaceAll("|", "\\|")}${again} |`;
    }),
  ];
}
