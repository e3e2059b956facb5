/**
 * One call of `packwheel ar`, `ranlib`, `strip` or `nm`. Files that a tool changes are changed in memory, and given back.
 * Specs: ar, strip and nm of POSIX.1-2017; https://llvm.org/docs/CommandGuide/
 */
import { PackwheelError } from "../../core/errors.ts";
import { inputPath, outputPath, type ToolRun } from "../tool.ts";
import { PLACES } from "../toolchain.ts";
import type { OutsideFiles } from "../wasi/outside-folder.ts";
import type { ToolchainWorkers } from "../workers.ts";

export type ArchiveTool = "ar" | "ranlib" | "strip" | "nm";

export interface ArchiveToolHost {
  /** Absolute, as programs see it. */
  readonly workingDirectory: string;
  readonly disk: OutsideFiles;
  readonly load: () => Promise<ToolchainWorkers>;
  readonly signal?: AbortSignal | undefined;
}

export interface ArchiveToolResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Options of strip that have a value in the next word. */
const STRIP_VALUES: ReadonlySet<string> = new Set(["-K", "-N", "-R", "-j", "--keep-symbol", "--remove-section"]);

/** @throws {PackwheelError} `CC_INVALID` */
export async function runArchiveTool(
  tool: ArchiveTool,
  words: readonly string[],
  host: ArchiveToolHost,
): Promise<ArchiveToolResult> {
  const files = new Files(host);
  if (tool === "strip") return runStrip(words, files, host);
  const plan = tool === "ar" ? planAr(words, files) : tool === "nm" ? planNm(words, files) : planRanlib(words, files);
  const workers = await host.load();
  const result = await workers.runTool(plan.run, host.signal);
  const changed = [...result.output].filter(([name, bytes]) => !isSame(plan.run.changed?.get(name), bytes));
  return {
    exitCode: result.exitCode,
    // What `ar p` prints may be no text.
    stdout: tool === "nm" ? readableBytes(result.printed, plan, host) : result.printed,
    stderr: readable(result.messages, plan, host),
    files: result.exitCode === 0 ? changed.map(([name, bytes]) => ({ path: plan.paths.get(name) ?? name, bytes })) : [],
  };
}

function readableBytes(bytes: Uint8Array, plan: Plan, host: ArchiveToolHost): Uint8Array {
  return new TextEncoder().encode(readable(new TextDecoder().decode(bytes), plan, host));
}

/** With the names that the words have. */
function readable(text: string, { paths }: Pick<Plan, "paths">, { workingDirectory }: ArchiveToolHost): string {
  let result = text.replaceAll(`${workingDirectory}/`, "");
  for (const [name, path] of paths)
    result = result.replaceAll(outputPath(name), path).replaceAll(inputPath(name), path);
  return result;
}

function isSame(before: Uint8Array | undefined, after: Uint8Array): boolean {
  return before?.length === after.length && before.every((byte, index) => byte === after[index]);
}

interface Plan {
  readonly run: ToolRun;
  /** Name in the folder of results -> path as the words have it. */
  readonly paths: ReadonlyMap<string, string>;
}

function planNm(words: readonly string[], files: Files): Plan {
  const named = words.map((word) => (word.startsWith("-") ? word : files.absolute(word)));
  return { run: { tool: "nm", arguments: named, input: new Map() }, paths: new Map() };
}

