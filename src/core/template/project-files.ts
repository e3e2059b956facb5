/** The files that every template has: pyproject.toml, README, LICENSE, .gitignore, the build backend. */
import { BACKEND_MODULE } from "./backend-module.ts";
import { licenseText } from "./license-text.ts";
import type { TemplateNames } from "./template-names.ts";
import type { TemplateFiles } from "./template-options.ts";

/** What a template says of itself. */
export interface ProjectDescription {
  readonly summary: string;
  readonly requiresPython: string;
  /** Further lines of `[project]`. */
  readonly project?: string;
  /** Lines of `[tool.packwheel]`, and tables below it. */
  readonly tool: string;
  /** `dynamic`: from `__version__` of the package. */
  readonly version: "dynamic" | "static";
  readonly readme: string;
  /** Further patterns for .gitignore, with the reason above them. */
  readonly ignored?: string;
}

export function projectFiles(names: TemplateNames, license: string, description: ProjectDescription): TemplateFiles {
  const text = licenseText(license, names.project);
  return {
    ".gitignore": ignoreFile(description.ignored),
    ...(text === undefined ? {} : { LICENSE: text }),
    "README.md": description.readme,
    "packwheel_backend.py": BACKEND_MODULE,
    "pyproject.toml": projectFile(names, license, text !== undefined, description),
  };
}

function projectFile(
  { project, module }: TemplateNames,
  license: string,
  hasLicenseFile: boolean,
  { summary, requiresPython, project: further = "", tool, version }: ProjectDescription,
): string {
  const isDynamic = version === "dynamic";
  return `[build-system]
requires = []
build-backend = "packwheel_backend"
backend-path = ["."]

[project]
name = "${project}"
${isDynamic ? 'dynamic = ["version"]' : 'version = "0.1.0"'}
description = "${summary}"
readme = "README.md"
requires-python = "${requiresPython}"
license = "${license}"
${hasLicenseFile ? 'license-files = ["LICENSE"]\n' : ""}${further}
[tool.packwheel]
sdist-include = ["tests/"]
${tool}${
  isDynamic
    ? `
[tool.packwheel.dynamic]
version = { python = "src/${module}/__init__.py" }
`
    : ""
}`;
}

function ignoreFile(ignored: string | undefined): string {
  return `# Built by packwheel
/dist/
/.packwheel/
${ignored === undefined ? "" : `\n${ignored}`}
# Python
__pycache__/
*.py[co]
/.venv/
`;
}
