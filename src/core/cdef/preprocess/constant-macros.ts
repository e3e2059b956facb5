/** Macros that stand for integers, as constants: `#define FLAG (1 << 3)` becomes `#define FLAG 8`. */
import { PackwheelError } from "../../errors.ts";
import { type Token, tokenize } from "../syntax/tokenize.ts";
import { evaluateCondition, NoConstant } from "./condition.ts";
import { Expander } from "./expand.ts";
import { parseMacro } from "./macro.ts";
import { SYSTEM_MACROS } from "./system-macros.ts";

/** Names of include guards and of things that are nobody's business. */
const PRIVATE = /^_|_H_*$|_INCLUDED_*$/;

class NoMacro extends Error {}

/**
 * @param lines The directives of a text, from `#` on.
 * @returns What to write instead, by the `#` of each `#define` that stands for an integer.
 */
export function constantLines(lines: readonly (readonly Token[])[]): Map<Token, string> {
  const expander = new Expander(() => {
    throw new NoMacro();
  });
  for (const definition of [...SYSTEM_MACROS.values()].flat()) addMacro(expander, tokenize(definition));
  const hashes = new Map<string, Token>();
  for (const [hash, word, ...rest] of lines) {
    const name = rest[0]?.text ?? "";
    if (hash === undefined || (word?.text !== "define" && word?.text !== "undef")) continue;
    expander.macros.delete(name);
    hashes.delete(name);
    if (word.text === "define" && addMacro(expander, rest)) hashes.set(name, hash);
  }
  const kept = new Map<Token, string>();
  for (const [name, hash] of hashes) {
    const value = PRIVATE.test(name) ? undefined : constantValue(expander, name);
    if (value !== undefined) kept.set(hash, `#define ${name} ${value}`);
  }
  return kept;
}

function addMacro(expander: Expander, tokens: readonly Token[]): boolean {
  try {
    const macro = parseMacro(tokens, () => {
      throw new NoMacro();
    });
    expander.macros.set(macro.name, macro);
    return macro.parameters === undefined;
  } catch (error) {
    if (!(error instanceof NoMacro)) throw error;
    return false;
  }
}

function constantValue(expander: Expander, name: string): bigint | undefined {
  const body = expander.macros.get(name)?.body ?? [];
  if (body.length === 0) return undefined;
  try {
    return evaluateCondition(expander.expand(body), 0, { unknown: undefined });
  } catch (error) {
    // What is no integer stays a macro, and goes with the others.
    if (error instanceof NoConstant || error instanceof NoMacro || error instanceof PackwheelError) return undefined;
    throw error;
  }
}
