/**
 * `[tool.packwheel]`: everything a project can tell packwheel beyond the standard `[project]` table.
 */

/** Where a value that `dynamic` names comes from. */
export type DynamicVersion =
  /** `{ python = "src/hello/__init__.py", attribute = "__version__" }`: a literal, read without running Python */
  | { readonly kind: "python"; readonly file: string; readonly attribute: string }
  /** `{ file = "VERSION" }` or `{ file = "CMakeLists.txt", regex = "VERSION (?<version>[0-9.]+)" }` */
  | { readonly kind: "file"; readonly file: string; readonly regex: string | undefined }
  /** `{ package-json = "package.json" }` */
  | { readonly kind: "package-json"; readonly file: string }
  /** `{ cargo-toml = "Cargo.toml" }` */
  | { readonly kind: "cargo-toml"; readonly file: string }
  /** `{ git-tag = true }` or `{ git-tag = "v*" }` */
  | { readonly kind: "git-tag"; readonly match: string | undefined }
  /** `{ env = "PROJECT_VERSION" }` */
  | { readonly kind: "env"; readonly name: string };

export interface DynamicReadme {
  /** Joined in this order, one empty line between them. */
  readonly files: readonly string[];
  /** Taken from the first file's ending when absent. */
  readonly contentType: string | undefined;
}

/** `[tool.packwheel.dynamic]` */
export interface DynamicTable {
  readonly version?: DynamicVersion | undefined;
  readonly readme?: DynamicReadme | undefined;
  /** requirements.txt style files. */
  readonly dependencies?: readonly string[] | undefined;
  readonly optionalDependencies?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Files whose first line is the summary, or a Python file whose module docstring is. */
  readonly description?: string | undefined;
}

/** Keys of `.data`: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory */
export type DataScheme = "purelib" | "platlib" | "headers" | "scripts" | "data";

/** `[tool.packwheel]`, defaults filled in. Paths and globs are relative to pyproject.toml. */
export interface ToolTable {
  /** Import packages or modules, as folders or files: `["src/hello", "src/hello_cli.py"]`. Undefined: found by name. */
  readonly packages: readonly string[] | undefined;
  /** gitignore patterns of files that go in besides the packages, at the place they have in the tree. */
  readonly include: readonly string[];
  /** gitignore patterns of files that stay out of wheel and sdist. */
  readonly exclude: readonly string[];
  /** Further files for the sdist alone. */
  readonly sdistInclude: readonly string[];
  readonly sdistExclude: readonly string[];
  /** Source file or folder -> place in the wheel. Wins over every exclusion. */
  readonly forceInclude: Readonly<Record<string, string>>;
  /** scheme -> (source file or folder -> place below `.data/<scheme>/`). */
  readonly data: Readonly<Partial<Record<DataScheme, Readonly<Record<string, string>>>>>;
  /** Globs of SBOM files for `dist-info/sboms/` (PEP 770). */
  readonly sbomFiles: readonly string[];
  readonly pythonTag: readonly string[] | undefined;
  readonly abiTag: readonly string[] | undefined;
  readonly platformTag: readonly string[] | undefined;
  readonly buildTag: string | undefined;
  readonly metadataVersion: string | undefined;
  readonly dynamic: DynamicTable;
}
