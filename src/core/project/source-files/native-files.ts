/** Members of the wheel that hold machine code: a wheel with them is for some platforms only. */
import { DETECT_LENGTH, detectObjectFormat, type ObjectFormat } from "../../object/detect.ts";
import { throwIfAborted } from "../../ports/abort.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import type { PlacedFile } from "./placed-file.ts";
import { readHead } from "./read-head.ts";

export type NativeFormat = Extract<ObjectFormat, "elf" | "mach-o" | "pe" | "side-module">;

const NATIVE_FORMATS: ReadonlySet<string> = new Set<NativeFormat>(["elf", "mach-o", "pe", "side-module"]);

export function isNativeFormat(format: ObjectFormat | undefined): format is NativeFormat {
  return format !== undefined && NATIVE_FORMATS.has(format);
}

export interface NativeFile {
  /** Place in the wheel. */
  readonly path: string;
  readonly format: NativeFormat;
}

/** Endings of texts and media: reading them would cost time, and never finds a program. */
const NEVER_NATIVE =
  /\.(?:py|pyi|pyx|pxd|pxi|txt|md|rst|json|toml|ya?ml|ini|cfg|conf|csv|tsv|xml|html?|css|scss|js|mjs|cjs|ts|tsx|jsx|map|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|otf|po|pot|mo|sql|c|cc|cpp|cxx|h|hh|hpp|rs|go|java|sh|bat|ps1|typed|tmpl|j2|jinja2?|mako|ipynb|npy|npz|gz|zip)$/i;

/** Files read at once. */
const BATCH = 16;

/** Look at the first bytes of all members that could be programs. The order is that of the members. */
export async function findNativeFiles(
  placed: readonly PlacedFile[],
  tree: FileTree,
  signal: AbortSignal | undefined,
): Promise<NativeFile[]> {
  const candidates = placed.filter((file) => file.entry.size > 0 && !NEVER_NATIVE.test(file.place));
  const found: NativeFile[] = [];
  for (let start = 0; start < candidates.length; start += BATCH) {
    throwIfAborted(signal);
    const batch = candidates.slice(start, start + BATCH);
    const formats = await Promise.all(batch.map((file) => formatOf(file, tree)));
    batch.forEach((file, index) => {
      const format = formats[index];
      if (format !== undefined) found.push({ path: file.place, format });
    });
  }
  return found;
}

async function formatOf(file: PlacedFile, tree: FileTree): Promise<NativeFormat | undefined> {
  const format = detectObjectFormat(await readHead(tree, file.entry.path, DETECT_LENGTH));
  return isNativeFormat(format) ? format : undefined;
}
