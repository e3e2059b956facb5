/** `packwheel check`: what PyPI and pip would say of files. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { applyRuleOptions, type RuleOptions } from "../../core/check/rule-options.ts";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import { checkFile, describeFile, type FileFacts } from "../../node/inspect-file.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { flag, list, text } from "../options.ts";
import { errorFindings } from "../report.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  if (flag(options, "listRules")) return listRules();
  if (args.length === 0) throw new UsageError("Which files are to be checked?", "Write packwheel check dist/*");
  const rules = {
    select: codes(list(options, "select")),
    ignore: codes(list(options, "ignore")),
    strict: flag(options, "strict"),
    index: indexOption(options),
  };
  // A wrong code is said at once, and not only of files that can be read.
  applyRuleOptions([], rules);
  const findings: Finding[] = [];
  const notes: string[] = [];
  const files: object[] = [];
  for (const path of args) {
    const found = await readable(context.signal, () =>
      checkFile(resolve(context.cwd, path), { ...rules, reporter: context.reporter, signal: context.signal }),
    );
    findings.push(...found.map((finding) => ({ ...finding, path: place(path, finding.path) })));
    notes.push(`${path}: ${summary(found)}`);
    // Hashing a large file takes as long as checking it, so it is done only for those who see the hash.
    if (context.json) files.push({ path, ...(await facts(resolve(context.cwd, path), context.signal)) });
  }
  if (flag(options, "online")) findings.push(...(await askOnline(args, options, rules, context)));
  const failed = findings.some(({ severity }) => severity === "error");
  return {
    files,
    findings,
    lines: [],
    notes,
    exitCode: failed ? 1 : 0,
  };
}

/** Files that cannot be read were told of before. */
async function askOnline(
  args: readonly string[],
  options: OptionValues,
  rules: RuleOptions,
  { cwd, environment, signal }: CommandContext,
): Promise<Finding[]> {
  const { checkFilesOnline } = await import("../../node/check-online.ts");
  const paths = args.filter((path) => existsSync(resolve(cwd, path)));
  const places = paths.map((path) => resolve(cwd, path));
  const found = await checkFilesOnline(places, { ...rules, indexUrl: text(options, "indexUrl"), environment, signal });
  return found.flatMap((ofFile, index) => ofFile.map((finding) => ({ ...finding, path: paths[index] ?? "" })));
}

function indexOption(options: OptionValues): "pypi" | "none" {
  const index = text(options, "index") ?? "pypi";
  if (index === "pypi" || index === "none") return index;
  throw new UsageError(`Option "--index" needs "pypi" or "none", not "${index}"`);
}

/** Undefined for a file that cannot be read, of which a finding tells. */
async function facts(path: string, signal: AbortSignal): Promise<Omit<FileFacts, "path"> | undefined> {
  try {
    const { path: _, ...rest } = await describeFile(path, signal);
    return rest;
  } catch (error) {
    if (error instanceof PackwheelError && error.code === "FILE_MISSING") return undefined;
    throw error;
  }
}

/** A file that cannot be read is one more finding: the other files are still of interest. */
async function readable(signal: AbortSignal, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof PackwheelError) || signal.aborted || error.code === "CHECK_INVALID_RULE") throw error;
    // The error names the whole path of the file itself; here it goes by the words it was given in.
    return errorFindings(error).map(({ path: _, ...finding }) => finding);
  }
}

/** `dist/a.whl: a/b.py` */
function place(path: string, member: string | undefined): string {
  return member === undefined || path.endsWith(member) ? path : `${path}: ${member}`;
}

/** `A,B` and repeated options alike; undefined when none is given. */
function codes(values: readonly string[]): string[] | undefined {
  const all = values.flatMap((value) => value.split(",")).map((code) => code.trim());
  const named = all.filter((code) => code !== "");
  return named.length === 0 ? undefined : named;
}

/** `2 errors, 1 warning`, `good` */
function summary(findings: readonly Finding[]): string {
  const parts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "good" : parts.join(", ");
}

async function listRules(): Promise<CommandResult> {
  const { RULES } = await import("../../core/check/rules.ts");
  const width = Math.max(...RULES.map(({ code }) => code.length));
  return {
    files: [...RULES],
    findings: [],
    lines: RULES.map(({ code, severity, meaning }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${meaning}`),
    exitCode: 0,
  };
}
