/**
 * A pipeline for GitLab: wheels, tested where GitLab has runners, and published without a password.
 * Spec: https://docs.pypi.org/trusted-publishers/using-a-publisher/#gitlab-cicd
 */
import { PACKWHEEL_VERSION } from "../../version.ts";
import type { TemplateNames } from "../template-names.ts";
import type { TemplateKind } from "../template-options.ts";
import {
  ALPINE_IMAGE,
  alpinePackages,
  buildAllCommands,
  debianPackages,
  isBuiltByPackwheel,
  PYTHON_ALPINE_IMAGE,
  testAllCommands,
  testCommands,
} from "./commands.ts";

/** Node on the oldest Debian that has one: its glibc decides where the wheels run. */
const DEBIAN_IMAGE = "node:22-bookworm";

const MACHINES: readonly (readonly [machine: string, runner: string])[] = [
  ["x86_64", "saas-linux-small-amd64"],
  ["aarch64", "saas-linux-small-arm64"],
];

export function gitlabPipeline({ project }: TemplateNames, template: TemplateKind): string {
  const packwheel = `npx --yes packwheel@${PACKWHEEL_VERSION}`;
  if (isBuiltByPackwheel(template)) return crossPipeline(project, template, packwheel);
  const debian = ["apt-get update -qq", `apt-get install -y -qq --no-install-recommends ${debianPackages(template)}`];
  const test = ["python3 -m venv /tmp/venv", ...testCommands("/tmp/venv/bin/python")];
  const jobs =
    template === "pure"
      ? [job("build", DEBIAN_IMAGE, [...debian, `${packwheel} build`, `${packwheel} check dist/*`, ...test])]
      : [
          ...[
            [DEBIAN_IMAGE, "glibc", ...debian],
            [ALPINE_IMAGE, "musl", `apk add --no-cache ${alpinePackages(template)}`],
          ].flatMap(([image = "", libc = "", ...prepare]) => {
            const commands = [...prepare, `${packwheel} build --wheel`, `${packwheel} check dist/*`, ...test];
            return MACHINES.map(([machine, runner]) => job(`${libc}-${machine}`, image, commands, runner));
          }),
          job("sdist", DEBIAN_IMAGE, [`${packwheel} build --sdist`, `${packwheel} check dist/*`]),
        ];
  return `stages: [build, publish]

${jobs.join("\n")}
${publishJob(project)}`;
}

/** Every wheel is built on one machine, and tested where GitLab has runners. */
function crossPipeline(project: string, template: TemplateKind, packwheel: string): string {
  const tests = [
    ["python:3.13-slim", "glibc"],
    [PYTHON_ALPINE_IMAGE, "musl"],
  ].flatMap(([image = "", libc = ""]) => {
    const commands = testAllCommands("python", project, template);
    return MACHINES.map(([machine, runner]) => testJob(`${libc}-${machine}`, image, commands, runner));
  });
  return `stages: [build, test, publish]

${[job("build", DEBIAN_IMAGE, buildAllCommands(packwheel)), ...tests].join("\n")}
${publishJob(project)}`;
}

function publishJob(project: string): string {
  return `publish:
  stage: publish
  rules:
    - if: $CI_COMMIT_TAG =~ /^v/
  image: python:3.13-slim
  environment:
    name: pypi
    url: https://pypi.org/project/${project}/
  variables:
    GIT_STRATEGY: none
  id_tokens:
    PYPI_ID_TOKEN: # PyPI knows the pipeline by it
      aud: pypi
  script:
    - python -m pip install "twine>=6.1"
    - python -m twine upload dist/*
`;
}

function testJob(name: string, image: string, commands: readonly string[], runner: string): string {
  return `${name}:
  stage: test
  tags: [${runner}]
  image: ${image}
  script:
${commands.map((command) => `    - ${command}\n`).join("")}`;
}

function job(name: string, image: string, commands: readonly string[], runner?: string): string {
  return `${name}:
  stage: build
${runner === undefined ? "" : `  tags: [${runner}]\n`}  image: ${image}
  script:
${commands.map((command) => `    - ${command}\n`).join("")}\
  artifacts:
    paths: [dist/]
`;
}
