/**
 * The parts of the page as tabs: one is seen, arrows lead from tab to tab, and the address names the part.
 * Spec: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
import { byId } from "./element.ts";

export const PARTS = ["inspect", "build", "run"] as const;
export type PartName = (typeof PARTS)[number];

const TITLES: Readonly<Record<PartName, string>> = { inspect: "Inspect", build: "Build", run: "Run" };

export class Tabs {
  readonly #onShow: (part: PartName) => void;

  constructor(onShow: (part: PartName) => void) {
    this.#onShow = onShow;
    for (const part of PARTS) {
      const tab = byId(`tab-${part}`);
      tab.addEventListener("click", () => this.show(part));
      tab.addEventListener("keydown", (event) => this.#move(event, part));
    }
    addEventListener("hashchange", () => this.#showAddressed());
    this.#showAddressed();
  }

  show(part: PartName): void {
    for (const each of PARTS) {
      const tab = byId(`tab-${each}`);
      tab.setAttribute("aria-selected", String(each === part));
      tab.tabIndex = each === part ? 0 : -1;
      byId(each).hidden = each !== part;
    }
    document.title = `${TITLES[part]} · packwheel`;
    if (location.hash !== `#${part}`) history.replaceState(null, "", `#${part}`);
    this.#onShow(part);
  }

  #showAddressed(): void {
    const name = location.hash.slice(1);
    if (name === "content") return; // the link that skips to it
    this.show(PARTS.find((part) => part === name) ?? "inspect");
  }

  #move(event: KeyboardEvent, from: PartName): void {
    const target = targetOf(event.key, PARTS.indexOf(from));
    const part = target === undefined ? undefined : PARTS[target];
    if (part === undefined) return;
    event.preventDefault();
    this.show(part);
    byId(`tab-${part}`).focus();
  }
}

function targetOf(key: string, position: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (position + 1) % PARTS.length;
    case "ArrowLeft":
      return (position + PARTS.length - 1) % PARTS.length;
    case "Home":
      return 0;
    case "End":
      return PARTS.length - 1;
    default:
      return undefined;
  }
}
