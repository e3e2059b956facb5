/** Questions for a Python: a script that reads JSON from its standard input and prints JSON. */
import { spawnSync } from "node:child_process";
import type { Python } from "./judge.ts";

/** What the script prints; it finds the question as `question`, and `from __future__` and imports are its own. */
export function askPython(python: Python, script: string, question: unknown): unknown {
  const source = `import io, json, sys\nquestion = json.loads(sys.stdin.read())\n${script}\nprint(json.dumps(answer))\n`;
  const result = spawnSync(python.path, ["-c", source], {
    input: JSON.stringify(question).replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONUTF8: "1" },
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  if (result.status !== 0) throw new Error(`Python ${python.version} failed: ${result.stderr}`);
  return JSON.parse(result.stdout);
}
