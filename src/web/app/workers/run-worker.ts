/** Runs Python beside the page: a program that does not end can be stopped with its worker. */
import { bytesAccess } from "../../../core/memory/bytes-access.ts";
import { normalizeName } from "../../../core/names/project-name.ts";
import { parseRequirement } from "../../../core/names/requirement.ts";
import { readWheel } from "../../../core/wheel/read.ts";
import { browserEngine } from "../../browser-engine.ts";
import type { RunCalls, RunEvent } from "../messages/running.ts";
import { loadPyodide, type Pyodide } from "./pyodide.ts";
import { PythonOutput } from "./python-output.ts";
import { type Caller, serveCalls } from "./serve-calls.ts";

let python: Pyodide | undefined;

serveCalls<RunCalls>({
  async start({ pyodide: place, wheel }, caller) {
    caller.tell({ kind: "phase", text: "Starting Python" });
    const started = await loadPyodide(place);
    started.setStdin({ stdin: () => null });
    if (wheel !== undefined) await install(started, wheel, caller);
    python = started;
    return { pyodide: started.version, python: String(started.runPython("import sys; sys.version.split()[0]")) };
  },

  async run(code, { tell }) {
    if (python === undefined) throw new Error("Python is not started");
    const output = new PythonOutput((printed) => tell({ kind: "output", ...printed }));
    python.setStdout({ write: (bytes) => output.write("out", bytes) });
    python.setStderr({ write: (bytes) => output.write("error", bytes) });
    try {
      // A program begins with nothing, as a script does.
      const globals = python.runPython("{'__name__': '__main__'}");
      const value = await python.runPythonAsync(code, { globals, filename: "<code>" });
      python.runPython("import sys; sys.stdout.flush(); sys.stderr.flush()");
      return { value: value === undefined ? undefined : writeValue(python, value) };
    } catch (error) {
      throw new Error(withoutOwnFrames(error), { cause: error });
    } finally {
      output.flush();
    }
  },
});

/** The wheel's files go into site-packages; of what it requires, that which lies beside Pyodide. */
async function install(pyodide: Pyodide, wheel: File, { tell }: Caller<RunEvent>): Promise<void> {
  tell({ kind: "phase", text: `Installing ${wheel.name}` });
  const bytes = new Uint8Array(await wheel.arrayBuffer());
  const { metadata } = await readWheel(bytesAccess(bytes), {
    filename: wheel.name,
    engine: browserEngine(),
    contents: false,
  });
  for (const name of requiredNames(metadata?.requiresDist ?? [])) {
    const isThere = name in pyodide.lockfile.packages && (await loadPackage(pyodide, name));
    if (isThere) continue;
    const text = `${wheel.name} requires ${name}, which is not there: imports may fail.\n`;
    tell({ kind: "output", stream: "error", text });
  }
  pyodide.unpackArchive(bytes, "wheel");
}

async function loadPackage(pyodide: Pyodide, name: string): Promise<boolean> {
  try {
    await pyodide.loadPackage([name], { messageCallback: () => undefined });
    return true;
  } catch {
    return false; // the folder has Pyodide itself alone
  }
}

/** What is for an extra, or for other Pythons, is left out. */
function requiredNames(requirements: readonly string[]): readonly string[] {
  return requirements.flatMap((text) => {
    const isOptional = /;.*\b(?:extra|platform_system|sys_platform|platform_python_implementation)\b/.test(text);
    return isOptional ? [] : [normalizeName(parseRequirement(text).name)];
  });
}

function writeValue(pyodide: Pyodide, value: unknown): string {
  const repr = pyodide.globals.get("repr");
  return typeof repr === "function" ? String(repr(value)) : String(value);
}

/** A traceback begins with the code that was written, not with that which runs it. */
function withoutOwnFrames(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trimEnd().split("\n");
  const kept: string[] = [];
  let isOwn = false;
  for (const line of lines) {
    if (line.startsWith("  File ")) isOwn = line.includes("/_pyodide/");
    else if (!line.startsWith("    ")) isOwn = false;
    if (!isOwn) kept.push(line);
  }
  return kept.join("\n");
}
