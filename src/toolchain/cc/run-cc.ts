/**
 * One call of `packwheel cc`: sources are compiled and linked as the words ask. Nothing is written here: the caller gets
 * the files, and what is to be printed.
 */

import { PackwheelError } from "../../core/errors.ts";
import { archiveMembers } from "../../core/object/archive-members.ts";
import { undefinedSymbols } from "../../core/object/undefined-symbols.ts";
import { type BuildTarget, findTargets } from "../../core/targets/build-target.ts";
import { requireFloor, splitFloor } from "../../core/targets/floors.ts";
import type { SourceResult, SourceRun } from "../compile-source.ts";
import { linkObjects } from "../link/link-objects.ts";
import type { LinkItem, LinkPorts } from "../link/link-run.ts";
import { PLACES } from "../toolchain.ts";
import type { OutsideFiles } from "../wasi/outside-folder.ts";
import { inParallel } from "../workers.ts";
import { answerQuestion } from "./answers.ts";
import { dependencyRule } from "./dependency-rule.ts";
import type { CcArguments, CcItem } from "./parse-arguments.ts";
import { parseCcArguments } from "./parse-arguments.ts";
import { expandResponseFiles } from "./response-file.ts";

export interface CcHost {
  /** Absolute, as programs see it. */
  readonly workingDirectory: string;
  readonly disk: OutsideFiles;
  readonly stdin: () => Uint8Array;
  /** Triple or name. */
  readonly defaultTarget: string;
  /** What linking and compiling takes; loaded when there is something to do. */
  readonly load: (sources: readonly string[]) => Promise<LinkPorts>;
  readonly timestamp: number;
  readonly hasColors: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface CcResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
  /** Paths as the words have them: relative to the working directory, or absolute. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array; readonly isProgram: boolean }[];
}

type SourceItem = Extract<CcItem, { kind: "source" }>;

/** @throws {PackwheelError} `CC_INVALID`, `TARGET_UNKNOWN`, and those of `compileSource` and `linkObjects` */
export async function runCc(words: readonly string[], driver: "c" | "c++", host: CcHost): Promise<CcResult> {
  const expanded = expandResponseFiles(words, (path) => readFile(host, path));
  const given = parseCcArguments(expanded, driver);
  const { target, floor } = oneTarget(given.target ?? host.defaultTarget);
  if (given.question !== undefined) {
    return { ...NOTHING, stdout: new TextEncoder().encode(answerQuestion(given.question, target)) };
  }
  check(given, host);
  return new CcRun(given, target, floor, host).run();
}

const NOTHING: CcResult = { exitCode: 0, stdout: new Uint8Array(0), stderr: "", files: [] };

class CcRun {
  readonly #given: CcArguments;
  readonly #target: BuildTarget;
  readonly #floor: string;
  readonly #host: CcHost;
  readonly #files: { path: string; bytes: Uint8Array; isProgram: boolean }[] = [];
  readonly #printed: Uint8Array[] = [];
  #messages = "";

  constructor(given: CcArguments, target: BuildTarget, floor: string, host: CcHost) {
    this.#given = given;
    this.#target = target;
    this.#floor = floor;
    this.#host = host;
  }

