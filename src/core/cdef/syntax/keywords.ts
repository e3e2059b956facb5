/** Words with a meaning of their own in C declarations. */

export const TYPE_WORDS: ReadonlySet<string> = new Set(
  "void _Bool char short int long float double _Complex signed unsigned __int128".split(" "),
);

export const QUALIFIER_WORDS: ReadonlySet<string> = new Set(["const", "volatile", "restrict", "_Atomic"]);

export const STORAGE_WORDS: ReadonlySet<string> = new Set(
  "auto register static extern typedef _Thread_local".split(" "),
);

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(["inline", "_Noreturn"]);

/** cffi knows one calling convention beside the default one, by two names. */
export const STDCALL_WORDS: ReadonlySet<string> = new Set(["__stdcall", "WINAPI"]);

/** Conventions that no cdef can express. */
export const OTHER_CONVENTIONS: ReadonlySet<string> = new Set(
  "__fastcall __thiscall __vectorcall __regcall __pascal __clrcall".split(" "),
);

const OTHER_KEYWORDS =
  "break case continue default do else enum for goto if offsetof return sizeof struct switch union while _Static_assert _Alignof _Alignas _Pragma";

export const KEYWORDS: ReadonlySet<string> = new Set([
  ...TYPE_WORDS,
  ...QUALIFIER_WORDS,
  ...STORAGE_WORDS,
  ...FUNCTION_WORDS,
  ...OTHER_KEYWORDS.split(" "),
]);
