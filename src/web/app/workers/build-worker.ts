/** Builds wheels beside the page. The compiler is loaded with the first project that has code for it. */
import { type BuiltFile, buildProject } from "../../../core/build/build-project.ts";
import { DEFAULT_TIMESTAMP } from "../../../core/build/default-timestamp.ts";
import { portableEngine } from "../../../core/engine/portable-engine.ts";
import { MemoryFolder } from "../../../core/memory/memory-folder.ts";
import type { Reporter } from "../../../core/ports/reporter.ts";
import { ZipWriter } from "../../../core/zip/write.ts";
import { type BuiltBytes, buildTargets, type TargetBuild } from "../../build-targets.ts";
import { loadToolchain, type WebToolchain } from "../../toolchain/web-toolchain.ts";
import type { BuildCalls, BuildEvent, BuildInput, BuildResult, BuiltArchive } from "../messages/building.ts";
import { failureOf } from "../messages/failure.ts";
import { givenTree } from "./given-tree.ts";
import { type Caller, serveCalls } from "./serve-calls.ts";

serveCalls<BuildCalls>({
  build: (input, caller) => (input.targets.length === 0 ? buildPure(input, caller) : buildNative(input, caller)),
  zip: zipFiles,
});

async function buildPure(input: BuildInput, { tell, signal }: Caller<BuildEvent>): Promise<BuildResult> {
  const folder = new MemoryFolder();
  const reporter: Reporter = {
    report: (event) => event.kind === "phase" && tell({ kind: "phase", target: undefined, text: event.text }),
  };
  const { files, findings } = await buildProject(
    givenTree(input.files),
    { kinds: input.sdist ? ["sdist", "wheel"] : ["wheel"] },
    { folder, engine: portableEngine(), reporter, signal },
  );
  const archiveOf = (kind: BuiltFile["kind"]): BuiltArchive | undefined => {
    const file = files.find((each) => each.kind === kind);
    return file && archive({ ...file, bytes: new Uint8Array(folder.read(file.filename)) });
  };
  return { sdist: archiveOf("sdist"), wheel: archiveOf("wheel"), findings };
}

async function buildNative(input: BuildInput, caller: Caller<BuildEvent>): Promise<BuildResult> {
  const { tell, signal } = caller;
  const { sdist, findings } = await buildTargets(givenTree(input.files), input.targets, {
    kinds: input.sdist ? ["sdist", "wheel"] : ["wheel"],
    keepGoing: true,
    signal,
    reporter: targetReporter(caller),
    toolchain: () => toolchainFor(input.toolchain, caller),
    onTarget(event) {
      tell(event.kind === "begin" ? { kind: "begun", target: event.target.name } : eventOf(event.build));
    },
  });
  return { sdist: sdist && archive(sdist), wheel: undefined, findings };
}

let loading: Promise<WebToolchain> | undefined;

/** Loaded once; after a failure or a stop, tried again. */
function toolchainFor(manifest: string, { tell, signal }: Caller<BuildEvent>): Promise<WebToolchain> {
  loading ??= loadToolchain({
    manifest,
    signal,
    reporter: {
      report(event) {
        if (event.kind === "progress") tell({ kind: "loading", part: event.done / Math.max(1, event.total) });
        if (event.kind === "phase") tell({ kind: "phase", target: undefined, text: event.text });
      },
    },
    createWorker: () => new Worker(new URL("../../toolchain/toolchain-worker.ts", import.meta.url), { type: "module" }),
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Phases come as `linux-x86_64: Linking for linux-x86_64`. */
function targetReporter({ tell }: Caller<BuildEvent>): Reporter {
  return {
    report(event) {
      if (event.kind !== "phase") return;
      const [, target, text = event.text] = /^([\w-]+): (.*)$/.exec(event.text) ?? [];
      tell({ kind: "phase", target, text });
    },
  };
}

function eventOf({ target, wheel, coveredBy, failure, milliseconds }: TargetBuild): BuildEvent {
  const { name } = target;
  if (failure !== undefined) return { kind: "failed", target: name, failure: failureOf(failure) };
  if (wheel === undefined) return { kind: "covered", target: name, by: coveredBy ?? "another" };
  return { kind: "built", target: name, archive: archive(wheel), milliseconds };
}

function archive({ filename, kind, tags, sha256, bytes }: BuiltBytes): BuiltArchive {
  return { file: new File([bytes], filename), kind, tags, sha256 };
}

/** They are compressed already, and are stored as they are. */
async function zipFiles(files: readonly File[]): Promise<Blob> {
  const folder = new MemoryFolder();
  const output = await folder.create("wheels.zip");
  const zip = new ZipWriter(output, { timestamp: DEFAULT_TIMESTAMP });
  const sources = files.map((file) => ({ path: file.name, size: file.size, open: () => readFile(file) }));
  for await (const part of portableEngine().encode(sources, { level: 0 })) {
    const source = sources[part.index];
    if (source !== undefined) await zip.write(part, { path: source.path, mode: 0o644 });
  }
  await zip.finish();
  await output.commit();
  return new Blob([new Uint8Array(folder.read("wheels.zip"))], { type: "application/zip" });
}

async function* readFile(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer());
}
