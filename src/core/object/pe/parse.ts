/**
 * PE files: the DLLs, extension modules (`.pyd`) and programs of Windows.
 * Spec: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
 */
import { peMachineName } from "../machine.ts";
import { parseRanges, type RangeContext, type RangeParser } from "../ranges.ts";
import { DIRECTORY, IMAGE_FILE_DLL } from "./constants.ts";
import { readExports } from "./exports.ts";
import { type Headers, readHeaders } from "./headers.ts";
import { readImports } from "./imports.ts";
import type { PeFile } from "./model.ts";

/**
 * @param bytes The whole file.
 * @throws {PackwheelError} `PE_INVALID`, `PE_TRUNCATED`
 */
export function parsePe(bytes: Uint8Array): PeFile {
  return parseRanges(bytes, peParser(bytes.length));
}

/** The parser behind `parsePe`, for files that are not in memory: see `readRanges`. */
export function* peParser(size: number): RangeParser<PeFile> {
  const context: RangeContext = { code: "PE_TRUNCATED", what: "PE file", size };
  const headers = yield* readHeaders(context);
  const imports = yield* readImports(context, headers);
  const { name, exports } = yield* readExports(context, headers);
  return {
    format: "pe",
    bits: headers.bits,
    machine: peMachineName(headers.machine),
    type: (headers.characteristics & IMAGE_FILE_DLL) !== 0 ? "dll" : "executable",
    dllCharacteristics: headers.dllCharacteristics,
    subsystem: headers.subsystem,
    ...(name === undefined ? {} : { name }),
    imports,
    exports,
    hasDebug: hasDirectory(headers, DIRECTORY.DEBUG),
    signed: hasDirectory(headers, DIRECTORY.CERTIFICATE),
    overlaySize: overlaySize(headers, size),
    managed: hasDirectory(headers, DIRECTORY.CLR),
  };
}

function hasDirectory({ directories }: Headers, index: number): boolean {
  return (directories[index]?.address ?? 0) !== 0;
}

function overlaySize({ sections, headersSize, directories }: Headers, size: number): number {
  const end = sections.reduce((last, section) => Math.max(last, section.offset + section.size), headersSize);
  const certificate = directories[DIRECTORY.CERTIFICATE];
  const signature = certificate !== undefined && certificate.address >= end ? certificate.size : 0;
  return Math.max(0, size - end - signature);
}
