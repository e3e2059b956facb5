/**
 * ELF files: the libraries and programs of Linux, Android and the BSDs.
 * What the loader would read is read, by the program headers and the dynamic array; section headers only help.
 * Specs: System V gABI; Linux Standard Base; glibc's elf.h for GNU extensions.
 */
import { elfMachineName } from "../machine.ts";
import { parseRanges, type RangeContext, type RangeParser, readName } from "../ranges.ts";
import { DF_1_PIE, DF_TEXTREL, DT, EF_ARM, PF_X, PT } from "./constants.ts";
import { type Dynamic, dynamicText, readDynamic, stringAt } from "./dynamic.ts";
import { type FileHeader, readFileHeader, readSections, readSegments, type Segment } from "./file-header.ts";
import type { ArmAbi, ElfFile } from "./model.ts";
import { readNotes } from "./notes.ts";
import { readSymbols, type Symbols } from "./symbols.ts";
import { readVersions, type Versions } from "./versions.ts";

/**
 * @param bytes The whole file.
 * @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED`
 */
export function parseElf(bytes: Uint8Array): ElfFile {
  return parseRanges(bytes, elfParser(bytes.length));
}

/** The parser behind `parseElf`, for files that are not in memory: see `readRanges`. */
export function* elfParser(size: number): RangeParser<ElfFile> {
  const context: RangeContext = { code: "ELF_TRUNCATED", what: "ELF file", size };
  const header = yield* readFileHeader(context);
  const segments = yield* readSegments(context, header);
  const sections = yield* readSections(context, header);
  const dynamic = yield* readDynamic(context, header, segments);
  const versions = dynamic === undefined ? NO_VERSIONS : yield* readVersions(context, header, segments, dynamic);
  const symbols =
    dynamic === undefined ? NO_SYMBOLS : yield* readSymbols({ context, header, segments, sections, dynamic }, versions);
  const { isaNeeded, androidApiLevel } = yield* readNotes(context, header, segments, sections);
  const interpreter = yield* readInterpreter(context, segments);
  const arm = armAbi(header);
  const stack = segments.find(({ type }) => type === PT.GNU_STACK);
  return {
    format: "elf",
    bits: header.bits,
    littleEndian: header.littleEndian,
    osAbi: header.osAbi,
    type: fileType(header.type),
    machine: elfMachineName(header.machine, header.bits, header.littleEndian),
    flags: header.flags,
    ...(arm === undefined ? {} : { arm }),
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(stack === undefined ? {} : { executableStack: (stack.flags & PF_X) !== 0 }),
    ...dynamicFacts(dynamic),
    isProgram: header.type === 2 || interpreter !== undefined || hasFlag(dynamic, DT.FLAGS_1, DF_1_PIE),
    versionNeeds: versions.needs,
    versionDefinitions: versions.definitions,
    imports: symbols.imports,
    exports: symbols.exports,
    isaNeeded,
    ...(androidApiLevel === undefined ? {} : { androidApiLevel }),
  };
}

const NO_VERSIONS: Versions = { needs: [], definitions: [], byIndex: new Map() };
const NO_SYMBOLS: Symbols = { imports: [], exports: [] };

/** Longer than any path to a loader. */
const MAX_INTERPRETER = 4096;

function* readInterpreter(context: RangeContext, segments: readonly Segment[]): RangeParser<string | undefined> {
  const segment = segments.find(({ type }) => type === PT.INTERP);
  if (segment === undefined || segment.fileSize === 0) return undefined;
  return yield* readName(context, segment.offset, MAX_INTERPRETER, "interpreter");
}

type DynamicFacts = Pick<ElfFile, "soname" | "needed" | "rpath" | "runpath" | "textRelocations">;

function dynamicFacts(dynamic: Dynamic | undefined): DynamicFacts {
  if (dynamic === undefined) return { needed: [], rpath: [], runpath: [], textRelocations: false };
  const soname = dynamicText(dynamic, DT.SONAME, "library name");
  return {
    ...(soname === undefined ? {} : { soname }),
    needed: dynamic.neededOffsets.map((offset) => stringAt(dynamic, offset, "needed libraries")),
    rpath: splitPath(dynamicText(dynamic, DT.RPATH, "search path")),
    runpath: splitPath(dynamicText(dynamic, DT.RUNPATH, "search path")),
    textRelocations: dynamic.values.has(DT.TEXTREL) || hasFlag(dynamic, DT.FLAGS, DF_TEXTREL),
  };
}

function splitPath(path: string | undefined): string[] {
  return path === undefined || path === "" ? [] : path.split(":");
}

function hasFlag(dynamic: Dynamic | undefined, tag: number, flag: number): boolean {
  return ((dynamic?.values.get(tag) ?? 0) & flag) !== 0;
}

function armAbi({ machine, bits, flags }: FileHeader): ArmAbi | undefined {
  if (machine !== 40 || bits !== 32) return undefined; // EM_ARM
  return { eabi: (flags & EF_ARM.EABI_MASK) >>> 24, hardFloat: (flags & EF_ARM.FLOAT_HARD) !== 0 };
}

function fileType(type: number): ElfFile["type"] {
  const types = ["other", "relocatable", "executable", "shared", "core"] as const; // e_type
  return types[type] ?? "other";
}
