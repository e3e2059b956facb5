/** `packwheel show`: what is in wheels and sdists. */
import { resolve } from "node:path";
import { formatExplanation, type TagExplanation } from "../../core/audit/why.ts";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import type { CoreMetadata } from "../../core/wheel/metadata.ts";
import { METADATA_FIELDS } from "../../core/wheel/metadata-fields.ts";
import type { ExplainedWheel } from "../../node/explain-tags.ts";
import { type InspectedFile, inspectFile } from "../../node/inspect-file.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { flag } from "../options.ts";
import { errorFindings, formatSize, visible, visibleLine } from "../report.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const files: ShownFile[] = [];
  const findings: Finding[] = [];
  let failed = false;
  for (const path of args) {
    let inspected: InspectedFile;
    try {
      const { reporter, signal } = context;
      inspected = await inspectFile(resolve(context.cwd, path), { reporter, signal });
    } catch (error) {
      if (!(error instanceof PackwheelError) || context.signal.aborted) throw error;
      // The other files are still of interest.
      findings.push(...errorFindings(error).map((finding) => ({ ...finding, path })));
      failed = true;
      continue;
    }
    const shown = shownFile(path, inspected);
    if (flag(options, "why") && inspected.kind === "wheel") {
      const { explanation, findings: found } = await explained({ ...inspected, kind: "wheel" }, context);
      files.push({ ...shown, why: explanation });
      findings.push(...found.map((finding) => ({ ...finding, path: `${path}: ${finding.path ?? ""}` })));
    } else files.push(shown);
    const content = inspected.kind === "wheel" ? inspected.wheel : inspected.sdist;
    for (const finding of content.findings) {
      findings.push({ ...finding, path: finding.path === undefined ? path : `${path}: ${finding.path}` });
    }
  }
  return {
    files,
    findings,
    lines: files.flatMap((file, index) => (index === 0 ? describe(file) : ["", ...describe(file)])),
    exitCode: failed ? 1 : 0,
  };
}

/** Loaded only when it is asked for: most wheels hold no binaries. */
async function explained(
  wheel: InspectedFile & { readonly kind: "wheel" },
  { signal }: CommandContext,
): Promise<ExplainedWheel> {
  const { explainWheel } = await import("../../node/explain-tags.ts");
  return explainWheel(wheel, { signal });
}

/** The shape of `files` in the JSON object: part of the public interface. */
interface ShownFile {
  readonly path: string;
  readonly kind: "wheel" | "sdist";
  readonly name: string | null;
  readonly version: string | null;
  /** Triples of WHEEL. */
  readonly tags: readonly string[];
  readonly size: number;
  readonly sha256: string;
  readonly metadata: CoreMetadata | null;
  readonly entryPoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly members: readonly { path: string; size: number; sha256: string | null; mode: string }[];
  readonly native: readonly { path: string; format: string }[];
  /** With `--why`: which needs of which binaries force the platform tag. */
  readonly why?: TagExplanation;
}

function shownFile(path: string, file: InspectedFile): ShownFile {
  const content = file.kind === "wheel" ? file.wheel : file.sdist;
  const wheel = file.kind === "wheel" ? file.wheel : undefined;
  return {
    path,
    kind: file.kind,
    name: content.metadata?.name ?? null,
    version: content.metadata?.version ?? null,
    tags: wheel?.wheelFile?.tags ?? [],
    size: file.size,
    sha256: file.sha256,
    metadata: content.metadata ?? null,
    entryPoints: wheel?.entryPoints ?? {},
    members: content.members.map((member) => ({
      path: member.path,
      size: member.size,
      sha256: member.sha256 ?? null,
      mode: member.mode.toString(8).padStart(3, "0"),
    })),
    native: wheel?.native ?? [],
  };
}

function describe(file: ShownFile): string[] {
  const lines = [file.path, `  ${file.kind}, ${formatSize(file.size)}, sha256 ${file.sha256}`];
  if (file.tags.length > 0) lines.push(`  tags: ${file.tags.map(visible).join(", ")}`);
  lines.push("", "Metadata", ...(file.metadata === null ? ["  none"] : describeMetadata(file.metadata)));
  for (const [group, entries] of Object.entries(file.entryPoints)) {
    lines.push("", `Entry points: ${visible(group)}`);
    for (const [name, reference] of Object.entries(entries)) lines.push(`  ${visible(name)} = ${visible(reference)}`);
  }
  if (file.native.length > 0) {
    lines.push("", "Native files", ...file.native.map(({ path, format }) => `  ${visible(path)} (${format})`));
  }
  if (file.why !== undefined) {
    const reasons = file.native.length === 0 ? ["no binaries, no platform"] : formatExplanation(file.why);
    lines.push("", "Why this platform", ...reasons.map((line) => `  ${visible(line)}`));
  }
  lines.push("", `Members (${file.members.length})`);
  const width = Math.max(0, ...file.members.map(({ size }) => String(size).length));
  for (const { path, size, mode, sha256 } of file.members) {
    lines.push(`  ${mode}  ${String(size).padStart(width)}  ${(sha256 ?? "-").slice(0, 12)}  ${visibleLine(path)}`);
  }
  return lines;
}

/** One line a field, as METADATA has them; of the description its length alone. */
function describeMetadata(metadata: CoreMetadata): string[] {
  return METADATA_FIELDS.flatMap((field) => {
    const value = metadata[field.key];
    const values = typeof value === "string" ? [value] : (value ?? []);
    if (field.key === "description") return values.map((text) => `  Description: ${text.length} characters`);
    return values.map((text) => `  ${field.name}: ${visible(text)}`);
  });
}
