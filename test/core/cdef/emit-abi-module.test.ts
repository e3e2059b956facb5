/** Modules that cffi 2.0 wrote for the same declarations, whole. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDeclarations } from "../../../src/core/cdef/declarations.ts";
import { emitAbiModule } from "../../../src/core/cdef/emit-abi-module.ts";
import { ACCEPTED, REFUSED } from "./corpus.ts";

const HEAD =
  "# auto-generated file\nimport _cffi_backend\n\nffi = _cffi_backend.FFI('pkg._native',\n    _version = 0x2601,\n";

/** What cffi writes after the head. */
const EXAMPLES = [
  {
    name: "a function",
    source: `int add(int a, int b);`,
    module: String.raw`    _types = b'\x00\x00\x01\x0D\x00\x00\x07\x01\x00\x00\x07\x01\x00\x00\x00\x0F',
    _globals = (b'\x00\x00\x00\x23add',0,),
)
`,
  },
  {
    name: "a struct by value and by pointer",
    source: `typedef struct { int x, y; } point_t; point_t mid(point_t a, const point_t *b);`,
    module: String.raw`    _types = b'\x00\x00\x01\x0D\x00\x00\x00\x09\x00\x00\x01\x03\x00\x00\x00\x0F\x00\x00\x07\x01',
    _globals = (b'\x00\x00\x00\x23mid',0,),
    _struct_unions = ((b'\x00\x00\x00\x01\x00\x00\x00\x02$point_t',b'\x00\x00\x04\x11x',b'\x00\x00\x04\x11y'),),
    _typenames = (b'\x00\x00\x00\x01point_t',),
)
`,
  },
  {
    name: "an enum",
    source: `enum color { RED, GREEN=5, BLUE }; enum color pick(enum color);`,
    module: String.raw`    _types = b'\x00\x00\x01\x0D\x00\x00\x00\x0B\x00\x00\x00\x0F',
    _globals = (b'\xFF\xFF\xFF\x0BBLUE',6,b'\xFF\xFF\xFF\x0BGREEN',5,b'\xFF\xFF\xFF\x0BRED',0,b'\x00\x00\x00\x23pick',0),
    _enums = (b'\x00\x00\x00\x01\x00\x00\x00\x16color\x00RED,GREEN,BLUE',),
)
`,
  },
  {
    name: "macros, constants and variables",
    source: `#define FOO 42
#define NEG -3
static const int K = 0x10; static const double PI; extern int counter; extern const char *const names[3];`,
    module: String.raw`    _types = b'\x00\x00\x03\x03\x00\x00\x00\x05\x00\x00\x00\x03\x00\x00\x02\x01\x00\x00\x0E\x01\x00\x00\x07\x01',
    _globals = (b'\xFF\xFF\xFF\x1FFOO',42,b'\xFF\xFF\xFF\x1FK',16,b'\xFF\xFF\xFF\x1FNEG',-3,b'\x00\x00\x04\x25PI',0,b'\x00\x00\x05\x21counter',0,b'\x00\x00\x01\x21names',0),
)
`,
  },
  {
    name: "callbacks and varargs",
    source: `typedef void (*cb_t)(void *ud, int ev); int reg(cb_t cb, void *ud); int printf(const char *fmt, ...);`,
    module: String.raw`    _types = b'\x00\x00\x09\x0D\x00\x00\x0B\x03\x00\x00\x01\x0F\x00\x00\x09\x0D\x00\x00\x07\x03\x00\x00\x0C\x03\x00\x00\x00\x0F\x00\x00\x0C\x0D\x00\x00\x05\x11\x00\x00\x07\x01\x00\x00\x00\x0F\x00\x00\x02\x01\x00\x00\x00\x01',
    _globals = (b'\x00\x00\x00\x23printf',0,b'\x00\x00\x03\x23reg',0),
    _typenames = (b'\x00\x00\x00\x04cb_t',),
)
`,
  },
  {
    name: "an opaque struct",
    source: `struct opaque; struct opaque *mk(void); void del(struct opaque *);`,
    module: String.raw`    _types = b'\x00\x00\x03\x0D\x00\x00\x00\x0F\x00\x00\x06\x0D\x00\x00\x05\x03\x00\x00\x00\x0F\x00\x00\x00\x09\x00\x00\x00\x01',
    _globals = (b'\x00\x00\x02\x23del',0,b'\x00\x00\x00\x23mk',0),
    _struct_unions = ((b'\x00\x00\x00\x05\x00\x00\x00\x10opaque',),),
)
`,
  },
  {
    name: "bit-fields and nested structs",
    source: `struct bf { unsigned a:3; unsigned b:5; int c; }; struct nest { int k; union { int i; float f; }; struct { short s; } in; };`,
    module: String.raw`    _types = b'\x00\x00\x0D\x01\x00\x00\x07\x01\x00\x00\x05\x01\x00\x00\x01\x09\x00\x00\x02\x09\x00\x00\x03\x09\x00\x00\x00\x09\x00\x00\x08\x01',
    _struct_unions = ((b'\x00\x00\x00\x06\x00\x00\x00\x03$1',b'\x00\x00\x01\x11i',b'\x00\x00\x00\x11f'),(b'\x00\x00\x00\x03\x00\x00\x00\x02$2',b'\x00\x00\x02\x11s'),(b'\x00\x00\x00\x04\x00\x00\x00\x02bf',b'\x00\x00\x07\x13\x00\x00\x00\x03a',b'\x00\x00\x07\x13\x00\x00\x00\x05b',b'\x00\x00\x01\x11c'),(b'\x00\x00\x00\x05\x00\x00\x00\x00nest',b'\x00\x00\x01\x11k',b'\x00\x00\x06\x11',b'\x00\x00\x03\x11in')),
)
`,
  },
  {
    name: "arrays",
    source: `typedef uint8_t buf_t[16]; void fill(buf_t *b); extern buf_t gbuf; int m[2][3]; struct fl { int n; char data[]; };`,
    module: String.raw`    _types = b'\x00\x00\x0E\x0D\x00\x00\x0C\x03\x00\x00\x00\x0F\x00\x00\x02\x01\x00\x00\x03\x07\x00\x00\x07\x01\x00\x00\x08\x05\x00\x00\x00\x02\x00\x00\x05\x05\x00\x00\x00\x03\x00\x00\x00\x09\x00\x00\x12\x01\x00\x00\x0B\x05\x00\x00\x00\x10\x00\x00\x00\x01',
    _globals = (b'\x00\x00\x00\x23fill',0,b'\x00\x00\x0C\x21gbuf',0,b'\x00\x00\x06\x21m',0),
    _struct_unions = ((b'\x00\x00\x00\x0A\x00\x00\x00\x02fl',b'\x00\x00\x05\x11n',b'\x00\x00\x04\x11data'),),
    _typenames = (b'\x00\x00\x00\x0Cbuf_t',),
)
`,
  },
  {
    name: "types of which nothing is known, and FILE",
    source: `typedef ... handle_t; typedef ... *ptr_t; handle_t *g(ptr_t); FILE *fopen(const char*, const char*);`,
    module: String.raw`    _types = b'\x00\x00\x07\x0D\x00\x00\x09\x03\x00\x00\x01\x11\x00\x00\x00\x0F\x00\x00\x0A\x0D\x00\x00\x0C\x03\x00\x00\x00\x0F\x00\x00\x08\x03\x00\x00\x02\x09\x00\x00\x02\x01\x00\x00\x0B\x03\x00\x00\x01\x09\x00\x00\x00\x09',
    _globals = (b'\x00\x00\x00\x23fopen',0,b'\x00\x00\x04\x23g',0),
    _struct_unions = ((b'\x00\x00\x00\x0C\x00\x00\x00\x10$$ptr_t',),(b'\x00\x00\x00\x0B\x00\x00\x00\x10$handle_t',),(b'\x00\x00\x00\x08\x00\x00\x00\x10_IO_FILE',)),
    _typenames = (b'\x00\x00\x00\x08FILE',b'\x00\x00\x00\x0Bhandle_t',b'\x00\x00\x00\x05ptr_t'),
)
`,
  },
];

