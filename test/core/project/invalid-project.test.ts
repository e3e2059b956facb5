import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listFindings } from "./sample-project.ts";

/** What stands below `name` and `version`, and the one finding that it gives. */
interface BadProject {
  readonly toml: string;
  /** Instead of `[project]` with name and version. */
  readonly head?: string;
  readonly severity?: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint: string | undefined;
}

const HEAD = '[project]\nname = "hello"\nversion = "1.0"\n';

const TYPES: readonly BadProject[] = [
  {
    toml: "description = 3",
    code: "PROJECT_TYPE_WRONG",
    path: "project.description",
    message: "Expected a string, found an integer",
    hint: 'Write it in quotes: `"3"`',
  },
  {
    toml: "description = true",
    code: "PROJECT_TYPE_WRONG",
    path: "project.description",
    message: "Expected a string, found a boolean",
    hint: "Write a string",
  },
  {
    toml: "requires-python = 3.8",
    code: "PROJECT_TYPE_WRONG",
    path: "project.requires-python",
    message: "Expected a string, found a float",
    hint: 'Write it in quotes: `"3.8"`',
  },
  {
    toml: "description = 1979-05-27",
    code: "PROJECT_TYPE_WRONG",
    path: "project.description",
    message: "Expected a string, found a date or time",
    hint: "Write a string",
  },
  {
    toml: 'dependencies = "requests"',
    code: "PROJECT_TYPE_WRONG",
    path: "project.dependencies",
    message: 'Expected an array, found the string "requests"',
    hint: 'Write it as an array: `["requests"]`',
  },
  {
    toml: "dependencies = { requests = '*' }",
    code: "PROJECT_TYPE_WRONG",
    path: "project.dependencies",
    message: "Expected an array, found a table",
    hint: "Write an array",
  },
  {
    toml: "keywords = ['a', 7]",
    code: "PROJECT_TYPE_WRONG",
    path: "project.keywords[1]",
    message: "Expected a string, found an integer",
    hint: 'Write it in quotes: `"7"`',
  },
  {
    toml: "urls = ['https://example.org']",
    code: "PROJECT_TYPE_WRONG",
    path: "project.urls",
    message: "Expected a table, found an array",
    hint: "Write a table",
  },
  {
    toml: "urls.'Two words' = 1",
    code: "PROJECT_TYPE_WRONG",
    path: 'project.urls."Two words"',
    message: "Expected a string, found an integer",
    hint: 'Write it in quotes: `"1"`',
  },
  {
    toml: "entry-points.a.b.c = 'd:e'",
    code: "PROJECT_TYPE_WRONG",
    path: "project.entry-points.a.b",
    message: "Expected a string, found a table",
    hint: "Write a string",
  },
  {
    toml: "authors = { name = 'A' }",
    code: "PROJECT_TYPE_WRONG",
    path: "project.authors",
    message: "Expected an array, found a table",
    hint: "Write an array",
  },
  {
    toml: "license = ['MIT']",
    code: "PROJECT_TYPE_WRONG",
    path: "project.license",
    message: "Expected a string, found an array",
    hint: "Write a string",
  },
  {
    head: "project = 'hello'",
    toml: "",
    code: "PROJECT_TYPE_WRONG",
    path: "project",
    message: 'Expected a table, found the string "hello"',
    hint: "Write [project] with name and version below it",
  },
  {
    head: "[[project]]\nname = 'hello'\nversion = '1'",
    toml: "",
    code: "PROJECT_TYPE_WRONG",
    path: "project",
    message: "Expected a table, found an array",
    hint: "Write [project] with name and version below it",
  },
];

