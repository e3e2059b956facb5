import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emitAbiModule } from "../../../src/core/cdef/emit-abi-module.ts";
import { cleanPreprocessed, preprocessHeader } from "../../../src/core/cdef/preprocess.ts";

/** What is left of a header, in one line. */
function words(text: string, defines: Readonly<Record<string, string>> = {}): string {
  return preprocessHeader({ path: "a.h", text }, { defines })
    .replace(/^#.*$/gm, "")
    .replace(/\s+/g, " ")
    .replace(/ (?=[\];])/g, "")
    .trim();
}

describe("preprocessHeader()", () => {
  const macros: readonly (readonly [name: string, header: string, left: string])[] = [
    ["an object-like macro", "#define N 4\nint a[N];", "int a[4];"],
    ["a macro that uses others", "#define A B + 1\n#define B 2\nint a[A];", "int a[2 + 1];"],
    ["a macro that names itself", "#define x x + y\n#define y x\nint a[x];", "int a[x + x];"],
    ["a function-like macro", "#define F(a, b) b a\nF(x, int);", "int x;"],
    ["a function-like macro without a call", "#define F(a) wrong\nint F;", "int F;"],
    ["a call over lines", "#define F(a) a\nint F(\n x\n);", "int x;"],
    ["commas in parentheses", "#define F(a) a\nint f F((int, char));", "int f (int, char);"],
    ["joined tokens", "#define J(a, b) a##b\nint J(x, 1);", "int x1;"],
    ["joined arguments that are macros", "#define x y\n#define J(a, b) a##b\nint J(x, x);", "int xx;"],
    [
      "macros expanded before they are joined",
      "#define x y\n#define J(a) K(a)\n#define K(a) a##_t\nint J(x);",
      "int y_t;",
    ],
    ["an empty argument that is joined", "#define J(a, b) x##a##b\nint J(, 2);", "int x2;"],
    ["a string of an argument", '#define S(a) #a\nconst char *s = S(a + "b");', 'const char *s = "a + \\"b\\"";'],
    ["the rest of the arguments", "#define F(a, ...) int a(__VA_ARGS__)\nF(f, int, char);", "int f(int, char);"],
    ["no rest, and its comma", "#define F(a, ...) int a(int, ##__VA_ARGS__)\nF(f);", "int f(int);"],
    ["an undefined macro", "#define N 4\n#undef N\nint N;", "int N;"],
    ["a macro that is given", "int a[GIVEN];", "int a[7];"],
    ["a definition that is joined by a backslash", "#define N 1 \\\n + 2\nint a[N];", "int a[1 + 2];"],
    ["comments", "#define N /* a\nb */ 4 // five\nint a[N]; // int b;\n", "int a[4];"],
  ];
  for (const [name, header, left] of macros) {
    test(`expands ${name}`, () => assert.equal(words(header, { GIVEN: "7" }), left));
  }

  const conditions: readonly (readonly [condition: string, isTrue: boolean])[] = [
    ["1", true],
    ["0", false],
    ["A", true],
    ["B", false],
    ["defined A && !defined(B)", true],
    ["A == 3 && A != 4 && A < 4 && A <= 3 && A > 2 && A >= 3", true],
    ["(A + 2) * 3 - 5 == 10 && 7 / 2 == 3 && 7 % 4 == 3", true],
    ["-7 / 2 == -3 && -7 % 2 == -1", true],
    ["1 << 4 == 16 && 256 >> 4 == 0x10 && 010 == 8 && 0b11 == 3", true],
    ["(6 & 3) == 2 && (6 | 1) == 7 && (6 ^ 2) == 4 && ~0 == -1", true],
    ["-1 > 0u", true],
    ["18446744073709551615u == -1", true],
    ["0 && 1 / 0", false],
    ["1 || 1 / 0", true],
    ["1 ? 2 : 1 / 0", true],
    ["0 ? 1 : 0 ? 1 : 0", false],
    ["'a' == 97 && '\\n' == 10 && '\\x41' == 65 && '\\101' == 65", true],
    ["F(2) == 4", true],
    ["__has_attribute(visibility)", false],
    ["defined(__has_include) && __has_include(<stdio.h>)", false],
    ["__STDC_VERSION__ >= 199901L && __STDC__", true],
    ["(1, 0)", false],
  ];
  for (const [condition, isTrue] of conditions) {
    test(`finds #if ${condition} ${isTrue ? "true" : "false"}`, () => {
      const header = `#define A 3\n#define F(x) x * x\n#if ${condition}\nyes\n#else\nno\n#endif\n`;
      assert.equal(words(header), isTrue ? "yes" : "no");
    });
  }

  test("takes the first branch that is true, and reads no directive in the others", () => {
    const header = "#if 0\n#error no\n#elif 1\nfirst\n#elif 1 / 0\nsecond\n#else\n#include <<\n#endif\n";
    assert.equal(words(header), "first");
  });

  test("includes files once with #pragma once, and skips the system's", () => {
    const files: Readonly<Record<string, string>> = {
      "dir/b.h": '#pragma once\n#include "c.h"\nint b;',
      "dir/c.h": "int c;",
    };
    const asked: string[] = [];
    const text = preprocessHeader(
      { path: "a.h", text: '#include <stdio.h>\n#include "dir/b.h"\n#include "dir/b.h"\nint a;' },
      {
        resolve: (path, from) => {
          asked.push(`${path} from ${from}`);
          const full = from === "a.h" ? path : `dir/${path}`;
          return { path: full, text: files[full] ?? "" };
        },
      },
    );
    assert.equal(text, '# 1 "dir/c.h"\nint c;\n# 3 "dir/b.h"\nint b;\n# 4 "a.h"\nint a;\n');
    assert.deepEqual(asked, ["dir/b.h from a.h", "c.h from dir/b.h", "dir/b.h from a.h"]);
  });

  test("keeps integer macros as constants, when asked to", () => {
    const header = `#ifndef A_H
#define A_H 1
#define FLAG(n) (1 << n)
#define FIRST FLAG(0)
#define LAST (FIRST | FLAG(3)) /* both */
#define LETTER 'a'
#define MINUS -5
#define _PRIVATE 1
#define TEXT "1"
#define RATIO 1.5
#define TYPE int
#define GONE 1
#undef GONE
#define UNKNOWN (OTHER + 1)
#define EMPTY
TYPE f(void);
#endif
`;
    const lines = preprocessHeader({ path: "a.h", text: header }, { keepConstants: true }).split("\n");
    assert.deepEqual(
      lines.flatMap((line, index) => (line === "" ? [] : [[index + 1, line]])),
      [
        [4, "#define FIRST 1"],
        [5, "#define LAST 9"],
        [6, "#define LETTER 97"],
        [7, "#define MINUS -5"],
        [16, "int  f(void);"],
      ],
    );
  });

  test("keeps every line where it was, and columns where no macro moves them", () => {
    const header = '#define API __attribute__((visibility("default")))\n\nAPI int f(int a,\n          foo_t b);\n';
    const text = preprocessHeader({ path: "a.h", text: header });
    assert.throws(() => emitAbiModule({ moduleName: "m", source: [{ text, path: "a.h" }] }), {
      code: "CDEF_TYPE_UNKNOWN",
      message: 'Cannot read a.h:4:11: unknown type "foo_t"\n            foo_t b);\n            ^',
    });
  });

  const faults: readonly (readonly [header: string, code: string, message: string])[] = [
    ["#if 1", "CDEF_DIRECTIVE", "Cannot read a.h:1:1: #if without #endif"],
    ["#endif", "CDEF_DIRECTIVE", "Cannot read a.h:1:1: #endif without #if"],
    ["#if 1\n#else\n#else\n#endif", "CDEF_DIRECTIVE", "Cannot read a.h:3:1: #else without #if"],
    ["#if\n#endif", "CDEF_DIRECTIVE", "Cannot read a.h:1:2: an integer expression ends too early"],
    ["#if 1 / 0\n#endif", "CDEF_DIRECTIVE", "Cannot read a.h:1:2: division by zero in an integer expression"],
    ["#if 1.5\n#endif", "CDEF_DIRECTIVE", 'Cannot read a.h:1:5: "1.5" is no integer'],
    ["#ifdef\n#endif", "CDEF_DIRECTIVE", "Cannot read a.h:1:2: expected a name after #ifdef"],
    ["#define", "CDEF_DIRECTIVE", "Cannot read a.h:1:2: expected a name after #define"],
    ["#define F(a) a\nint F(1", "CDEF_SYNTAX", 'Cannot read a.h:2:5: the arguments of the macro "F" do not end'],
    [
      "#define F(a) a\nF(1,2)",
      "CDEF_SYNTAX",
      'Cannot read a.h:2:1: the macro "F" is called with 2 arguments instead of 1',
    ],
    [
      "#define J(a,b) a##b\nJ(+,/)",
      "CDEF_SYNTAX",
      'Cannot read a.h:2:1: "##" in the macro "J" makes "+/", which is no token',
    ],
    ['#include "x.h"', "CDEF_INCLUDE_MISSING", 'Cannot read a.h:1:10: no file "x.h" was found'],
    ["#error no way", "CDEF_ERROR_DIRECTIVE", "Cannot read a.h:1:1: #error no way"],
    ["#nonsense", "CDEF_DIRECTIVE", 'Cannot read a.h:1:1: unknown directive "#nonsense"'],
  ];
  for (const [header, code, message] of faults) {
    test(`refuses ${JSON.stringify(header)}`, () => {
      assert.throws(
        () => preprocessHeader({ path: "a.h", text: header }),
        (error: Error & { code?: string }) => error.code === code && error.message.split("\n")[0] === message,
      );
    });
  }
});

