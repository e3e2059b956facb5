/** Needs in words. */
import { quote } from "../names/quote.ts";
import type { Need } from "./file-audit.ts";

const NAMED_SYMBOLS = 3;

/** `memcpy@GLIBC_2.14`, `libssl.so.3`, `uncompress2 of libz.so.1`, `x86-64-v3` */
export function formatNeed(need: Need): string {
  switch (need.kind) {
    case "version":
      return formatSymbols(need.symbols, need.version);
    case "library":
      return bare(need.library);
    case "symbol":
      return `${bare(need.symbol)} of ${bare(need.library)}`;
    case "processor":
      return need.level;
    case "c-library":
      return bare(need.name);
    case "python-build":
      return bare(need.symbol);
  }
}

/** `memcpy@GLIBC_2.14`, `a@X, b@X, c@X and 4 more`; the version alone where no symbol has it. */
function formatSymbols(symbols: readonly string[], version: string): string {
  if (symbols.length === 0) return bare(version);
  const named = symbols.slice(0, NAMED_SYMBOLS).map((symbol) => `${bare(symbol)}@${bare(version)}`);
  const more = symbols.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Names of others, with escapes where a terminal would obey them, but without quotes. */
export function bare(name: string): string {
  return quote(name, 200).slice(1, -1);
}
