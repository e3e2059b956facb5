/**
 * `toolchain.json`: which files the WASM compiler of a browser is made of, and where they are. One command writes it
 * beside them; whoever loads the compiler begins with it.
 */
import { PackwheelError } from "../core/errors.ts";

/** One file, as a server has it. */
export interface ToolchainFile {
  /** Relative to the manifest, or absolute. */
  readonly url: string;
  /** Bytes that are fetched: fewer than the content has when the file is compressed with gzip. */
  readonly size: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

export const TOOLCHAIN_FILES = ["clang", "llc", "headers", "sysroot"] as const;

/**
 * `clang`: clang, lld and tools, a WASI module; `llc`: the code generators; `headers`: the archive of clang's headers;
 * `sysroot`: the archive of packwheel's folder `wasm`.
 */
export type ToolchainFileName = (typeof TOOLCHAIN_FILES)[number];

export interface ToolchainManifest {
  /** What results depend on, in one text: versions of packwheel and of the packages. */
  readonly version: string;
  readonly files: Readonly<Record<ToolchainFileName, ToolchainFile>>;
}

/** The name that it has beside its files. */
export const TOOLCHAIN_MANIFEST = "toolchain.json";

export function formatToolchainManifest(manifest: ToolchainManifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** @throws {PackwheelError} `TOOLCHAIN_MANIFEST_INVALID` */
export function parseToolchainManifest(text: string, place: string): ToolchainManifest {
  const value = parseJson(text, place);
  if (!isObject(value)) throw invalid(place, "it is no object");
  const { version, files } = value;
  if (typeof version !== "string" || version === "") throw invalid(place, '"version" is no text');
  if (!isObject(files)) throw invalid(place, '"files" is no object');
  const read = (name: ToolchainFileName): ToolchainFile => readFile(files[name], name, place);
  return {
    version,
    files: { clang: read("clang"), llc: read("llc"), headers: read("headers"), sysroot: read("sysroot") },
  };
}

function readFile(value: unknown, name: string, place: string): ToolchainFile {
  if (!isObject(value)) throw invalid(place, `"${name}" of "files" is no object`);
  const { url, size, sha256 } = value;
  if (typeof url !== "string" || url === "") throw invalid(place, `"url" of "${name}" is no text`);
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size <= 0) {
    throw invalid(place, `"size" of "${name}" is no number of bytes`);
  }
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw invalid(place, `"sha256" of "${name}" is no hash in hexadecimal digits`);
  }
  return { url, size, sha256 };
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(place, "it is no JSON", cause);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(place: string, reason: string, cause?: unknown): PackwheelError {
  return new PackwheelError("TOOLCHAIN_MANIFEST_INVALID", `Cannot load the WASM compiler of "${place}": ${reason}`, {
    hint: "Write the folder anew with the version of packwheel that the page has",
    path: place,
    cause,
  });
}
