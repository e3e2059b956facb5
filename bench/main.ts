/**
 * packwheel against other tools, on the same inputs in the same run.
 *
 *     npm run bench -- [--quick] [operation ...]
 *
 * Prints a table, then what was promised for each operation and whether it holds, and puts the numbers into
 * `.bench/results.json`. A tool that is not installed is a row that says so.
 */
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Measurement, measure } from "./measure.ts";
import type { BenchContext, Contest, Contestant, Operation } from "./operation.ts";
import { cffiHeader } from "./operations/cffi-header.ts";
import { compileSqlite } from "./operations/compile.ts";
import { CODE_PREFIX, compiledCode } from "./operations/compiled-code.ts";
import { packLargeTree } from "./operations/pack-large-tree.ts";
import { packSmallFiles } from "./operations/pack-small-files.ts";
import { checkLargeWheel, unpackLargeWheel } from "./operations/read-large-wheel.ts";
import { smallProject } from "./operations/small-project.ts";
import { tagElfTree } from "./operations/tag-elf-tree.ts";
import { templateBuild } from "./operations/template-build.ts";
import { uploadLargeFiles, uploadSmallFiles } from "./operations/upload.ts";
import { version } from "./operations/version.ts";
import { type Machine, mergeResults, type OperationResult } from "./results-file.ts";
import { type BenchResult, type BenchRow, formatGoals, formatMeans, formatTable } from "./table.ts";

const OPERATIONS = [
  packLargeTree,
  packSmallFiles,
  smallProject,
  version,
  checkLargeWheel,
  unpackLargeWheel,
  uploadLargeFiles,
  uploadSmallFiles,
  compileSqlite,
  ...compiledCode,
  cffiHeader,
  tagElfTree,
  templateBuild,
];

const repository = join(import.meta.dirname, "..");
const { values, positionals } = parseArgs({ options: { quick: { type: "boolean" } }, allowPositionals: true });
const unknown = positionals.filter((name) => OPERATIONS.every((operation) => operation.name !== name));
if (unknown.length > 0) {
  const known = OPERATIONS.map((operation) => operation.name).join(", ");
  process.stderr.write(`error: Cannot run "${unknown.join('", "')}": the operations are ${known}\n`);
  process.exit(2);
}

const context: BenchContext = {
  folder: join(repository, ".bench"),
  quick: values.quick ?? false,
  packwheel: [process.execPath, join(repository, "bin/packwheel.js")],
};
mkdirSync(context.folder, { recursive: true });

const machine: Machine = {
  cpu: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  memory: totalmem(),
  system: `${process.platform} ${release()}`,
  node: process.version,
};
const measured: Record<string, OperationResult> = {};
for (const operation of OPERATIONS) {
  if (positionals.length > 0 && !positionals.includes(operation.name)) continue;
  process.stderr.write(`${operation.name} ...\n`);
  const rows = await runOperation(operation);
  measured[operation.name] = { date: new Date().toISOString(), machine, rows };
}
const rows = Object.values(measured).flatMap((result) => result.rows);
process.stdout.write(
  `${machine.cpu}, ${machine.cores} cores, ${(machine.memory / 2 ** 30).toFixed(0)} GiB; ${machine.system}; Node ${machine.node}\n\n`,
);
process.stdout.write(`${formatTable(rows)}\n${formatGoals(rows)}`);
process.stdout.write(
  formatMeans(
    rows.filter(({ operation }) => operation.startsWith(CODE_PREFIX)),
    "compiled code",
  ),
);
mergeResults(join(context.folder, "results.json"), context.quick, measured);
rmSync(join(context.folder, "out"), { recursive: true, force: true });

async function runOperation(operation: Operation): Promise<BenchRow[]> {
  let contest: Contest;
  try {
    contest = await operation.prepare(context);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const failed: BenchResult = { name: "packwheel", milliseconds: undefined, peakMemory: undefined, problem };
    const none: BenchResult = { name: "none", milliseconds: undefined, peakMemory: undefined, problem: "not run" };
    return [
      {
        operation: operation.name,
        input: "",
        packwheel: failed,
        peer: none,
        ratio: undefined,
        goal: undefined,
        memoryGoal: undefined,
      },
    ];
  }
  const results = await runInTurn([contest.packwheel, ...contest.peers], contest.runs);
  const packwheel = resultOf(contest.packwheel, results);
  return contest.peers.map((contestant) => {
    const peer = resultOf(contestant, results);
    const comparable = packwheel.milliseconds !== undefined && peer.milliseconds !== undefined;
    return {
      operation: operation.name,
      input: contest.input,
      packwheel,
      peer,
      ratio: comparable ? Number(peer.milliseconds) / Number(packwheel.milliseconds) : undefined,
      goal: contestant.goal,
      memoryGoal: contest.memoryGoal,
    };
  });
}

/** One run of each, then the next: what disturbs the machine for a while disturbs all of them. */
async function runInTurn(
  contestants: readonly Contestant[],
  runs: number,
): Promise<Map<Contestant, Measurement[] | Error>> {
  const results = new Map<Contestant, Measurement[] | Error>();
  for (let run = 0; run < runs; run++) {
    for (const contestant of contestants) {
      const before = results.get(contestant) ?? [];
      if (contestant.command === undefined || before instanceof Error) continue;
      if (contestant.outDir !== undefined) {
        rmSync(contestant.outDir, { recursive: true, force: true });
        mkdirSync(contestant.outDir, { recursive: true });
      }
      try {
        results.set(contestant, [...before, await measure(contestant.command, contestant.cwd)]);
      } catch (error) {
        results.set(contestant, error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
  return results;
}

function resultOf(contestant: Contestant, results: ReadonlyMap<Contestant, Measurement[] | Error>): BenchResult {
  const { name } = contestant;
  const found = results.get(contestant);
  if (found === undefined || found instanceof Error) {
    return { name, milliseconds: undefined, peakMemory: undefined, problem: found?.message ?? contestant.missing };
  }
  const peaks = found.flatMap(({ peakMemory }) => (peakMemory === undefined ? [] : [peakMemory]));
  return {
    name,
    milliseconds: Math.min(...found.map(({ milliseconds }) => milliseconds)),
    peakMemory: peaks.length === 0 ? undefined : Math.max(...peaks),
    problem: undefined,
  };
}
