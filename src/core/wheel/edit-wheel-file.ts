/** Changing tags and build tag in a WHEEL file of any tool; all else it says stays. */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { makeTagSet, type TagSet } from "../tags/tag-set.ts";
import { parseHeaderBlock } from "./header-block.ts";
import { parseWheelFile } from "./wheel-file.ts";

export interface WheelFileEdit {
  /** Triples that take the place of all `Tag` lines. Default: they stay. */
  readonly tags?: readonly string[] | undefined;
  /** The `Build` line; undefined removes it. */
  readonly build: string | undefined;
}

/** What a WHEEL file says of the wheel's file name. */
export interface WheelFileIdentity {
  /** Each list of all `Tag` lines together. */
  readonly tags: TagSet;
  /** As the lines are written, in lower case. */
  readonly triples: readonly string[];
  readonly build: string | undefined;
}

/**
 * Read tags and build tag. A line may hold compressed tags, as some old tools write them: `py2.py3-none-any`.
 *
 * @throws {PackwheelError} `WHEEL_INVALID` when the file is no text of headers, or has no tags or broken ones
 */
export function readWheelFileIdentity(bytes: Uint8Array, path: string): WheelFileIdentity {
  const { wheelFile, findings } = parseWheelFile(bytes, path);
  const broken = findings.find(({ code, severity }) => severity === "error" && code.startsWith("HEADER_"));
  if (broken !== undefined) throw new PackwheelError("WHEEL_INVALID", broken.message, { path, findings });
  if (wheelFile.tags.length === 0) {
    throw new PackwheelError("WHEEL_INVALID", `Cannot find the tags of the wheel: "${path}" has no Tag`, {
      path,
      hint: "Write a line for each, as in `Tag: py3-none-any`",
    });
  }
  const triples = wheelFile.tags.map((tag) => tag.toLowerCase());
  const columns: [Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set()];
  for (const triple of triples) {
    const parts = triple.split("-");
    if (parts.length !== 3) {
      const message = `Cannot read Tag ${quote(triple)} in "${path}": expected three parts`;
      throw new PackwheelError("WHEEL_INVALID", message, { path });
    }
    for (const [index, column] of columns.entries()) {
      for (const tag of (parts[index] ?? "").split(".")) column.add(tag);
    }
  }
  const [python, abi, platform] = columns;
  const tags = makeTagSet({ python: [...python], abi: [...abi], platform: [...platform] });
  return { tags, triples, build: wheelFile.build === "" ? undefined : wheelFile.build };
}

/** The file with its `Tag` and `Build` lines at the end, lines ended by LF. */
export function editWheelFile(bytes: Uint8Array, { tags, build }: WheelFileEdit): string {
  const { headers } = parseHeaderBlock(decodeUtf8(bytes).text, "WHEEL");
  const replaced = new Set(tags === undefined ? ["build"] : ["tag", "build"]);
  const lines = headers
    .filter(({ name }) => !replaced.has(name.toLowerCase()))
    .map(({ name, value }) => `${name}: ${value.replace(/\r\n?/g, "\n")}`);
  lines.push(...(tags ?? []).map((tag) => `Tag: ${tag}`));
  if (build !== undefined) lines.push(`Build: ${build}`);
  return `${lines.join("\n")}\n`;
}
