/** What came of each file, as callers and people are told. */
import type { Finding } from "../../core/errors.ts";
import { formatVersion } from "../../core/names/version.ts";
import type { Listing } from "../../core/upload/index/simple-index.ts";
import type { FileResult, PublishFile } from "../../core/upload/publish/publish.ts";
import type { Repository } from "../../core/upload/repository.ts";
import type { DiskDistribution } from "./files/upload-file.ts";

export interface UploadedFile {
  readonly path: string;
  readonly filename: string;
  readonly kind: "wheel" | "sdist";
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** Hex, of 32 bytes. */
  readonly blake2b256: string;
  /**
   * `uploaded`, `present` (it was there, with this content), `skipped` (a file of this name is there), `failed`,
   * `unknown` (interrupted while it was sent), `not-started`; and of a dry run `planned`.
   */
  readonly status: "uploaded" | "present" | "skipped" | "failed" | "unknown" | "not-started" | "planned";
  /** Requests that were sent. */
  readonly attempts: number;
  readonly milliseconds: number;
  /** Page of the release, where the index has one that we know of. */
  readonly url?: string;
  /** What a dry run learned of the index. */
  readonly listing?: Listing;
}

export function factsOf(
  file: DiskDistribution | PublishFile,
  { server }: Repository,
): Omit<UploadedFile, "status" | "attempts" | "milliseconds"> {
  const { path, filename, kind, size, sha256, blake2b256 } = file;
  const url = server.releasePage?.(file.project, formatVersion(file.version));
  return { path, filename, kind, size, sha256, blake2b256, ...(url === undefined ? {} : { url }) };
}

export function describeResult(
  { file, outcome, attempts, milliseconds }: FileResult,
  repository: Repository,
): UploadedFile {
  return { ...factsOf(file, repository), status: statusOf(outcome), attempts, milliseconds };
}

function statusOf(outcome: FileResult["outcome"]): UploadedFile["status"] {
  switch (outcome.kind) {
    case "uploaded":
      return "uploaded";
    case "done-before":
      return "present";
    case "skipped":
      return outcome.reason === "same" ? "present" : "skipped";
    case "failed":
      return "failed";
    case "cancelled":
      return "unknown";
    case "not-started":
      return "not-started";
  }
}

export function resultFindings({ file, outcome }: FileResult, { server }: Repository): Finding[] {
  const { path } = file;
  switch (outcome.kind) {
    case "uploaded":
      return [
        ...outcome.warnings.map((line) => {
          return {
            code: "UPLOAD_WARNING",
            severity: "warning",
            message: `${server.name} says: ${line}`,
            path,
          } as const;
        }),
        ...(outcome.isConfirmed ? [] : [unverified(path)]),
      ];
    case "skipped":
      if (outcome.reason === "same") return [];
      return [{ code: "UPLOAD_FILE_EXISTS", severity: "warning", message: skipMessage(outcome.reason), path }];
    case "failed": {
      const { code, message, hint, mayBeUp } = outcome;
      const more = mayBeUp ? "; the file may be up all the same" : "";
      const text = message.startsWith("Cannot ") ? message : `Cannot upload: ${message}`;
      return [{ code, severity: "error", message: `${text}${more}`, path, ...(hint === undefined ? {} : { hint }) }];
    }
    case "cancelled": {
      const message = "Interrupted while the file was sent: it may be up";
      return [{ code: "UPLOAD_FAILED", severity: "error", message, path, hint: "Run the same command again to go on" }];
    }
    case "not-started":
      return [{ code: "UPLOAD_NOT_STARTED", severity: "error", message: "Not uploaded: the run stopped before", path }];
    case "done-before":
      return [];
  }
}

function unverified(path: string): Finding {
  const message = "The index says that the file is there, after a failure of ours; its content cannot be compared";
  return { code: "UPLOAD_UNVERIFIED", severity: "warning", message, path, hint: "Give the index with --check-url" };
}

function skipMessage(reason: "different" | "unknown"): string {
  return reason === "different"
    ? "Skipped: the index has a file of this name with other content"
    : "Skipped: the index has a file of this name; whether with this content, it does not tell";
}
