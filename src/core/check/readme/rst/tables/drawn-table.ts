/** What both kinds of drawn tables have in common. */
import type { SourceLine } from "../lines.ts";

/** What the drawing of a table shows. */
export interface DrawnTable {
  readonly columns: number;
  /** The lines of each, as they would stand alone. */
  readonly cells: readonly (readonly SourceLine[])[];
}

/** Why the drawing of a table cannot be read. */
export class TableProblem extends Error {
  /** Lines below the top of the table. */
  readonly offset: number;

  constructor(message: string, offset: number = 0) {
    super(message);
    this.offset = offset;
  }
}

/** What both kinds of tables ask of the rule below the head. @returns its line; 0 when the table has no head. */
export function findHeadRule(texts: readonly string[], pattern: RegExp): number {
  let rule = 0;
  for (const [index, text] of texts.entries()) {
    if (!pattern.test(text)) continue;
    if (rule > 0) {
      const message = `Multiple head/body row separators (table lines ${rule + 1} and ${index + 1}); only one allowed.`;
      throw new TableProblem(message, index);
    }
    rule = index;
  }
  if (rule > 0 && rule === texts.length - 1) throw new TableProblem(FIRST_OR_LAST, rule);
  return rule;
}

const FIRST_OR_LAST = "The head/body row separator may not be the first or last line of the table.";
