/**
 * `packwheel develop`: a project on disk, importable in an environment. The same as `pip install --editable`, without
 * pip, a build backend or an isolated environment.
 * Spec: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
import { createHash } from "node:crypto";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { planEditable } from "../../core/build/build-editable.ts";
import { collectBytes } from "../../core/bytes/concat.ts";
import { consoleScripts, placeShebang } from "../../core/editable/console-script.ts";
import { formatEditableUrl } from "../../core/editable/direct-url.ts";
import { missingRequirements } from "../../core/editable/missing-requirements.ts";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import { matchesSpecifier, parseSpecifierSet } from "../../core/names/specifier.ts";
import { parseVersion } from "../../core/names/version.ts";
import type { Project } from "../../core/project/project.ts";
import { dataFolder, distInfoFolder, distInfoMembers } from "../../core/wheel/dist-info.ts";
import type { WheelContent } from "../../core/wheel/pack.ts";
import { writeRecord } from "../../core/wheel/record.ts";
import type { BuildDirectoryOptions } from "../build-directory.ts";
import { nativeOf, projectTree } from "../build-directory.ts";
import { writeGenerated, writeVersionFile } from "../build-editable.ts";
import { nodeEnvironment } from "../environment.ts";
import { sourceDateEpoch } from "../source-date-epoch.ts";
import { findEarlierInstall } from "./earlier-install.ts";
import { findPython } from "./find-python.ts";
import type { PythonInterpreter } from "./python-interpreter.ts";
import { type NewFile, replaceFiles } from "./replace-files.ts";

export interface DevelopOptions extends Omit<BuildDirectoryOptions, "kinds" | "outDir" | "engine"> {
  /** Path of a Python or of a virtual environment, or a name on PATH. Default: VIRTUAL_ENV, else `.venv` in the project. */
  readonly python?: string | undefined;
}

