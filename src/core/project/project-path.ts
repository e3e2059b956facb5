/**
 * Paths that pyproject.toml names: relative to it, `/`-separated, inside the project.
 */
import { PackwheelError } from "../errors.ts";
import type { FileTree } from "../ports/file-tree.ts";
import { type Place, quote } from "./place.ts";
import { decodeText } from "./pyproject/pyproject-toml.ts";

/** `./a//b/` becomes `a/b`. A path that is absolute or leaves the project is reported, and reads as undefined. */
export function readProjectPath(text: string, place: Place): string | undefined {
  const fault = findPathFault(text);
  if (fault !== undefined) {
    place.error("PROJECT_PATH_INVALID", `Path ${quote(text)} ${fault.state}`, fault.hint);
    return undefined;
  }
  return splitPath(text).join("/");
}

function findPathFault(text: string): { readonly state: string; readonly hint: string } | undefined {
  if (text.includes("\\")) return { state: "has a backslash", hint: "Separate folders with /" };
  if (text.startsWith("/") || /^[A-Za-z]:/.test(text)) {
    return { state: "is absolute", hint: "Write a path relative to pyproject.toml" };
  }
  const parts = splitPath(text);
  if (parts.length === 0 || text.trim() === "") {
    return { state: "names no file", hint: "Write a path relative to pyproject.toml" };
  }
  if (parts.includes("..")) {
    return { state: "leaves the project", hint: "Move the file into the folder of pyproject.toml" };
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return { state: "holds a control character", hint: "Rename the file" };
  return undefined;
}

function splitPath(text: string): readonly string[] {
  return text.split("/").filter((part) => part !== "" && part !== ".");
}

/** The text of a file that a key names. One that is missing or not UTF-8 is reported at the key. */
export async function readProjectText(tree: FileTree, path: string, place: Place): Promise<string | undefined> {
  const bytes = await readProjectBytes(tree, path, place);
  if (bytes === undefined) return undefined;
  const { text, invalidAt } = decodeText(bytes);
  if (invalidAt === undefined && !text.includes("\0")) return text;
  if (invalidAt === undefined) {
    // Most often UTF-16, in which every other byte is zero.
    place.error("PROJECT_FILE_INVALID", `File ${quote(path)} holds a NUL character`, "Save the file as UTF-8");
    return undefined;
  }
  place.error(
    "PROJECT_FILE_INVALID",
    `Byte ${invalidAt} of file ${quote(path)} is not UTF-8`,
    "Save the file as UTF-8",
  );
  return undefined;
}

async function readProjectBytes(tree: FileTree, path: string, place: Place): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await tree.read(path);
  } catch (error) {
    // A link that leaves the tree is one problem among the others; a cancelled build is none.
    if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
    place.error("PROJECT_FILE_INVALID", error.message, error.hint);
    return undefined;
  }
  if (bytes === undefined) {
    place.error(
      "PROJECT_FILE_INVALID",
      `File ${quote(path)} does not exist`,
      "Write the path of a file of the project",
    );
  }
  return bytes;
}

/** As for a key, but nothing is reported: for guesses, whose failure is no news. */
export async function readQuietly(tree: FileTree, path: string): Promise<string | undefined> {
  if (findPathFault(path) !== undefined) return undefined;
  try {
    const bytes = await tree.read(path);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded?.invalidAt === undefined ? decoded?.text : undefined;
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
    return undefined;
  }
}

/** Line ends of every platform as LF, and one at the end. */
export function normalizeLineEnds(text: string): string {
  const unified = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return unified === "" || unified.endsWith("\n") ? unified : `${unified}\n`;
}