const NAMES_AND_VERSIONS: readonly BadProject[] = [
  {
    head: '[project]\nversion = "1.0"\n',
    toml: "",
    code: "PROJECT_KEY_MISSING",
    path: "project.name",
    message: "Key name is missing",
    hint: 'Write `name = "your-project"`',
  },
  {
    head: '[project]\nname = "hello"\n',
    toml: "",
    code: "PROJECT_KEY_MISSING",
    path: "project.version",
    message: "Key version is missing",
    hint: 'Write `version = "0.1.0"`, or list it: `dynamic = ["version"]`',
  },
  {
    head: '[project]\nname = "hello\\n"\nversion = "1"\n',
    toml: "",
    code: "PROJECT_NAME_INVALID",
    path: "project.name",
    message: 'Cannot use "hello\\n" as a name: it holds "\\n"',
    hint: "Write `hello`",
  },
  {
    head: '[project]\nname = ""\nversion = "1"\n',
    toml: "",
    code: "PROJECT_NAME_INVALID",
    path: "project.name",
    message: 'Cannot use "" as a name: it is empty',
    hint: "Use ASCII letters and digits, joined by `-`, `_` or `.`",
  },
  {
    head: '[project]\nname = "hello"\nversion = "1.0-next.4"\n',
    toml: "",
    code: "PROJECT_VERSION_INVALID",
    path: "project.version",
    message: 'Cannot read the version "1.0-next.4": not a PEP 440 version',
    hint: "Write `1.0.dev4`, as only a, b, rc, post and dev may follow the numbers",
  },
  {
    toml: "requires-python = '3.8'",
    code: "PROJECT_REQUIRES_PYTHON_INVALID",
    path: "project.requires-python",
    message: 'Cannot read the version specifier "3.8": it must begin with one of ~=, ==, !=, <=, >=, <, >, ===',
    hint: "Write `>=3.8`",
  },
  {
    toml: "requires-python = '^3.8'",
    code: "PROJECT_REQUIRES_PYTHON_INVALID",
    path: "project.requires-python",
    message: 'Cannot read the version specifier "^3.8": it must begin with one of ~=, ==, !=, <=, >=, <, >, ===',
    hint: "Write `>=3.8,<4`",
  },
];

const KEYS: readonly BadProject[] = [
  {
    toml: "requires_python = '>=3.8'",
    code: "PROJECT_KEY_UNKNOWN",
    path: "project.requires_python",
    message: 'Unknown key "requires_python"',
    hint: 'Did you mean "requires-python"?',
  },
  {
    toml: "zzz = 1",
    code: "PROJECT_KEY_UNKNOWN",
    path: "project.zzz",
    message: 'Unknown key "zzz"',
    hint: "Use one of name, version, description, readme, requires-python, license, license-files, authors, maintainers, keywords, classifiers, urls, scripts, gui-scripts, entry-points, dependencies, optional-dependencies, import-names, import-namespaces, dynamic",
  },
];

