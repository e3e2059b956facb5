/**
 * A tree of any length, of which only the rows that are in sight exist.
 * Spec: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
import { element, fill } from "../shell/element.ts";
import { formatCount, formatSize } from "../shell/format.ts";
import { icon } from "../shell/icon.ts";
import type { TreeRow } from "./member-tree.ts";

/** In pixels; the style sheet has the same. */
const ROW_HEIGHT = 28;
/** Rows beyond the edges, for quick scrolling. */
const SPARE_ROWS = 8;

export interface TreeViewOptions {
  readonly label: string;
  readonly onToggle: (path: string, open: boolean) => void;
  /** Further words behind a name. */
  readonly note?: (path: string) => string | undefined;
}

let trees = 0;

export class TreeView {
  readonly element: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #options: TreeViewOptions;
  readonly #id = `tree${++trees}`;
  #rows: readonly TreeRow[] = [];
  #current = 0;

  constructor(options: TreeViewOptions) {
    this.#options = options;
    this.#canvas = element("div", { class: "tree-canvas", role: "presentation" });
    this.element = element(
      "div",
      {
        class: "tree",
        role: "tree",
        tabindex: 0,
        "aria-label": options.label,
        onscroll: () => this.#draw(),
        onkeydown: (event: KeyboardEvent) => this.#onKey(event),
        onclick: (event: MouseEvent) => this.#onClick(event),
      },
      this.#canvas,
    );
    // How much is in sight is known only once it is on the page, and changes with the window.
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  show(rows: readonly TreeRow[]): void {
    const path = this.#rows[this.#current]?.node.path;
    this.#rows = rows;
    this.#current = Math.max(
      0,
      rows.findIndex(({ node }) => node.path === path),
    );
    this.element.style.setProperty("--rows", String(rows.length));
    this.#canvas.style.setProperty("height", `${rows.length * ROW_HEIGHT}px`);
    this.#draw();
  }

  /** Bring a row into sight, and make it the current one. */
  select(path: string): void {
    const index = this.#rows.findIndex(({ node }) => node.path === path);
    if (index >= 0) this.#moveTo(index);
    this.element.focus();
  }

  #draw(): void {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const count = Math.ceil(this.element.clientHeight / ROW_HEIGHT) + 2 * SPARE_ROWS;
    const shown = this.#rows.slice(first, first + count);
    fill(this.#canvas, ...shown.map((row, index) => this.#drawRow(row, first + index)));
    const isDrawn = this.#current >= first && this.#current < first + shown.length;
    if (isDrawn) this.element.setAttribute("aria-activedescendant", this.#idOf(this.#current));
    else this.element.removeAttribute("aria-activedescendant");
  }

  #drawRow({ node, level, position, siblings, isOpen }: TreeRow, index: number): HTMLElement {
    const isFolder = node.children !== undefined;
    const note = isFolder ? formatCount(node.files, "file") : this.#options.note?.(node.path);
    const row = element(
      "div",
      {
        class: `tree-row${index === this.#current ? " is-current" : ""}`,
        role: "treeitem",
        id: this.#idOf(index),
        "aria-level": level,
        "aria-posinset": position,
        "aria-setsize": siblings,
        "aria-expanded": isOpen === undefined ? undefined : String(isOpen),
        "aria-selected": String(index === this.#current),
        "data-index": index,
        title: node.path,
      },
      element("span", { class: `twist${isOpen === true ? " is-open" : ""}` }, isFolder && icon("chevron")),
      icon(isFolder ? "folder" : "file"),
      element("span", { class: "tree-name" }, node.name),
      note !== undefined && element("span", { class: "tree-note" }, note),
      element("span", { class: "tree-size" }, formatSize(node.size)),
    );
    row.style.setProperty("top", `${index * ROW_HEIGHT}px`);
    row.style.setProperty("--level", String(level));
    return row;
  }

  #idOf(index: number): string {
    return `${this.#id}-${index}`;
  }

  #onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>(".tree-row") : null;
    if (row === null) return;
    const index = Number(row.dataset["index"]);
    this.#moveTo(index);
    const found = this.#rows[index];
    if (found?.isOpen !== undefined) this.#options.onToggle(found.node.path, !found.isOpen);
  }

  #onKey(event: KeyboardEvent): void {
    const row = this.#rows[this.#current];
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const toggle = (open: boolean): void => this.#options.onToggle(row.node.path, open);
    switch (event.key) {
      case "ArrowDown":
        this.#moveTo(this.#current + 1);
        break;
      case "ArrowUp":
        this.#moveTo(this.#current - 1);
        break;
      case "PageDown":
        this.#moveTo(this.#current + page);
        break;
      case "PageUp":
        this.#moveTo(this.#current - page);
        break;
      case "Home":
        this.#moveTo(0);
        break;
      case "End":
        this.#moveTo(this.#rows.length - 1);
        break;
      case "ArrowRight":
        if (row.isOpen === false) toggle(true);
        else if (row.isOpen === true) this.#moveTo(this.#current + 1);
        break;
      case "ArrowLeft":
        if (row.isOpen === true) toggle(false);
        else this.#moveTo(this.#parentOf(this.#current));
        break;
      case "Enter":
      case " ":
        if (row.isOpen !== undefined) toggle(!row.isOpen);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #parentOf(index: number): number {
    const level = this.#rows[index]?.level ?? 1;
    for (let above = index - 1; above >= 0; above--) if ((this.#rows[above]?.level ?? 1) < level) return above;
    return index;
  }

  #moveTo(index: number): void {
    this.#current = Math.min(Math.max(0, index), this.#rows.length - 1);
    const top = this.#current * ROW_HEIGHT;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + clientHeight) this.element.scrollTop = top + ROW_HEIGHT - clientHeight;
    this.#draw();
  }
}
