/**
 * Which paths may stand in an archive: those that name a place below the folder they are unpacked into, on every
 * system, and that every tool reads alike. Reading, unpacking and packing judge by this one function.
 */

/** The longest path that Linux takes; others take less. */
const MAX_LENGTH = 4096;

/** What nearly all paths look like: parts of ASCII letters, digits and `_.+-`, none of which begins with a dot. */
const PLAIN_PATH = /^\w[\w.+-]*(?:\/\w[\w.+-]*)*$/;

/**
 * What is wrong with a path, as words that follow a colon (`it has a ".." part`); undefined when it is safe.
 * A folder's path is judged without its closing `/`.
 */
export function findPathFault(path: string): string | undefined {
  if (path.length <= MAX_LENGTH && PLAIN_PATH.test(path)) return undefined;
  if (path === "") return "it is empty";
  if (path.length > MAX_LENGTH) return `it has ${path.length} characters, and no system takes more than ${MAX_LENGTH}`;
  const character = findBadCharacter(path);
  if (character !== undefined) return character;
  if (path.startsWith("/")) return "it is absolute";
  // `C:evil.py` is relative to the current folder of drive C, wherever the archive is unpacked to.
  if (/^[A-Za-z]:/.test(path)) return "it begins with a drive letter";
  for (const part of path.split("/")) {
    if (part === "") return 'it has an empty part ("//" or a "/" at its end)';
    if (part === "." || part === "..") return `it has a "${part}" part`;
    // Windows drops dots and spaces at the end of a part, and so makes `.. ` mean `..`.
    if (/^[. ]+$/.test(part)) return `it has a part of dots and spaces alone ("${part}")`;
  }
  return undefined;
}

/** The form under which two paths meet on file systems that ignore case, as those of Windows and macOS do. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function findBadCharacter(path: string): string | undefined {
  for (let index = 0; index < path.length; index++) {
    const unit = path.charCodeAt(index);
    if (unit === 0) return "it has a NUL";
    if (unit < 0x20 || unit === 0x7f) return `it has the control character U+${unit.toString(16).padStart(4, "0")}`;
    if (unit === 0x5c) return 'it has a backslash, where "/" parts folders';
    if (unit >= 0xd800 && unit <= 0xdfff && !isPair(path, index++)) return "it has a lone surrogate, which is no text";
  }
  return undefined;
}

function isPair(path: string, index: number): boolean {
  const high = path.charCodeAt(index);
  const low = path.charCodeAt(index + 1); // NaN past the end, which is in no range
  return high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