const READMES: readonly BadProject[] = [
  {
    toml: "readme = 'README'",
    code: "PROJECT_README_INVALID",
    path: "project.readme",
    message: 'File "README" ends in none of .md, .rst and .txt',
    hint: 'Write `{ file = "README", content-type = "text/markdown" }`',
  },
  {
    toml: "readme = 'MISSING.md'",
    code: "PROJECT_FILE_INVALID",
    path: "project.readme",
    message: 'File "MISSING.md" does not exist',
    hint: "Write the path of a file of the project",
  },
  {
    toml: "readme = 'LATIN1.md'",
    code: "PROJECT_FILE_INVALID",
    path: "project.readme",
    message: 'Byte 3 of file "LATIN1.md" is not UTF-8',
    hint: "Save the file as UTF-8",
  },
  {
    toml: "readme = '../README.md'",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "../README.md" leaves the project',
    hint: "Move the file into the folder of pyproject.toml",
  },
  {
    toml: "readme = '/etc/README.md'",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "/etc/README.md" is absolute',
    hint: "Write a path relative to pyproject.toml",
  },
  {
    toml: "readme = 'C:/README.md'",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "C:/README.md" is absolute',
    hint: "Write a path relative to pyproject.toml",
  },
  {
    toml: "readme = 'docs\\README.md'",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "docs\\\\README.md" has a backslash',
    hint: "Separate folders with /",
  },
  {
    toml: "readme = ''",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "" names no file',
    hint: "Write a path relative to pyproject.toml",
  },
  {
    toml: "readme = './.'",
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "./." names no file',
    hint: "Write a path relative to pyproject.toml",
  },
  {
    toml: 'readme = "a\\u0000b.md"',
    code: "PROJECT_PATH_INVALID",
    path: "project.readme",
    message: 'Path "a\\u0000b.md" holds a control character',
    hint: "Rename the file",
  },
  {
    toml: "readme = { file = 'README.rst' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme.content-type",
    message: "Key content-type is missing",
    hint: 'Add `content-type = "text/x-rst"`',
  },
  {
    toml: "readme = { content-type = 'text/plain' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme",
    message: "Table has neither file nor text",
    hint: 'Write `{ file = "README.md", content-type = "text/markdown" }`',
  },
  {
    toml: "readme = { file = 'README.md', text = 'x', content-type = 'text/plain' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme",
    message: "Table has both file and text",
    hint: 'Write `{ file = "README.md", content-type = "text/markdown" }`',
  },
  {
    toml: "readme = { text = 'x', content-type = 'text/html' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme.content-type",
    message: 'Content type "text/html" is not known',
    hint: "Use one of text/markdown, text/x-rst, text/plain",
  },
  {
    toml: "readme = { text = 'x', content-type = 'text/markdown; charset=latin-1' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme.content-type",
    message: 'Content type "text/markdown; charset=latin-1" has a charset that is not UTF-8',
    hint: "Save the file as UTF-8",
  },
  {
    toml: "readme = { text = 'x', content-type = 'text/markdown; variant=gfm' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme.content-type",
    message: 'Content type "text/markdown; variant=gfm" has an unknown variant',
    hint: "Use `variant=GFM` or `variant=CommonMark`",
  },
  {
    toml: "readme = { text = 'x', content-type = 'text/plain; variant=GFM' }",
    code: "PROJECT_README_INVALID",
    path: "project.readme.content-type",
    message: 'Content type "text/plain; variant=GFM" has the parameter "variant=GFM"',
    hint: "Use `charset=UTF-8` alone",
  },
  {
    toml: "readme = { text = 'x', content-type = 'text/plain', charset = 'UTF-8' }",
    code: "PROJECT_KEY_UNKNOWN",
    path: "project.readme.charset",
    message: 'Unknown key "charset"',
    hint: "Use one of file, text, content-type",
  },
];

