/**
 * Replaces macros by what they stand for. Each token remembers the macros that it came from and is not replaced by
 * them again (Prosser's algorithm, which ISO C describes).
 */
import { quote } from "../../names/quote.ts";
import { tokenize } from "../syntax/tokenize.ts";
import type { Macro, MacroToken } from "./macro.ts";

/** Against macros made to exhaust the reader: tokens looked at, and characters made, in one run. */
const MAX_STEPS = 2_000_000;
const MAX_CHARACTERS = 16_000_000;

/** Calls of macros within arguments of macros. */
const MAX_DEPTH = 100;

export type ExpandFail = (code: "CDEF_SYNTAX" | "CDEF_TOO_COMPLEX", start: number, problem: string) => never;

export class Expander {
  readonly macros: Map<string, Macro> = new Map();
  readonly #fail: ExpandFail;
  #steps = 0;
  #characters = 0;
  #depth = 0;

  constructor(fail: ExpandFail) {
    this.#fail = fail;
  }

  /** @param tokens A piece of text between two directives. */
  expand(tokens: readonly MacroToken[]): MacroToken[] {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      this.#fail("CDEF_TOO_COMPLEX", tokens[0]?.start ?? 0, `more than ${MAX_DEPTH} macros within each other`);
    const input = tokens.toReversed();
    const output: MacroToken[] = [];
    for (let token = input.pop(); token !== undefined; token = input.pop()) {
      this.#count(token);
      const macro = token.kind === "identifier" ? this.macros.get(token.text) : undefined;
      if (macro === undefined || token.hidden?.has(token.text) === true) {
        output.push(token);
      } else if (macro.parameters === undefined) {
        this.#replace(input, this.#substitute(macro, [], token), token, token.hidden);
      } else if (input.at(-1)?.text === "(") {
        input.pop();
        const { args, closing } = this.#arguments(macro, input, token);
        const hidden = intersection(token.hidden, closing.hidden);
        this.#replace(input, this.#substitute(macro, args, token), token, hidden);
      } else {
        output.push(token);
      }
    }
    this.#depth -= 1;
    return output;
  }

