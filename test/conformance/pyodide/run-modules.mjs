// Loads side modules in one Pyodide, one after the other, and tells what each printed.
//   node run-modules.mjs path/to/pyodide jobs.json results.json
// A job is {name, path, code}: Python code that has `lib`, the module. What is printed in C and in Python goes to the result.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, jobsFile, resultsFile] = process.argv.slice(2);
// Node would print the whole line that threw, which has a megabyte.
process.on("uncaughtException", (error) => {
  console.error(String(error).slice(0, 500));
  process.exit(1);
});

const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: `${folder}/` });
let pieces = [];
const output = {
  write(bytes) {
    pieces.push(Buffer.from(bytes));
    return bytes.length;
  },
};
pyodide.setStdout(output);
pyodide.setStderr(output);
const run = pyodide.runPython(`
import ctypes, sys
def run(path, code):
    lib = ctypes.CDLL(path)
    scope = {"lib": lib, "ctypes": ctypes}
    exec(code, scope)
    ctypes.CDLL(None).fflush(None)
    sys.stdout.flush()
    return scope.get("status", 0)
run
`);
const results = {};
for (const { name, path, code } of JSON.parse(readFileSync(jobsFile, "utf8"))) {
  pieces = [];
  const place = `/tmp/${name.replaceAll("/", "--")}.so`;
  pyodide.FS.writeFile(place, new Uint8Array(readFileSync(path)));
  let status;
  try {
    status = run(place, code);
  } catch (error) {
    status = String(error).slice(-500);
  }
  results[name] = `${Buffer.concat(pieces).toString("latin1")}ended with ${status}`;
  // What is known so far stays when the next one ends Pyodide.
  writeFileSync(resultsFile, JSON.stringify(results));
}
