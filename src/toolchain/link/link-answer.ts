/** What a linker made and said, and what packwheel knows about what is missing. */
import { explainMissing } from "../sysroot/explain-missing.ts";
import type { ToolResult } from "../tool.ts";
import { readableMessages } from "./inputs.ts";
import type { LinkPorts, LinkResult, LinkRun } from "./link-run.ts";

/** @param explain What can be done, from the messages of a linker that failed. */
export function linkAnswer(
  { fileName }: LinkRun,
  result: ToolResult,
  explain: (messages: string) => string | undefined,
): LinkResult {
  const { [fileName]: bytes, ...others } = Object.fromEntries(result.output);
  const messages = readableMessages(result.messages);
  const isDone = result.exitCode === 0;
  return {
    bytes: isDone ? bytes : undefined,
    messages,
    hint: isDone ? undefined : explain(messages),
    others: new Map(Object.entries(others)),
  };
}

/** @param prefix What symbols have before their names in C. */
export function missingSymbols(messages: string, prefix = ""): readonly string[] {
  return [...messages.matchAll(new RegExp(`undefined symbol: ${prefix}(\\S+)`, "g"))].map(([, symbol = ""]) => symbol);
}

/** Why the C library of a target has not got a symbol. */
export function explainSymbol(symbol: string, { target, floor }: LinkRun, { sysroot }: LinkPorts): string | undefined {
  const found = explainMissing(symbol, target, floor, sysroot);
  if (found === undefined) return undefined;
  return `${found.message}: ${found.hint.slice(0, 1).toLowerCase()}${found.hint.slice(1)}`;
}

export const CXX_HINT = "Parts of the C++ library that hold code need a native compiler";

/** The way out where parts of the C++ library are missing. */
export function explainCxx(messages: string, prefix = ""): string | undefined {
  const names = `std::|operator |${prefix}__cxa_|${prefix}__gxx_|vtable for __cxxabi`;
  return new RegExp(`undefined symbol: (?:${names})`).test(messages) ? CXX_HINT : undefined;
}
