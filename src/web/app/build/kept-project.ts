/** What was written stays over a reload, as long as it is little, and text. */
import type { ProjectFile } from "../messages/building.ts";
import type { ProjectFiles } from "./project-files.ts";

const KEY = "packwheel-project";

/** Browsers give a page about five megabytes. */
const MAX_LENGTH = 1_000_000;

/** @param files Undefined forgets what was kept. */
export function keepProject(files: ProjectFiles | undefined): void {
  const list = files?.list() ?? [];
  const isText = list.every(({ content }) => typeof content === "string");
  const text = isText && list.length > 0 ? JSON.stringify(list) : undefined;
  try {
    if (text === undefined || text.length > MAX_LENGTH) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Without storage the project is there as long as the page.
  }
}

export function keptProject(): readonly ProjectFile[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(kept) && kept.length > 0 && kept.every(isTextFile) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isTextFile(value: unknown): value is ProjectFile {
  if (typeof value !== "object" || value === null) return false;
  const { path, content } = value as Readonly<Record<string, unknown>>; // any object may be asked for these
  return typeof path === "string" && typeof content === "string";
}
