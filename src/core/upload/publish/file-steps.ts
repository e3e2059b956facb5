/**
 * How one file gets up exactly once, as a machine of pure steps: what to do next, given what has just happened.
 *
 * A connection that breaks or a server that fails leaves two worlds: the file is stored, or it is not. Sending again at
 * once is how a finished upload ends in "File already exists". So after each such failure the index is asked first, and
 * what it lists is compared by hash; and whoever is told "exists" after such a failure asks, too.
 */

import type { ErrorCode } from "../../errors.ts";
import type { Listing } from "../index/simple-index.ts";
import type { UploadAnswer } from "../request/answer.ts";

/** What is known of a file's upload so far. */
export interface Progress {
  /** Requests that were sent. */
  readonly attempts: number;
  /** A request may have stored the file without our knowing. */
  readonly isAmbiguous: boolean;
  /** What went wrong last. */
  readonly problem: string | undefined;
}

export type FileOutcome =
  /** Up. `isConfirmed`: the index said so, by its answer or by the hash that it lists. */
  | { readonly kind: "uploaded"; readonly isConfirmed: boolean; readonly warnings: readonly string[] }
  /** It was there. `reason` tells how we know, and whether its content is ours. */
  | { readonly kind: "skipped"; readonly reason: "same" | "different" | "unknown" }
  | {
      readonly kind: "failed";
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string | undefined;
      /** The file may be up in spite of it. */
      readonly mayBeUp: boolean;
    };

export type AskReason =
  /** Before anything is sent, because the caller wants it. */
  | "first"
  /** An earlier run was ended while it sent. */
  | "resumed"
  /** The last request may have stored the file. */
  | "ambiguous"
  /** The index says that the name is taken. */
  | "exists";

export type FileStep =
  | { readonly do: "ask"; readonly because: AskReason; readonly progress: Progress }
  | { readonly do: "send"; readonly progress: Progress }
  | { readonly do: "wait"; readonly retryAfter: number | undefined; readonly progress: Progress }
  | { readonly do: "end"; readonly outcome: FileOutcome };

export type FileEvent =
  | { readonly kind: "listed"; readonly listing: Listing; readonly problem?: string | undefined }
  | { readonly kind: "answered"; readonly answer: UploadAnswer }
  /** Nothing of the request arrived; `isLasting` when it would not do so the next time either. */
  | {
      readonly kind: "unreachable";
      readonly problem: string;
      readonly hint?: string | undefined;
      readonly isLasting?: boolean | undefined;
    }
  /** The request was cut off, or its answer was. */
  | { readonly kind: "interrupted"; readonly problem: string }
  | { readonly kind: "waited" };

export interface FileRules {
  /** Requests that may be sent for one file. */
  readonly maxAttempts: number;
  /** The index has a Simple API that we know of. */
  readonly canAsk: boolean;
  readonly askFirst: boolean;
  readonly skipExisting: boolean;
}

const UNTOUCHED: Progress = { attempts: 0, isAmbiguous: false, problem: undefined };

/** @param wasSending The journal of an earlier run says that it had begun to send this file. */
export function firstStep(rules: FileRules, wasSending: boolean): FileStep {
  const progress = { ...UNTOUCHED, isAmbiguous: wasSending };
  if (rules.canAsk && rules.askFirst) return { do: "ask", because: "first", progress };
  if (rules.canAsk && wasSending) return { do: "ask", because: "resumed", progress };
  return { do: "send", progress };
}

/** @param step The step that was done, and `event` what came of it. */
export function nextStep(step: Exclude<FileStep, { do: "end" }>, event: FileEvent, rules: FileRules): FileStep {
  const { progress } = step;
  if (event.kind === "waited") return { do: "send", progress };
  if (event.kind === "listed") {
    return afterListing(step.do === "ask" ? step.because : "ambiguous", event, progress, rules);
  }
  const sent = { ...progress, attempts: progress.attempts + 1 };
  if (event.kind === "unreachable" && event.isLasting === true) {
    return failed("UPLOAD_FAILED", event.problem, event.hint, sent.isAmbiguous);
  }
  if (event.kind === "unreachable") {
    return again({ ...sent, problem: event.problem }, undefined, rules, event.hint);
  }
  if (event.kind === "interrupted") {
    return ambiguous({ ...sent, isAmbiguous: true, problem: event.problem }, undefined, rules);
  }
  return afterAnswer(event.answer, sent, rules);
}

