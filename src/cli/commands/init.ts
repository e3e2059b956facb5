/** `packwheel init`: a new project from a template. */
import { basename, join, relative, resolve } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import { normalizeLicenseExpression } from "../../core/names/license-expression.ts";
import { licenseText } from "../../core/template/license-text.ts";
import { templateNames } from "../../core/template/template-names.ts";
import { CI_SERVICES, TEMPLATE_KINDS, type TemplateOptions } from "../../core/template/template-options.ts";
import { initProject } from "../../node/init-project.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { flag, text } from "../options.ts";

export async function run(
  [given = "."]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const directory = resolve(context.cwd, given);
  const wishes = await readWishes(directory, options, context.ask);
  const files = await initProject(directory, { ...wishes, force: flag(options, "force") });
  const shown = relative(context.cwd, directory);
  const paths = files.map(({ path }) => join(shown, path));
  return {
    files: files.map(({ changed }, index) => ({ path: paths[index], kind: "source", changed })),
    findings: [],
    lines: paths,
    notes: nextSteps(wishes, shown),
    exitCode: 0,
  };
}

/** From the options, and what they leave open from the person at the terminal, if there is one. */
async function readWishes(
  directory: string,
  options: OptionValues,
  ask: CommandContext["ask"],
): Promise<TemplateOptions> {
  const template = text(options, "template");
  const name = text(options, "name");
  const license = text(options, "license");
  const ci = text(options, "ci");
  // Options come first: nobody answers questions for a command that is wrong.
  const chosen = {
    template: template === undefined ? undefined : oneOf("template", template, TEMPLATE_KINDS),
    ci: ci === undefined ? undefined : oneOf("ci", ci, CI_SERVICES),
  };
  if (ask === undefined) {
    if (chosen.template === undefined) {
      throw new UsageError("Which template is it to be?", `Give --template with one of ${TEMPLATE_KINDS.join(", ")}`);
    }
    return { template: chosen.template, name: name ?? basename(directory), license, ci: chosen.ci };
  }
  const question = new Questions(ask);
  return {
    template:
      chosen.template ??
      (await question.until(`Template (${TEMPLATE_KINDS.join(", ")})`, "c", (answer) =>
        oneOf("template", answer, TEMPLATE_KINDS),
      )),
    name:
      name ??
      (await question.until("Name of the project", basename(directory), (answer) => {
        templateNames(answer);
        return answer;
      })),
    license: license ?? (await question.until("License", "MIT", normalizeLicenseExpression)),
    ci:
      chosen.ci ??
      (await question.until(`CI service (${CI_SERVICES.join(", ")}, none)`, "none", (answer) =>
        answer === "none" ? undefined : oneOf("ci", answer, CI_SERVICES),
      )),
  };
}

class Questions {
  readonly #ask: (question: string) => Promise<string>;

  constructor(ask: (question: string) => Promise<string>) {
    this.#ask = ask;
  }

  /** Asks again until `read` takes the answer; an empty one is the default. */
  async until<Answer>(question: string, usual: string, read: (answer: string) => Answer): Promise<Answer> {
    let problem = "";
    for (;;) {
      const answer = (await this.#ask(`${problem}${question} [${usual}]: `)).trim();
      try {
        return read(answer === "" ? usual : answer);
      } catch (error) {
        if (!(error instanceof UsageError || error instanceof PackwheelError)) throw error;
        problem = `${error.message}${error.hint === undefined ? "" : `. ${error.hint}`}\n`;
      }
    }
  }
}

/** @throws {UsageError} */
function oneOf<Value extends string>(option: string, text: string, values: readonly Value[]): Value {
  const value = values.find((known) => known === text);
  if (value !== undefined) return value;
  throw new UsageError(`Option "--${option}" has no "${text}"`, `Give one of ${values.join(", ")}`);
}

function nextSteps({ template, name, license = "MIT", ci }: TemplateOptions, directory: string): string[] {
  const steps = [
    ...(directory === "" ? [] : [`cd ${/^[\w./\\+-]+$/.test(directory) ? directory : `"${directory}"`}`]),
    "npx packwheel build",
    "python -m pip install dist/*.whl",
    "python -m unittest discover -s tests",
  ];
  const notes = [`Made ${name} from the template ${template}. Next:`, "", ...steps.map((step) => `  ${step}`), ""];
  const normalized = normalizeLicenseExpression(license);
  if (licenseText(normalized, name) === undefined) {
    notes.push(
      `Put the text of ${normalized} into LICENSE (https://spdx.org/licenses/), and name it in license-files.`,
    );
  }
  if (ci !== undefined) notes.push("README.md says how PyPI comes to trust the pipeline.");
  return notes;
}
