/**
 * The Mach-O header and its load commands.
 * Spec: mach-o/loader.h.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { nameAt, type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { LC, MAGIC } from "./constants.ts";
import { makeArch } from "./fat-header.ts";
import type { MachOArch, MachOBuild, MachODylib, MachOSlice, MachOVersion } from "./model.ts";

/** Where the tables of a slice lie; offsets count from its start. */
export interface Place {
  readonly offset: number;
  readonly size: number;
}

export interface SymbolTablePlace {
  readonly symbolsOffset: number; // symoff
  readonly count: number; // nsyms
  readonly strings: Place; // stroff, strsize
}

export interface LoadCommands {
  readonly arch: MachOArch;
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  readonly type: MachOSlice["type"];
  readonly flags: number;
  readonly build: MachOBuild | undefined;
  readonly id: string | undefined;
  readonly dylibs: readonly MachODylib[];
  readonly rpaths: readonly string[];
  readonly symbolTable: SymbolTablePlace | undefined;
  readonly exportsTrie: Place | undefined;
  readonly chainedFixups: Place | undefined;
  /** Where the code signature lies. */
  readonly signature: Place | undefined;
}

/** All load commands of the largest programs take some tens of kilobytes. */
const MAX_COMMANDS_SIZE = 16 * 1024 * 1024;

/**
 * @param start Where the slice begins in the file.
 * @throws {PackwheelError} `MACHO_INVALID`, `MACHO_TRUNCATED`
 */
export function* readLoadCommands(context: RangeContext, start: number): RangeParser<LoadCommands> {
  const magicBytes = yield* readRange(context, start, 4, "header");
  const magic = new ByteReader(magicBytes, false, "MACHO_TRUNCATED").u32();
  const kind = KINDS.get(magic);
  if (kind === undefined) {
    throw invalid(`no Mach-O magic number is at byte ${start}, but 0x${magic.toString(16).padStart(8, "0")}`, start);
  }
  const { bits, littleEndian } = kind;
  const headerSize = bits === 64 ? 32 : 28; // sizeof(struct mach_header_64), mach_header
  const header = new ByteReader(
    yield* readRange(context, start, headerSize, "header"),
    littleEndian,
    "MACHO_TRUNCATED",
    "Mach-O header",
  );
  header.skip(4); // magic
  const arch = makeArch(header.u32(), header.u32());
  const type = fileType(header.u32());
  const count = header.u32(); // ncmds
  const size = header.u32(); // sizeofcmds
  const flags = header.u32();
  if (size > MAX_COMMANDS_SIZE || count > size / 8) {
    throw invalid(`its ${count} load commands do not fit in ${size} bytes`, start + 16);
  }
  const bytes = yield* readRange(context, start + headerSize, size, "load commands");
  const reader = new ByteReader(bytes, littleEndian, "MACHO_TRUNCATED", "Mach-O load commands");
  const found = new CommandReader();
  for (let index = 0; index < count; index++) {
    const at = reader.offset;
    const command = reader.u32();
    const length = reader.u32(); // cmdsize
    if (length < 8) throw invalid(`load command ${index} has ${length} bytes`, start + headerSize + at);
    reader.seek(at);
    found.read(command, new ByteReader(reader.take(length), littleEndian, "MACHO_TRUNCATED", "Mach-O load command"));
  }
  return { arch, bits, littleEndian, type, flags, ...found.result() };
}

const KINDS: ReadonlyMap<number, { readonly bits: 32 | 64; readonly littleEndian: boolean }> = new Map([
  [MAGIC.BIG_32, { bits: 32, littleEndian: false }],
  [MAGIC.BIG_64, { bits: 64, littleEndian: false }],
  [MAGIC.LITTLE_32, { bits: 32, littleEndian: true }],
  [MAGIC.LITTLE_64, { bits: 64, littleEndian: true }],
]);

const DYLIB_KINDS: ReadonlyMap<number, MachODylib["kind"]> = new Map([
  [LC.LOAD_DYLIB, "load"],
  [LC.LOAD_WEAK_DYLIB, "weak"],
  [LC.REEXPORT_DYLIB, "reexport"],
  [LC.LAZY_LOAD_DYLIB, "lazy"],
  [LC.LOAD_UPWARD_DYLIB, "upward"],
]);

const VERSION_MIN_PLATFORMS: ReadonlyMap<number, string> = new Map([
  [LC.VERSION_MIN_MACOSX, "macos"],
  [LC.VERSION_MIN_IPHONEOS, "ios"],
  [LC.VERSION_MIN_TVOS, "tvos"],
  [LC.VERSION_MIN_WATCHOS, "watchos"],
]);

