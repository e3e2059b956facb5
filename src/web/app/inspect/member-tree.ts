/** The members of an archive as folders and files, and the lines that are seen of them. Pure: it draws nothing. */
import type { Member } from "../messages/inspection.ts";

export interface TreeNode {
  /** Without the folders above it. */
  readonly name: string;
  readonly path: string;
  /** Of a folder all below it. */
  readonly size: number;
  /** Files below it; 1 for a file. */
  readonly files: number;
  readonly mode: number;
  /** Undefined for a file. Folders come first, then by name. */
  readonly children: readonly TreeNode[] | undefined;
}

/** A line of the tree as it is seen. */
export interface TreeRow {
  readonly node: TreeNode;
  /** 1 at the top. */
  readonly level: number;
  /** Place among its siblings, from 1, and how many these are. */
  readonly position: number;
  readonly siblings: number;
  /** Undefined for a file. */
  readonly isOpen: boolean | undefined;
}

interface GrowingFolder {
  readonly folders: Map<string, GrowingFolder>;
  readonly files: Member[];
}

export function growTree(members: readonly Member[]): readonly TreeNode[] {
  const root: GrowingFolder = { folders: new Map(), files: [] };
  for (const member of members) {
    let folder = root;
    const names = member.path.split("/");
    for (const name of names.slice(0, -1)) {
      let next = folder.folders.get(name);
      if (next === undefined) {
        next = { folders: new Map(), files: [] };
        folder.folders.set(name, next);
      }
      folder = next;
    }
    folder.files.push(member);
  }
  return finishFolder(root, "");
}

function finishFolder({ folders, files }: GrowingFolder, prefix: string): readonly TreeNode[] {
  const inside = [...folders].map(([name, folder]): TreeNode => {
    const path = `${prefix}${name}`;
    const children = finishFolder(folder, `${path}/`);
    const size = children.reduce((sum, child) => sum + child.size, 0);
    const count = children.reduce((sum, child) => sum + child.files, 0);
    return { name, path, size, files: count, mode: 0, children };
  });
  const leaves = files.map(({ path, size, mode }): TreeNode => {
    return { name: path.slice(prefix.length), path, size, files: 1, mode, children: undefined };
  });
  return [...inside.sort(byName), ...leaves.sort(byName)];
}

function byName(left: TreeNode, right: TreeNode): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

/** The rows that are seen while these folders are open. */
export function visibleRows(nodes: readonly TreeNode[], open: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (children: readonly TreeNode[], level: number): void => {
    for (const [index, node] of children.entries()) {
      const isOpen = node.children === undefined ? undefined : open.has(node.path);
      rows.push({ node, level, position: index + 1, siblings: children.length, isOpen });
      if (isOpen === true) add(node.children ?? [], level + 1);
    }
  };
  add(nodes, 1);
  return rows;
}

/** The files whose path holds the words, whatever the case, in one flat list. */
export function matchingRows(members: readonly Member[], text: string): readonly TreeRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = members.filter(({ path }) => {
    const lower = path.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  return found.map(({ path, size, mode }, index) => ({
    node: { name: path, path, size, files: 1, mode, children: undefined },
    level: 1,
    position: index + 1,
    siblings: found.length,
    isOpen: undefined,
  }));
}

/** The folders that are open at first: everything while it is little, else the way down to where it forks. */
export function firstOpen(nodes: readonly TreeNode[]): ReadonlySet<string> {
  const open = new Set<string>();
  const files = nodes.reduce((sum, node) => sum + node.files, 0);
  const visit = (children: readonly TreeNode[]): void => {
    const folders = children.filter((node) => node.children !== undefined);
    for (const folder of folders) {
      if (files > MANY_FILES && (folders.length > 2 || folder.files > MANY_FILES)) continue;
      open.add(folder.path);
      visit(folder.children ?? []);
    }
  };
  visit(nodes);
  return open;
}

const MANY_FILES = 60;
