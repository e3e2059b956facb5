/** METADATA or PKG-INFO, field by field, and the entry points. */
import type { CoreMetadata } from "../../../core/wheel/metadata.ts";
import { METADATA_FIELDS } from "../../../core/wheel/metadata-fields.ts";
import type { Overview } from "../messages/inspection.ts";
import { type Child, element } from "../shell/element.ts";

/** These stand in the head of the page already. */
const TOLD: ReadonlySet<string> = new Set(["name", "version", "summary", "description"]);

/** So many values of a field are seen at once. */
const FIRST_VALUES = 6;

export function metadataCard({ metadata, entryPoints }: Overview): HTMLElement {
  return element(
    "section",
    { class: "card" },
    element("h2", {}, "Metadata"),
    metadata === undefined
      ? element("p", { class: "faint" }, "There is none.")
      : element("dl", { class: "facts" }, ...fieldsOf(metadata)),
    ...Object.entries(entryPoints).flatMap(([group, entries]) => [
      element("h3", {}, "Entry points: ", element("code", {}, group)),
      element(
        "dl",
        { class: "facts" },
        ...Object.entries(entries).flatMap(([name, reference]) => [
          element("dt", {}, name),
          element("dd", {}, element("code", {}, reference)),
        ]),
      ),
    ]),
    metadata?.description !== undefined && metadata.description.trim() !== "" && descriptionOf(metadata.description),
  );
}

function fieldsOf(metadata: CoreMetadata): Child[] {
  return METADATA_FIELDS.flatMap(({ name, key }) => {
    const value = metadata[key];
    const values = typeof value === "string" ? [value] : (value ?? []);
    if (TOLD.has(key) || values.length === 0) return [];
    const shown = values.slice(0, FIRST_VALUES).map((text) => element("dd", {}, text));
    const rest = values.slice(FIRST_VALUES);
    const more =
      rest.length > 0 &&
      element(
        "dd",
        {},
        element(
          "details",
          {},
          element("summary", {}, `${rest.length} more`),
          ...rest.map((text) => element("div", {}, text)),
        ),
      );
    return [element("dt", {}, name.replaceAll("-", " ")), ...shown, more];
  });
}

/** As it is written: markup of strangers is not turned into a page. */
function descriptionOf(text: string): HTMLElement {
  return element(
    "details",
    { class: "description" },
    element("summary", {}, "Description"),
    element("pre", { tabindex: 0 }, text.trim()),
  );
}
