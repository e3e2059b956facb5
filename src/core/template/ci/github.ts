/**
 * A workflow for GitHub: wheels for every platform, tested where they run, and published without a password.
 * Spec: https://docs.pypi.org/trusted-publishers/
 */
import { PACKWHEEL_VERSION } from "../../version.ts";
import type { TemplateNames } from "../template-names.ts";
import type { TemplateKind } from "../template-options.ts";
import { ACTIONS, uses } from "./actions.ts";
import {
  ALPINE_IMAGE,
  alpinePackages,
  buildAllCommands,
  isBuiltByPackwheel,
  PYTHON_ALPINE_IMAGE,
  testAllCommands,
  testCommands,
} from "./commands.ts";

/** A runner for each platform that packwheel builds for; the last columns are for a person to read. */
const RUNNERS: readonly (readonly [runner: string, platform: string])[] = [
  ["ubuntu-24.04", "Linux, x86_64"],
  ["ubuntu-24.04-arm", "Linux, aarch64"],
  ["macos-15-intel", "macOS, x86_64"],
  ["macos-15", "macOS, arm64"],
  ["windows-2025", "Windows, amd64"],
  ["windows-11-arm", "Windows, arm64"],
];

export function githubWorkflow({ project }: TemplateNames, template: TemplateKind): string {
  const packwheel = `npx --yes packwheel@${PACKWHEEL_VERSION}`;
  const body = isBuiltByPackwheel(template)
    ? [
        buildAllJob(packwheel),
        testJob(project, template),
        muslTestJob(project, template),
        publishJob(project, ["test", "musl"]),
      ]
    : template === "pure"
      ? [pureJob(packwheel), publishJob(project, ["build"])]
      : [
          wheelJob(packwheel),
          muslJob(packwheel, template),
          sdistJob(packwheel),
          publishJob(project, ["wheel", "musl", "sdist"]),
        ];
  return `${HEAD}${body.join("\n")}`;
}

/** What GitHub puts the matrix's runner in the place of. */
const RUNNER = `\${{ matrix.runner }}`;

const HEAD = `name: wheels

on:
  push:
    branches: [main]
    tags: ["v*"]
  pull_request:

permissions:
  contents: read

defaults:
  run:
    shell: bash

jobs:
`;

const CHECKOUT = `      - uses: ${uses(ACTIONS.checkout)}
        with:
          persist-credentials: false
`;

const NODE = `      - uses: ${uses(ACTIONS.setupNode)}
        with:
          node-version: 22
          package-manager-cache: false
`;

const PYTHON = `      - uses: ${uses(ACTIONS.setupPython)}
        with:
          python-version: "3.13"
`;

function uploadStep(name: string): string {
  return `      - uses: ${uses(ACTIONS.upload)}
        with:
          name: ${name}
          path: dist/*
          if-no-files-found: error
`;
}

function runSteps(commands: readonly string[]): string {
  return commands.map((command) => `      - run: ${command}\n`).join("");
}

function pureJob(packwheel: string): string {
  const commands = [`${packwheel} build`, `${packwheel} check dist/*`, ...testCommands("python")];
  return `  build:
    runs-on: ubuntu-24.04
    steps:
${CHECKOUT}${NODE}${PYTHON}${runSteps(commands)}${uploadStep("dist")}`;
}

/** Every wheel, whatever it is for, on one machine. */
function buildAllJob(packwheel: string): string {
  return `  build:
    runs-on: ubuntu-24.04
    steps:
${CHECKOUT}${NODE}${runSteps(buildAllCommands(packwheel))}${uploadStep("dist")}`;
}

const DOWNLOAD = `      - uses: ${uses(ACTIONS.download)}
        with:
          name: dist
          path: dist
`;

function testJob(project: string, template: TemplateKind): string {
  return `  test:
    needs: build
${runnerMatrix(RUNNERS)}\
    steps:
${CHECKOUT}${PYTHON}${DOWNLOAD}${runSteps(testAllCommands("python", project, template))}`;
}

/** Alpine has musl in the place of glibc. */
function muslTestJob(project: string, template: TemplateKind): string {
  const commands = ["python3 -m venv /tmp/venv", ...testAllCommands("/tmp/venv/bin/python", project, template)];
  return `  musl:
    needs: build
${runnerMatrix(RUNNERS.filter(([runner]) => runner.startsWith("ubuntu")))}\
    steps:
${CHECKOUT}${DOWNLOAD}\
      - run: |
          docker run --rm --volume "$PWD:/project" --workdir /project ${PYTHON_ALPINE_IMAGE} sh -euc '
${commands.map((command) => `            ${command}\n`).join("")}\
          '
`;
}

function runnerMatrix(runners: typeof RUNNERS): string {
  return `    strategy:
      fail-fast: false
      matrix:
        runner:
${runners.map(([runner, platform]) => `          - ${runner} # ${platform}\n`).join("")}\
    runs-on: ${RUNNER}
`;
}

function wheelJob(packwheel: string): string {
  const commands = [`${packwheel} build --wheel`, `${packwheel} check dist/*`, ...testCommands("python")];
  return `  wheel:
${runnerMatrix(RUNNERS)}\
    env:
      MACOSX_DEPLOYMENT_TARGET: "11.0"
    steps:
${CHECKOUT}${NODE}${PYTHON}${runSteps(commands)}${uploadStep(`dist-${RUNNER}`)}`;
}

/** Alpine has musl in the place of glibc; wheels for it are built there. */
function muslJob(packwheel: string, template: TemplateKind): string {
  const commands = [
    `apk add --no-cache ${alpinePackages(template)}`,
    `${packwheel} build --wheel`,
    `${packwheel} check dist/*`,
    "python3 -m venv /tmp/venv",
    ...testCommands("/tmp/venv/bin/python"),
  ];
  return `  musl:
    strategy:
      fail-fast: false
      matrix:
        runner: [ubuntu-24.04, ubuntu-24.04-arm]
    runs-on: ${RUNNER}
    steps:
${CHECKOUT}\
      - run: |
          docker run --rm --volume "$PWD:/project" --workdir /project ${ALPINE_IMAGE} sh -euc '
${commands.map((command) => `            ${command}\n`).join("")}\
          '
${uploadStep(`dist-musl-${RUNNER}`)}`;
}

function sdistJob(packwheel: string): string {
  return `  sdist:
    runs-on: ubuntu-24.04
    steps:
${CHECKOUT}${NODE}${runSteps([`${packwheel} build --sdist`, `${packwheel} check dist/*`])}${uploadStep("dist-sdist")}`;
}

/** The only job that may ask for an identity, and it runs no code of the project. */
function publishJob(project: string, needs: readonly string[]): string {
  return `  publish:
    if: startsWith(github.ref, 'refs/tags/v')
    needs: [${needs.join(", ")}]
    runs-on: ubuntu-24.04
    environment:
      name: pypi
      url: https://pypi.org/project/${project}/
    permissions:
      id-token: write # PyPI knows the workflow by it
    steps:
      - uses: ${uses(ACTIONS.download)}
        with:
          pattern: dist*
          path: dist
          merge-multiple: true
      - uses: ${uses(ACTIONS.publish)}
`;
}
