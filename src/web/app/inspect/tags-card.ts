/** The tags of a wheel: what each promises, and which need of which binary forces the platform. */
import type { TagExplanation } from "../../../core/audit/why.ts";
import { type Child, element, fill } from "../shell/element.ts";
import { describeAbi, describePlatform, describePython } from "./describe-tag.ts";

export interface TagsCard {
  readonly element: HTMLElement;
  explain(why: TagExplanation | undefined): void;
}

/** So many needs of one step are named. */
const NAMED_NEEDS = 12;

export function tagsCard(triples: readonly string[]): TagsCard {
  const why = element("div", { class: "why" }, element("p", { class: "faint" }, "Reading the binaries …"));
  return {
    element: element(
      "section",
      { class: "card" },
      element("h2", {}, "Tags"),
      triples.length === 0
        ? element("p", { class: "faint" }, "WHEEL names none.")
        : element("ul", { class: "triples" }, ...triples.map((tag) => element("li", {}, element("code", {}, tag)))),
      element("dl", { class: "facts" }, ...describe(triples)),
      element("h3", {}, "Why this platform"),
      why,
    ),
    explain: (explanation) => fill(why, ...explainPlatform(explanation)),
  };
}

/** Each part of the triples once, with what it means. */
function describe(triples: readonly string[]): Child[] {
  const columns: readonly [string, (tag: string) => string][] = [
    ["Python", describePython],
    ["ABI", describeAbi],
    ["Platform", describePlatform],
  ];
  const parts = triples.map((triple) => triple.split("-"));
  return columns.flatMap(([title, describeOne], column) => {
    const distinct = [...new Set(parts.map((part) => part[column] ?? ""))];
    const meanings = [...new Set(distinct.map((tag) => inWords(tag, describeOne)))];
    return meanings.length === 0
      ? []
      : [element("dt", {}, title), ...meanings.map((words) => element("dd", {}, words))];
  });
}

function inWords(tag: string, describeOne: (tag: string) => string): string {
  try {
    return describeOne(tag);
  } catch {
    return tag; // what is wrong with it is a finding
  }
}

function explainPlatform(why: TagExplanation | undefined): Child[] {
  if (why === undefined) return [element("p", {}, "No binaries, no platform: it runs wherever Python does.")];
  const { platformTags, steps } = why;
  const lowest =
    platformTags.length === 0
      ? element("p", {}, "No platform tag fits all of its binaries.")
      : element("p", {}, "The lowest that its binaries allow: ", element("code", {}, platformTags.join(".")));
  if (steps.length === 0) return [lowest, element("p", { class: "faint" }, "Nothing in them asks for more.")];
  const items = steps.map(({ forces, reasons, lower }) =>
    element(
      "li",
      {},
      element("p", {}, element("code", {}, forces), " is forced by"),
      element(
        "ul",
        { class: "needs" },
        ...reasons
          .slice(0, NAMED_NEEDS)
          .map(({ need, path }) =>
            element("li", {}, element("code", {}, need), " in ", element("span", { class: "path" }, path)),
          ),
        reasons.length > NAMED_NEEDS && element("li", { class: "faint" }, `and ${reasons.length - NAMED_NEEDS} more`),
      ),
      lower !== undefined && element("p", { class: "faint" }, "Without: ", element("code", {}, lower)),
    ),
  );
  return [lowest, element("ol", { class: "steps" }, ...items)];
}