/** platform of LC_BUILD_VERSION; the first is 1. */
const PLATFORMS: readonly string[] = [
  "macos",
  "ios",
  "tvos",
  "watchos",
  "bridgeos",
  "maccatalyst",
  "iossimulator",
  "tvossimulator",
  "watchossimulator",
  "driverkit",
  "visionos",
  "visionossimulator",
];

/** Takes one command after another, and keeps what matters here. */
class CommandReader {
  #build: MachOBuild | undefined;
  #id: string | undefined;
  readonly #dylibs: MachODylib[] = [];
  readonly #rpaths: string[] = [];
  #symbolTable: SymbolTablePlace | undefined;
  #exportsTrie: Place | undefined;
  #chainedFixups: Place | undefined;
  #signature: Place | undefined;

  read(command: number, reader: ByteReader): void {
    reader.skip(8); // cmd, cmdsize
    const dylibKind = DYLIB_KINDS.get(command);
    if (dylibKind !== undefined) {
      this.#dylibs.push(readDylib(reader, dylibKind));
      return;
    }
    const oldPlatform = VERSION_MIN_PLATFORMS.get(command);
    if (oldPlatform !== undefined) {
      this.#build ??= { platform: oldPlatform, minimum: readVersion(reader), sdk: readVersion(reader) };
      return;
    }
    switch (command) {
      case LC.BUILD_VERSION: {
        const number = reader.u32();
        const platform = PLATFORMS[number - 1] ?? String(number);
        const build = { platform, minimum: readVersion(reader), sdk: readVersion(reader) };
        // Libraries for macOS and Mac Catalyst at once have two.
        if (this.#build === undefined || platform === "macos") this.#build = build;
        break;
      }
      case LC.ID_DYLIB:
        this.#id = readDylib(reader, "load").name;
        break;
      case LC.RPATH:
        this.#rpaths.push(readText(reader, reader.u32()));
        break;
      case LC.SYMTAB:
        this.#symbolTable = { symbolsOffset: reader.u32(), count: reader.u32(), strings: readPlace(reader) };
        break;
      case LC.DYLD_INFO:
      case LC.DYLD_INFO_ONLY:
        reader.skip(32); // rebase, bind, weak_bind, lazy_bind
        this.#exportsTrie = readPlace(reader);
        break;
      case LC.DYLD_EXPORTS_TRIE:
        this.#exportsTrie = readPlace(reader);
        break;
      case LC.DYLD_CHAINED_FIXUPS:
        this.#chainedFixups = readPlace(reader);
        break;
      case LC.CODE_SIGNATURE:
        this.#signature = readPlace(reader);
        break;
    }
  }

  result(): Omit<LoadCommands, "arch" | "bits" | "littleEndian" | "type" | "flags"> {
    return {
      build: this.#build,
      id: this.#id,
      dylibs: this.#dylibs,
      rpaths: this.#rpaths,
      symbolTable: this.#symbolTable,
      exportsTrie: this.#exportsTrie,
      chainedFixups: this.#chainedFixups,
      signature: this.#signature,
    };
  }
}

function readDylib(reader: ByteReader, kind: MachODylib["kind"]): MachODylib {
  const nameOffset = reader.u32();
  reader.skip(4); // timestamp
  const currentVersion = readVersion(reader);
  const compatibilityVersion = readVersion(reader);
  return { name: readText(reader, nameOffset), kind, currentVersion, compatibilityVersion };
}

/** A text within a command; its end is a zero byte, or the end of the command. */
function readText({ bytes }: ByteReader, offset: number): string {
  const text = nameAt(bytes, offset) ?? (offset < bytes.length ? nameAt(terminated(bytes), offset) : undefined);
  if (text === undefined)
    throw invalid(`a load command of ${bytes.length} bytes has its text at byte ${offset}`, offset);
  return text;
}

function terminated(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  return longer;
}

function readPlace(reader: ByteReader): Place {
  return { offset: reader.u32(), size: reader.u32() };
}

/** `xxxx.yy.zz` in the digits of a 32-bit number. */
function readVersion(reader: ByteReader): MachOVersion {
  const value = reader.u32();
  return { major: value >>> 16, minor: (value >>> 8) & 255, patch: value & 255 };
}

function fileType(type: number): MachOSlice["type"] {
  switch (type) {
    case 1: // MH_OBJECT
      return "object";
    case 2: // MH_EXECUTE
      return "executable";
    case 6: // MH_DYLIB
      return "dylib";
    case 8: // MH_BUNDLE
      return "bundle";
    default:
      return "other";
  }
}

function invalid(problem: string, offset: number): PackwheelError {
  return new PackwheelError("MACHO_INVALID", `Cannot read the Mach-O file: ${problem}`, { offset });
}
