/** `__attribute__((...))` and `__declspec(...)`: most say nothing about layout or calls, and are skipped. */
import { quote } from "../../names/quote.ts";
import type { TokenStream } from "./token-stream.ts";

/** They change the size, the place or the kind of what they stand at. */
const LAYOUT: ReadonlySet<string> = new Set(
  "aligned align mode vector_size ext_vector_type scalar_storage_order ms_struct gcc_struct warn_if_not_aligned".split(
    " ",
  ),
);

/** They change how a function is called. */
const CALLS: ReadonlySet<string> = new Set(
  "stdcall fastcall thiscall vectorcall regparm ms_abi sysv_abi regcall pcs preserve_all preserve_most swiftcall".split(
    " ",
  ),
);

export interface Attributes {
  readonly packed: boolean;
}

/** `__packed__` is another spelling of `packed`. */
function plainWord(word: string): string {
  return /^__.+__$/.test(word) ? word.slice(2, -2) : word;
}

/** Whether an attribute's word must reach the parser; the others can be taken out of a text. */
export function isMeaningful(word: string): boolean {
  const plain = plainWord(word);
  return plain === "packed" || LAYOUT.has(plain) || CALLS.has(plain);
}

export function startsAttribute(text: string): boolean {
  return text === "__attribute__" || text === "__attribute" || text === "__declspec" || text === "_declspec";
}

/**
 * Read all attributes that stand here.
 *
 * @param packable Whether they stand at a struct or union, which they may pack.
 * @throws {PackwheelError} `CDEF_NOT_IN_ABI_MODE` for those that a cdef cannot express.
 */
export function parseAttributes(stream: TokenStream, packable: boolean): Attributes {
  let packed = false;
  while (startsAttribute(stream.text)) {
    stream.next();
    stream.expect("(");
    for (let depth = 1; depth > 0; ) {
      const word = plainWord(stream.text);
      if (LAYOUT.has(word)) {
        stream.fail(
          "CDEF_NOT_IN_ABI_MODE",
          `ABI mode cannot express the attribute ${quote(word)}, which changes the layout`,
          "Pass the struct by pointer only and declare it without fields, or change its layout",
        );
      }
      if (CALLS.has(word)) {
        stream.fail(
          "CDEF_NOT_IN_ABI_MODE",
          `ABI mode cannot express the attribute ${quote(word)}, which changes how the function is called`,
          word === "stdcall" ? 'Write "__stdcall" before the name of the function' : undefined,
        );
      }
      if (word === "packed") {
        if (packable) packed = true;
        else stream.fail("CDEF_NOT_IN_ABI_MODE", 'ABI mode packs whole structs only, not what "packed" stands at here');
      }
      const { text } = stream.next();
      if (text === "(") depth += 1;
      if (text === ")") depth -= 1;
    }
  }
  return { packed };
}
