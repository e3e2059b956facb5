/**
 * `readme`: the long description and its content type.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#readme
 */
import { type Place, quote } from "../place.ts";
import { readProjectPath } from "../project-path.ts";
import { checkKeys, isTable, readString } from "../pyproject/toml-value.ts";

export type Readme =
  /** `readme = "README.md"` */
  | { readonly kind: "file"; readonly path: string; readonly contentType: string }
  /** `readme = { text = "...", content-type = "text/plain" }` */
  | { readonly kind: "text"; readonly text: string; readonly contentType: string };

/** A readme that was read. */
export interface Description {
  readonly text: string;
  readonly contentType: string;
}

const CONTENT_TYPES = ["text/markdown", "text/x-rst", "text/plain"] as const;

const CONTENT_TYPE_OF_ENDING: ReadonlyMap<string, string> = new Map([
  ["md", "text/markdown"],
  ["markdown", "text/markdown"],
  ["rst", "text/x-rst"],
  ["txt", "text/plain"],
]);

const CONTENT_TYPE_HINT = `Use one of ${CONTENT_TYPES.join(", ")}`;

export function readReadme(value: unknown, place: Place): Readme | undefined {
  if (isTable(value)) return readReadmeTable(value, place);
  const text = readString(value, place);
  const path = text === undefined ? undefined : readProjectPath(text, place);
  if (path === undefined) return undefined;
  const contentType = contentTypeOf(path);
  if (contentType === undefined) {
    place.error(
      "PROJECT_README_INVALID",
      `File ${quote(path)} ends in none of .md, .rst and .txt`,
      `Write \`{ file = ${quote(path)}, content-type = "text/markdown" }\``,
    );
    return undefined;
  }
  return { kind: "file", path, contentType };
}

/** By the ending of the file's name, whatever its case; undefined for unknown ones. */
export function contentTypeOf(path: string): string | undefined {
  const name = path.split("/").at(-1) ?? path;
  const dot = name.lastIndexOf(".");
  return dot === -1 ? undefined : CONTENT_TYPE_OF_ENDING.get(name.slice(dot + 1).toLowerCase());
}

/** One of three types, with the parameters that PyPI knows: `text/markdown; charset=UTF-8; variant=GFM`. */
export function readContentType(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined) return undefined;
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  const fault = findContentTypeFault(type.toLowerCase(), parameters);
  if (fault === undefined) return [type.toLowerCase(), ...parameters].join("; ");
  place.error("PROJECT_README_INVALID", `Content type ${quote(text)} ${fault.state}`, fault.hint);
  return undefined;
}

function findContentTypeFault(
  type: string,
  parameters: readonly string[],
): { readonly state: string; readonly hint: string } | undefined {
  if (!CONTENT_TYPES.some((known) => known === type)) return { state: "is not known", hint: CONTENT_TYPE_HINT };
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=").map((part) => part.trim().toLowerCase());
    if (name === "charset") {
      if (value !== "utf-8") return { state: "has a charset that is not UTF-8", hint: "Save the file as UTF-8" };
    } else if (name === "variant" && type === "text/markdown") {
      if (!/^variant\s*=\s*(GFM|CommonMark)$/.test(parameter)) {
        return { state: "has an unknown variant", hint: "Use `variant=GFM` or `variant=CommonMark`" };
      }
    } else return { state: `has the parameter ${quote(parameter)}`, hint: "Use `charset=UTF-8` alone" };
  }
  return undefined;
}

function readReadmeTable(table: Readonly<Record<string, unknown>>, place: Place): Readme | undefined {
  checkKeys(table, ["file", "text", "content-type"], place);
  const { file, text, "content-type": type } = table;
  const contentType = readTypeOfTable(type, file, place);
  if ((file === undefined) === (text === undefined)) {
    const message = file === undefined ? "Table has neither file nor text" : "Table has both file and text";
    place.error("PROJECT_README_INVALID", message, 'Write `{ file = "README.md", content-type = "text/markdown" }`');
    return undefined;
  }
  if (file === undefined) {
    const description = readDescription(text, place.at("text"));
    return description === undefined || contentType === undefined
      ? undefined
      : { kind: "text", text: description, contentType };
  }
  const name = readString(file, place.at("file"));
  const path = name === undefined ? undefined : readProjectPath(name, place.at("file"));
  return path === undefined || contentType === undefined ? undefined : { kind: "file", path, contentType };
}

function readDescription(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined || !text.includes("\0")) return text;
  place.error("PROJECT_README_INVALID", `Text ${quote(text)} holds a NUL character`, "Remove the character");
  return undefined;
}

function readTypeOfTable(value: unknown, file: unknown, place: Place): string | undefined {
  if (value !== undefined) return readContentType(value, place.at("content-type"));
  const guess = (typeof file === "string" ? contentTypeOf(file) : undefined) ?? "text/markdown";
  place
    .at("content-type")
    .error("PROJECT_README_INVALID", "Key content-type is missing", `Add \`content-type = ${quote(guess)}\``);
  return undefined;
}
