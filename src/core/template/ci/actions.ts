/**
 * The GitHub actions of the workflows, pinned to the commits of their releases: a tag can be moved, a commit cannot.
 * Origin: the release tags of each repository on GitHub, compared again 2026-11-27; that of pypa/gh-action-pypi-publish
 * from workflows of other projects, which name the same commit for the same release.
 * Refresh: node --import tsx .ci/refresh/actions.ts
 */

export interface PinnedAction {
  readonly name: string;
  /** The release that the commit is tagged as. */
  readonly version: string;
  readonly commit: string;
}

type ActionName = "checkout" | "setupNode" | "setupPython" | "upload" | "download" | "publish";

export const ACTIONS: Readonly<Record<ActionName, PinnedAction>> = {
  checkout: { name: "actions/checkout", version: "v7.0.1", commit: "3d3c42e5aac5ba805825da76410c181273ba90b1" },
  setupNode: { name: "actions/setup-node", version: "v7.0.0", commit: "820762786026740c76f36085b0efc47a31fe5020" },
  setupPython: { name: "actions/setup-python", version: "v7.0.0", commit: "5fda3b95a4ea91299a34e894583c3862153e4b97" },
  upload: { name: "actions/upload-artifact", version: "v7.0.0", commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f" },
  download: {
    name: "actions/download-artifact",
    version: "v8.0.1",
    commit: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
  },
  publish: {
    name: "pypa/gh-action-pypi-publish",
    version: "v1.14.0",
    commit: "cef221092ed1bacb1cc03d23a2d87d1d172e277b",
  },
};

/** `actions/checkout@3d3c… # v7.0.1` */
export function uses({ name, version, commit }: PinnedAction): string {
  return `${name}@${commit} # ${version}`;
}
