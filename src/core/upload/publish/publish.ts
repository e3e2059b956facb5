/**
 * Uploading the files of a release: each exactly once, several at a time, and in an order that leaves no half release
 * behind. What happens to one file is decided in `file-steps.ts`; this drives the steps and keeps the order.
 */
import { PackwheelError } from "../../errors.ts";
import { throwIfAborted } from "../../ports/abort.ts";
import type { Clock, Random } from "../../ports/clock.ts";
import type { Http } from "../../ports/http.ts";
import type { Reporter } from "../../ports/reporter.ts";
import { askIndex } from "../index/ask-index.ts";
import type { UploadServer } from "../index/servers.ts";
import { type Listing, lookUp } from "../index/simple-index.ts";
import { type FileToSend, sendFile } from "../request/send-file.ts";
import type { CredentialSource } from "../sign-in/credentials.ts";
import type { Redactor } from "../sign-in/secret.ts";
import { backoffDelay, type FileEvent, type FileOutcome, type FileRules, firstStep, nextStep } from "./file-steps.ts";
import { type JournalState, journalState, type UploadJournal } from "./journal.ts";
import type { ReleaseFile } from "./release.ts";

export type PublishFile = ReleaseFile & FileToSend;

export interface PublishOptions {
  readonly url: string;
  readonly server: UploadServer;
  /** Root of the Simple API, as far as it is known. */
  readonly indexUrl: string | undefined;
  /** Ask it before each file. */
  readonly askFirst: boolean;
  readonly skipExisting: boolean;
  /** Files at the same time. */
  readonly concurrency: number;
  /** Requests for one file. */
  readonly maxAttempts: number;
}