/** `ar rcs libz.a a.o b.o`: operation, perhaps a position, the archive, members. */
function planAr(words: readonly string[], files: Files): Plan {
  const options = words.filter((word) => word.startsWith("--"));
  const [operation = "", ...rest] = words.filter((word) => !word.startsWith("--"));
  const letters = operation.replace(/^-/, "");
  if (options.includes("--version") || letters === "") {
    return { run: { tool: "ar", arguments: words, input: new Map() }, paths: new Map() };
  }
  const position = /[abi]/.test(letters) ? rest.slice(0, 1) : [];
  const [archive, ...members] = rest.slice(position.length);
  if (archive === undefined) throw new PackwheelError("CC_INVALID", "Cannot run ar: no archive is named");
  const name = "archive.a";
  const before = files.read(archive);
  const takesFiles = /[rq]/.test(letters);
  // Times and owners stay out, whatever the letters say, so that the same members give the same archive.
  const reproducible = takesFiles ? letters.replace("U", "").concat(letters.includes("D") ? "" : "D") : letters;
  return {
    run: {
      tool: "ar",
      arguments: [
        ...options,
        ...(letters.includes("x") ? [`--output=${PLACES.output}/`] : []),
        reproducible,
        ...position,
        outputPath(name),
        ...members.map((member) => (takesFiles ? files.absolute(member) : member)),
      ],
      input: new Map(),
      changed: before === undefined ? new Map() : new Map([[name, before]]),
    },
    paths: new Map([[name, archive]]),
  };
}

/** `ranlib libz.a`: the archive is changed where it is. */
function planRanlib(words: readonly string[], files: Files): Plan {
  const changed = new Map<string, Uint8Array>();
  const paths = new Map<string, string>();
  const given = words.map((word, index) => {
    if (word.startsWith("-")) return word;
    const name = `${index}.a`;
    changed.set(name, files.require(word));
    paths.set(name, word);
    return outputPath(name);
  });
  return { run: { tool: "ranlib", arguments: given, input: new Map(), changed }, paths };
}

/** `strip lib.so` changes files where they are, `strip -o other lib.so` writes another. One run for each file. */
async function runStrip(words: readonly string[], files: Files, host: ArchiveToolHost): Promise<ArchiveToolResult> {
  const options: string[] = [];
  const named: string[] = [];
  let output: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "-o") output = words[++index];
    else if (STRIP_VALUES.has(word)) options.push(word, words[++index] ?? "");
    else if (word.startsWith("-")) options.push(word);
    else named.push(word);
  }
  const contents = named.map((path) => files.require(path));
  const workers = await host.load();
  const changed: { path: string; bytes: Uint8Array }[] = [];
  let result: Pick<ArchiveToolResult, "exitCode" | "stdout" | "stderr"> = NO_OUTPUT;
  for (const [index, path] of (named.length === 0 ? [undefined] : named).entries()) {
    const bytes = contents[index];
    const input = bytes === undefined ? new Map<string, Uint8Array>() : new Map([["file", bytes]]);
    // To standard output: a file would get permissions, and WASI has none.
    const given = bytes === undefined ? options : [...options, inputPath("file"), "-o", "-"];
    const { exitCode, messages, printed } = await workers.runTool(
      { tool: "strip", arguments: given, input },
      host.signal,
    );
    const stderr = result.stderr + readable(messages, { paths: new Map([["file", path ?? ""]]) }, host);
    result = { exitCode: result.exitCode || exitCode, stdout: path === undefined ? printed : result.stdout, stderr };
    if (exitCode === 0 && path !== undefined) changed.push({ path: output ?? path, bytes: printed });
  }
  return { ...result, files: changed };
}

const NO_OUTPUT: Pick<ArchiveToolResult, "exitCode" | "stdout" | "stderr"> = {
  exitCode: 0,
  stdout: new Uint8Array(0),
  stderr: "",
};

/** Paths as the words have them. */
class Files {
  readonly #host: ArchiveToolHost;

  constructor(host: ArchiveToolHost) {
    this.#host = host;
  }

  absolute(path: string): string {
    return path.startsWith("/") ? path : `${this.#host.workingDirectory}/${path}`;
  }

  /** @throws {PackwheelError} `CC_INVALID` */
  require(path: string): Uint8Array {
    const bytes = this.read(path);
    if (bytes !== undefined) return bytes;
    throw new PackwheelError("CC_INVALID", `Cannot read "${path}": there is no such file`);
  }

  read(path: string): Uint8Array | undefined {
    const place = this.absolute(path);
    return this.#host.disk.find(place)?.kind === "file" ? this.#host.disk.read(place) : undefined;
  }
}
