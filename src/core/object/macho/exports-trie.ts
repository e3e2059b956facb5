/**
 * The trie of exported symbols: names that share a beginning share a path from the root.
 * Spec: mach-o/loader.h, "dyld_info_command".
 */
import { PackwheelError } from "../../errors.ts";
import { decodeName } from "../ranges.ts";

/** The names of a broken trie could grow without end. */
const MAX_NAME = 64 * 1024;
const MAX_CHARACTERS = 64 * 1024 * 1024;

interface Node {
  readonly offset: number;
  readonly prefix: string;
}

/**
 * @returns Names in the order of the trie.
 * @throws {PackwheelError} `MACHO_INVALID`
 */
export function parseExportsTrie(bytes: Uint8Array): string[] {
  const names: string[] = [];
  if (bytes.length === 0) return names;
  const seen = new Set<number>();
  const waiting: Node[] = [{ offset: 0, prefix: "" }];
  let characters = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Each node has one parent; a second way to it would be a circle.
    if (seen.has(node.offset)) throw invalid("two edges lead to one node", node.offset);
    seen.add(node.offset);
    const terminal = readNumber(bytes, node.offset);
    if (terminal.value > 0) names.push(node.prefix);
    const children = readChildren(bytes, terminal.end + terminal.value, node.prefix);
    for (const child of children) characters += child.prefix.length;
    if (characters > MAX_CHARACTERS)
      throw invalid(`its names have more than ${MAX_CHARACTERS} characters`, node.offset);
    for (const child of children.reverse()) waiting.push(child);
  }
  return names;
}

function readChildren(bytes: Uint8Array, start: number, prefix: string): Node[] {
  const count = bytes[start];
  if (count === undefined) throw invalid("a node is cut off", start);
  const children: Node[] = [];
  let offset = start + 1;
  for (let index = 0; index < count; index++) {
    const end = bytes.indexOf(0, offset);
    if (end < 0) throw invalid("the name of an edge has no end", offset);
    if (prefix.length + end - offset > MAX_NAME) throw invalid(`a name has more than ${MAX_NAME} characters`, offset);
    const child = readNumber(bytes, end + 1);
    children.push({ offset: child.value, prefix: prefix + decodeName(bytes, offset, end) });
    offset = child.end;
  }
  return children;
}

/** ULEB128, within the length of a trie: 5 bytes hold 35 bits. */
function readNumber(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) {
      if (value > bytes.length) break;
      return { value, end: start + index + 1 };
    }
  }
  throw invalid("a number does not fit", start);
}

function invalid(problem: string, offset: number): PackwheelError {
  return new PackwheelError("MACHO_INVALID", `Cannot read the exported symbols of the Mach-O file: ${problem}`, {
    offset,
  });
}