const LICENSES: readonly BadProject[] = [
  {
    toml: "license = 'Apache License 2.0'",
    code: "PROJECT_LICENSE_INVALID",
    path: "project.license",
    message: 'Cannot read the license expression "Apache License 2.0": "Apache" is not an SPDX license identifier',
    hint: "Write `Apache-2.0`",
  },
  {
    toml: "license = ''",
    code: "PROJECT_LICENSE_INVALID",
    path: "project.license",
    message: 'Cannot read the license expression "": it is empty',
    hint: "Write an SPDX identifier such as `MIT`",
  },
  {
    toml: "license = {}",
    code: "PROJECT_LICENSE_INVALID",
    path: "project.license",
    message: "Table has neither file nor text",
    hint: 'Write an SPDX expression instead, such as `license = "MIT"`',
  },
  {
    toml: "license = { file = 'LICENSE', text = 'MIT' }",
    code: "PROJECT_LICENSE_INVALID",
    path: "project.license",
    message: "Table has both file and text",
    hint: 'Write an SPDX expression instead, such as `license = "MIT"`',
  },
  {
    toml: "license-files = ['../LICENSE']",
    code: "PROJECT_LICENSE_FILES_INVALID",
    path: "project.license-files[0]",
    message: 'Cannot use "../LICENSE" as a pattern for license files: it leaves the project',
    hint: "Copy the file to a place below pyproject.toml",
  },
  {
    toml: "license-files = ['LICENSE{a,b}']",
    code: "PROJECT_LICENSE_FILES_INVALID",
    path: "project.license-files[0]",
    message: 'Cannot use "LICENSE{a,b}" as a pattern for license files: it holds "{"',
    hint: "Use letters, digits, spaces, `_`, `-`, `.`, `/`, `*`, `?` and `[]` alone",
  },
  {
    toml: "license-files = ['LIC[']",
    code: "PROJECT_LICENSE_FILES_INVALID",
    path: "project.license-files[0]",
    message: 'Cannot use "LIC[" as a pattern for license files: a `[` or `]` stands alone, or nothing is between them',
    hint: "Write a path, or a pattern such as `LICENSE*`",
  },
  {
    toml: "license-files = ['GONE*']",
    code: "PROJECT_LICENSE_FILES_INVALID",
    path: "project.license-files[0]",
    message: 'Pattern "GONE*" matches no file',
    hint: "Correct the pattern, or remove it",
  },
  {
    toml: "license-files = ['GONE']",
    code: "PROJECT_FILE_INVALID",
    path: "project.license-files[0]",
    message: 'File "GONE" does not exist',
    hint: "Write the path of a file of the project",
  },
  {
    toml: "license-files = ['LATIN*']",
    code: "PROJECT_FILE_INVALID",
    path: "project.license-files[0]",
    message: 'Byte 3 of file "LATIN1.md" is not UTF-8',
    hint: "Save the file as UTF-8",
  },
  {
    toml: "license-files = { paths = ['LICENSE'] }",
    code: "PROJECT_TYPE_WRONG",
    path: "project.license-files",
    message: "Expected an array, found a table",
    hint: "Write an array",
  },
  {
    toml: "license = 'MIT'\nclassifiers = ['License :: OSI Approved :: MIT License']",
    severity: "warning",
    code: "PROJECT_LICENSE_DEPRECATED",
    path: "project.classifiers",
    message: 'Classifier "License :: OSI Approved :: MIT License" repeats what license says',
    hint: "Remove the License :: classifiers",
  },
  {
    toml: "license = { text = 'mit' }",
    severity: "warning",
    code: "PROJECT_LICENSE_DEPRECATED",
    path: "project.license",
    message: "A table for license is deprecated",
    hint: 'Write `license = "MIT"`',
  },
  {
    toml: "license = { text = 'Ask me' }",
    severity: "warning",
    code: "PROJECT_LICENSE_DEPRECATED",
    path: "project.license",
    message: "A table for license is deprecated",
    hint: 'Write an SPDX expression, such as `license = "MIT"`',
  },
];

const PEOPLE: readonly BadProject[] = [
  {
    toml: "authors = ['Ann']",
    code: "PROJECT_PERSON_INVALID",
    path: "project.authors[0]",
    message: 'Expected a table, found the string "Ann"',
    hint: 'Write `{ name = "Ann Author", email = "ann@example.org" }`',
  },
  {
    toml: "authors = [{}]",
    code: "PROJECT_PERSON_INVALID",
    path: "project.authors[0]",
    message: "Entry has neither name nor email",
    hint: "Write name, email or both",
  },
  {
    toml: "authors = [{ name = 'A', mail = 'a@b.org' }]",
    code: "PROJECT_KEY_UNKNOWN",
    path: "project.authors[0].mail",
    message: 'Unknown key "mail"',
    hint: 'Did you mean "email"?',
  },
  {
    toml: "maintainers = [{ name = 'Doe, Jane' }]",
    severity: "warning",
    code: "PROJECT_PERSON_INVALID",
    path: "project.maintainers[0].name",
    message: 'Name "Doe, Jane" has a comma, at which readers may split it',
    hint: "Write one entry for each person, and names without commas",
  },
  {
    toml: "authors = [{ name = '' }]",
    code: "PROJECT_PERSON_INVALID",
    path: "project.authors[0].name",
    message: "Name is empty",
    hint: "Remove the key, or write a name",
  },
  {
    toml: "authors = [{ email = 'Ann <a@b.org>' }]",
    code: "PROJECT_PERSON_INVALID",
    path: "project.authors[0].email",
    message: 'Cannot use "Ann <a@b.org>" as an email address: it holds white space',
    hint: "Put the name under its own key `name`",
  },
  {
    toml: "authors = [{ email = 'ann' }]",
    code: "PROJECT_PERSON_INVALID",
    path: "project.authors[0].email",
    message: 'Cannot use "ann" as an email address: the `@` is missing',
    hint: "Write it as `name@example.org`",
  },
];

