/** Texts of others within messages. */

const LIMIT = 80;

/**
 * In double quotes, cut when long, and with escapes for every character that a terminal would obey or hide:
 * names of files and values of metadata come from anywhere.
 */
export function quote(text: string, limit: number = LIMIT): string {
  const shown = text.length > limit ? `${text.slice(0, limit - 3)}...` : text;
  return JSON.stringify(shown).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, "0")}`;
}
