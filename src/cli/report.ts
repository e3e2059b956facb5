/** How results, findings and errors read: text for people, one JSON object for programs. */
import { createColors } from "picocolors";
import type { Finding, PackwheelError } from "../core/errors.ts";

/** The version of the JSON object; a change that a reader could trip over raises it. */
const JSON_VERSION = 1;

export class Painter {
  readonly enabled: boolean;
  #made: ReturnType<typeof createColors> | undefined;

  constructor(enabled: boolean) {
    this.enabled = enabled;
  }

  /** Made when something is to be painted: most runs have nothing. */
  get #colors(): ReturnType<typeof createColors> {
    this.#made ??= createColors(this.enabled);
    return this.#made;
  }

  error(text: string): string {
    return this.#colors.bold(this.#colors.red(text));
  }
  warning(text: string): string {
    return this.#colors.bold(this.#colors.yellow(text));
  }
  hint(text: string): string {
    return this.#colors.bold(this.#colors.cyan(text));
  }
  dim(text: string): string {
    return this.#colors.dim(text);
  }
}

/** `{version, command, files, findings}`, the only thing on stdout with `--json`. */
export function formatJson(command: string, files: readonly object[], findings: readonly Finding[]): string {
  return `${JSON.stringify({ version: JSON_VERSION, command, files, findings }, null, 2)}\n`;
}

/** `warning: pyproject.toml: project.license: … [PROJECT_LICENSE_TABLE]` and its hint. */
export function formatFinding(finding: Finding, painter: Painter): string {
  const label =
    finding.severity === "error"
      ? painter.error("error:")
      : finding.severity === "warning"
        ? painter.warning("warning:")
        : painter.hint("note:");
  const place = finding.path === undefined ? "" : `${visibleLine(finding.path)}: `;
  const hint = finding.hint === undefined ? "" : `  ${painter.hint("hint:")} ${visible(finding.hint)}\n`;
  return `${label} ${place}${withCode(finding.message, finding.code, painter)}\n${hint}`;
}

/** An error with all its findings; `verbose` adds what caused it. */
export function formatError(error: PackwheelError, painter: Painter, verbose: boolean): string {
  let text = error.findings.map((finding) => formatFinding(finding, painter)).join("");
  // A problem that is alone may have given the error its own words.
  const isSaid = error.findings.some(({ path, message }) => [message, `${path}: ${message}`].includes(error.message));
  if (!isSaid) text += `${painter.error("error:")} ${withCode(error.message, error.code, painter)}\n`;
  if (!isSaid && error.hint !== undefined) text += `\n${painter.hint("hint:")} ${visible(error.hint)}\n`;
  if (verbose) {
    for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
      text += `${painter.dim("caused by:")} ${visible(cause.message)}\n`;
    }
  }
  return text;
}

/** The code ends the first line; what follows it may be an excerpt, where columns matter. */
function withCode(message: string, code: string, painter: Painter): string {
  const [first = "", ...rest] = visible(message).split("\n");
  return [`${first} ${painter.dim(`[${code}]`)}`, ...rest].join("\n");
}

/** An error as findings: each problem it lists, or itself alone. */
export function errorFindings(error: PackwheelError): Finding[] {
  if (error.findings.length > 0) return [...error.findings];
  return [
    {
      code: error.code,
      severity: "error",
      message: error.message,
      ...(error.path === undefined ? {} : { path: error.path }),
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    },
  ];
}

/** `2.1 kB`: powers of 1000, as file managers and PyPI count. */
export function formatSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  // From here on, one decimal would round to 1000.0.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** Names in archives and files are not ours: control characters must not steer the terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

/** The same for what must stay on one line, such as a path. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll("\n", "\\x0a");
}
