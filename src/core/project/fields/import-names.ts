/**
 * `import-names` and `import-namespaces`: what can be imported once the project is installed.
 * Spec: https://peps.python.org/pep-0794/
 */
import { isIdentifier, isKeyword } from "../../names/identifier.ts";
import { type Place, quote } from "../place.ts";
import { readStrings } from "../pyproject/toml-value.ts";

/** `spam.bacon ; private` */
export interface ImportName {
  readonly name: string;
  readonly private: boolean;
}

/** An empty list says: there is nothing to import. */
export function readImportNames(value: unknown, place: Place): readonly ImportName[] | undefined {
  const texts = readStrings(value, place);
  // One empty string means the same as an empty array.
  if (texts?.length === 1 && texts[0]?.trim() === "") return [];
  return texts === undefined ? undefined : readNames(texts, place);
}

export function readImportNamespaces(value: unknown, place: Place): readonly ImportName[] | undefined {
  const texts = readStrings(value, place);
  if (texts === undefined) return undefined;
  if (Array.isArray(value) && value.length === 0) {
    place.error("PROJECT_IMPORT_NAME_INVALID", "Array is empty", "Remove the key: only import-names may be empty");
    return undefined;
  }
  return readNames(texts, place);
}

/** `Import-Name` and `Import-Namespace` header values. */
export function formatImportNames(names: readonly ImportName[]): readonly string[] {
  return names.map(({ name, private: isPrivate }) => (isPrivate ? `${name}; private` : name));
}

/** Faults that show only when both lists are seen: a name in both, and a parent in neither. */
export function checkImportNamesTogether(
  names: readonly ImportName[],
  namespaces: readonly ImportName[],
  place: Place,
): void {
  const exclusive = new Set(names.map(({ name }) => name));
  const shared = new Set(namespaces.map(({ name }) => name));
  for (const name of shared) {
    if (!exclusive.has(name)) continue;
    place
      .at("import-namespaces")
      .error(
        "PROJECT_IMPORT_NAME_INVALID",
        `${quote(name)} is also in import-names`,
        "Keep it in import-namespaces when other projects share it, else in import-names",
      );
  }
  const missing = new Set([...exclusive, ...shared].flatMap(listParents));
  for (const parent of missing) {
    if (exclusive.has(parent) || shared.has(parent)) continue;
    place
      .at("import-names")
      .warning(
        "PROJECT_IMPORT_NAME_INVALID",
        `${quote(parent)} is in neither import-names nor import-namespaces, though a name below it is`,
        `Add ${quote(parent)} to import-namespaces, or to import-names when no other project shares it`,
      );
  }
}

function listParents(name: string): readonly string[] {
  const parts = name.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

function readNames(texts: readonly string[], place: Place): readonly ImportName[] {
  const seen = new Set<string>();
  return texts.flatMap((text, index) => {
    const name = readName(text, place.at(index));
    if (name !== undefined && seen.has(name.name)) {
      place.at(index).error("PROJECT_IMPORT_NAME_INVALID", `${quote(name.name)} is there twice`, "Remove one of them");
      return [];
    }
    if (name !== undefined) seen.add(name.name);
    return name ?? [];
  });
}

function readName(text: string, place: Place): ImportName | undefined {
  const [name = "", ...modifiers] = text.split(";").map((part) => part.trim());
  if (modifiers.length > 1 || (modifiers.length === 1 && modifiers[0] !== "private")) {
    place.error(
      "PROJECT_IMPORT_NAME_INVALID",
      `${quote(text)} has something other than "; private" after the name`,
      `Write \`${name}; private\` or \`${name}\``,
    );
    return undefined;
  }
  for (const part of name.split(".")) {
    if (isIdentifier(part) && !isKeyword(part)) continue;
    const state = isKeyword(part) ? "is a Python keyword" : "is not a Python identifier";
    const of = part === name ? quote(name) : `${quote(part)} in ${quote(name)}`;
    place.error("PROJECT_IMPORT_NAME_INVALID", `${of} ${state}`, "Write the name that an import statement uses");
    return undefined;
  }
  return { name, private: modifiers.length === 1 };
}
