/** What the pipelines of both services run. */
import type { TemplateKind } from "../template-options.ts";

/** Node on musl. */
export const ALPINE_IMAGE = "node:22-alpine";

/** Install the wheel in `dist/`, and run the project's tests on it. */
export function testCommands(python: string): string[] {
  return [`${python} -m pip install dist/*.whl`, `${python} -m unittest discover -s tests -v`];
}

/** What building and testing takes on Alpine. */
export function alpinePackages(template: TemplateKind): string {
  return ["python3", ...(template === "pure" ? [] : ["build-base"]), ...(template === "rust" ? ["cargo"] : [])].join(
    " ",
  );
}

/** The same on Debian. */
export function debianPackages(template: TemplateKind): string {
  return ["python3-venv", ...(template === "rust" ? ["cargo"] : [])].join(" ");
}
