/** What the pipelines of both services run. */
import { CLANG_PACKAGE, LLC_PACKAGE } from "../../targets/compiler-packages.ts";
import type { TemplateKind } from "../template-options.ts";

/** Whether packwheel's own compiler builds the project: its C++ has no exceptions, and it is none of Rust. */
export function isBuiltByPackwheel(template: TemplateKind): boolean {
  return template === "c" || template === "ctypes" || template === "bin";
}

/** Build and check every wheel and the sdist, on any machine. */
export function buildAllCommands(packwheel: string): string[] {
  return [
    `npm install --no-save --no-audit --no-fund ${COMPILER_PACKAGES}`,
    `${packwheel} build --target all --compiler wasm`,
    `${packwheel} check dist/*`,
  ];
}

/** As npm takes them. */
export const COMPILER_PACKAGES: string = [CLANG_PACKAGE, LLC_PACKAGE]
  .map(({ name, version }) => `${name}@${version}`)
  .join(" ");

/** Let pip choose among all wheels in `dist/`, and run the project's tests on its choice. */
export function testAllCommands(python: string, project: string, template: TemplateKind): string[] {
  return [
    ...(template === "c" ? [`${python} -m pip install cffi`] : []),
    `${python} -m pip install --no-index --find-links dist ${project}`,
    `${python} -m unittest discover -s tests -v`,
  ];
}

/** Node on musl. */
export const ALPINE_IMAGE = "node:22-alpine";

/** Python on musl. */
export const PYTHON_ALPINE_IMAGE = "python:3.13-alpine";

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
