/** Python itself says what its own library's modules hold, and what its glob finds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findPythonConstant, findPythonDocstring } from "../../src/core/project/dynamic/python-module.ts";
import { matchesGlob, parseGlob } from "../../src/core/project/fields/glob-pattern.ts";
import { askPython } from "./ask-python.ts";
import { findPythonWith, requireJudge } from "./judge.ts";

/** Every module of the standard library's top folders, with its docstring and its string constants. */
const READ_LIBRARY = `
import ast, glob, os, warnings
warnings.simplefilter("ignore")
root = os.path.dirname(os.__file__)
answer = []
for path in sorted(glob.glob(root + "/*.py") + glob.glob(root + "/[ae]*/*.py") + glob.glob(root + "/test/test_str*.py")):
    try:
        source = open(path, encoding="utf-8").read()
        module = ast.parse(source)
    except (SyntaxError, UnicodeDecodeError):
        continue
    constants = {}
    for node in module.body:
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
            targets = [node.target]
        else:
            continue
        if node.value is None:
            continue
        value = node.value.value if isinstance(node.value, ast.Constant) else None
        if isinstance(node, ast.AugAssign) or not isinstance(value, str):
            value = None
        for target in targets:
            if isinstance(target, ast.Name):
                constants[target.id] = value
    answer.append({"path": path, "docstring": ast.get_docstring(module, clean=False), "constants": constants})
`;

interface ModuleAnswer {
  readonly path: string;
  readonly docstring: string | null;
  readonly constants: Readonly<Record<string, string | null>>;
}

test("modules of the standard library hold the strings that Python's own parser finds", (t) => {
  const python = findPythonWith("import ast; ast.Constant; ast.AnnAssign");
  if (!requireJudge(t, python !== undefined, "Python 3.8 or newer") || python === undefined) return;
  const modules = askPython(python, READ_LIBRARY, null) as readonly ModuleAnswer[]; // as READ_LIBRARY writes it
  let strings = 0;
  for (const { path, docstring, constants } of modules) {
    const source = readFileSync(path, "utf8");
    assert.equal(findPythonDocstring(source)?.replaceAll("\r\n", "\n") ?? null, docstring, path);
    for (const [name, value] of Object.entries(constants)) {
      const found = findPythonConstant(source, name);
      // A name or number escape needs Python's tables: such a string counts as computed here.
      if (found?.kind === "computed" && value !== null && /\\N\{|\\[uU]/.test(source)) continue;
      assert.equal(found?.kind === "string" ? found.value : null, value, `${path}: ${name}`);
      assert.notEqual(found, undefined, `${path}: ${name}`);
      strings += value === null ? 0 : 1;
    }
  }
  assert.ok(modules.length > 100 && strings > 50, `${modules.length} modules with ${strings} strings`);
});

const GLOB = `
import glob, os, tempfile
with tempfile.TemporaryDirectory() as root:
    for path in question["paths"]:
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        open(full, "w").close()
    os.chdir(root)
    answer = {}
    for pattern in question["patterns"]:
        found = {os.path.normpath(p).replace(os.sep, "/") for p in glob.glob(pattern, recursive=True) if os.path.isfile(p)}
        answer[pattern] = sorted(found)
`;

test("license patterns match the files that Python's glob finds", (t) => {
  const python = findPythonWith("import sys; assert sys.version_info >= (3, 6)");
  if (!requireJudge(t, python !== undefined, "Python 3.6 or newer") || python === undefined) return;
  const names = ["LICENSE", "LICENSE.MIT", "LICENCE", ".LICENSE", "a b.txt", "x-y", "ab", "ba.txt", "é.txt"];
  const folders = ["", "legal/", "legal/deep/", "legal/deep/er/", ".hidden/", "vendor/.git/", "vendor/LICENSE.d/"];
  const paths = folders.flatMap((folder) => names.map((name) => folder + name));
  const heads = [
    "",
    "legal/",
    "*/",
    "**/",
    "legal/**/",
    "**/deep/",
    ".*/",
    "vendor/?git/",
    "v*/L*/",
    "**/**/",
    "l[a-f]gal/",
  ];
  const tails = [
    "*",
    "**",
    "LICENSE",
    "LICEN[CS]E*",
    "*.txt",
    "?b*",
    "[a-c]*",
    "[x-]-*",
    "[-x]*y",
    ".*",
    "*E",
    "* *",
    "**/*",
    "*.*",
  ];
  const patterns = heads.flatMap((head) => tails.map((tail) => head + tail));
  const answers = askPython(python, GLOB, { paths, patterns }) as Readonly<Record<string, readonly string[]>>; // as GLOB writes it
  for (const pattern of patterns) {
    const glob = parseGlob(pattern);
    assert.deepEqual(
      paths.filter((path) => matchesGlob(glob, path)).sort(),
      [...(answers[pattern] ?? [])].sort(),
      pattern,
    );
  }
});
