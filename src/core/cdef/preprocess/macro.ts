/** Macros of the preprocessor. Spec: ISO C11, 6.10.3; `args...` and `, ## __VA_ARGS__` are GNU's. */
import type { Token } from "../syntax/tokenize.ts";

/** A token on its way through the preprocessor. */
export interface MacroToken {
  readonly kind: Token["kind"];
  readonly text: string;
  readonly spaced: boolean;
  /** Where it, or the macro that it came from, stands in its file. */
  readonly start: number;
  /** Comes from a macro: its column says nothing. */
  readonly expanded: boolean;
  /** Macros that must not be expanded here: the token came from them. */
  readonly hidden: ReadonlySet<string> | undefined;
}

export interface Macro {
  readonly name: string;
  /** Undefined for an object-like macro. */
  readonly parameters: readonly string[] | undefined;
  /** The last parameter takes all arguments that are left. */
  readonly variadic: boolean;
  readonly body: readonly MacroToken[];
}

export function macroToken(token: Token): MacroToken {
  const { kind, text, spaced, start } = token;
  return { kind, text, spaced, start, expanded: false, hidden: undefined };
}

/**
 * @param tokens What follows `#define` on its line.
 * @param fail Called with the token at fault.
 */
export function parseMacro(
  tokens: readonly Token[],
  fail: (token: Token | undefined, problem: string) => never,
): Macro {
  const [name, paren] = tokens;
  if (name?.kind !== "identifier" || name.text === "defined") return fail(name, "expected a name after #define");
  // Only a parenthesis right at the name makes it function-like.
  if (paren?.text !== "(" || paren.spaced) {
    return { name: name.text, parameters: undefined, variadic: false, body: tokens.slice(1).map(macroToken) };
  }
  const parameters: string[] = [];
  let variadic = false;
  let index = 2;
  for (; tokens[index]?.text !== ")"; index++) {
    const token = tokens[index];
    if (token?.text === "," && parameters.length > 0) continue;
    if (token?.text === "...") {
      variadic = true;
      if (tokens[index - 1]?.kind !== "identifier") parameters.push("__VA_ARGS__");
    } else if (token?.kind === "identifier" && !variadic && !parameters.includes(token.text)) {
      parameters.push(token.text);
    } else {
      fail(token ?? name, `the parameters of the macro ${name.text} are not names with commas between them`);
    }
  }
  return { name: name.text, parameters, variadic, body: tokens.slice(index + 1).map(macroToken) };
}

/** `#define NAME 1` of a name and a value as a command line gives them. */
export function macroOfText(name: string, tokens: readonly Token[]): Macro {
  return { name, parameters: undefined, variadic: false, body: tokens.map(macroToken) };
}
