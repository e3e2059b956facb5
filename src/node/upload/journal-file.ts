/** The journal of an upload on disk: a hidden file beside the first distribution, gone once all is up. */
import { closeSync, openSync, writeSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import {
  formatJournalEntry,
  type JournalEntry,
  parseJournal,
  type UploadJournal,
} from "../../core/upload/publish/journal.ts";

export const JOURNAL_NAME = ".packwheel-upload.jsonl";

export interface JournalFile extends UploadJournal {
  close(): void;
  /** Nothing is left to resume. */
  remove(): Promise<void>;
}

/** @throws {PackwheelError} `UPLOAD_JOURNAL_UNREADABLE` when there is one, and what it says cannot be known. */
export async function openJournal(path: string, report: (finding: Finding) => void): Promise<JournalFile> {
  const earlier = await readEarlier(path);
  let isLost = false;
  let file: number | undefined;

  const append = (entry: JournalEntry): void => {
    if (isLost) return;
    try {
      // A line takes some microseconds, less than to have another thread write it. Once it is with the system, it
      // outlives this process, whatever ends it.
      file ??= openSync(path, "a");
      writeSync(file, formatJournalEntry(entry));
    } catch (error) {
      isLost = true; // told once; a folder without write permission is no reason to upload nothing
      const message = `Cannot write the journal "${path}": ${error instanceof Error ? error.message : String(error)}`;
      const hint = "Give another place with --journal, or --journal none";
      report({ code: "UPLOAD_JOURNAL_UNREADABLE", severity: "warning", message, path, hint });
    }
  };

  return {
    earlier,
    async add(entry) {
      append(entry);
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
    remove: () => rm(path, { force: true }),
  };
}

async function readEarlier(path: string): Promise<JournalEntry[]> {
  try {
    return parseJournal(await readFile(path, "utf8"));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new PackwheelError("UPLOAD_JOURNAL_UNREADABLE", `Cannot read the journal "${path}" of an earlier upload`, {
      hint: "Make it readable, or remove it to send all files again",
      path,
      cause,
    });
  }
}
