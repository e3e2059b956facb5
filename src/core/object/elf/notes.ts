/**
 * Notes: the x86-64 level that a file needs, and the Android that it was built for.
 * Specs: System V gABI, chapter 5, "Note Section"; x86-64 psABI, "Program Property".
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { fits, nameAt, type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { GNU_PROPERTY_X86_ISA_1_NEEDED, NT_ANDROID_IDENT, NT_GNU_PROPERTY_TYPE_0, PT, SHT } from "./constants.ts";
import type { FileHeader, Section, Segment } from "./file-header.ts";

export interface Notes {
  readonly isaNeeded: number;
  readonly androidApiLevel: number | undefined;
}

/** Notes of programs that hold whole documents are cut off here. */
const MAX_NOTES_SIZE = 1024 * 1024;
/** Files have a handful of places with notes. */
const MAX_PLACES = 64;

/** What is broken in a note ends that list of notes; loaders are as forgiving. */
export function* readNotes(
  context: RangeContext,
  header: FileHeader,
  segments: readonly Segment[],
  sections: readonly Section[],
): RangeParser<Notes> {
  let isaNeeded = 0;
  let androidApiLevel: number | undefined;
  for (const { offset, size, alignment } of notePlaces(segments, sections)) {
    const length = Math.min(size, MAX_NOTES_SIZE);
    if (!fits(context, offset, length)) continue;
    const bytes = yield* readRange(context, offset, length, "notes");
    for (const note of parseNotes(bytes, header.littleEndian, alignment === 8 ? 8 : 4)) {
      if (note.name === "GNU" && note.type === NT_GNU_PROPERTY_TYPE_0) {
        isaNeeded |= isaLevels(note.content, header);
      } else if (note.name === "Android" && note.type === NT_ANDROID_IDENT && note.content.length >= 4) {
        androidApiLevel = new ByteReader(note.content, header.littleEndian, "ELF_TRUNCATED").u32();
      }
    }
  }
  return { isaNeeded, androidApiLevel };
}

interface NotePlace {
  readonly offset: number;
  readonly size: number;
  readonly alignment: number;
}

/** `.o` files have sections alone; elsewhere the segments hold the same notes. */
function notePlaces(segments: readonly Segment[], sections: readonly Section[]): NotePlace[] {
  const inSegments = segments
    .filter(({ type }) => type === PT.NOTE || type === PT.GNU_PROPERTY)
    .map(({ offset, fileSize, alignment }) => ({ offset, size: fileSize, alignment }));
  const inSections = sections.filter(({ type }) => type === SHT.NOTE);
  return (inSegments.length > 0 ? inSegments : inSections).slice(0, MAX_PLACES);
}

interface Note {
  readonly name: string;
  readonly type: number;
  readonly content: Uint8Array;
}

function* parseNotes(bytes: Uint8Array, littleEndian: boolean, alignment: number): Generator<Note> {
  const reader = new ByteReader(bytes, littleEndian, "ELF_TRUNCATED", "ELF notes");
  while (reader.remaining >= 12) {
    const nameSize = reader.u32(); // n_namesz
    const contentSize = reader.u32(); // n_descsz
    const type = reader.u32(); // n_type
    const contentAt = alignUp(reader.offset + nameSize, alignment);
    const end = contentAt + contentSize;
    if (end > bytes.length) return;
    const name = nameAt(reader.take(nameSize), 0) ?? "";
    reader.seek(contentAt);
    yield { name, type, content: reader.take(contentSize) };
    reader.seek(Math.min(alignUp(end, alignment), bytes.length));
  }
}

/** The bits of GNU_PROPERTY_X86_ISA_1_NEEDED; its number means other things on other machines. */
function isaLevels(content: Uint8Array, { bits, littleEndian, machine }: FileHeader): number {
  if (machine !== 62 && machine !== 3) return 0; // EM_X86_64, EM_386
  const reader = new ByteReader(content, littleEndian, "ELF_TRUNCATED", "ELF properties");
  let levels = 0;
  while (reader.remaining >= 8) {
    const type = reader.u32(); // pr_type
    const size = reader.u32(); // pr_datasz
    if (size > reader.remaining) break;
    const end = Math.min(alignUp(reader.offset + size, bits / 8), content.length);
    if (type === GNU_PROPERTY_X86_ISA_1_NEEDED && size >= 4) levels |= reader.u32();
    reader.seek(end);
  }
  return levels;
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