describe("emitAbiModule()", () => {
  for (const { name, source, module } of EXAMPLES) {
    test(`writes ${name} as cffi does`, () => {
      assert.equal(emitAbiModule({ moduleName: "pkg._native", source }), HEAD + module);
    });
  }

  test("re-exports the types of an included module, not its functions", () => {
    const first = parseDeclarations(
      "typedef struct { int x; } pt; struct nm { int q; }; enum ee { AA, BB }; typedef int myint; int fa(pt*);\n#define MM 3",
    );
    const module = emitAbiModule({
      moduleName: "pkg._b",
      source: "pt fb(struct nm *, enum ee, myint); int arr[MM]; int arr2[BB+2];",
      includes: [{ moduleName: "pkg._a", declarations: first }],
    });
    assert.equal(
      module,
      String.raw`# auto-generated file
import _cffi_backend
from pkg._a import ffi as _ffi0

ffi = _cffi_backend.FFI('pkg._b',
    _version = 0x2601,
    _types = b'\x00\x00\x07\x0D\x00\x00\x08\x03\x00\x00\x00\x0B\x00\x00\x07\x01\x00\x00\x00\x0F\x00\x00\x03\x05\x00\x00\x00\x03\x00\x00\x00\x09\x00\x00\x01\x09',
    _globals = (b'\xFF\xFF\xFF\x0BAA',0,b'\xFF\xFF\xFF\x0BBB',1,b'\x00\x00\x05\x21arr',0,b'\x00\x00\x05\x21arr2',0,b'\x00\x00\x00\x23fb',0),
    _struct_unions = ((b'\x00\x00\x00\x07\x00\x00\x00\x08$pt',),(b'\x00\x00\x00\x08\x00\x00\x00\x08nm',)),
    _enums = (b'\x00\x00\x00\x02\x00\x00\x00\x16ee\x00AA,BB',),
    _typenames = (b'\x00\x00\x00\x03myint',b'\x00\x00\x00\x07pt'),
    _includes = (_ffi0,),
)
`,
    );
  });

  test("takes declarations that were parsed before", () => {
    const declarations = parseDeclarations("int f(int);");
    const moduleName = "a._b";
    assert.equal(emitAbiModule({ moduleName, declarations }), emitAbiModule({ moduleName, source: "int f(int);" }));
  });

  test("packs structs of one text alone", () => {
    const texts = [{ text: "struct a { char c; int i; };", packed: true }, { text: "struct b { char c; int i; };" }];
    const module = emitAbiModule({ moduleName: "m", source: texts });
    assert.match(module, /\\x00\\x00\\x00\\x06a'/);
    assert.match(module, /\\x00\\x00\\x00\\x02b'/);
  });

  for (const name of ["", "a-b", "1a", "a..b", "a'", "a\nb", "pkg._native "]) {
    test(`refuses the module name ${JSON.stringify(name)}`, () => {
      assert.throws(() => emitAbiModule({ moduleName: name, source: "" }), {
        code: "CDEF_MODULE_NAME_INVALID",
        message: `Cannot name a module ${JSON.stringify(name)}`,
      });
    });
  }

  test("gives a module for everything that a cdef may hold", () => {
    for (const source of ACCEPTED) {
      assert.match(emitAbiModule({ moduleName: "m", source }), /^# auto-generated file\n[\x20-\x7e\n]*\n\)\n$/);
    }
  });

  for (const [source, code] of REFUSED) {
    test(`refuses ${JSON.stringify(source)}`, () => {
      assert.throws(() => emitAbiModule({ moduleName: "m", source }), { name: "PackwheelError", code });
    });
  }
});
