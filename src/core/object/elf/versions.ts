/**
 * Versions of symbols: those that other libraries must have, and those that this one defines.
 * Spec: Linux Standard Base, "Symbol Versioning" (Elf_Verneed, Elf_Verdef, Elf_Versym).
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { DT, VER_FLG } from "./constants.ts";
import { type Dynamic, outside, stringAt } from "./dynamic.ts";
import { type FileHeader, locate, type Segment } from "./file-header.ts";
import type { ElfNeededVersion, ElfVersionNeed } from "./model.ts";

/** What the number of a version in DT_VERSYM stands for. */
export interface IndexedVersion {
  readonly name: string;
  /** Library that must have it; undefined for the file's own versions. */
  readonly library: string | undefined;
}

export interface Versions {
  readonly needs: readonly ElfVersionNeed[];
  readonly definitions: readonly string[];
  readonly byIndex: ReadonlyMap<number, IndexedVersion>;
}

/** The number of a version has 15 bits, so that there cannot be more. */
const MAX_VERSIONS = 0x8000;

const NEED_SIZE = 16; // sizeof(Elf_Verneed), sizeof(Elf_Vernaux)
const DEFINITION_SIZE = 20; // sizeof(Elf_Verdef)

/** @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED` */
export function* readVersions(
  context: RangeContext,
  header: FileHeader,
  segments: readonly Segment[],
  dynamic: Dynamic,
): RangeParser<Versions> {
  const table = new VersionTable(context, header, segments, dynamic);
  const byIndex = new Map<number, IndexedVersion>();
  const needs = yield* table.readNeeds(byIndex);
  const definitions = yield* table.readDefinitions(byIndex);
  return { needs, definitions, byIndex };
}

/** Records that lie in chains: each says how far it is to the next, and where its parts begin. */
class VersionTable {
  readonly #context: RangeContext;
  readonly #littleEndian: boolean;
  readonly #segments: readonly Segment[];
  readonly #dynamic: Dynamic;
  #records = 0;

  constructor(context: RangeContext, header: FileHeader, segments: readonly Segment[], dynamic: Dynamic) {
    this.#context = context;
    this.#littleEndian = header.littleEndian;
    this.#segments = segments;
    this.#dynamic = dynamic;
  }

  *readNeeds(byIndex: Map<number, IndexedVersion>): RangeParser<ElfVersionNeed[]> {
    const needs: ElfVersionNeed[] = [];
    const count = this.#dynamic.values.get(DT.VERNEEDNUM) ?? 0;
    let place = this.#placeOf(DT.VERNEED, "needed versions");
    for (let index = 0; place !== undefined && index < count; index++) {
      const reader = yield* this.#record(place, NEED_SIZE, "needed versions");
      reader.skip(2); // vn_version
      const partCount = reader.u16(); // vn_cnt
      const library = stringAt(this.#dynamic, reader.u32(), "needed versions"); // vn_file
      const parts = reader.u32(); // vn_aux
      const next = reader.u32(); // vn_next
      needs.push({ library, versions: yield* this.#readNeed(place + parts, partCount, library, byIndex) });
      if (next === 0) break;
      place += next;
    }
    return needs;
  }

  *#readNeed(
    first: number,
    count: number,
    library: string,
    byIndex: Map<number, IndexedVersion>,
  ): RangeParser<ElfNeededVersion[]> {
    const versions: ElfNeededVersion[] = [];
    let place = first;
    for (let index = 0; index < count; index++) {
      const reader = yield* this.#record(place, NEED_SIZE, "needed versions");
      reader.skip(4); // vna_hash
      const flags = reader.u16(); // vna_flags
      const number = reader.u16(); // vna_other
      const name = stringAt(this.#dynamic, reader.u32(), "needed versions"); // vna_name
      const next = reader.u32(); // vna_next
      versions.push({ name, weak: (flags & VER_FLG.WEAK) !== 0 });
      byIndex.set(number & 0x7fff, { name, library });
      if (next === 0) break;
      place += next;
    }
    return versions;
  }

  *readDefinitions(byIndex: Map<number, IndexedVersion>): RangeParser<string[]> {
    const names: string[] = [];
    const count = this.#dynamic.values.get(DT.VERDEFNUM) ?? 0;
    let place = this.#placeOf(DT.VERDEF, "defined versions");
    for (let index = 0; place !== undefined && index < count; index++) {
      const reader = yield* this.#record(place, DEFINITION_SIZE, "defined versions");
      reader.skip(2); // vd_version
      const flags = reader.u16(); // vd_flags
      const number = reader.u16(); // vd_ndx
      reader.skip(6); // vd_cnt, vd_hash
      const parts = reader.u32(); // vd_aux
      const next = reader.u32(); // vd_next
      // The first part is the name, others are versions that it follows.
      const part = yield* this.#record(place + parts, 8, "defined versions");
      const name = stringAt(this.#dynamic, part.u32(), "defined versions"); // vda_name
      if ((flags & VER_FLG.BASE) === 0) {
        names.push(name);
        byIndex.set(number & 0x7fff, { name, library: undefined });
      }
      if (next === 0) break;
      place += next;
    }
    return names;
  }

  #placeOf(tag: number, what: string): number | undefined {
    const address = this.#dynamic.values.get(tag);
    if (address === undefined) return undefined;
    const place = locate(this.#segments, address);
    if (place === undefined) throw outside(what, address);
    return place.offset;
  }

  *#record(offset: number, size: number, what: string): RangeParser<ByteReader> {
    this.#records++;
    if (this.#records > MAX_VERSIONS) {
      throw new PackwheelError(
        "ELF_INVALID",
        `Cannot read the ${what} of the ELF file: there are more than ${MAX_VERSIONS}`,
        { offset },
      );
    }
    const bytes = yield* readRange(this.#context, offset, size, what);
    return new ByteReader(bytes, this.#littleEndian, "ELF_TRUNCATED", `ELF ${what}`);
  }
}
