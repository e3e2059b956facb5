/** Findings for people: the worst first, each with its code, its place, and why it matters. */
import { findRule } from "../../../core/check/rules.ts";
import type { Finding, Severity } from "../../../core/errors.ts";
import { element } from "./element.ts";
import { formatCount } from "./format.ts";
import { type IconName, icon } from "./icon.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

const ICONS: Readonly<Record<Severity, IconName>> = { error: "cross", warning: "warning", note: "note" };

/** So many are shown at once; more are one click away. */
const FIRST_SHOWN = 12;

export interface FindingListOptions {
  /** Makes a link of a place, where there is something to go to. */
  readonly onPlace?: ((path: string) => (() => void) | undefined) | undefined;
}

export function findingList(findings: readonly Finding[], options: FindingListOptions = {}): HTMLElement {
  const sorted = findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const list = element("ul", { class: "findings" });
  const show = (some: readonly Finding[]): void => list.append(...some.map((found) => findingItem(found, options)));
  show(sorted.slice(0, FIRST_SHOWN));
  const rest = sorted.slice(FIRST_SHOWN);
  if (rest.length > 0) {
    const more = element("button", { type: "button" }, `Show ${formatCount(rest.length, "more finding")}`);
    const item = element("li", {}, more);
    more.addEventListener("click", () => {
      item.remove();
      show(rest);
    });
    list.append(item);
  }
  return list;
}

/** `2 errors, 1 warning` */
export function countFindings(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [formatCount(count, severity)];
  }).join(", ");
}

export function worstSeverity(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((each) => each.severity === severity));
}

function findingItem({ code, severity, message, path, hint }: Finding, { onPlace }: FindingListOptions): HTMLElement {
  const rule = findRule(code);
  const [first = "", ...excerpt] = message.split("\n");
  const go = path === undefined ? undefined : onPlace?.(path);
  return element(
    "li",
    { class: `finding is-${severity}` },
    element("span", { class: "finding-mark", title: severity }, icon(ICONS[severity])),
    element(
      "div",
      { class: "finding-text" },
      element("p", { class: "finding-message" }, element("span", { class: "unseen" }, `${severity}: `), first),
      excerpt.length > 0 && element("pre", { tabindex: 0 }, excerpt.join("\n").trim()),
      hint !== undefined && element("p", { class: "finding-hint" }, hint),
      element(
        "p",
        { class: "finding-place" },
        path !== undefined &&
          (go === undefined
            ? element("span", { class: "path" }, path)
            : element("button", { type: "button", class: "link path", onclick: go }, path)),
        element("code", {}, code),
      ),
      rule !== undefined &&
        element(
          "details",
          {},
          element("summary", {}, "Why it matters"),
          element("p", {}, `${rule.meaning}. ${rule.why}`),
        ),
    ),
  );
}
