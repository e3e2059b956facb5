/**
 * Dynamic text: a summary from a module's docstring or a file's first line, a readme joined from files.
 */
import type { FileTree } from "../../ports/file-tree.ts";
import { contentTypeOf, type Description } from "../fields/readme.ts";
import { type Place, quote } from "../place.ts";
import { normalizeLineEnds, readProjectText } from "../project-path.ts";
import { checkLine } from "../pyproject/toml-value.ts";
import type { DynamicReadme } from "../tool-table.ts";
import { findPythonDocstring } from "./python-module.ts";

/** The first line that is not empty. Undefined when there is none, which is reported. */
export async function resolveDescription(tree: FileTree, file: string, place: Place): Promise<string | undefined> {
  const text = await readProjectText(tree, file, place);
  if (text === undefined) return undefined;
  const isPython = /\.pyi?$/.test(file);
  const source = isPython ? findPythonDocstring(text) : text;
  const line = source
    ?.split(/\r\n|\r|\n/)
    .map((each) => each.trim())
    .find((each) => each !== "");
  if (line === undefined) {
    const message = isPython ? `Module ${quote(file)} has no docstring` : `File ${quote(file)} is empty`;
    place.error("PROJECT_DYNAMIC_UNRESOLVED", message, "Write the summary there, or as description in [project]");
    return undefined;
  }
  return checkLine(line, place) ? line : undefined;
}

/** The files one after the other, one empty line between them. */
export async function resolveReadme(
  tree: FileTree,
  { files, contentType }: DynamicReadme,
  place: Place,
): Promise<Description | undefined> {
  const texts: string[] = [];
  for (const file of files) {
    const text = await readProjectText(tree, file, place);
    if (text !== undefined) texts.push(normalizeLineEnds(text));
  }
  const [first = ""] = files;
  // The reader of the key made sure that one of the two is known.
  const type = contentType ?? contentTypeOf(first) ?? "text/plain";
  return texts.length < files.length ? undefined : { text: texts.join("\n"), contentType: type };
}
