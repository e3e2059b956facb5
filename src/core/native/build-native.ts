/**
 * Native code of a project, built: the members that it adds to the wheel, and the tags that they ask for.
 * Who compiles and who runs commands is the caller's choice; what is asked of them is decided here.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { detectObjectFormat } from "../object/detect.ts";
import type { CompilerDiagnostic } from "../ports/compiler.ts";
import type { FileTree } from "../ports/file-tree.ts";
import type { Reporter } from "../ports/reporter.ts";
import type { Project } from "../project/project.ts";
import { matchGlob } from "../project/source-files/globs.ts";
import { isNativeFormat } from "../project/source-files/native-files.ts";
import type { FileSelection, NativeFile } from "../project/source-files.ts";
import type { Target } from "../tags/target.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import { ffiModule } from "./ffi-module.ts";
import { sourceLanguage } from "./native-inputs.ts";
import { type Artifact, nativeMembers } from "./native-members.ts";
import type { NativePorts } from "./native-ports.ts";
import { type InterpreterWishes, nativeTags } from "./native-tags.ts";
import { type NativeStep, readTarget } from "./plan.ts";
import { type HalfArtifact, mergeArtifacts, planTargets } from "./universal.ts";

export interface NativeBuild {
  /** Sorted by path. */
  readonly members: readonly WheelMember[];
  /** Which of them hold machine code. */
  readonly native: readonly NativeFile[];
  /** Python and ABI tags that extension modules ask for; undefined without any. */
  readonly tags: InterpreterWishes | undefined;
  readonly findings: readonly Finding[];
}

export interface NativeBuildOptions {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Warnings of one compilation that become findings; a build with more has its own log. */
const MAX_WARNINGS = 20;

/**
 * @param selection Files of the project: sources come from those of the sdist, and none of the wheel is replaced.
 * @throws {PackwheelError} with a code of `NativeErrorCode`, or what the compiler and the runner throw.
 */
export async function buildNative(
  project: Project,
  tree: FileTree,
  selection: Pick<FileSelection, "wheel" | "sdist">,
  ports: NativePorts,
  options: NativeBuildOptions,
): Promise<NativeBuild> {
  const target = readTarget(ports.target);
  const plans = planTargets(project, target);
  // Places in the wheel, headers and loaders are those of any of them.
  const steps = plans[0]?.steps ?? [];
  const paths = selection.sdist.map(({ path }) => path);
  const findings: Finding[] = [];
  const members: WheelMember[] = [];
  const native: NativeFile[] = [];
  const extensions: string[] = [];
  checkPlannedPlaces(steps, selection.wheel);
  for (const [index, step] of steps.entries()) {
    options.signal?.throwIfAborted();
    const includeDirs = step.making.kind === "sources" ? step.making.includeDirs : [];
    // A header that cannot be read is told before anything is compiled.
    const tables = await ffiModule(step, target, paths, includeDirs, (path) => readText(tree, path));
    const halves: HalfArtifact[] = [];
    for (const { target: half, steps: halfSteps } of plans) {
      const halfStep = halfSteps[index] ?? step;
      const what = plans.length > 1 ? `${step.name} for ${half.machine}` : step.name;
      options.reporter?.report({ kind: "phase", text: `Building native ${what}` });
      const { artifact, diagnostics } = await makeArtifact(halfStep, paths, ports, half, options);
      // Both compilers of a universal library warn of the same.
      const isKnown = ({ path, message }: Finding): boolean =>
        findings.some((found) => found.path === path && found.message === message);
      findings.push(...warnings(diagnostics).filter((warning) => !isKnown(warning)));
      halves.push({ target: half, artifact });
    }
    const artifact = mergeArtifacts(step, halves);
    const made = nativeMembers(step, artifact, target, tables);
    members.push(...made);
    const [binary] = made;
    const format = detectObjectFormat(artifact.bytes);
    if (binary !== undefined && isNativeFormat(format)) {
      native.push({ path: binary.path, format });
    }
    if (step.kind === "extension") extensions.push(artifact.fileName);
  }
  checkClashes(members, selection.wheel);
  return {
    members: members.toSorted((left, right) => compareCodePoints(left.path, right.path)),
    native: native.toSorted((left, right) => compareCodePoints(left.path, right.path)),
    tags: nativeTags(extensions, project.metadata.requiresPython),
    findings,
  };
}

async function makeArtifact(
  step: NativeStep,
  paths: readonly string[],
  ports: NativePorts,
  target: Target,
  options: NativeBuildOptions,
): Promise<{ readonly artifact: Artifact; readonly diagnostics: readonly CompilerDiagnostic[] }> {
  const { making, name } = step;
  const shared = {
    name,
    target: target.triple,
    profile: ports.profile ?? "release",
    deploymentTarget: ports.deploymentTarget,
    timestamp: options.timestamp,
    signal: options.signal,
  };
  const output = step.kind === "executable" ? "program" : step.kind === "extension" ? "extension" : "library";
  if (making.kind === "command") {
    if (ports.commands === undefined) throw unavailable(name, "run commands");
    const { command, cwd, env, artifact, inputs } = making;
    const result = await ports.commands.run({ ...shared, command, cwd, env, artifact, inputs, output });
    return { artifact: result, diagnostics: [] };
  }
  if (ports.compiler === undefined) throw unavailable(name, "compile");
  const { includeDirs, defines, flags, libraries, std } = making;
  const fileName = step.place.slice(step.place.lastIndexOf("/") + 1);
  const { bytes, diagnostics } = await ports.compiler.compile({
    ...shared,
    output: output === "program" ? "program" : "library",
    fileName,
    sources: findSources(name, making.sources, paths),
    includeDirs,
    defines,
    flags,
    libraries,
    std,
  });
  return { artifact: { fileName, bytes }, diagnostics };
}

/** Files that the globs match, each once, sorted. */
function findSources(name: string, globs: readonly string[], paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const glob of globs) {
    const matches = paths.filter(matchGlob(glob));
    if (matches.length === 0) throw badSource(name, `no file matches ${quote(glob)}`);
    for (const path of matches) {
      if (sourceLanguage(path) === undefined) throw badSource(name, `${quote(path)} is neither C nor C++`);
      found.add(path);
    }
  }
  return [...found].sort(compareCodePoints);
}