describe("cleanPreprocessed()", () => {
  const pieces: readonly (readonly [text: string, left: string])[] = [
    ['__attribute__((visibility("default"))) int f(int);', "int f(int);"],
    ['int f(int) __asm__("g") __attribute__((pure));', "int f(int) ;"],
    ["__declspec(dllexport) int f(int);", "int f(int);"],
    ['extern "C" { int f(int); }', "int f(int);"],
    ['extern "C" int f(int);', "extern int f(int);"],
    ["int f(int *__restrict a, int *_Nullable b);", "int f(int *restrict a, int * b);"],
    ["static inline int f(int x) { return x; } int g(int);", "int g(int);"],
    ["int f(int x) { if (x) { return 1; } return 2; } int g(int);", "int f(int x) ; int g(int);"],
    ['_Static_assert(sizeof(int) == 4, "no; ("); int f(int);', "int f(int);"],
    ["[[nodiscard]] int f(int a[2]);", "int f(int a[2]);"],
    ["typedef struct { char c; } __attribute__((packed)) T;", "typedef struct { char c; } __attribute__((packed)) T;"],
    ["#pragma pack(1)\nint x;\n#pragma GCC poison y", "#pragma pack(1) int x;"],
  ];
  for (const [text, left] of pieces) {
    test(`makes ${JSON.stringify(text)} plain`, () => {
      assert.equal(cleanPreprocessed(text).replace(/\s+/g, " ").trim(), left);
    });
  }

  test("leaves out what headers of the system declare", () => {
    const text =
      '# 1 "a.h"\n# 1 "/usr/include/x.h" 1 3 4\ntypedef int hidden;\n# 2 "a.h" 2\nint f(int);\n# 3 "a.h" 3 4\n_Bool\n# 3 "a.h"\n g(int);\n';
    assert.equal(cleanPreprocessed(text, { path: "a.h" }), '\nint f(int);\n_Bool\n# 3 "a.h"\n g(int);\n');
  });
});

