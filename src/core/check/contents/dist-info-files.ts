/** The files of a `.dist-info` folder that say what the wheel is, read for the rules. */
import { type ParsedEntryPoints, parseEntryPoints } from "../../wheel/entry-points.ts";
import { type ParsedMetadata, parseMetadata } from "../../wheel/metadata.ts";
import { type ParsedRecord, parseRecord } from "../../wheel/record.ts";
import { type ParsedWheelFile, parseWheelFile } from "../../wheel/wheel-file.ts";
import { dropUnknownFields } from "./known-fields.ts";
import type { CheckedMember } from "./wheel-contents.ts";

/** One file: its path, and what it says when it is there and could be read. */
export interface DistInfoFile<Parsed> {
  readonly path: string;
  readonly isMissing: boolean;
  readonly parsed: Parsed | undefined;
}

export interface DistInfoFiles {
  readonly folder: string;
  readonly wheelFile: DistInfoFile<ParsedWheelFile>;
  readonly metadata: DistInfoFile<ParsedMetadata>;
  readonly record: DistInfoFile<ParsedRecord>;
  readonly entryPoints: DistInfoFile<ParsedEntryPoints>;
}

/** @param folder `hello-1.0.dist-info` */
export function readDistInfoFiles(members: readonly CheckedMember[], folder: string): DistInfoFiles {
  const read = <Parsed>(name: string, parse: (content: Uint8Array, file: string) => Parsed): DistInfoFile<Parsed> => {
    const path = `${folder}/${name}`;
    const member = members.find((candidate) => candidate.path === path);
    const content = member?.content;
    const parsed = content === undefined ? undefined : parse(content, name);
    return { path, isMissing: member === undefined, parsed };
  };
  return {
    folder,
    wheelFile: read("WHEEL", parseWheelFile),
    metadata: read("METADATA", (content, file) => dropUnknownFields(parseMetadata(content, file))),
    record: read("RECORD", parseRecord),
    entryPoints: read("entry_points.txt", parseEntryPoints),
  };
}