const WORDS_AND_LINKS: readonly BadProject[] = [
  {
    toml: 'description = "a\\nb"',
    code: "PROJECT_DESCRIPTION_INVALID",
    path: "project.description",
    message: 'Summary "a\\nb" has more than one line',
    hint: "Write one line here, and the long text in the readme",
  },
  {
    toml: "keywords = ['a,b']",
    code: "PROJECT_KEYWORD_INVALID",
    path: "project.keywords[0]",
    message: 'Keyword "a,b" has a comma',
    hint: "Write each keyword as an item of its own",
  },
  {
    toml: "keywords = [' ']",
    code: "PROJECT_KEYWORD_INVALID",
    path: "project.keywords[0]",
    message: 'Keyword "" is empty',
    hint: "Write each keyword as an item of its own",
  },
  {
    toml: "classifiers = ['Python']",
    code: "PROJECT_CLASSIFIER_INVALID",
    path: "project.classifiers[0]",
    message: '"Python" is not a classifier',
    hint: "Write it with ` :: ` between its parts, as in `Programming Language :: Python :: 3`",
  },
  {
    toml: "classifiers = ['Topic ::Software']",
    code: "PROJECT_CLASSIFIER_INVALID",
    path: "project.classifiers[0]",
    message: '"Topic ::Software" is not a classifier',
    hint: "Write it with ` :: ` between its parts, as in `Programming Language :: Python :: 3`",
  },
  {
    toml: "urls.Home = 'not a url'",
    code: "PROJECT_URL_INVALID",
    path: "project.urls.Home",
    message: '"not a url" is not a URL',
    hint: "Write an address that begins with `https://`",
  },
  {
    toml: "urls.Home = 'example.org/x'",
    code: "PROJECT_URL_INVALID",
    path: "project.urls.Home",
    message: '"example.org/x" is not a URL',
    hint: "Write `https://example.org/x`",
  },
  {
    toml: "urls.Mail = 'mailto:a@example.org'",
    severity: "warning",
    code: "PROJECT_URL_INVALID",
    path: "project.urls.Mail",
    message: '"mailto:a@example.org" is neither http nor https, and PyPI refuses other links',
    hint: "Write an address that begins with `https://`",
  },
  {
    toml: `urls.${"x".repeat(33)} = 'https://example.org'`,
    code: "PROJECT_URL_INVALID",
    path: `project.urls.${"x".repeat(33)}`,
    message: `Label "${"x".repeat(33)}" has more than 32 characters`,
    hint: "Shorten the label to 32 characters",
  },
  {
    toml: "urls.'A, B' = 'https://example.org'",
    code: "PROJECT_URL_INVALID",
    path: 'project.urls."A, B"',
    message: 'Label "A, B" has a comma',
    hint: "Write the label without a comma",
  },
  {
    toml: "urls.'' = 'https://example.org'",
    code: "PROJECT_URL_INVALID",
    path: 'project.urls.""',
    message: 'Label "" is empty',
    hint: "Write a label such as `Homepage`",
  },
  {
    toml: "urls.A = 'https://example.org'\nurls.'A ' = 'https://example.org'",
    code: "PROJECT_URL_INVALID",
    path: 'project.urls."A "',
    message: 'Label "A" is there twice',
    hint: "Give each link a label of its own",
  },
];