describe("layouts that ABI mode cannot know", () => {
  const refused: readonly (readonly [text: string, code: string, problem: string])[] = [
    [
      "struct s { int a; ...; };",
      "CDEF_NOT_IN_ABI_MODE",
      'ABI mode cannot find out the fields and offsets that "...;" stands for',
    ],
    [
      "struct s { int a __attribute__((aligned(8))); };",
      "CDEF_NOT_IN_ABI_MODE",
      'ABI mode cannot express the attribute "aligned", which changes the layout',
    ],
    [
      "struct s { _Alignas(8) int a; };",
      "CDEF_NOT_IN_ABI_MODE",
      "ABI mode cannot express _Alignas, which changes the layout",
    ],
    [
      "#pragma pack(2)\nstruct s { char c; int i; };",
      "CDEF_NOT_IN_ABI_MODE",
      "ABI mode cannot express #pragma pack(2): it knows 1 and the usual alignment",
    ],
    [
      "#pragma pack(8)\nstruct s { char c; long double d[2]; };",
      "CDEF_NOT_IN_ABI_MODE",
      "ABI mode cannot express #pragma pack(8) around long double: it knows 1 and the usual alignment",
    ],
    [
      "struct s { long double d; };\n#pragma pack(push, 8)\nunion u { char c; struct s s; };",
      "CDEF_NOT_IN_ABI_MODE",
      "ABI mode cannot express #pragma pack(8) around long double: it knows 1 and the usual alignment",
    ],
    ["struct s { int a : 65; };", "CDEF_OUT_OF_RANGE", "a bit-field cannot have 65 bits"],
    ["struct s { int a : -1; };", "CDEF_OUT_OF_RANGE", "a bit-field cannot have -1 bits"],
    ["int a['\\n'];", "CDEF_CONSTANT_INVALID", "cffi misreads the character '\\n'"],
  ];
  for (const [text, code, problem] of refused) {
    test(`are refused: ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => emitAbiModule({ moduleName: "m", source: text }),
        (error: Error & { code?: string }) =>
          error.code === code && (error.message.split("\n")[0] ?? "").endsWith(`: ${problem}`),
      );
    });
  }

  const packed = [
    "#pragma pack(push, 1)\nstruct s { char c; int i; };\n#pragma pack(pop)\nstruct t { char c; int i; };",
    "struct __attribute__((packed)) s { char c; int i; }; struct t { char c; int i; };",
    "struct s { char c; int i; } __attribute__((__packed__)); struct t { char c; int i; };",
  ];
  for (const text of packed) {
    test(`are packed where they say so: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const texts = [{ text: "struct s { char c; int i; };", packed: true }, { text: "struct t { char c; int i; };" }];
      assert.equal(emitAbiModule({ moduleName: "m", source: text }), emitAbiModule({ moduleName: "m", source: texts }));
    });
  }
});