  #count({ start, text }: MacroToken): void {
    this.#steps += 1;
    this.#characters += text.length;
    if (this.#steps > MAX_STEPS || this.#characters > MAX_CHARACTERS) {
      this.#fail("CDEF_TOO_COMPLEX", start, "the macros expand to more than any header needs");
    }
  }

  #replace(
    input: MacroToken[],
    replacement: readonly MacroToken[],
    call: MacroToken,
    hidden: ReadonlySet<string> | undefined,
  ): void {
    const all = new Set(hidden).add(call.text);
    for (let index = replacement.length - 1; index >= 0; index--) {
      const token = replacement[index];
      if (token === undefined) continue;
      this.#count(token);
      input.push({
        ...token,
        start: call.start,
        expanded: true,
        spaced: index === 0 ? call.spaced : token.spaced,
        hidden: token.hidden === undefined ? all : new Set([...token.hidden, ...all]),
      });
    }
  }

  #arguments(macro: Macro, input: MacroToken[], call: MacroToken): { args: MacroToken[][]; closing: MacroToken } {
    const { parameters = [], variadic, name } = macro;
    const args: MacroToken[][] = [[]];
    for (let depth = 0; ; ) {
      const token = input.pop();
      if (token === undefined)
        return this.#fail("CDEF_SYNTAX", call.start, `the arguments of the macro ${quote(name)} do not end`);
      this.#count(token);
      if (token.text === ")" && depth === 0) {
        // `F()` passes nothing to a macro without parameters, and one empty argument to others.
        if (parameters.length === 0 && args.length === 1 && args[0]?.length === 0) args.pop();
        if (variadic && args.length === parameters.length - 1) args.push([]);
        if (args.length !== parameters.length) {
          this.#fail(
            "CDEF_SYNTAX",
            call.start,
            `the macro ${quote(name)} is called with ${args.length} arguments instead of ${parameters.length}`,
          );
        }
        return { args, closing: token };
      }
      if (token.text === "(") depth += 1;
      if (token.text === ")") depth -= 1;
      if (token.text === "," && depth === 0 && !(variadic && args.length === parameters.length)) args.push([]);
      else args.at(-1)?.push(token);
    }
  }

  /** The body with the arguments in place of the parameters; `#` makes strings and `##` joins tokens. */
  #substitute(
    { parameters = [], variadic, body }: Macro,
    args: readonly MacroToken[][],
    call: MacroToken,
  ): MacroToken[] {
    const result: MacroToken[] = [];
    const expanded: (MacroToken[] | undefined)[] = [];
    const parameterOf = (token: MacroToken | undefined): number =>
      token?.kind === "identifier" ? parameters.indexOf(token.text) : -1;
    let joins = false;
    for (let index = 0; index < body.length; index++) {
      const token = body[index];
      if (token === undefined) break;
      if (token.text === "##" && index > 0 && index < body.length - 1) {
        joins = true;
        continue;
      }
      const at = parameterOf(token);
      const stringAt = token.text === "#" && parameters.length > 0 ? parameterOf(body[index + 1]) : -1;
      const joinsNext = body[index + 1]?.text === "##" && index + 2 < body.length;
      let piece: readonly MacroToken[];
      if (stringAt !== -1) {
        index += 1;
        piece = [stringToken(token, args[stringAt] ?? [])];
      } else if (at === -1) {
        piece = [token];
      } else if (joins || joinsNext) {
        piece = args[at] ?? [];
        // GNU: a comma joined to the rest of the arguments goes when there are none, and stays otherwise.
        if (joins && variadic && at === parameters.length - 1 && result.at(-1)?.text === ",") {
          if (piece.length === 0) result.pop();
          joins = false;
          piece = this.#expandArgument(expanded, args, at);
        }
      } else {
        piece = this.#expandArgument(expanded, args, at);
      }
      const [first, ...others] = piece;
      if (first !== undefined && at !== -1) piece = [{ ...first, spaced: token.spaced }, ...others];
      if (joins) this.#join(result, piece, call);
      else for (const one of piece) result.push(one);
      // An empty argument at the beginning of a chain of `##` leaves nothing to join with.
      if (joinsNext && piece.length === 0 && !joins) index += 1;
      joins = false;
    }
    return result;
  }

  #expandArgument(expanded: (MacroToken[] | undefined)[], args: readonly MacroToken[][], at: number): MacroToken[] {
    const known = expanded[at] ?? this.expand(args[at] ?? []);
    expanded[at] = known;
    return known;
  }

  #join(result: MacroToken[], piece: readonly MacroToken[], call: MacroToken): void {
    const [right, ...others] = piece;
    if (right === undefined) return;
    const left = result.pop();
    const text = `${left?.text ?? ""}${right.text}`;
    const [made, ...rest] = tokenize(text);
    if (made === undefined || rest.length > 0) {
      this.#fail(
        "CDEF_SYNTAX",
        call.start,
        `"##" in the macro ${quote(call.text)} makes ${quote(text)}, which is no token`,
      );
    }
    result.push({ ...right, kind: made.kind, text, spaced: left?.spaced ?? right.spaced }, ...others);
  }
}

function stringToken(at: MacroToken, tokens: readonly MacroToken[]): MacroToken {
  const inner = tokens
    .map((token, index) => {
      const text =
        token.kind === "string" || token.kind === "character" ? token.text.replace(/["\\]/g, "\\$&") : token.text;
      return index > 0 && token.spaced ? ` ${text}` : text;
    })
    .join("");
  return { ...at, kind: "string", text: `"${inner}"` };
}

function intersection(
  left: ReadonlySet<string> | undefined,
  right: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (left === undefined || right === undefined) return undefined;
  return new Set([...left].filter((name) => right.has(name)));
}