export interface DevelopedProject {
  readonly name: string;
  readonly version: string;
  /** The Python that imports it. */
  readonly python: string;
  readonly pythonVersion: string;
  /** Absolute paths of all files of the install. */
  readonly files: readonly string[];
  readonly scripts: readonly string[];
  /** `hello-0.9.dist-info` of the install that was replaced. */
  readonly replaced: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Install the project in a folder into an environment, editable. An earlier install of it is removed; when anything
 * fails, the environment is as it was.
 *
 * @throws {PackwheelError} as `planEditable`; `DEVELOP_NO_PYTHON`, `DEVELOP_PYTHON_FAILED`, `DEVELOP_PYTHON_UNFIT`,
 *   `DEVELOP_OLD_INSTALL`, `DEVELOP_FILE_CLASH`, `OUTPUT_FAILED`
 */
export async function developDirectory(directory: string, options: DevelopOptions = {}): Promise<DevelopedProject> {
  const environment = options.environment ?? nodeEnvironment(directory);
  const { reporter, signal } = options;
  const tree = projectTree(directory);
  const locate = (folder: string): string => resolve(directory, folder);
  // Without a Python to install into, nothing needs to be built.
  reporter?.report({ kind: "phase", text: "Looking for Python" });
  const virtualEnvironment = environment.variable("VIRTUAL_ENV");
  const python = await findPython({ directory, python: options.python, virtualEnvironment });
  const native = nativeOf(directory, options);
  const wishes = { ...options, timestamp: options.timestamp ?? sourceDateEpoch(environment) };
  const ports = { environment, native, reporter, signal };
  const { plan, content, generated, findings } = await planEditable(tree, locate, wishes, ports);
  const { project } = plan;
  refuseOtherPython(project, python);
  const earlier = findEarlierInstall(project.name, python);
  reporter?.report({ kind: "phase", text: `Installing ${project.name} ${project.version}` });
  const files = recorded(await installedFiles(directory, content, python), content, python);
  signal?.throwIfAborted();
  const written = [...(await writeVersionFile(directory, plan)), ...(await writeGenerated(directory, generated))];
  replaceFiles(
    files,
    earlier.files,
    [python.prefix, ...Object.values(python.paths)].map((folder) => resolve(folder)),
  );
  const scripts = resolve(python.paths.scripts);
  return {
    name: project.name,
    version: project.version,
    python: python.executable,
    pythonVersion: python.version,
    files: files.map(({ path }) => path),
    scripts: files.map(({ path }) => path).filter((path) => resolve(path, "..") === scripts),
    replaced: earlier.names,
    findings: [...findings, ...written, ...earlier.findings, ...missingDependencies(project, python)],
  };
}

function refuseOtherPython({ name, metadata }: Project, { version, executable }: PythonInterpreter): void {
  const { requiresPython } = metadata;
  if (requiresPython === undefined || matchesSpecifier(parseSpecifierSet(requiresPython), parseVersion(version)))
    return;
  throw new PackwheelError(
    "DEVELOP_PYTHON_UNFIT",
    `Cannot install "${name}" for Python ${version}: it needs Python ${requiresPython}`,
    {
      path: executable,
      hint: "Name another Python with --python, or correct requires-python",
    },
  );
}

/** Everything but RECORD, at the places that the interpreter gives. */
async function installedFiles(directory: string, content: WheelContent, python: PythonInterpreter): Promise<NewFile[]> {
  const { name, version } = content.metadata;
  const { paths, executable, windows } = python;
  const site = siteOf(content, python);
  const data = `${dataFolder(name, version)}/`;
  const files: NewFile[] = [];
  for (const member of [...content.members, ...distInfoMembers(content)]) {
    const bytes = await collectBytes(member.open());
    if (!member.path.startsWith(data)) {
      files.push({ path: resolve(site, member.path), content: bytes, executable: member.executable });
      continue;
    }
    const [scheme = "", ...rest] = member.path.slice(data.length).split("/");
    const isScript = scheme === "scripts";
    const folder = schemeFolder(scheme, name, paths);
    files.push({
      path: resolve(folder, ...rest),
      content: isScript ? placeShebang(bytes, executable) : bytes,
      executable: member.executable,
    });
  }
  const text = new TextEncoder();
  for (const script of consoleScripts(content.entryPoints, { executable, windows })) {
    files.push({ path: resolve(paths.scripts, script.name), content: text.encode(script.content), executable: true });
  }
  const distInfo = resolve(site, distInfoFolder(name, version));
  const url = formatEditableUrl(pathToFileURL(resolve(directory)).href);
  for (const [file, line] of [
    ["INSTALLER", "packwheel\n"],
    ["REQUESTED", ""],
    ["direct_url.json", url],
  ] as const) {
    files.push({ path: join(distInfo, file), content: text.encode(line), executable: false });
  }
  return files;
}

function siteOf(content: WheelContent, { paths }: PythonInterpreter): string {
  return content.rootIsPurelib ? paths.purelib : paths.platlib;
}

function schemeFolder(scheme: string, projectName: string, paths: PythonInterpreter["paths"]): string {
  switch (scheme) {
    case "purelib":
    case "platlib":
    case "scripts":
    case "data":
      return paths[scheme];
    case "headers":
      return join(paths.headers, projectName);
    default:
      throw new PackwheelError(
        "WHEEL_BAD_DATA_PATH",
        `Cannot install files of the scheme "${scheme}": there is no such scheme`,
      );
  }
}

/** The files with RECORD as the last, which names all of them by their way from site-packages. */
function recorded(files: readonly NewFile[], content: WheelContent, python: PythonInterpreter): NewFile[] {
  const { name, version } = content.metadata;
  const site = resolve(siteOf(content, python));
  const path = join(site, distInfoFolder(name, version), "RECORD");
  const rowPath = (file: string): string => relative(site, file).replaceAll(sep, "/");
  const rows = files.map((file) => ({
    path: rowPath(file.path),
    hash: { algorithm: "sha256", digest: createHash("sha256").update(file.content).digest() },
    size: file.content.length,
  }));
  const record = writeRecord([...rows, { path: rowPath(path) }]);
  return [...files, { path, content: new TextEncoder().encode(record), executable: false }];
}

function missingDependencies({ metadata }: Project, python: PythonInterpreter): Finding[] {
  const missing = missingRequirements(metadata.requiresDist, python.installed, python.marker);
  if (missing.length === 0) return [];
  const words = missing.map((requirement) => `"${requirement.replaceAll('"', "'")}"`).join(" ");
  return [
    {
      code: "DEVELOP_DEPENDENCY_MISSING",
      severity: "note",
      message: `Not installed there: ${missing.join(", ")}`,
      path: "pyproject.toml: project.dependencies",
      hint: `Run "${python.executable}" -m pip install ${words}`,
    },
  ];
}