const ENTRY_POINTS: readonly BadProject[] = [
  {
    toml: "scripts.a = 'a'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.scripts.a",
    message: '"a" names a module, and a script needs a function',
    hint: "Write the function to call, for example `a:main`",
  },
  {
    toml: "scripts.a = 'a.b.main()'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.scripts.a",
    message: '"a.b.main()" is not an object reference',
    hint: "Write it as `package.module:function`",
  },
  {
    toml: "gui-scripts.a = 'a-b:main'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.gui-scripts.a",
    message: '"a-b:main" is not an object reference',
    hint: "Write it as `package.module:function`",
  },
  {
    toml: "scripts.'a b' = 'a:b'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: 'project.scripts."a b"',
    message: '"a b" cannot be the name of a command',
    hint: "Use letters, digits, underscores, dots and hyphens",
  },
  {
    toml: "scripts.'../a' = 'a:b'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: 'project.scripts."../a"',
    message: '"../a" cannot be the name of a command',
    hint: "Use letters, digits, underscores, dots and hyphens",
  },
  {
    toml: "entry-points.'a-b'.c = 'd'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.entry-points.a-b",
    message: '"a-b" cannot be the name of a group',
    hint: "Use words of letters, digits and underscores, joined by dots",
  },
  {
    toml: "entry-points.DEFAULT.c = 'd'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.entry-points.DEFAULT",
    message: '"DEFAULT" cannot be the name of a group',
    hint: "Use words of letters, digits and underscores, joined by dots",
  },
  {
    toml: "entry-points.gui_scripts.c = 'd:e'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.entry-points.gui_scripts",
    message: 'Group "gui_scripts" has a table of its own',
    hint: "Move its entries to [project.gui-scripts]",
  },
  {
    toml: "entry-points.a.'b=c' = 'd'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: 'project.entry-points.a."b=c"',
    message: '"b=c" cannot be the name of an entry point',
    hint: "Use a name without =, without spaces around it, that does not begin with [, # or ;",
  },
  {
    toml: "entry-points.a.b = 'not:a:reference'",
    code: "PROJECT_ENTRY_POINT_INVALID",
    path: "project.entry-points.a.b",
    message: '"not:a:reference" is not an object reference',
    hint: "Write it as `package.module` or `package.module:object`",
  },
];

const DEPENDENCIES: readonly BadProject[] = [
  {
    toml: "dependencies = ['requests 2']",
    code: "PROJECT_DEPENDENCY_INVALID",
    path: "project.dependencies[0]",
    message: 'Cannot read the requirement "requests 2" at character 10: `;` or the end is expected',
    hint: "Write `>=2`",
  },
  {
    toml: "dependencies = ['']",
    code: "PROJECT_DEPENDENCY_INVALID",
    path: "project.dependencies[0]",
    message: 'Cannot read the requirement "" at character 1: a package name is expected',
    hint: "Write it as `name>=1.0`",
  },
  {
    toml: "optional-dependencies.'a b' = []",
    code: "PROJECT_EXTRA_INVALID",
    path: 'project.optional-dependencies."a b"',
    message: '"a b" cannot be the name of an extra',
    hint: "Use letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
  },
  {
    toml: "optional-dependencies.A_b = []\noptional-dependencies.a-B = []",
    code: "PROJECT_EXTRA_INVALID",
    path: "project.optional-dependencies.a-B",
    message: 'Extras "A_b" and "a-B" are both "a-b" once normalised',
    hint: "Join their lists under one name",
  },
  {
    toml: "optional-dependencies.a = ['b >']",
    code: "PROJECT_DEPENDENCY_INVALID",
    path: "project.optional-dependencies.a[0]",
    message: 'Cannot read the requirement "b >" at character 3: the version is missing',
    hint: "Write it as `name>=1.0`",
  },
];

const IMPORT_NAMES: readonly BadProject[] = [
  {
    toml: "import-names = ['a-b']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names[0]",
    message: '"a-b" is not a Python identifier',
    hint: "Write the name that an import statement uses",
  },
  {
    toml: "import-names = ['a', 'a.class']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names[1]",
    message: '"class" in "a.class" is a Python keyword',
    hint: "Write the name that an import statement uses",
  },
  {
    toml: "import-names = ['a; public']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names[0]",
    message: '"a; public" has something other than "; private" after the name',
    hint: "Write `a; private` or `a`",
  },
  {
    toml: "import-names = ['a', 'a; private']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names[1]",
    message: '"a" is there twice',
    hint: "Remove one of them",
  },
  {
    toml: "import-names = ['a', '']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names[1]",
    message: '"" is not a Python identifier',
    hint: "Write the name that an import statement uses",
  },
  {
    toml: "import-namespaces = []",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-namespaces",
    message: "Array is empty",
    hint: "Remove the key: only import-names may be empty",
  },
  {
    toml: "import-names = ['a']\nimport-namespaces = ['a']",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-namespaces",
    message: '"a" is also in import-names',
    hint: "Keep it in import-namespaces when other projects share it, else in import-names",
  },
  {
    toml: "import-names = ['a.b']",
    severity: "warning",
    code: "PROJECT_IMPORT_NAME_INVALID",
    path: "project.import-names",
    message: '"a" is in neither import-names nor import-namespaces, though a name below it is',
    hint: 'Add "a" to import-namespaces, or to import-names when no other project shares it',
  },
];

