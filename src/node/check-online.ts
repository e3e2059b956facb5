/** Asking an index about files on disk: `packwheel check --online`. */
import { basename } from "node:path";
import process from "node:process";
import { checkOnline, readFileName } from "../core/check/check-online.ts";
import { finding } from "../core/check/finding.ts";
import { applyRuleOptions, type RuleOptions } from "../core/check/rule-options.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import type { Clock } from "../core/ports/clock.ts";
import type { Http } from "../core/ports/http.ts";
import { askIndex } from "../core/upload/index/ask-index.ts";
import type { IndexedProject } from "../core/upload/index/simple-index.ts";
import { openHttp } from "./http.ts";
import { describeFile } from "./inspect-file.ts";
import { systemClock } from "./upload/clock.ts";

export interface CheckOnlineOptions extends RuleOptions {
  /** Root of a Simple API. Default: PyPI's. */
  readonly indexUrl?: string | undefined;
  /** For proxies. Default: the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In place of the network and the system's clock. */
  readonly http?: Http | undefined;
  readonly clock?: Clock | undefined;
}

const PYPI = "https://pypi.org/simple/";

/**
 * What an index would say of files because of what it has. An index that does not answer is a finding.
 *
 * @returns Findings of each file, in the order of `paths`.
 * @throws {PackwheelError} `FILE_MISSING`, `UPLOAD_URL_INVALID`, `CHECK_INVALID_RULE`, `ABORTED`
 */
export async function checkFilesOnline(
  paths: readonly string[],
  options: CheckOnlineOptions = {},
): Promise<Finding[][]> {
  const { environment = process.env, clock = systemClock, signal } = options;
  const opened = options.http === undefined ? await openHttp({ ...LIMITS, environment }) : undefined;
  const http = options.http ?? opened;
  // One question a project, however many files it has.
  const projects = new Map<string, Promise<IndexedProject | undefined>>();
  try {
    const all: Finding[][] = [];
    for (const path of paths) {
      const named = readFileName(basename(path));
      if (named === undefined || http === undefined) {
        all.push([]);
        continue;
      }
      const question = { indexUrl: options.indexUrl ?? PYPI, project: named.project, signal };
      const asked = projects.get(named.project) ?? askIndex(http, question);
      projects.set(named.project, asked);
      all.push(applyRuleOptions(await findingsOf(path, asked, clock, signal), options));
    }
    return all;
  } finally {
    await opened?.close();
  }
}

const LIMITS = { connectTimeout: 15_000, idleTimeout: 60_000, totalTimeout: 300_000 };

async function findingsOf(
  path: string,
  asked: Promise<IndexedProject | undefined>,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  let project: IndexedProject | undefined;
  try {
    project = await asked;
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.code === "ABORTED" || error.code === "UPLOAD_URL_INVALID")
      throw error;
    return [finding("INDEX_UNANSWERED", error.message, { hint: error.hint })];
  }
  const { sha256 } = await describeFile(path, signal);
  return checkOnline({ filename: basename(path), sha256 }, project, clock.now());
}
