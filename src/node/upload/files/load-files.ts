/** Reading all files of an upload, and checking them on the way: before anything is sent, all is known of all of them. */
import { resolve } from "node:path";
import { createBlake2b256 } from "../../../core/engine/blake2b.ts";
import { type Finding, PackwheelError } from "../../../core/errors.ts";
import type { Reporter } from "../../../core/ports/reporter.ts";
import type { IndexRules } from "../../../core/upload/index/servers.ts";
import { checkRelease, orderFiles } from "../../../core/upload/publish/release.ts";
import { nativeEngine } from "../../native-engine.ts";
import { HasherPool } from "./hasher-pool.ts";
import { type DiskDistribution, loadDistribution, unreadable } from "./upload-file.ts";

export interface LoadFilesOptions {
  readonly cwd: string;
  /** By whose rules the files are checked; undefined leaves them unchecked. */
  readonly index: IndexRules | undefined;
  readonly report: (finding: Finding) => void;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Files that are read at the same time: while one waits for the disk or the threads that inflate, another is hashed. */
const AT_ONCE = 2;

/** Small files stay in memory until they are sent, as long as all of them together are no larger than this. */
const MEMORY: number = 16 * 2 ** 20;

/**
 * @returns In the order in which they are to be sent.
 * @throws {PackwheelError} `UPLOAD_CHECK_FAILED` with all findings; `FILE_MISSING`, `UPLOAD_FILE_UNFIT`
 */
export async function loadFiles(paths: readonly string[], options: LoadFilesOptions): Promise<DiskDistribution[]> {
  const { cwd, index, report, reporter, signal } = options;
  const engine = nativeEngine();
  const blake2b = new HasherPool(createBlake2b256);
  let room = MEMORY;
  const mayKeep = (size: number): boolean => {
    if (size > room) return false;
    room -= size;
    return true;
  };
  const loaded = await inOrder(paths, AT_ONCE, (path) => {
    reporter?.report({ kind: "phase", text: `Reading ${path}` });
    const place = resolve(cwd, path);
    return loadDistribution({ path, place, engine, blake2b, index, mayKeep, reporter, signal });
  });
  const files = orderFiles(loaded.flatMap(({ distribution }) => distribution ?? []));
  const found = [...checkRelease(files), ...loaded.flatMap(({ findings }) => findings)];
  refuseErrors(found);
  for (const [at, { distribution }] of loaded.entries()) {
    if (distribution === undefined) throw unreadable(paths[at] ?? "");
  }
  for (const finding of found) if (finding.severity === "warning") report(finding);
  return files;
}

/** A release that stops half-way is worse than none. */
function refuseErrors(found: readonly Finding[]): void {
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const count = errors.length === 1 ? "an error" : `${errors.length} errors`;
  const own = errors.every(({ code }) => code.startsWith("UPLOAD_"));
  throw new PackwheelError(
    "UPLOAD_CHECK_FAILED",
    `Cannot upload: the check of the files found ${count}; nothing was sent`,
    {
      findings: found.filter(({ severity }) => severity !== "note"),
      hint: own ? undefined : "Repair them, or send the files all the same with --no-check",
    },
  );
}

/** Results in the order of the items; after the first failure no other is begun. */
async function inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (hasFailed) return;
      try {
        results.set(index, await work(item));
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
