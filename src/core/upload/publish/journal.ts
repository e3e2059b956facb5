/**
 * What a run has sent, one JSON object a line, so that the run after an interruption neither sends a file twice nor
 * forgets that one may be up. Names, hashes and the URL, and nothing else: a journal holds no secret.
 */

export type JournalState = "sending" | "uploaded" | "refused";

export interface JournalEntry {
  /** Upload URL, without user and password. */
  readonly url: string;
  readonly filename: string;
  /** Hex: a file that was built anew since is another file. */
  readonly sha256: string;
  /** `refused`: what was being sent is certainly not there. */
  readonly state: JournalState;
}

/** Keeps entries as they come; must be on its way to the disk when `add` resolves. */
export interface UploadJournal {
  readonly earlier: readonly JournalEntry[];
  add(entry: JournalEntry): Promise<void>;
}

const VERSION = 1;

export function formatJournalEntry({ url, filename, sha256, state }: JournalEntry): string {
  return `${JSON.stringify({ version: VERSION, url, filename, sha256, state })}\n`;
}

/** Lines that are cut off, as a killed process leaves them, and lines of other versions are passed over. */
export function parseJournal(text: string): JournalEntry[] {
  return text.split("\n").flatMap((line) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return [];
    }
    if (typeof value !== "object" || value === null) return [];
    const { version, url, filename, sha256, state } = value as Readonly<Record<string, unknown>>; // looked at below
    if (version !== VERSION || typeof url !== "string" || typeof filename !== "string") return [];
    if (typeof sha256 !== "string" || !isState(state)) return [];
    return [{ url, filename, sha256, state }];
  });
}

/** The last that is known of a file. */
export function journalState(
  entries: readonly JournalEntry[],
  file: Pick<JournalEntry, "url" | "filename" | "sha256">,
): JournalState | undefined {
  return entries.findLast(({ url, filename, sha256 }) => {
    return url === file.url && filename === file.filename && sha256 === file.sha256;
  })?.state;
}

function isState(value: unknown): value is JournalState {
  return value === "sending" || value === "uploaded" || value === "refused";
}
