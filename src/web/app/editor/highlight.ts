/**
 * The colours of a text: enough to read it by, no more than a reader of tokens knows. What it does not know is plain, and
 * all pieces together are the text as it is.
 */

export type TokenKind = "plain" | "comment" | "string" | "number" | "keyword" | "name";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

export type Language = "c" | "python" | "toml";

/** Longer texts are left plain: each key that is pressed would have them read anew. */
const MAX_LENGTH = 60_000;

const C_WORDS =
  "alignas alignof auto bool break case catch char class const constexpr continue default do double else enum extern " +
  "false float for goto if inline int long namespace new nullptr operator private public register restrict return " +
  "short signed sizeof static struct switch template this throw true try typedef typename union unsigned using " +
  "virtual void volatile while NULL _Bool _Complex _Static_assert _Thread_local";

const PYTHON_WORDS =
  "and as assert async await break class continue def del elif else except finally for from global if import in is " +
  "lambda nonlocal not or pass raise return try while with yield None True False match case";

/** Groups are named as the kinds that they find; the first that fits counts. */
const PATTERNS: Readonly<Record<Language, RegExp>> = {
  c: pattern(
    /(?<comment>\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|\/\/[^\n]*)/,
    /(?<string>"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|(?<=#[ \t]*include[ \t]*)<[^>\n]*>)/,
    /(?<name>^[ \t]*#[ \t]*\w+)/,
    new RegExp(`(?<keyword>\\b(?:${C_WORDS.replaceAll(" ", "|")}|u?int(?:8|16|32|64|ptr|max)_t|s?size_t)\\b)`),
    /(?<number>\b(?:0[xX][\da-fA-F']+|\d[\d']*(?:\.\d*)?(?:[eE][+-]?\d+)?)[uUlLfF]*\b)/,
  ),
  python: pattern(
    /(?<comment>#[^\n]*)/,
    /(?<string>\b[rRbBuUfF]{0,2}(?:"""[\s\S]*?(?:"""|(?![\s\S]))|'''[\s\S]*?(?:'''|(?![\s\S]))|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|"""[\s\S]*?(?:"""|(?![\s\S]))|'''[\s\S]*?(?:'''|(?![\s\S]))|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)/,
    /(?<name>^[ \t]*@[\w.]+|(?<=\b(?:def|class)[ \t]+)\w+)/,
    new RegExp(`(?<keyword>\\b(?:${PYTHON_WORDS.replaceAll(" ", "|")})\\b)`),
    /(?<number>\b(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?j?)\b)/,
  ),
  toml: pattern(
    /(?<comment>#[^\n]*)/,
    /(?<name>^[ \t]*\[\[?[^\]\n]*\]?\]?|^[ \t]*(?:[\w-]+|"[^"\n]*")(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"))*(?=[ \t]*=))/,
    /(?<string>"""[\s\S]*?(?:"""|(?![\s\S]))|'''[\s\S]*?(?:'''|(?![\s\S]))|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?)/,
    /(?<keyword>\b(?:true|false)\b)/,
    /(?<number>\b\d[\d_.:TZ-]*\b)/,
  ),
};

function pattern(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => source).join("|"), "gm");
}

export function languageOf(path: string): Language | undefined {
  if (/\.(?:c|h|cc|cpp|cxx|hpp|hh)$/i.test(path)) return "c";
  if (/\.pyi?$/i.test(path)) return "python";
  return path.endsWith(".toml") ? "toml" : undefined;
}

export function highlight(text: string, language: Language | undefined): readonly Token[] {
  if (language === undefined || text.length > MAX_LENGTH) return [{ kind: "plain", text }];
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERNS[language])) {
    if (match[0] === "") continue;
    if (match.index > end) tokens.push({ kind: "plain", text: text.slice(end, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: "plain", text: text.slice(end) });
  return tokens;
}

const KINDS: readonly TokenKind[] = ["comment", "string", "name", "keyword", "number"];

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  return KINDS.find((kind) => groups[kind] !== undefined) ?? "plain";
}
