/**
 * `@file` among the words of a compiler: the file's words take its place.
 * Spec: https://gcc.gnu.org/onlinedocs/gcc/Overall-Options.html, "@file"
 */
import { PackwheelError } from "../../core/errors.ts";

/** Files may name further files, but not for ever. */
const MAX_DEPTH = 10;

/**
 * @param read Gives a file, or undefined: then the word stays as it is.
 * @throws {PackwheelError} `CC_INVALID` for files that name each other.
 */
export function expandResponseFiles(
  words: readonly string[],
  read: (path: string) => Uint8Array | undefined,
  depth = 0,
): readonly string[] {
  if (depth > MAX_DEPTH) {
    throw new PackwheelError("CC_INVALID", `Cannot read "${words[0] ?? ""}": files of words name each other`);
  }
  return words.flatMap((word) => {
    const bytes = word.startsWith("@") ? read(word.slice(1)) : undefined;
    return bytes === undefined
      ? [word]
      : expandResponseFiles(splitWords(new TextDecoder().decode(bytes)), read, depth + 1);
  });
}

/** Words between blanks; quotes keep blanks, a backslash keeps the character behind it. */
function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (character === "\\" && index + 1 < text.length && quote !== "'") {
      index += 1;
      word = (word ?? "") + (text[index] ?? "");
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = (word ?? "") + character;
    } else if (character === "'" || character === '"') {
      quote = character;
      word ??= "";
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + character;
    }
  }
  return word === undefined ? words : [...words, word];
}
