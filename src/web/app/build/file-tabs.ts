/**
 * The files of the project as tabs, one below the other.
 * Spec: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
import { element, fill } from "../shell/element.ts";
import { icon } from "../shell/icon.ts";

export interface FileTabsOptions {
  readonly onOpen: (path: string) => void;
  readonly onRemove: (path: string) => void;
}

export class FileTabs {
  readonly element: HTMLElement;
  readonly #options: FileTabsOptions;
  #paths: readonly string[] = [];
  #current: string | undefined;
  #faulty: ReadonlySet<string> = new Set();

  constructor(options: FileTabsOptions) {
    this.#options = options;
    this.element = element("div", {
      class: "file-tabs",
      role: "tablist",
      "aria-label": "Files",
      "aria-orientation": "vertical",
      onkeydown: (event: KeyboardEvent) => this.#onKey(event),
    });
  }

  show(paths: readonly string[], current: string | undefined, faulty: ReadonlySet<string>): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.#paths = paths;
    this.#current = current;
    this.#faulty = faulty;
    fill(this.element, ...paths.map((path) => this.#tab(path)));
    if (hadFocus) this.#currentTab()?.focus();
  }

  #tab(path: string): HTMLElement {
    const isCurrent = path === this.#current;
    const isFaulty = this.#faulty.has(path);
    const slash = path.lastIndexOf("/") + 1;
    return element(
      "button",
      {
        type: "button",
        role: "tab",
        class: `file-tab${isFaulty ? " is-error" : ""}`,
        "aria-selected": String(isCurrent),
        "aria-controls": "editor-panel",
        tabindex: isCurrent ? 0 : -1,
        title: path,
        onclick: () => this.#options.onOpen(path),
      },
      element("span", { class: "file-folder" }, path.slice(0, slash)),
      element("span", { class: "file-name" }, path.slice(slash)),
      isFaulty && icon("cross"),
      isFaulty && element("span", { class: "unseen" }, "has errors"),
    );
  }

  #currentTab(): HTMLElement | null {
    return this.element.querySelector<HTMLElement>('[aria-selected="true"]');
  }

  #onKey(event: KeyboardEvent): void {
    const position = this.#current === undefined ? -1 : this.#paths.indexOf(this.#current);
    const target = this.#targetOf(event.key, position);
    const path = target === undefined ? undefined : this.#paths[target];
    if (event.key === "Delete" && this.#current !== undefined) {
      event.preventDefault();
      this.#options.onRemove(this.#current);
    } else if (path !== undefined) {
      event.preventDefault();
      this.#options.onOpen(path);
    }
  }

  #targetOf(key: string, position: number): number | undefined {
    const count = this.#paths.length;
    switch (key) {
      case "ArrowDown":
      case "ArrowRight":
        return (position + 1) % count;
      case "ArrowUp":
      case "ArrowLeft":
        return (position + count - 1) % count;
      case "Home":
        return 0;
      case "End":
        return count - 1;
      default:
        return undefined;
    }
  }
}
