/** The platforms to build for, in groups. */
import { BUILD_TARGETS, type BuildTarget } from "../../../core/targets/build-target.ts";
import { element, fill } from "../shell/element.ts";

export interface TargetPicker {
  readonly element: HTMLElement;
  /** Names, in the order of `BUILD_TARGETS`. */
  chosen(): readonly string[];
}

const GROUPS: readonly (readonly [libc: BuildTarget["libc"], title: string])[] = [
  ["glibc", "Linux, glibc"],
  ["musl", "Linux, musl"],
  ["libSystem", "macOS"],
  ["ucrt", "Windows"],
  ["emscripten", "Pyodide"],
];

/** What most people want, and what runs on this page. */
const FIRST_CHOSEN: ReadonlySet<string> = new Set(["linux-x86_64", "macos-arm64", "windows-amd64"]);

export function targetPicker(onChange: () => void): TargetPicker {
  const boxes = new Map<string, HTMLInputElement>();
  const groups = GROUPS.flatMap(([libc, title]) => {
    const targets = BUILD_TARGETS.filter((target) => target.libc === libc);
    return targets.length === 0 ? [] : [targetGroup(title, targets, boxes, onChange)];
  });
  return {
    element: element("div", { class: "targets" }, ...groups),
    chosen: () => BUILD_TARGETS.filter(({ name }) => boxes.get(name)?.checked === true).map(({ name }) => name),
  };
}

function targetGroup(
  title: string,
  targets: readonly BuildTarget[],
  boxes: Map<string, HTMLInputElement>,
  onChange: () => void,
): HTMLElement {
  const all = element("input", { type: "checkbox", onchange: () => setAll(all.checked) });
  const own = targets.map(({ name, libc }) => {
    const box = element("input", { type: "checkbox", value: name, onchange: changed });
    box.checked = FIRST_CHOSEN.has(name) || libc === "emscripten";
    boxes.set(name, box);
    return box;
  });

  function setAll(checked: boolean): void {
    for (const box of own) box.checked = checked;
    changed();
  }

  function changed(): void {
    const count = own.filter(({ checked }) => checked).length;
    all.checked = count === own.length;
    all.indeterminate = count > 0 && count < own.length;
    onChange();
  }

  const list = element("div", { class: "target-list" });
  fill(
    list,
    ...targets.map((target, index) =>
      element("label", { class: "target", title: target.defaultTag }, own[index], shortName(target)),
    ),
  );
  const count = own.filter(({ checked }) => checked).length;
  all.checked = count === own.length;
  all.indeterminate = count > 0 && count < own.length;
  return element(
    "div",
    { class: "target-group", role: "group", "aria-label": title },
    element("label", { class: "target target-all" }, all, title),
    list,
  );
}

/** The group is named beside it. */
function shortName({ name }: BuildTarget): string {
  return name.slice(name.indexOf("-") + 1);
}
