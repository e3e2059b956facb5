/** Whether `checkRestructuredText()` and docutils agree on what PyPI renders. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { ReadmeFinding } from "../../src/core/check/readme/readme-finding.ts";
import { checkRestructuredText } from "../../src/core/check/readme/restructured-text.ts";
import { readCorpus, readDescriptions } from "../core/check/readme/corpus.ts";
import { mutate, seededRandom } from "../core/check/readme/mutations.ts";
import { findPythonWith, type Python, requireJudge } from "./judge.ts";

const SEED = 20_240_613;
const MUTATIONS = 2400;
/** Of the damaged descriptions, the shares in which verdicts, and then lines and messages, must be equal. */
const LEAST = { verdicts: 0.998, lines: 0.98, messages: 0.99 };

/** docutils gives these the line that it was at when it found them, or none. */
const WITHOUT_LINE: ReadonlySet<string> = new Set([
  "README_RST_ANONYMOUS_MISMATCH",
  "README_RST_CIRCULAR_REFERENCE",
  "README_RST_EMPTY",
  "README_RST_RAW_DISABLED",
]);

interface Verdict {
  readonly renders: boolean;
  readonly line: number;
  readonly message: string;
}

function askDocutils(python: Python, sources: readonly string[]): { version: string; verdicts: Verdict[] } {
  const script = fileURLToPath(new URL("render_descriptions.py", import.meta.url));
  const result = spawnSync(python.path, [script], {
    input: JSON.stringify(sources),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (result.status !== 0) throw new Error(`Python ${python.version} failed: ${result.stderr}`);
  return JSON.parse(result.stdout);
}

/** The rules of the release that is asked. */
function checkAs(version: string, source: string): ReadmeFinding[] {
  const minor = Number(version.split(".")[1]);
  return checkRestructuredText(source, { docutils: minor >= 22 ? "0.23" : "0.19" });
}

function describeDifference(source: string, verdict: Verdict, finding: ReadmeFinding | undefined): string {
  const theirs = verdict.renders ? "renders" : `line ${verdict.line}: ${verdict.message}`;
  return `docutils: ${theirs}\nours: ${finding?.message ?? "renders"}\n${source}`;
}

/** The words that a message of docutils begins with, without names and numbers that depend on the release. */
function coreOf(message: string): string {
  return message.replace(/[.:]*$/, "").slice(0, 24);
}

describe("checkRestructuredText() and docutils", () => {
  const python = findPythonWith("import docutils.writers.html5_polyglot");

  test("agree on every document of the corpus", (t) => {
    if (!requireJudge(t, python !== undefined, "docutils") || python === undefined) return;
    const corpus = readCorpus();
    assert.ok(corpus.length >= 200);
    const { version, verdicts } = askDocutils(
      python,
      corpus.map(({ source }) => source),
    );
    for (const [index, { name, source }] of corpus.entries()) {
      const verdict = verdicts[index];
      const [finding] = checkAs(version, source);
      assert.ok(verdict !== undefined);
      assert.equal(finding === undefined, verdict.renders, `${name}: ${describeDifference(source, verdict, finding)}`);
    }
  });

  test(`agree on nearly all of ${MUTATIONS} damaged descriptions`, (t) => {
    if (!requireJudge(t, python !== undefined, "docutils") || python === undefined) return;
    const random = seededRandom(SEED);
    const rendered = readCorpus().filter(({ problem }) => problem === undefined);
    const intact = [...readDescriptions(), ...readDescriptions(), ...rendered.map(({ source }) => source)];
    // Single constructs are short, so several are put together.
    const pick = (): string => intact[Math.floor(random() * intact.length)] ?? "";
    const sources = Array.from({ length: MUTATIONS }, (_, index) =>
      mutate(index % 3 === 0 ? readDescriptions() : [[pick(), pick(), pick()].join("\n")], random),
    );
    const { version, verdicts } = askDocutils(python, sources);

    let equalVerdicts = 0;
    let refusedByBoth = 0;
    let withLine = 0;
    let equalLines = 0;
    let equalMessages = 0;
    for (const [index, source] of sources.entries()) {
      const verdict = verdicts[index];
      const [finding] = checkAs(version, source);
      assert.ok(verdict !== undefined);
      if ((finding === undefined) === verdict.renders) equalVerdicts++;
      else t.diagnostic(describeDifference(source, verdict, finding));
      if (finding === undefined || verdict.renders) continue;
      refusedByBoth++;
      if (finding.message.includes(coreOf(verdict.message))) equalMessages++;
      if (WITHOUT_LINE.has(finding.code) || verdict.line === 0) continue;
      withLine++;
      if (finding.line === verdict.line) equalLines++;
    }
    const measured = {
      verdicts: equalVerdicts / sources.length,
      lines: equalLines / withLine,
      messages: equalMessages / refusedByBoth,
    };
    t.diagnostic(
      `docutils ${version}, seed ${SEED}: ${equalVerdicts} of ${sources.length} verdicts, ` +
        `${equalLines} of ${withLine} lines and ${equalMessages} of ${refusedByBoth} messages are equal`,
    );
    for (const [what, least] of Object.entries(LEAST) as [keyof typeof LEAST, number][]) {
      assert.ok(measured[what] >= least, `${what}: ${measured[what]} of ${least}`);
    }
    assert.ok(refusedByBoth > MUTATIONS / 4, "too few descriptions were damaged");
  });
});