function afterAnswer(answer: UploadAnswer, progress: Progress, rules: FileRules): FileStep {
  switch (answer.kind) {
    case "accepted":
      return ended({ kind: "uploaded", isConfirmed: true, warnings: answer.warnings });
    case "exists":
      return rules.canAsk
        ? { do: "ask", because: "exists", progress: { ...progress, problem: answer.message } }
        : existing("unknown", { ...progress, problem: answer.message }, rules);
    case "refused":
      return failed("UPLOAD_REJECTED", answer.message, answer.hint, false);
    case "wrong-url":
      return failed(answer.code, answer.message, answer.hint, false);
    case "busy":
      return again({ ...progress, problem: answer.message }, answer.retryAfter, rules);
    case "broken":
      return ambiguous({ ...progress, isAmbiguous: true, problem: answer.message }, answer.retryAfter, rules);
  }
}

function afterListing(
  because: AskReason,
  { listing, problem }: Extract<FileEvent, { kind: "listed" }>,
  progress: Progress,
  rules: FileRules,
): FileStep {
  if (because === "exists") return existing(listing, progress, rules);
  if (listing === "same") {
    return because === "first" && !progress.isAmbiguous
      ? ended({ kind: "skipped", reason: "same" })
      : ended({ kind: "uploaded", isConfirmed: true, warnings: [] });
  }
  if (listing === "different") return conflict();
  if (because === "ambiguous") return again(progress, undefined, rules);
  if (because === "first" && listing === "unknown") {
    const message = `the index cannot tell whether the file is there${problem === undefined ? "" : `: ${problem}`}`;
    return failed("UPLOAD_INDEX_UNAVAILABLE", message, "Check the URL of --check-url, or leave it out", false);
  }
  return { do: "send", progress };
}

/** The index says that the name is taken, and `listing` is what it shows of it. */
function existing(listing: Listing, progress: Progress, rules: FileRules): FileStep {
  if (listing === "same") {
    return progress.isAmbiguous
      ? ended({ kind: "uploaded", isConfirmed: true, warnings: [] })
      : ended({ kind: "skipped", reason: "same" });
  }
  if (listing === "different") {
    return rules.skipExisting && !progress.isAmbiguous ? ended({ kind: "skipped", reason: "different" }) : conflict();
  }
  // Most likely our own request of before stored it; a page that lags behind cannot tell yet.
  if (progress.isAmbiguous) return ended({ kind: "uploaded", isConfirmed: false, warnings: [] });
  if (rules.skipExisting) return ended({ kind: "skipped", reason: "unknown" });
  const hint = "Raise the version, or skip what is there with --skip-existing or --check-url";
  return failed("UPLOAD_FILE_EXISTS", progress.problem ?? "the file exists", hint, false);
}

/** The request may have done its work. */
function ambiguous(progress: Progress, retryAfter: number | undefined, rules: FileRules): FileStep {
  return rules.canAsk ? { do: "ask", because: "ambiguous", progress } : again(progress, retryAfter, rules);
}

function again(progress: Progress, retryAfter: number | undefined, rules: FileRules, hint?: string): FileStep {
  if (progress.attempts < rules.maxAttempts) return { do: "wait", retryAfter, progress };
  const tries = progress.attempts === 1 ? "" : ` (tried ${progress.attempts} times)`;
  return failed("UPLOAD_FAILED", `${progress.problem ?? "no answer"}${tries}`, hint, progress.isAmbiguous);
}

function conflict(): FileStep {
  const message = "the index has a file of this name with other content";
  return failed("UPLOAD_CONFLICT", message, "Raise the version: a file name can be used once only", false);
}

function failed(code: ErrorCode, message: string, hint: string | undefined, mayBeUp: boolean): FileStep {
  return ended({ kind: "failed", code, message, hint, mayBeUp });
}

function ended(outcome: FileOutcome): FileStep {
  return { do: "end", outcome };
}

const FIRST_DELAY = 1000;
const LONGEST_DELAY = 60_000;
/** A server that asks for more is not waited for. */
const LONGEST_RETRY_AFTER: number = 10 * 60_000;

/**
 * Milliseconds to wait before the next request: doubled each time, and spread so that many clients do not come back
 * together. What the server asks for is the least.
 *
 * @param chance From 0 up to 1.
 */
export function backoffDelay(attempts: number, retryAfter: number | undefined, chance: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.max(0, attempts - 1));
  const delay = longest / 2 + (longest / 2) * chance;
  return Math.round(Math.max(delay, Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER)));
}