function badSource(name: string, reason: string): PackwheelError {
  return new PackwheelError("NATIVE_SOURCE_INVALID", `Cannot compile native ${quote(name)}: ${reason}`, {
    hint: "Correct `sources`; headers need no mention",
    path: "pyproject.toml: tool.packwheel.native",
  });
}

function unavailable(name: string, what: string): PackwheelError {
  return new PackwheelError("NATIVE_UNAVAILABLE", `Cannot build native ${quote(name)}: nothing here can ${what}`, {
    hint: "Build with `packwheel build`, or give `native` among the ports",
    path: "pyproject.toml: tool.packwheel.native",
  });
}

/** Before minutes are spent on a build that cannot end well. */
function checkPlannedPlaces(steps: readonly NativeStep[], wheel: readonly WheelMember[]): void {
  const places = steps.flatMap(({ kind, place, loaderPlace, ffiPlace }) => {
    const own = kind === "extension" ? [] : [place];
    return [...own, loaderPlace, ffiPlace].flatMap((path) => (path === undefined ? [] : [{ path }]));
  });
  checkClashes(places, wheel);
}

/** @throws {PackwheelError} `NATIVE_FILE_CLASH` */
function checkClashes(made: readonly { readonly path: string }[], wheel: readonly WheelMember[]): void {
  const taken = new Map(wheel.map(({ path }) => [path.toLowerCase(), path]));
  const own = new Set<string>();
  for (const { path } of made) {
    const key = path.toLowerCase();
    const other = taken.get(key);
    if (other !== undefined || own.has(key)) {
      const rival = other === undefined ? "another native table makes it too" : `the project has ${quote(other)}`;
      throw new PackwheelError("NATIVE_FILE_CLASH", `Cannot generate ${quote(path)} of the wheel: ${rival}`, {
        hint:
          other === undefined
            ? "Give the tables different modules"
            : "Remove or exclude that file, or choose another `module`",
        path,
      });
    }
    own.add(key);
  }
}

function warnings(diagnostics: readonly CompilerDiagnostic[]): Finding[] {
  return diagnostics
    .filter(({ severity }) => severity === "warning")
    .slice(0, MAX_WARNINGS)
    .map(({ message, file, line, column }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(":");
      return {
        code: "NATIVE_COMPILER_WARNING",
        severity: "warning" as const,
        message,
        ...(place === "" ? {} : { path: place }),
      };
    });
}

async function readText(tree: FileTree, path: string): Promise<string | undefined> {
  const bytes = await tree.read(path);
  return bytes === undefined ? undefined : decodeUtf8(bytes).text;
}