const DYNAMIC: readonly BadProject[] = [
  {
    toml: "dynamic = ['name']",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "project.dynamic[0]",
    message: '"name" cannot be dynamic',
    hint: 'Write `name = "your-project"` in [project]',
  },
  {
    toml: "dynamic = ['keyword']",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "project.dynamic[0]",
    message: '"keyword" is not a key of [project]',
    hint: 'Did you mean "keywords"?',
  },
  {
    toml: "dynamic = ['dynamic']",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "project.dynamic[0]",
    message: '"dynamic" is not a key of [project]',
    hint: "Use one of version, description, readme, requires-python, license, license-files, authors, maintainers, keywords, classifiers, urls, scripts, gui-scripts, entry-points, dependencies, optional-dependencies, import-names, import-namespaces",
  },
  {
    toml: "dynamic = ['version']",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "project.dynamic[0]",
    message: '"version" is listed here and has a value in [project]',
    hint: 'Remove one of the two: the value, or "version" from dynamic',
  },
  {
    toml: "classifiers = []\ndynamic = ['classifiers']",
    code: "PROJECT_DYNAMIC_UNRESOLVED",
    path: "project.dynamic",
    message: '"classifiers" is listed, and nothing says where it comes from',
    hint: 'Write classifiers in [project], and remove "classifiers" from dynamic',
  },
  {
    toml: "[tool.packwheel.dynamic]\nversion = { file = 'VERSION' }",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "tool.packwheel.dynamic.version",
    message: '"version" is not listed in project.dynamic',
    hint: 'Remove it, or remove version from [project] and write `dynamic = ["version"]`',
  },
  {
    toml: "[tool.packwheel.dynamic]\ndependencies = 'LICENSE'",
    code: "PROJECT_DYNAMIC_INVALID",
    path: "tool.packwheel.dynamic.dependencies",
    message: '"dependencies" is not listed in project.dynamic',
    hint: 'Write `dynamic = ["dependencies"]` in [project]',
  },
];

const BUILD_SYSTEMS: readonly BadProject[] = [
  {
    toml: "[build-system]\nbuild-backend = 'hatchling.build'",
    code: "BUILD_SYSTEM_INVALID",
    path: "build-system.requires",
    message: "Key requires is missing",
    hint: 'Write `requires = ["..."]`, or `[]` when there is nothing to install',
  },
  {
    toml: "[build-system]\nrequires = 'hatchling'",
    code: "PROJECT_TYPE_WRONG",
    path: "build-system.requires",
    message: 'Expected an array, found the string "hatchling"',
    hint: 'Write it as an array: `["hatchling"]`',
  },
  {
    toml: "[build-system]\nrequires = ['a b']",
    code: "BUILD_SYSTEM_INVALID",
    path: "build-system.requires[0]",
    message: 'Cannot read the requirement "a b" at character 3: `;` or the end is expected',
    hint: undefined,
  },
  {
    toml: "[build-system]\nrequires = []\nbuild-backend = 'a:b:c'",
    code: "BUILD_SYSTEM_INVALID",
    path: "build-system.build-backend",
    message: '"a:b:c" is not a build backend',
    hint: "Write it as `module` or `module:object`, for example `hatchling.build`",
  },
  {
    toml: "[build-system]\nrequires = []\nbackend-path = ['.', '../x']",
    code: "PROJECT_PATH_INVALID",
    path: "build-system.backend-path[1]",
    message: 'Path "../x" leaves the project',
    hint: "Move the file into the folder of pyproject.toml",
  },
  {
    toml: "[build-system]\nrequires = []\nbuild_backend = 'x'",
    severity: "warning",
    code: "PROJECT_KEY_UNKNOWN",
    path: "build-system.build_backend",
    message: 'Unknown key "build_backend"',
    hint: 'Did you mean "build-backend"?',
  },
  {
    toml: "[tools.packwheel]",
    severity: "warning",
    code: "PROJECT_KEY_UNKNOWN",
    path: "tools",
    message: 'Unknown table or key "tools"',
    hint: 'Did you mean "tool"?',
  },
];

