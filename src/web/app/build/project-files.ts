/** The files of the project that is built: texts that can be edited, and others as they were given. */
import { compareCodePoints } from "../../../core/bytes/code-points.ts";
import type { ProjectFile } from "../messages/building.ts";
import type { GivenFile } from "../messages/given.ts";

/** Larger files are no texts that somebody would edit here. */
const MAX_TEXT_SIZE = 512 * 1024;
/** Of a project with more files the rest is packed, but not opened. */
const MAX_TEXTS = 400;

export class ProjectFiles {
  readonly #files = new Map<string, string | File>();

  constructor(files: Iterable<ProjectFile> = []) {
    for (const { path, content } of files) this.#files.set(path, content);
  }

  /** Sorted by path. */
  list(): readonly ProjectFile[] {
    return [...this.#files]
      .map(([path, content]) => ({ path, content }))
      .sort((left, right) => compareCodePoints(left.path, right.path));
  }

  /** Paths of the texts, sorted. */
  texts(): readonly string[] {
    return this.list().flatMap(({ path, content }) => (typeof content === "string" ? [path] : []));
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Undefined when there is no such text. */
  text(path: string): string | undefined {
    const content = this.#files.get(path);
    return typeof content === "string" ? content : undefined;
  }

  set(path: string, content: string | File): void {
    this.#files.set(path, content);
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  /** Where files of a kind lie already: C beside C, Python beside Python; else at the root. */
  placeFor(name: string): string {
    const kind = kindOf(name);
    const folders = this.texts()
      .filter((path) => kindOf(path) === kind && kind !== undefined)
      .map((path) => path.slice(0, path.lastIndexOf("/") + 1));
    return `${folders[0] ?? ""}${name}`;
  }
}

/** Files that belong into one folder. */
function kindOf(path: string): "c" | "python" | undefined {
  if (/\.(?:c|h|cc|cpp|cxx|hpp|hh)$/i.test(path)) return "c";
  return /\.pyi?$/i.test(path) ? "python" : undefined;
}

/** What was dropped or chosen, read as far as it is text. */
export async function readGiven(given: readonly GivenFile[]): Promise<readonly ProjectFile[]> {
  let texts = 0;
  const files: ProjectFile[] = [];
  for (const { path, file } of given) {
    const text = texts < MAX_TEXTS && file.size <= MAX_TEXT_SIZE ? await readText(file) : undefined;
    if (text !== undefined) texts++;
    files.push({ path, content: text ?? file });
  }
  return files;
}

async function readText(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    // A text area would change them, and with them the wheel.
    return /[\0\r]/.test(text) ? undefined : text;
  } catch {
    return undefined; // no UTF-8
  }
}
