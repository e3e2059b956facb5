/**
 * The WHEEL file: what an installer must know before it unpacks a wheel.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents
 */
import { hasLoneSurrogate } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { FindingList } from "./finding-list.ts";
import { excerpt, type Header, LINE_BOUNDARY, parseHeaderBlock } from "./header-block.ts";

export interface WheelFile {
  /** `1.0`; there is no other. */
  readonly wheelVersion: string;
  /** Tool and version: `packwheel 1.2.3` */
  readonly generator: string;
  /** True when what lies at the root of the archive goes to purelib, false for platlib. */
  readonly rootIsPurelib: boolean;
  /** Expanded triples, in the order of the file name's product: `py2-none-any`, `py3-none-any`. */
  readonly tags: readonly string[];
  readonly build?: string | undefined;
}

export interface ParsedWheelFile {
  /** Missing keys are empty, or false. */
  readonly wheelFile: WheelFile;
  readonly headers: readonly Header[];
  readonly findings: readonly Finding[];
}

export const WHEEL_VERSION = "1.0";

const SINGLE_KEYS = ["Wheel-Version", "Generator", "Root-Is-Purelib", "Build"] as const;
type SingleKey = (typeof SINGLE_KEYS)[number];

/** Read a WHEEL file. Never throws: what is wrong is told in `findings`. */
export function parseWheelFile(input: Uint8Array | string, file = "WHEEL"): ParsedWheelFile {
  const block = parseHeaderBlock(input, file);
  const found = new FindingList();
  for (const finding of block.findings) found.add(finding);
  const singles = new Map<SingleKey, string>();
  const tags: string[] = [];
  for (const header of block.headers) {
    const lowerCaseName = header.name.toLowerCase();
    const key = SINGLE_KEYS.find((name) => name.toLowerCase() === lowerCaseName);
    if (lowerCaseName === "tag") tags.push(header.value);
    else if (key === undefined) found.add(unknownKey(header, file));
    else if (singles.has(key)) found.add(repeatedKey(header, key, file));
    else singles.set(key, header.value);
  }
  for (const finding of missingKeys(singles, tags, file)) found.add(finding);
  const root = singles.get("Root-Is-Purelib") ?? "";
  if (root !== "" && !/^(true|false)$/i.test(root)) {
    found.add(badValue("Root-Is-Purelib", root, "neither true nor false", file));
  }
  const wheelVersion = singles.get("Wheel-Version") ?? "";
  if (wheelVersion !== "" && !/^\d{1,9}\.\d{1,9}$/.test(wheelVersion)) {
    found.add(badValue("Wheel-Version", wheelVersion, "not two numbers and a dot", file));
  }
  const wheelFile: WheelFile = {
    wheelVersion,
    generator: singles.get("Generator") ?? "",
    rootIsPurelib: root.toLowerCase() === "true",
    tags,
    ...(singles.has("Build") ? { build: singles.get("Build") } : {}),
  };
  return { wheelFile, headers: block.headers, findings: found.findings };
}

/**
 * Write a WHEEL file; `parseWheelFile` gives it back.
 *
 * @throws {PackwheelError} `WHEEL_FILE_INJECTION` when a value holds a line break, `WHEEL_FILE_BAD_VALUE` when it is
 *   empty or there is no tag.
 */
export function writeWheelFile(wheelFile: WheelFile): string {
  if (wheelFile.tags.length === 0)
    throw new PackwheelError("WHEEL_FILE_BAD_VALUE", "Cannot write WHEEL: it has no tag");
  return [
    formatLine("Wheel-Version", wheelFile.wheelVersion),
    formatLine("Generator", wheelFile.generator),
    formatLine("Root-Is-Purelib", wheelFile.rootIsPurelib ? "true" : "false"),
    ...wheelFile.tags.map((tag) => formatLine("Tag", tag)),
    ...(wheelFile.build === undefined ? [] : [formatLine("Build", wheelFile.build)]),
  ].join("");
}

function formatLine(key: string, value: string): string {
  if (LINE_BOUNDARY.test(value)) {
    throw new PackwheelError("WHEEL_FILE_INJECTION", `Cannot write ${key} "${excerpt(value)}": it holds a line break`);
  }
  if (value.trim() === "" || value.includes("\0") || hasLoneSurrogate(value)) {
    throw new PackwheelError("WHEEL_FILE_BAD_VALUE", `Cannot write ${key} "${excerpt(value)}": it is empty or no text`);
  }
  return `${key}: ${value}\n`;
}

function unknownKey(header: Header, file: string): Finding {
  const message = `Key "${excerpt(header.name)}" on line ${header.line} of ${file} has no meaning there`;
  return { code: "WHEEL_FILE_KEY_UNKNOWN", severity: "note", message, path: file };
}

function repeatedKey(header: Header, key: SingleKey, file: string): Finding {
  const message = `Key ${key} on line ${header.line} of ${file} is there a second time`;
  // auditwheel and delocate add a Generator of their own below the first.
  return { code: "WHEEL_FILE_KEY_REPEATED", severity: key === "Generator" ? "note" : "error", message, path: file };
}

function missingKeys(singles: ReadonlyMap<SingleKey, string>, tags: readonly string[], file: string): Finding[] {
  const missing: string[] = SINGLE_KEYS.filter((key) => key !== "Build" && !singles.get(key));
  if (tags.length === 0) missing.push("Tag");
  return missing.map((key) => {
    const message = `Cannot find ${key} in ${file}: it is required`;
    return { code: "WHEEL_FILE_KEY_MISSING", severity: "error", message, path: file };
  });
}

function badValue(key: SingleKey, value: string, state: string, file: string): Finding {
  const message = `Cannot read ${key} "${excerpt(value)}" in ${file}: it is ${state}`;
  return { code: "WHEEL_FILE_BAD_VALUE", severity: "error", message, path: file };
}