const GROUPS: readonly BadProject[] = [
  {
    toml: "[dependency-groups]\n'a b' = []",
    code: "DEPENDENCY_GROUP_INVALID",
    path: 'dependency-groups."a b"',
    message: '"a b" cannot be the name of a dependency group',
    hint: "Use letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
  },
  {
    toml: "[dependency-groups]\na_b = []\nA-B = []",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.A-B",
    message: 'Groups "a_b" and "A-B" are both "a-b" once normalised',
    hint: "Join their lists under one name",
  },
  {
    toml: "[dependency-groups]\na = ['b >']",
    code: "PROJECT_DEPENDENCY_INVALID",
    path: "dependency-groups.a[0]",
    message: 'Cannot read the requirement "b >" at character 3: the version is missing',
    hint: "Write it as `name>=1.0`",
  },
  {
    toml: "[dependency-groups]\na = [{ include-groups = 'b' }]",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.a[0]",
    message: 'Table with "include-groups" is not an include',
    hint: 'Write `{ include-group = "name" }`',
  },
  {
    toml: "[dependency-groups]\na = [{}]",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.a[0]",
    message: "Table with no keys is not an include",
    hint: 'Write `{ include-group = "name" }`',
  },
  {
    toml: "[dependency-groups]\na = [{ include-group = 'C' }]",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.a",
    message: 'Group "c" is included and does not exist',
    hint: "Write the group, or remove the include",
  },
  {
    toml: "[dependency-groups]\nx = [{ include-group = 'a' }]\na = [{ include-group = 'B' }]\nb = [{ include-group = 'A' }]",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.x",
    message: "Groups include each other: a -> b -> a",
    hint: "Remove one of these includes",
  },
  {
    toml: "[dependency-groups]\na = [{ include-group = 'a' }]",
    code: "DEPENDENCY_GROUP_INVALID",
    path: "dependency-groups.a",
    message: "Groups include each other: a -> a",
    hint: "Remove one of these includes",
  },
];

const TABLES = {
  "a wrong type": TYPES,
  "a wrong name or version": NAMES_AND_VERSIONS,
  "an unknown key": KEYS,
  "a wrong readme": READMES,
  "a wrong license": LICENSES,
  "a wrong person": PEOPLE,
  "a wrong word or link": WORDS_AND_LINKS,
  "a wrong entry point": ENTRY_POINTS,
  "a wrong dependency": DEPENDENCIES,
  "a wrong import name": IMPORT_NAMES,
  "a wrong dynamic key": DYNAMIC,
  "a wrong build system": BUILD_SYSTEMS,
  "a wrong dependency group": GROUPS,
};

for (const [what, table] of Object.entries(TABLES)) {
  describe(`readProject() reports ${what}`, () => {
    for (const { toml, head = HEAD, severity = "error", code, path, message, hint } of table) {
      test(`in ${JSON.stringify(head === HEAD ? toml : head)}`, async () => {
        const files = { "LATIN1.md": new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "README.md": "", LICENSE: "" };
        assert.deepEqual(await listFindings(head + toml, files), [
          [severity, code, `pyproject.toml: ${path}`, message, hint],
        ]);
      });
    }
  });
}

describe("readProject() with license-files beside a license table", () => {
  test("asks for an expression", async () => {
    const findings = await listFindings(`${HEAD}license = { text = "MIT" }\nlicense-files = []`);
    assert.deepEqual(findings.at(-1), [
      "error",
      "PROJECT_LICENSE_INVALID",
      "pyproject.toml: project.license-files",
      "Key license-files cannot stand beside a license table",
      'Write license as an SPDX expression, such as `license = "MIT"`',
    ]);
  });
});
