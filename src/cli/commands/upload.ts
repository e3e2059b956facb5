/** `packwheel upload`: wheels and sdists to PyPI or another index. */
import process from "node:process";
import type { ReportEvent, Reporter } from "../../core/ports/reporter.ts";
import { type SettingName, UPLOAD_SETTINGS } from "../../core/upload/settings.ts";
import { type UploadResult, uploadFiles } from "../../node/upload/upload-files.ts";
import type { UploadedFile } from "../../node/upload/upload-result.ts";
import { optionNames, takesValue } from "../command-spec.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { flag, text } from "../options.ts";
import { formatRate } from "../progress-lines.ts";
import { formatSize } from "../report.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  // A password among the words would be in every list of processes.
  if (text(options, "password") !== undefined) process.title = "packwheel upload";
  const reporter = new ShownFindings(context, flag(options, "quiet"));
  const result = await uploadFiles({
    paths: args.length === 0 ? ["dist/*"] : args,
    settings: readSettings(options),
    cwd: context.cwd,
    environment: context.environment,
    ask: asker(context),
    mask: masker(context),
    reporter,
    onSettled: (file) => context.reporter.report({ kind: "line", text: settledLine(file) }),
    signal: context.signal,
  });
  const failed = result.findings.some(({ severity }) => severity === "error");
  return {
    files: result.files.map(({ milliseconds, ...file }) => ({ ...file, seconds: milliseconds / 1000 })),
    findings: context.json ? result.findings : result.findings.filter((finding) => !reporter.shown.has(finding)),
    lines: result.files.map((file) => (result.isDryRun ? plannedLine(file) : `${file.status} ${file.path}`)),
    notes: summary(result),
    exitCode: result.isDryRun ? (failed ? 1 : 0) : result.isComplete ? 0 : 1,
  };
}

/** What the command line says, under the names of the table. */
function readSettings(options: OptionValues): Partial<Record<SettingName, string | boolean>> {
  const settings: Partial<Record<SettingName, string | boolean>> = {};
  for (const name of Object.keys(UPLOAD_SETTINGS) as SettingName[]) {
    const spec = { flags: UPLOAD_SETTINGS[name].flags, description: "" };
    const long = optionNames(spec).at(-1) ?? "";
    // The parser keeps `--no-check` as `check: false`.
    const isNegative = long.startsWith("--no-");
    const key = long.replace(/^--(no-)?/, "").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const value = options[key];
    if (takesValue(spec) ? typeof value === "string" : value === !isNegative) {
      settings[name] = typeof value === "string" ? value : true;
    }
  }
  return settings;
}

/** Passes on what a run tells, and remembers the findings that were shown already. */
class ShownFindings implements Reporter {
  readonly shown: Set<object> = new Set();
  readonly #context: CommandContext;
  readonly #isQuiet: boolean;

  constructor(context: CommandContext, isQuiet: boolean) {
    this.#context = context;
    this.#isQuiet = isQuiet;
  }

  report(event: ReportEvent): void {
    if (event.kind === "finding") {
      if (this.#context.json || this.#isQuiet) return;
      this.shown.add(event.finding);
    }
    this.#context.reporter.report(event);
  }
}

function asker({
  ask,
  askHidden,
}: CommandContext): ((question: string, hidden: boolean) => Promise<string>) | undefined {
  if (ask === undefined || askHidden === undefined) return undefined;
  return (question, hidden) => (hidden ? askHidden(question) : ask(question));
}

/** Docs: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log */
function masker({ environment, writeCommand }: CommandContext): ((token: string) => void) | undefined {
  if (!environment["GITHUB_ACTIONS"]) return undefined;
  return (token) => writeCommand(`::add-mask::${token}`);
}

const WORDS: Readonly<Record<UploadedFile["status"], string>> = {
  uploaded: "Uploaded",
  present: "Already there",
  skipped: "Skipped",
  failed: "Failed",
  unknown: "Interrupted",
  "not-started": "Not sent",
  planned: "Would upload",
};

/** `Uploaded hello-1.0-py3-none-any.whl, 1.2 MB in 0.8 s, 1.5 MB/s` */
function settledLine({ status, filename, size, milliseconds, attempts }: UploadedFile): string {
  const seconds = milliseconds / 1000;
  const rate = seconds > 0 ? `, ${formatRate(size, seconds)}` : "";
  const measure = status === "uploaded" ? `, ${formatSize(size)} in ${seconds.toFixed(1)} s${rate}` : "";
  const tries = attempts > 1 ? ` (${attempts} requests)` : "";
  return `${WORDS[status]} ${filename}${measure}${tries}`;
}

const LISTINGS: Readonly<Record<NonNullable<UploadedFile["listing"]>, string>> = {
  absent: "new",
  same: "present",
  different: "conflict",
  unknown: "unknown",
};

function plannedLine({ path, size, sha256, blake2b256, listing = "unknown" }: UploadedFile): string {
  return `${LISTINGS[listing]} ${path} ${size} sha256:${sha256} blake2b_256:${blake2b256}`;
}

function summary({ url, files, isDryRun, isComplete }: UploadResult): string[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const count = `${files.length} ${files.length === 1 ? "file" : "files"}`;
  if (isDryRun) return [`Would upload ${count}, ${formatSize(total)}, to ${url}`];
  const pages = [...new Set(files.flatMap((file) => file.url ?? []))];
  if (isComplete) return pages.map((page) => `View at ${page}`);
  const up = files.filter(({ status }) => ["uploaded", "present", "skipped"].includes(status)).length;
  return [`Up at ${url}: ${up} of ${count}; run the same command again to go on`];
}
