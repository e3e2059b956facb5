/**
 * The JavaScript program that runs the Python one in Pyodide: folders of the disk are mounted, so that the same job and
 * the same report do for both.
 */
export const PYODIDE_PROGRAM = `
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

// Node would print the line that threw, and all of Pyodide is one line.
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error).slice(0, 2000));
  process.exit(1);
});
const { pyodideFolder, packages, program, job } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: pyodideFolder + "/" });
if (packages.length > 0) await pyodide.loadPackage(packages, { messageCallback() {} });

const mount = (name, folder) => {
  const place = "/packwheel/" + name;
  pyodide.FS.mkdirTree(place);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: folder }, place);
  return place;
};
const site = mount("site", job.site);
const report = mount("report", dirname(job.report)) + "/" + basename(job.report);
const file = job.file === null ? null : job.isFolder ? mount("tests", job.file) : mount("tests", dirname(job.file)) + "/" + basename(job.file);
pyodide.FS.writeFile("/packwheel/job.json", JSON.stringify({ ...job, site, report, file }));
pyodide.FS.writeFile("/packwheel/trial.py", program);

const start = \`
import sys
sys.argv = ["/packwheel/trial.py", "/packwheel/job.json"]
code = 0
try:
    exec(compile(open("/packwheel/trial.py").read(), "/packwheel/trial.py", "exec"), {"__name__": "__main__"})
except SystemExit as end:
    code = end.code
    if isinstance(code, str):
        print(code, file=sys.stderr)
        code = 1
except BaseException:
    import traceback
    traceback.print_exc()
    code = 1
sys.stdout.flush()
sys.stderr.flush()
int(code or 0)
\`;
process.exitCode = await pyodide.runPythonAsync(start);
`;
