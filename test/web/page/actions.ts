/** What the page of the browser test does with the library, each by the name that the test calls it. */
import {
  type BuildTargetsResult,
  buildTargets,
  directoryTree,
  type Finding,
  loadToolchain,
  memoryTree,
  PackwheelError,
  type WebToolchain,
} from "packwheel/web";

export type Files = Readonly<Record<string, string>>;

/** How something ended that was to fail. */
export interface Outcome {
  /** Of a `PackwheelError`; others have but a name. */
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string | undefined;
  readonly path?: string | undefined;
  readonly name?: string;
}

export interface Built {
  /** Name and bytes, in base64, of the sdist and of each wheel. */
  readonly files: readonly (readonly [string, string])[];
  readonly findings: readonly Finding[];
}

export interface Actions {
  /** What is loaded, in order, without repetitions. */
  load(): Promise<{ readonly width: number; readonly progress: readonly string[] }>;
  loadFrom(manifest: string): Promise<Outcome>;
  build(files: Files, targets: readonly string[]): Promise<Built>;
  /** The same, from a folder of the browser's own file system. */
  buildFolder(files: Files, targets: readonly string[]): Promise<Built>;
  /** Build, and stop when the first source is being compiled. */
  cancel(files: Files, target: string): Promise<Outcome>;
  fail(files: Files, target: string): Promise<Outcome>;
  /** Build for Pyodide, install the wheel into one, and run `code` in it. @returns What the code gives. */
  runInPyodide(files: Files, code: string): Promise<unknown>;
  /** Spoil what the browser keeps of the largest file. @returns How many entries there are. */
  damage(): Promise<number>;
}

let loaded: WebToolchain | undefined;

async function toolchain(): Promise<WebToolchain> {
  if (loaded === undefined) throw new Error("The compiler is not loaded");
  return loaded;
}

export const actions: Actions = {
  async load() {
    await loaded?.close();
    const progress: string[] = [];
    loaded = await loadToolchain({
      manifest: "toolchain/toolchain.json",
      reporter: {
        report(event) {
          if (event.kind === "progress") progress.push(`${event.done === event.total ? "all" : "some"} ${event.unit}`);
        },
      },
    });
    return { width: loaded.width, progress: [...new Set(progress)] };
  },

  loadFrom: (manifest) => outcome(loadToolchain({ manifest })),

  async build(files, targets) {
    return built(await buildTargets(memoryTree(files), targets, { toolchain }));
  },

  async buildFolder(files, targets) {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("project", { create: true });
    for (const [path, text] of Object.entries(files)) await writeFile(folder, path.split("/"), text);
    return built(await buildTargets(directoryTree(folder), targets, { toolchain }));
  },

  cancel(files, target) {
    const stop = new AbortController();
    const reporter = {
      report(event: { readonly kind: string; readonly text?: string }): void {
        if (event.text?.includes("Building native") === true) setTimeout(() => stop.abort(), 50);
      },
    };
    return outcome(buildTargets(memoryTree(files), [target], { toolchain, reporter, signal: stop.signal }));
  },

  fail: (files, target) => outcome(buildTargets(memoryTree(files), [target], { toolchain })),

  async runInPyodide(files, code) {
    const { targets } = await buildTargets(memoryTree(files), ["pyemscripten"], { toolchain });
    const [wheel] = targets.flatMap((target) => target.wheel ?? []);
    if (wheel === undefined) throw new Error("There is no wheel");
    const place = new URL("pyodide/", location.href).href;
    const { loadPyodide } = await import(/* @vite-ignore */ `${place}pyodide.mjs`);
    const pyodide = await loadPyodide({ indexURL: place });
    pyodide.unpackArchive(wheel.bytes.buffer, "wheel");
    return pyodide.runPython(code);
  },

  async damage() {
    const cache = await caches.open("packwheel-toolchain");
    const entries = await Promise.all(
      (await cache.keys()).map(async (request) => {
        const response = await cache.match(request);
        return { request, bytes: new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0)) };
      }),
    );
    const [largest] = entries.toSorted((left, right) => right.bytes.length - left.bytes.length);
    if (largest === undefined) throw new Error("Nothing is kept");
    largest.bytes[1000] = ~(largest.bytes[1000] ?? 0);
    await cache.put(largest.request, new Response(largest.bytes));
    return entries.length;
  },
};

function built({ sdist, targets, findings }: BuildTargetsResult): Built {
  const all = [sdist, ...targets.map(({ wheel }) => wheel)].filter((file) => file !== undefined);
  return { files: all.map(({ filename, bytes }) => [filename, toText(bytes)] as const), findings };
}

async function writeFile(folder: FileSystemDirectoryHandle, path: readonly string[], text: string): Promise<void> {
  const [name = "", ...below] = path;
  if (below.length > 0) return writeFile(await folder.getDirectoryHandle(name, { create: true }), below, text);
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}

/** Bytes in a form that passes out of the page. */
function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

async function outcome(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work;
    return { name: "done" };
  } catch (error) {
    if (!(error instanceof PackwheelError)) return { name: error instanceof Error ? error.name : typeof error };
    const { code, message, hint, path } = error;
    return { code, message, hint, path };
  }
}
