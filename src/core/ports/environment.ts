/** What a build may learn from outside its tree, and only where pyproject.toml asks for it. */

export interface GitDescription {
  /** The nearest tag that matches, as it is written: `v1.2.3`. */
  readonly tag: string;
  /** Commits since that tag. */
  readonly distance: number;
  /** Abbreviated commit id. */
  readonly commit: string;
  readonly dirty: boolean;
}

export interface Environment {
  /** The value of an environment variable. */
  variable(name: string): string | undefined;
  /**
   * `git describe` of the project's folder.
   * @param match Glob that tags must match, for example `v*`.
   * @throws {PackwheelError} `GIT_UNAVAILABLE` when git or the repository is missing.
   */
  describeGit(match: string | undefined): Promise<GitDescription | undefined>;
}