export interface PublishPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly credentials: CredentialSource;
  readonly redactor: Redactor;
  readonly journal?: UploadJournal | undefined;
  readonly reporter?: Reporter | undefined;
  /** Hears of each file as soon as its matter is settled. */
  readonly onSettled?: ((result: FileResult) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FileResult {
  readonly file: PublishFile;
  readonly outcome:
    | FileOutcome
    /** An earlier run uploaded it, as the journal says. */
    | { readonly kind: "done-before" }
    /** Another file failed before, or the run was cancelled. */
    | { readonly kind: "not-started" }
    /** Cancelled while it was sent: it may be up. */
    | { readonly kind: "cancelled" };
  /** Requests that were sent. */
  readonly attempts: number;
  readonly milliseconds: number;
}

/**
 * @param files In the order of `orderFiles`.
 * @returns One result a file, in that order. Once a file fails no other is begun.
 * @throws {PackwheelError} Those of the credentials, before anything is sent
 */
export async function publishFiles(
  files: readonly PublishFile[],
  options: PublishOptions,
  ports: PublishPorts,
): Promise<FileResult[]> {
  return new Publication(files, options, ports).run();
}

class Publication {
  readonly #files: readonly PublishFile[];
  readonly #options: PublishOptions;
  readonly #ports: PublishPorts;
  readonly #results = new Map<PublishFile, FileResult>();
  readonly #sent = new Map<PublishFile, number>();
  readonly #totalSize: number;
  #sentSize = 0;
  #isStopped = false;

  constructor(files: readonly PublishFile[], options: PublishOptions, ports: PublishPorts) {
    this.#files = files;
    this.#options = options;
    this.#ports = ports;
    this.#totalSize = files.reduce((sum, { size }) => sum + size, 0);
  }

  async run(): Promise<FileResult[]> {
    // The first file of a project makes the project and the release; two at once would race for it.
    const leaders = new Map<string, PublishFile>();
    for (const file of this.#files) if (!leaders.has(file.project)) leaders.set(file.project, file);
    const others = this.#files.filter((file) => leaders.get(file.project) !== file);
    for (const file of leaders.values()) await this.#settle(file);
    await this.#inParallel(others.filter(({ kind }) => kind === "wheel"));
    await this.#inParallel(others.filter(({ kind }) => kind === "sdist"));
    return this.#files.flatMap((file) => this.#results.get(file) ?? []);
  }

  async #inParallel(files: readonly PublishFile[]): Promise<void> {
    const queue = files.values();
    const worker = async (): Promise<void> => {
      for (const file of queue) await this.#settle(file);
    };
    await Promise.all(Array.from({ length: this.#options.concurrency }, worker));
  }

  async #settle(file: PublishFile): Promise<void> {
    const { clock, onSettled, signal } = this.#ports;
    const begin = clock.now();
    const count = { attempts: 0 };
    let outcome: FileResult["outcome"] = { kind: "not-started" };
    if (!this.#isStopped && signal?.aborted !== true) {
      try {
        outcome = await this.#upload(file, count);
      } catch (error) {
        if (!(error instanceof PackwheelError)) throw error;
        outcome = error.code === "ABORTED" ? cancelled(count.attempts) : failedBy(error, count.attempts);
      }
    }
    if (outcome.kind === "failed" || outcome.kind === "cancelled") this.#isStopped = true;
    else if (outcome.kind !== "not-started") this.#progress(file, file.size);
    if (count.attempts > 0) this.#transfer(file, true);
    const result = { file, outcome, attempts: count.attempts, milliseconds: clock.now() - begin };
    this.#results.set(file, result);
    onSettled?.(result);
  }

  async #upload(file: PublishFile, count: { attempts: number }): Promise<FileResult["outcome"]> {
    const { journal, clock, random, signal } = this.#ports;
    const earlier = journal === undefined ? undefined : journalState(journal.earlier, this.#entry(file));
    if (earlier === "uploaded") return { kind: "done-before" };
    const rules: FileRules = {
      maxAttempts: this.#options.maxAttempts,
      canAsk: this.#options.indexUrl !== undefined,
      askFirst: this.#options.askFirst,
      skipExisting: this.#options.skipExisting,
    };
    let step = firstStep(rules, earlier === "sending");
    while (step.do !== "end") {
      throwIfAborted(signal);
      let event: FileEvent;
      if (step.do === "ask") event = await this.#ask(file);
      else if (step.do === "send") event = await this.#send(file, count);
      else {
        await clock.sleep(backoffDelay(step.progress.attempts, step.retryAfter, random()), signal);
        event = { kind: "waited" };
      }
      step = nextStep(step, event, rules);
    }
    const { outcome } = step;
    if (outcome.kind === "uploaded") await this.#note(file, "uploaded");
    else if (count.attempts > 0 && !(outcome.kind === "failed" && outcome.mayBeUp)) await this.#note(file, "refused");
    return outcome;
  }

  async #ask(file: PublishFile): Promise<FileEvent> {
    const { indexUrl, url } = this.#options;
    if (indexUrl === undefined) return { kind: "listed", listing: "unknown" };
    this.#phase(`Looking up ${file.filename}`);
    try {
      const sameOrigin = new URL(indexUrl).origin === new URL(url).origin;
      const authorization = sameOrigin ? await this.#authorization(file) : undefined;
      const { http, signal } = this.#ports;
      const project = await askIndex(http, { indexUrl, project: file.project, authorization, signal });
      const listing: Listing = project === undefined ? "absent" : lookUp(project, file.filename, file.sha256);
      return { kind: "listed", listing };
    } catch (error) {
      if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
      return { kind: "listed", listing: "unknown", problem: this.#ports.redactor.redact(error.message) };
    }
  }

  async #send(file: PublishFile, count: { attempts: number }): Promise<FileEvent> {
    const { http, clock, redactor, signal } = this.#ports;
    const authorization = await this.#authorization(file);
    this.#phase(`Uploading ${file.filename}`);
    await this.#note(file, "sending");
    count.attempts += 1;
    let sent = 0;
    this.#progress(file, 0);
    this.#transfer(file, false);
    try {
      const answer = await sendFile(http, file, {
        url: this.#options.url,
        server: this.#options.server,
        authorization,
        now: clock.now(),
        onSent: (bytes) => {
          sent += bytes;
          this.#progress(file, Math.min(sent, file.size));
          this.#transfer(file, false);
        },
        signal,
      });
      return { kind: "answered", answer: redactAnswer(answer, redactor) };
    } catch (error) {
      if (!(error instanceof PackwheelError)) throw error;
      const problem = redactor.redact(error.message);
      if (error.code === "HTTP_UNREACHABLE" || error.code === "HTTP_UNTRUSTED") {
        return { kind: "unreachable", problem, hint: error.hint, isLasting: error.code === "HTTP_UNTRUSTED" };
      }
      if (error.code === "HTTP_INTERRUPTED" || error.code === "HTTP_TIMEOUT") return { kind: "interrupted", problem };
      throw error;
    }
  }

  #authorization(file: PublishFile): ReturnType<CredentialSource["authorization"]> {
    return this.#ports.credentials.authorization(file.project, this.#ports.signal);
  }

  #entry({ filename, sha256 }: PublishFile): { url: string; filename: string; sha256: string } {
    return { url: this.#options.url, filename, sha256 };
  }

  async #note(file: PublishFile, state: JournalState): Promise<void> {
    await this.#ports.journal?.add({ ...this.#entry(file), state });
  }

  #transfer(file: PublishFile, isOver: boolean): void {
    const done = this.#sent.get(file) ?? 0;
    this.#ports.reporter?.report({ kind: "transfer", name: file.filename, done, total: file.size, isOver });
  }

  #phase(text: string): void {
    this.#ports.reporter?.report({ kind: "phase", text });
  }

  #progress(file: PublishFile, bytes: number): void {
    this.#sentSize += bytes - (this.#sent.get(file) ?? 0);
    this.#sent.set(file, bytes);
    this.#ports.reporter?.report({ kind: "progress", done: this.#sentSize, total: this.#totalSize, unit: "bytes" });
  }
}

function cancelled(attempts: number): FileResult["outcome"] {
  return { kind: attempts === 0 ? "not-started" : "cancelled" };
}

function failedBy({ code, message, hint }: PackwheelError, attempts: number): FileResult["outcome"] {
  return { kind: "failed", code, message, hint, mayBeUp: attempts > 0 };
}

type Answer = Extract<FileEvent, { kind: "answered" }>["answer"];

/** What the server says may hold what it was sent. */
function redactAnswer(answer: Answer, redactor: Redactor): Answer {
  if (answer.kind === "accepted") return { ...answer, warnings: answer.warnings.map((line) => redactor.redact(line)) };
  const message = redactor.redact(answer.message);
  if (answer.kind === "wrong-url") return { ...answer, message, hint: redactor.redact(answer.hint) };
  return { ...answer, message };
}
