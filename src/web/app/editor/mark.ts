/** What a compiler says of a line. */
export interface Mark {
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}
