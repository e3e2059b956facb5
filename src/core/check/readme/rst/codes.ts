/** The problems that keep PyPI from rendering a reStructuredText description, and what to do about each. */

/** What a code says of a file, in the form of a table of check rules, and what the user can do next. */
export interface RstProblemFacts {
  readonly severity: "error";
  readonly meaning: string;
  readonly why: string;
  readonly hint: string;
}

const WHY = 'PyPI: "The description failed to render"';

function facts(meaning: string, hint: string): RstProblemFacts {
  return { severity: "error", meaning, why: WHY, hint };
}

export type RstCode =
  | "README_RST_ANONYMOUS_MISMATCH"
  | "README_RST_BAD_DIRECTIVE"
  | "README_RST_BAD_DOCINFO"
  | "README_RST_BAD_ROLE"
  | "README_RST_CIRCULAR_REFERENCE"
  | "README_RST_DUPLICATE_SUBSTITUTION"
  | "README_RST_DUPLICATE_TARGET"
  | "README_RST_EMPTY"
  | "README_RST_EMPTY_FOOTNOTE"
  | "README_RST_FILE_DISABLED"
  | "README_RST_INCONSISTENT_QUOTING"
  | "README_RST_INCONSISTENT_TITLE"
  | "README_RST_LONG_LINE"
  | "README_RST_MALFORMED_SUBSTITUTION"
  | "README_RST_MALFORMED_TABLE"
  | "README_RST_MALFORMED_TARGET"
  | "README_RST_MALFORMED_TITLE"
  | "README_RST_MISPLACED_TRANSITION"
  | "README_RST_MISSING_BLANK_LINE"
  | "README_RST_MISSING_LITERAL_BLOCK"
  | "README_RST_RAW_DISABLED"
  | "README_RST_SHORT_UNDERLINE"
  | "README_RST_TOO_DEEP"
  | "README_RST_TOO_MANY_FOOTNOTE_REFERENCES"
  | "README_RST_UNCLOSED_INLINE"
  | "README_RST_UNDEFINED_SUBSTITUTION"
  | "README_RST_UNEXPECTED_INDENTATION"
  | "README_RST_UNEXPECTED_TITLE"
  | "README_RST_UNKNOWN_DIRECTIVE"
  | "README_RST_UNKNOWN_ROLE"
  | "README_RST_UNKNOWN_TARGET";

export const RST_PROBLEMS: Readonly<Record<RstCode, RstProblemFacts>> = {
  README_RST_ANONYMOUS_MISMATCH: facts(
    "There are not as many anonymous references as anonymous targets",
    "Give each reference that ends in two underscores one target '__ https://...'",
  ),
  README_RST_BAD_DIRECTIVE: facts(
    "A directive has arguments, options or content that it does not take",
    "Compare the directive with https://docutils.sourceforge.io/docs/ref/rst/directives.html",
  ),
  README_RST_BAD_DOCINFO: facts(
    "A field at the top of the document is named like a bibliographic one, but holds something else",
    "Put a title above the field list, or write one paragraph into the field",
  ),
  README_RST_BAD_ROLE: facts("A role cannot be used in this way", "Correct the role, or write the text as a literal"),
  README_RST_CIRCULAR_REFERENCE: facts(
    "A target or substitution leads back to itself",
    "Let the last one of the circle refer to a real place",
  ),
  README_RST_DUPLICATE_SUBSTITUTION: facts(
    "A substitution is defined twice",
    "Delete or rename one of the definitions",
  ),
  README_RST_DUPLICATE_TARGET: facts(
    "Two targets have the same name",
    "Rename one of the targets, or end references that hold their own target in two underscores",
  ),
  README_RST_EMPTY: facts("The document shows nothing", "Write at least one paragraph"),
  README_RST_EMPTY_FOOTNOTE: facts("A footnote or citation has no text", "Write the text behind the label"),
  README_RST_FILE_DISABLED: facts(
    "A directive reads a file, which PyPI does not allow",
    "Copy the content of the file into the description before building",
  ),
  README_RST_INCONSISTENT_QUOTING: facts(
    "A literal block that is not indented changes its first character",
    "Indent the literal block, or put a blank line behind it",
  ),
  README_RST_INCONSISTENT_TITLE: facts(
    "A title skips a level",
    "Underline titles of one level with the same character, and go down one level at a time",
  ),
  README_RST_LONG_LINE: facts("A line is longer than 10,000 characters", "Break the line"),
  README_RST_MALFORMED_SUBSTITUTION: facts(
    "A substitution definition cannot be read",
    "Write it as '.. |name| image:: https://...' or '.. |name| replace:: text'",
  ),
  README_RST_MALFORMED_TABLE: facts(
    "The drawing of a table is not closed",
    "Align the borders and columns of the table",
  ),
  README_RST_MALFORMED_TARGET: facts(
    "A hyperlink target has no colon behind its name",
    "Write it as '.. _name: https://...', with backquotes around a name that holds a colon",
  ),
  README_RST_MALFORMED_TITLE: facts(
    "The lines above and below a title do not match",
    "Make both lines of the same character and length, with the title between them",
  ),
  README_RST_MISPLACED_TRANSITION: facts(
    "A line that divides text has no text above or below it",
    "Delete the line, or write text on both sides of it",
  ),
  README_RST_MISSING_BLANK_LINE: facts(
    "A blank line is missing behind an element",
    "Insert a blank line above this line",
  ),
  README_RST_MISSING_LITERAL_BLOCK: facts(
    "A paragraph ends in '::', but no literal block follows",
    "Indent the literal block, or end the paragraph in one colon",
  ),
  README_RST_RAW_DISABLED: facts(
    "Raw HTML is used, which PyPI does not allow",
    "Replace the raw markup, for example by an image directive",
  ),
  README_RST_SHORT_UNDERLINE: facts(
    "The line below or above a title is shorter than the title",
    "Make the line at least as long as the title",
  ),
  README_RST_TOO_DEEP: facts("Lists or quotes are nested too deeply", "Nest fewer elements"),
  README_RST_TOO_MANY_FOOTNOTE_REFERENCES: facts(
    "There are more references to footnotes than footnotes",
    "Write a footnote '.. [#] text' for each reference",
  ),
  README_RST_UNCLOSED_INLINE: facts(
    "Inline markup is opened, but not closed",
    "Close the markup, or put a backslash before its first character",
  ),
  README_RST_UNDEFINED_SUBSTITUTION: facts(
    "A substitution is used, but not defined",
    "Define it with '.. |name| replace:: text', or put a backslash before the bar",
  ),
  README_RST_UNEXPECTED_INDENTATION: facts(
    "A line is indented without a blank line above it",
    "Insert a blank line above this line, or indent it as the line above",
  ),
  README_RST_UNEXPECTED_TITLE: facts(
    "A title or a dividing line stands within another element",
    "Move it to the left margin, with a blank line above it",
  ),
  README_RST_UNKNOWN_DIRECTIVE: facts(
    "A directive is none of docutils",
    "Replace the directive: those of Sphinx and of other tools do not exist on PyPI",
  ),
  README_RST_UNKNOWN_ROLE: facts(
    "A role is none of docutils",
    "Write the text as a literal or a link: roles of Sphinx and of other tools do not exist on PyPI",
  ),
  README_RST_UNKNOWN_TARGET: facts(
    "A reference names a target that is not in the document",
    "Define it with '.. _name: https://...', or put a backslash before the underscore",
  ),
};
