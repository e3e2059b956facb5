/** Files that somebody dropped or chose. */

export interface GivenFile {
  /** `src/hello/__init__.py` */
  readonly path: string;
  readonly file: File;
}

export interface GivenFiles {
  readonly files: readonly GivenFile[];
  /** Name of the folder, when it was exactly one. */
  readonly folder: string | undefined;
}
