/** Import-Name against the modules that are there. Spec: https://peps.python.org/pep-0794/ */
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { finding } from "../../finding.ts";
import { parseImportName } from "./metadata.ts";

/**
 * @param modules Dotted names of all modules in the wheel.
 * @param path Of the METADATA file.
 */
export function checkImportNamesProvided(
  { importName }: CoreMetadata,
  modules: ReadonlySet<string>,
  path: string,
): Finding[] {
  return importName.flatMap((value) => {
    const { name } = parseImportName(value);
    if (name === "" || modules.has(name.normalize("NFKC"))) return [];
    const message = `Import-Name "${excerpt(name)}" is declared, and the wheel holds no such module`;
    return [finding("METADATA_IMPORT_NAME_NOT_PROVIDED", message, { path })];
  });
}
