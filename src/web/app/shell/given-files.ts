/** Files that somebody dropped or chose, with their paths: those of a folder begin below it. */
import type { GivenFile, GivenFiles } from "../messages/given.ts";

/** More files than this are no project, but a disk. */
const MAX_FILES = 20_000;

/** Folders that no build reads, and that may hold more than all else together. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".venv",
  "venv",
  ".tox",
  "node_modules",
  "__pycache__",
  ".mypy_cache",
  ".ruff_cache",
  ".pytest_cache",
]);

/** What was dropped. Call it while the event is handled: later the list is empty. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFiles> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  const [first] = entries;
  const folder = entries.length === 1 && first?.isDirectory === true ? first : undefined;
  const files: GivenFile[] = [];
  if (isFolder(folder)) await collectFolder(folder, "", files);
  else for (const entry of entries) await collect(entry, entry.name, files);
  return { files, folder: folder?.name };
}

/** What `<input type="file">` holds, also one that takes folders. */
export function chosenFiles(input: HTMLInputElement): GivenFiles {
  const files = [...(input.files ?? [])].flatMap((file): GivenFile[] => {
    const [, ...below] = file.webkitRelativePath.split("/");
    if (below.slice(0, -1).some((name) => LEFT_OUT.has(name))) return [];
    return [{ path: below.length === 0 ? file.name : below.join("/"), file }];
  });
  const folder = input.files?.[0]?.webkitRelativePath.split("/")[0];
  return { files, folder: folder === "" ? undefined : folder };
}

async function collectFolder(folder: FileSystemDirectoryEntry, prefix: string, files: GivenFile[]): Promise<void> {
  for (const entry of await readFolder(folder)) await collect(entry, prefix + entry.name, files);
}

async function collect(entry: FileSystemEntry, path: string, files: GivenFile[]): Promise<void> {
  if (files.length >= MAX_FILES) throw new Error(`Cannot take more than ${MAX_FILES} files: choose a smaller folder`);
  if (isFolder(entry)) {
    if (!LEFT_OUT.has(entry.name)) await collectFolder(entry, `${path}/`, files);
  } else {
    files.push({ path, file: await openFile(entry as FileSystemFileEntry) }); // what is no folder is a file
  }
}

/** A reader gives a hundred entries at a time, and none at the end. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function openFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isFolder(entry: FileSystemEntry | undefined): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}
