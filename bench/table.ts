/** Results as a table for people (Markdown, so that it can go into a README) and as JSON for programs. */

export interface BenchRow {
  readonly operation: string;
  readonly input: string;
  readonly packwheel: BenchResult;
  readonly peer: BenchResult;
  /** Time of the peer divided by that of packwheel. */
  readonly ratio: number | undefined;
  /** `ratio` that is promised. */
  readonly goal: number | undefined;
  /** Bytes that packwheel promises not to pass. */
  readonly memoryGoal: number | undefined;
}

export interface BenchResult {
  readonly name: string;
  readonly milliseconds: number | undefined;
  /** Bytes. */
  readonly peakMemory: number | undefined;
  /** Why there is no time. */
  readonly problem: string | undefined;
}

export function formatTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.operation,
    `${row.packwheel.name}: ${formatTime(row.packwheel)}`,
    `${row.peer.name}: ${formatTime(row.peer)}`,
    row.ratio === undefined ? "" : `${row.ratio.toFixed(2)} x`,
    formatGoal(row),
    formatMemory(row.packwheel.peakMemory),
    formatMemory(row.peer.peakMemory),
  ]);
  const table = [["operation", "packwheel", "peer", "as fast", "goal", "peak memory", "of the peer"], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const lines = table.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  return `${lines.join("\n")}\n`;
}

/** One line for each promise: what it is, what was measured, whether it holds. */
export function formatGoals(rows: readonly BenchRow[]): string {
  const lines: string[] = [];
  for (const operation of new Set(rows.map((row) => row.operation))) {
    const own = rows.filter((row) => row.operation === operation);
    for (const { goal, ratio, peer } of own) {
      if (goal === undefined) continue;
      const found = ratio === undefined ? "not measured" : `${ratio.toFixed(2)} x, ${verdict(ratio >= goal)}`;
      lines.push(`${operation}: at least ${goal.toFixed(2)} x as fast as ${peer.name}: ${found}`);
    }
    const memoryGoal = own[0]?.memoryGoal;
    const peak = own[0]?.packwheel.peakMemory;
    if (memoryGoal !== undefined) {
      const found = peak === undefined ? "not measured" : `${formatMemory(peak)}, ${verdict(peak <= memoryGoal)}`;
      lines.push(`${operation}: peak memory of at most ${formatMemory(memoryGoal)}: ${found}`);
    }
    if (own.every(({ goal }) => goal === undefined) && memoryGoal === undefined) lines.push(`${operation}: no goal`);
  }
  return `${lines.join("\n")}\n`;
}

/** The geometric mean of several operations' ratios, a line for each peer. */
export function formatMeans(rows: readonly BenchRow[], what: string): string {
  const peers = [...new Set(rows.map(({ peer }) => peer.name))];
  const lines = peers.flatMap((name) => {
    const ratios = rows.flatMap(({ peer, ratio }) => (peer.name === name && ratio !== undefined ? [ratio] : []));
    if (ratios.length === 0) return [];
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    return [`${what}: ${mean.toFixed(2)} x as fast as ${name}, the geometric mean of ${ratios.length}\n`];
  });
  return lines.join("");
}

function verdict(met: boolean): string {
  return met ? "met" : "missed";
}

function formatTime({ milliseconds, problem }: BenchResult): string {
  if (milliseconds === undefined) return problem ?? "";
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function formatGoal({ ratio, goal }: BenchRow): string {
  if (goal === undefined) return "";
  return `${goal.toFixed(2)} x${ratio === undefined ? "" : `, ${verdict(ratio >= goal)}`}`;
}

function formatMemory(bytes: number | undefined): string {
  return bytes === undefined ? "" : `${(bytes / 1e6).toFixed(0)} MB`;
}
