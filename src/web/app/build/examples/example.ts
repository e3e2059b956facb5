/** A project to begin with. */
export interface Example {
  readonly title: string;
  /** The file that is open at first. */
  readonly first: string;
  readonly files: Readonly<Record<string, string>>;
  /** What Run begins with. */
  readonly code: string;
}
