/** Everything that `packwheel init` writes: a working project, as paths and contents. */
import { compareCodePoints } from "../bytes/code-points.ts";
import { normalizeLicenseExpression } from "../names/license-expression.ts";
import { binFiles } from "./bin-template.ts";
import { githubWorkflow } from "./ci/github.ts";
import { gitlabPipeline } from "./ci/gitlab.ts";
import { nativeFiles } from "./native-template.ts";
import { pureFiles } from "./pure-template.ts";
import { type TemplateNames, templateNames } from "./template-names.ts";
import type { TemplateFiles, TemplateOptions } from "./template-options.ts";

/**
 * The files of a new project, sorted by path. There is no LICENSE for licenses with long texts.
 *
 * @throws {PackwheelError} `NAME_INVALID`, `LICENSE_EXPRESSION_INVALID`
 */
export function templateFiles(options: TemplateOptions): TemplateFiles {
  const names = templateNames(options.name);
  const license = normalizeLicenseExpression(options.license ?? "MIT");
  const files = { ...filesOf(names, license, options), ...ciFiles(names, options) };
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => compareCodePoints(a, b)));
}

function filesOf(names: TemplateNames, license: string, options: TemplateOptions): TemplateFiles {
  const { template } = options;
  if (template === "pure") return pureFiles(names, license, options);
  if (template === "bin") return binFiles(names, license, options);
  return nativeFiles(template, names, license, options);
}

function ciFiles(names: TemplateNames, { ci, template }: TemplateOptions): TemplateFiles {
  if (ci === "github") return { ".github/workflows/wheels.yml": githubWorkflow(names, template) };
  if (ci === "gitlab") return { ".gitlab-ci.yml": gitlabPipeline(names, template) };
  return {};
}
