/** One change to a good wheel, and all that the check then says. */
import type { CheckOptions } from "../../../../src/core/check/check-options.ts";
import type { WheelDraft } from "../wheel-draft.ts";

export interface WheelCase {
  /** What is wrong, in plain words. */
  readonly name: string;
  /** The rule this is an example for. */
  readonly code: string;
  /** Of the first finding of that rule: whole, or what it must speak of where a reader words it. */
  readonly message: string | RegExp;
  readonly change: (draft: WheelDraft) => void;
  /** Codes of further findings that cannot be parted from this one. */
  readonly also?: readonly string[];
  readonly options?: Partial<CheckOptions>;
}

/** Replaces the header line that begins with `name`, or removes it. */
export function setHeader(lines: string[] | undefined, name: string, line?: string): void {
  const index = lines?.findIndex((candidate) => candidate.startsWith(`${name}:`)) ?? -1;
  if (index === -1) throw new Error(`Cannot find the header '${name}'`);
  lines?.splice(index, 1, ...(line === undefined ? [] : [line]));
}

/** Renames the folder of METADATA and its like. */
export function moveInfo(draft: WheelDraft, folder: string): void {
  const old = `${draft.info}/`;
  draft.files = Object.fromEntries(
    Object.entries(draft.files).map(([path, content]) => {
      return [path.startsWith(old) ? `${folder}/${path.slice(old.length)}` : path, content];
    }),
  );
  draft.info = folder;
}