  async run(): Promise<CcResult> {
    const sources = this.#given.items.filter((item) => item.kind === "source");
    const ports = await this.#host.load(sources.map(({ path }) => path));
    const { workers } = ports;
    const results = await inParallel(sources, workers.width, (item) =>
      workers.compile(this.#sourceRun(item), this.#host.signal),
    );
    const objects = new Map<CcItem, Uint8Array>();
    let failed = false;
    for (const [index, item] of sources.entries()) {
      const result = results[index];
      if (result === undefined) continue;
      this.#tell(item, result);
      if (result.exitCode !== 0) failed = true;
      else this.#keep(item, result, objects);
    }
    if (!failed && this.#given.action === "link") failed = !(await this.#link(objects, ports));
    return {
      exitCode: failed ? 1 : 0,
      stdout: joined(this.#printed),
      stderr: this.#messages,
      files: failed ? [] : this.#files,
    };
  }

  #sourceRun({ path, language }: SourceItem): SourceRun {
    const { action, flags, level, withoutHeaders, dependencies } = this.#given;
    return {
      target: this.#target,
      floor: this.#floor,
      language: language === "header" ? "c" : language,
      source: path,
      workingDirectory: this.#host.workingDirectory,
      output: action === "link" ? "object" : action === "preprocess" ? "preprocessed" : action,
      ownHeadersOnly: dependencies?.ownHeadersOnly,
      flags: [...flags, ...(this.#host.hasColors ? ["-fcolor-diagnostics"] : [])],
      level,
      withoutHeaders,
      timestamp: this.#host.timestamp,
      stdin: path === "-" ? this.#host.stdin() : undefined,
    };
  }

  #tell({ path }: SourceItem, { messages, findings, printed }: SourceResult): void {
    this.#messages += messages;
    this.#printed.push(printed);
    if (!this.#given.isVerbose) return;
    for (const { message } of findings) this.#messages += `${path}: warning: ${message}\n`;
    if (this.#given.wantsDebugInformation) this.#messages += `${path}: warning: debug information is not made\n`;
  }

  #keep(
    item: SourceItem,
    { bytes = new Uint8Array(0), dependencies }: SourceResult,
    objects: Map<CcItem, Uint8Array>,
  ): void {
    const { action, output, dependencies: wanted } = this.#given;
    const object = action === "object" && output !== undefined ? output : withEnding(item.path, ".o");
    if (wanted !== undefined) {
      const rule = new TextEncoder().encode(dependencyRule(wanted, object, item.path, dependencies));
      const path =
        wanted.path ??
        (action === "dependencies" ? output : withEnding(output ?? item.path, ".d", output !== undefined));
      if (path === undefined || path === "-") this.#printed.push(rule);
      else this.#addFile(path, rule);
    }
    if (action === "link") objects.set(item, bytes);
    else if (action === "object") this.#addFile(object, bytes);
    else if (action === "assembly") this.#addFile(output ?? withEnding(item.path, ".s"), bytes);
    else if (action === "preprocess") {
      if (output === undefined || output === "-") this.#printed.push(bytes);
      else this.#addFile(output, bytes);
    }
  }

  #addFile(path: string, bytes: Uint8Array, isProgram = false): void {
    if (path === "-") this.#printed.push(bytes);
    else this.#files.push({ path, bytes, isProgram });
  }

  async #link(objects: ReadonlyMap<CcItem, Uint8Array>, ports: LinkPorts): Promise<boolean> {
    const given = this.#given;
    const output = given.output ?? (this.#target.system === "windows" ? "a.exe" : "a.out");
    const others = new Map<string, string>();
    const items = given.items.map((item): LinkItem => {
      const bytes = objects.get(item);
      if (item.kind === "source") {
        return { kind: "object", name: baseName(withEnding(item.path, ".o")), bytes: bytes ?? new Uint8Array(0) };
      }
      return {
        kind: "word",
        word: item.kind === "file" ? this.#absolute(item.path) : this.#linkerWord(item.word, others),
      };
    });
    const words = items.flatMap((item) => (item.kind === "word" ? [item.word] : []));
    const result = await linkObjects(
      {
        target: this.#target,
        floor: this.#floor,
        output: given.isRelocatable ? "relocatable" : given.isShared ? "library" : "program",
        fileName: baseName(output),
        items,
        named: this.#namedFiles(),
        allowsUndefined: !/(?:^| )(?:-z defs|--no-undefined|-no-undefined)(?: |$)/.test(words.join(" ")),
        withoutLibraries: given.withoutLibraries,
        withoutStart: given.withoutStart,
        isStripped: given.isStripped,
        signal: this.#host.signal,
      },
      ports,
    );
    const beginning = `${this.#host.workingDirectory}/`;
    this.#messages += result.messages.replaceAll(beginning, "");
    if (result.hint !== undefined) this.#messages += `hint: ${result.hint}\n`;
    if (result.bytes === undefined) return false;
    this.#addFile(output, result.bytes, !given.isRelocatable);
    for (const [name, path] of others) {
      const bytes = result.others.get(name);
      if (bytes !== undefined) this.#addFile(path, bytes);
    }
    return true;
  }

  /** Objects and static libraries, for the helpers that their code calls. */
  #namedFiles(): readonly Uint8Array[] {
    const paths = this.#given.items.flatMap((item) => (item.kind === "file" ? [item.path] : []));
    const libraries = this.#given.items.flatMap((item) => (item.kind === "word" ? [item.word] : []));
    const folders = libraries.flatMap((word) => (word.startsWith("-L") ? [word.slice(2)] : []));
    for (const word of libraries) {
      if (!word.startsWith("-l")) continue;
      const name = word.startsWith("-l:") ? word.slice(3) : `lib${word.slice(2)}.a`;
      const found = folders
        .map((folder) => `${folder}/${name}`)
        .find((path) => this.#host.disk.find(this.#absolute(path))?.kind === "file");
      if (found !== undefined) paths.push(found);
    }
    return paths.flatMap((path) => {
      const bytes = readFile(this.#host, path);
      const isCode =
        bytes !== undefined && (archiveMembers(bytes) !== undefined || undefinedSymbols(bytes) !== undefined);
      return isCode ? [bytes] : [];
    });
  }

  #absolute(path: string): string {
    return absolutePath(this.#host, path);
  }

  /** The linker knows no working directory: names of files in its options are made absolute. */
  #linkerWord(word: string, others: Map<string, string>): string {
    const made = /^(-Map=|--Map=|--dependency-file=)(.+)$/.exec(word);
    if (made?.[1] !== undefined && made[2] !== undefined) {
      const name = `other-${others.size}`;
      others.set(name, made[2]);
      return `${made[1]}${PLACES.output}/${name}`;
    }
    if (word.startsWith("-L")) return `-L${this.#absolute(word.slice(2))}`;
    const [, option = "", value = ""] = /^(-T|--?[\w-]+=)?(.+)$/.exec(word) ?? [];
    if (option === "" && word.startsWith("-")) return word;
    const path = this.#absolute(value);
    return this.#host.disk.find(path)?.kind === "file" ? `${option}${path}` : word;
  }
}

function oneTarget(word: string): { readonly target: BuildTarget; readonly floor: string } {
  const { name, floor } = splitFloor(word);
  const [target, ...others] = findTargets([name]);
  if (target !== undefined && others.length === 0 && target.parts === undefined) {
    return { target, floor: floor === undefined ? target.defaultFloor : requireFloor(target, floor) };
  }
  throw new PackwheelError("TARGET_UNKNOWN", `Cannot compile for "${word}": one target is needed`, {
    hint:
      target?.parts === undefined
        ? "Run packwheel targets for the list"
        : `Compile for ${target.parts.join(" and ")}, and merge the results`,
  });
}

/** @throws {PackwheelError} `CC_INVALID` */
function check({ items, action, output, isStatic }: CcArguments, host: CcHost): void {
  const sources = items.filter((item) => item.kind === "source");
  const files = items.filter((item) => item.kind !== "word");
  if (files.length === 0 || (action !== "link" && sources.length === 0)) {
    throw new PackwheelError("CC_INVALID", "Cannot compile: no input files");
  }
  for (const item of files) {
    const isThere = item.path === "-" || host.disk.find(absolutePath(host, item.path))?.kind === "file";
    if (!isThere) throw new PackwheelError("CC_INVALID", `Cannot read "${item.path}": there is no such file`);
  }
  if (
    action !== "link" &&
    action !== "dependencies" &&
    action !== "check" &&
    output !== undefined &&
    sources.length > 1
  ) {
    throw new PackwheelError("CC_INVALID", `Cannot write "${output}": ${sources.length} files would go there`, {
      hint: "Give -o with one source, or link",
    });
  }
  const header = sources.find(({ language }) => language === "header");
  if (header !== undefined && (action === "link" || action === "object" || action === "assembly")) {
    throw new PackwheelError("CC_INVALID", `Cannot compile "${header.path}": precompiled headers are not supported`);
  }
  if (isStatic && action === "link") {
    throw new PackwheelError("CC_INVALID", "Cannot link statically: packwheel's C libraries hold no code", {
      hint: "Leave out -static",
    });
  }
}

function absolutePath({ workingDirectory }: CcHost, path: string): string {
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
  if (!isAbsolute) return normalPath(`${workingDirectory}/${path.replaceAll("\\", "/")}`);
  return path.startsWith("/") ? path : `/${path.replaceAll("\\", "/")}`;
}

/** `/a/./b/../c` -> `/a/c` */
function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

function readFile(host: CcHost, path: string): Uint8Array | undefined {
  const place = absolutePath(host, path);
  return host.disk.find(place)?.kind === "file" ? host.disk.read(place) : undefined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `src/a.c` -> `a.o`: what is not named goes into the working directory. */
function withEnding(path: string, ending: string, keepsFolder = false): string {
  const name = keepsFolder ? path : baseName(path);
  return name.replace(/\.[^./]*$/, "") + ending;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}
