/** The members of an archive: a tree, or a flat list of what is searched for. */
import type { Member } from "../messages/inspection.ts";
import { element } from "../shell/element.ts";
import { formatCount, formatSize } from "../shell/format.ts";
import { firstOpen, growTree, matchingRows, visibleRows } from "./member-tree.ts";
import { TreeView } from "./tree-view.ts";

export interface MembersCard {
  readonly element: HTMLElement;
  /** Mark libraries and programs, once they are known. */
  markBinaries(paths: readonly string[]): void;
  /** What leads to a member, if there is such a member. */
  goTo(path: string): (() => void) | undefined;
}

export function membersCard(members: readonly Member[]): MembersCard {
  const nodes = growTree(members);
  const paths = new Set(members.map(({ path }) => path));
  const open = new Set(firstOpen(nodes));
  const binaries = new Set<string>();
  const size = members.reduce((sum, member) => sum + member.size, 0);

  const search = element("input", {
    type: "search",
    placeholder: "Search paths",
    "aria-label": "Search the paths of the members",
    oninput: show,
  });
  const found = element("span", { class: "count", role: "status" });
  const tree = new TreeView({
    label: "Members",
    onToggle(path, isOpen) {
      if (isOpen) open.add(path);
      else open.delete(path);
      show();
    },
    note: (path) => (binaries.has(path) ? "binary" : undefined),
  });

  function show(): void {
    const text = search.value.trim();
    const rows = text === "" ? visibleRows(nodes, open) : matchingRows(members, text);
    found.textContent = text === "" ? "" : formatCount(rows.length, "match", "matches");
    tree.show(rows);
  }

  show();
  return {
    element: element(
      "section",
      { class: "card members" },
      element(
        "div",
        { class: "card-head" },
        element("h2", {}, "Members"),
        element("span", { class: "count" }, `${formatCount(members.length, "file")}, ${formatSize(size)} unpacked`),
        element("span", { class: "grow" }),
        found,
        search,
      ),
      tree.element,
    ),
    markBinaries(marked) {
      for (const path of marked) binaries.add(path);
      show();
    },
    goTo(path) {
      if (!paths.has(path)) return undefined;
      return () => {
        search.value = "";
        for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
          open.add(path.slice(0, slash));
        }
        show();
        tree.select(path);
      };
    },
  };
}
