/**
 * Telling object files by their first bytes: ELF, Mach-O (thin and universal), PE, WebAssembly, `ar` archives.
 * Nothing but the given bytes is looked at, and no count or offset in them is trusted.
 * Specs: System V gABI, chapter 4; mach-o/loader.h and mach-o/fat.h; Microsoft PE format; WebAssembly core, 5.5, and the
 * conventions for dynamic linking.
 */

export type ObjectFormat =
  /** Linux, BSD, Android: `libhello.so`, programs. */
  | "elf"
  /** macOS and iOS: `libhello.dylib`, bundles, programs; one architecture or several in one file. */
  | "mach-o"
  /** Windows: `hello.dll`, `hello.pyd`, `hello.exe`. */
  | "pe"
  /** Emscripten: `libhello.so`, WebAssembly that a Python which is WebAssembly loads. */
  | "side-module"
  /** Any other WebAssembly: the same on every platform. */
  | "wasm"
  /** Static libraries: `libhello.a`, `hello.lib`. */
  | "ar";

/** Bytes worth reading: a PE file's header lies where its DOS stub says, in practice well below this. */
export const DETECT_LENGTH = 1024;

/** The PE header of a real program lies within its first pages. */
const PE_HEADER_LIMIT = 0x100000;

/** Universal files share their first four bytes with Java classes, whose next four are a version, 45 or more. */
const MAX_UNIVERSAL_ARCHITECTURES = 44;

/**
 * The format of a file, or undefined when it is none of these.
 *
 * @param head The first bytes of the file, `DETECT_LENGTH` or all there are.
 */
export function detectObjectFormat(head: Uint8Array): ObjectFormat | undefined {
  if (isElf(head)) return "elf";
  if (isMachO(head) || isUniversalMachO(head)) return "mach-o";
  if (isPe(head)) return "pe";
  if (isWasm(head)) return isSideModule(head) ? "side-module" : "wasm";
  if (startsWith(head, "!<arch>\n") || startsWith(head, "!<thin>\n")) return "ar";
  return undefined;
}

function isElf(head: Uint8Array): boolean {
  const [, , , , bits, order, version] = head;
  return startsWith(head, "\x7fELF") && (bits === 1 || bits === 2) && (order === 1 || order === 2) && version === 1;
}

function isMachO(head: Uint8Array): boolean {
  if (head.length < 28) return false; // sizeof(struct mach_header)
  const magic = u32(head, 0);
  return magic === 0xfeedface || magic === 0xfeedfacf || magic === 0xcefaedfe || magic === 0xcffaedfe;
}

function isUniversalMachO(head: Uint8Array): boolean {
  if (head.length < 8) return false;
  const magic = u32(head, 0);
  const count = u32(head, 4);
  return (magic === 0xcafebabe || magic === 0xcafebabf) && count > 0 && count <= MAX_UNIVERSAL_ARCHITECTURES;
}

function isPe(head: Uint8Array): boolean {
  if (head.length < 64 || !startsWith(head, "MZ")) return false;
  const offset = u32(head, 0x3c, true); // e_lfanew
  if (offset + 4 <= head.length) return u32(head, offset) === 0x50450000; // "PE\0\0"
  // Beyond what was read: a text that begins with MZ has four characters there, and so a far larger number.
  return head.length >= DETECT_LENGTH && offset < PE_HEADER_LIMIT;
}

function isWasm(head: Uint8Array): boolean {
  // Version 1 is a module; 0x0001000d is a component.
  return startsWith(head, "\0asm") && head.length >= 8 && [1, 0x0001000d].includes(u32(head, 4, true));
}

/** The first section is a custom one (0), and named `dylink.0`. */
function isSideModule(head: Uint8Array): boolean {
  if (head[4] !== 1 || head[8] !== 0) return false;
  let name = 9;
  while ((head[name] ?? 0) >= 0x80) name += 1; // the length of the section has several bytes
  return startsWith(head.subarray(name + 1), "\x08dylink.0");
}

function startsWith(head: Uint8Array, text: string): boolean {
  if (head.length < text.length) return false;
  for (let index = 0; index < text.length; index++) if (head[index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The caller has checked the length. */
function u32(bytes: Uint8Array, offset: number, littleEndian = false): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(offset, offset + 4);
  return (littleEndian ? (d << 24) | (c << 16) | (b << 8) | a : (a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
