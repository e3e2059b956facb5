/** What an index has of a project, and what that means for a file. */
import type { IndexedFile, IndexedProject } from "../../../../src/core/upload/index/simple-index.ts";

export const NOW: number = Date.UTC(2026, 10, 27);
const DAY: number = 24 * 60 * 60 * 1000;
export const WHEEL: string = "hello-1.0-py3-none-any.whl";
export const OURS: string = "a".repeat(64);

export function indexed(
  filename: string,
  { days = 1, sha256 = "b".repeat(64) }: { readonly days?: number; readonly sha256?: string } = {},
): IndexedFile {
  return { filename, sha256, uploadTime: NOW - days * DAY };
}

export function project(files: readonly IndexedFile[], status?: string): IndexedProject {
  return { files, status };
}

export const ONLINE_CASES: readonly {
  readonly name: string;
  readonly filename?: string;
  readonly project: IndexedProject | undefined | "no answer";
  readonly says: readonly string[];
}[] = [
  { name: "a project that the index does not know", project: undefined, says: ["INDEX_NAME_NEW"] },
  { name: "a project without files", project: project([]), says: ["INDEX_NAME_TAKEN"] },
  {
    name: "a release that is new to the project",
    project: project([indexed("hello-0.9.tar.gz", { days: 400 })]),
    says: ["INDEX_NAME_TAKEN"],
  },
  { name: "a file more for a young release", project: project([indexed("hello-1.0.tar.gz", { days: 13 })]), says: [] },
  {
    name: "a file more for an old release",
    project: project([indexed("hello-1.0.tar.gz", { days: 15 })]),
    says: ["INDEX_RELEASE_OLD"],
  },
  {
    name: "an old release by another spelling of its version",
    project: project([indexed("hello-1.tar.gz", { days: 15 })]),
    says: ["INDEX_RELEASE_OLD"],
  },
  {
    name: "the very file",
    project: project([indexed(WHEEL, { sha256: OURS, days: 99 })]),
    says: ["INDEX_FILE_PRESENT"],
  },
  { name: "a file of this name", project: project([indexed(WHEEL)]), says: ["INDEX_FILE_EXISTS"] },
  {
    name: "a second sdist",
    filename: "hello-1.0.tar.gz",
    project: project([indexed("Hello-1.0.tar.gz")]),
    says: ["INDEX_SDIST_EXISTS"],
  },
  {
    name: "an archived project",
    project: project([indexed("hello-1.0.tar.gz")], "archived"),
    says: ["INDEX_PROJECT_CLOSED"],
  },
  { name: "a name that is none", filename: "hello.whl", project: project([]), says: [] },
  { name: "an index that does not answer", project: "no answer", says: ["INDEX_UNANSWERED"] },
];
