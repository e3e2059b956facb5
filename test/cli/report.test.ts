import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatError, formatFinding, formatSize, Painter, visible, visibleLine } from "../../src/cli/report.ts";
import { type Finding, PackwheelError } from "../../src/core/errors.ts";

const PLAIN = new Painter(false);
const FINDING: Finding = {
  code: "PROJECT_VERSION_INVALID",
  severity: "error",
  path: "pyproject.toml: project.version",
  message: 'Cannot read the version "one"',
  hint: "Write `1.0`",
};
const FOUND =
  'error: pyproject.toml: project.version: Cannot read the version "one" [PROJECT_VERSION_INVALID]\n  hint: Write `1.0`\n';

describe("formatError()", () => {
  test("says a problem that is alone once, whether or not the error names the place", () => {
    for (const message of [FINDING.message, `${FINDING.path}: ${FINDING.message}`]) {
      const error = new PackwheelError("PROJECT_INVALID", message, { findings: [FINDING], hint: "Write `1.0`" });
      assert.equal(formatError(error, PLAIN, false), FOUND);
    }
  });

  test("says after several problems how many there are", () => {
    const error = new PackwheelError("PROJECT_INVALID", "Cannot build: it has 2 problems", {
      findings: [FINDING, FINDING],
    });
    assert.equal(
      formatError(error, PLAIN, false),
      `${FOUND}${FOUND}error: Cannot build: it has 2 problems [PROJECT_INVALID]\n`,
    );
  });

  test("keeps the code away from an excerpt", () => {
    const error = new PackwheelError("PROJECT_TOML_INVALID", "Cannot parse it:\n\n1 | [a\n      ^");
    assert.equal(
      formatError(error, PLAIN, false),
      "error: Cannot parse it: [PROJECT_TOML_INVALID]\n\n1 | [a\n      ^\n",
    );
  });

  test("tells the causes when asked to", () => {
    const cause = new Error("outer", { cause: new Error("inner") });
    const error = new PackwheelError("OUTPUT_FAILED", "Cannot write", { cause });
    assert.equal(
      formatError(error, PLAIN, true),
      "error: Cannot write [OUTPUT_FAILED]\ncaused by: outer\ncaused by: inner\n",
    );
  });
});

describe("formatFinding()", () => {
  test("lets no name steer the terminal or fake a line", () => {
    const { hint: _, ...hintless } = FINDING;
    const finding: Finding = { ...hintless, path: "a\nerror: b\u001b[2J" };
    assert.equal(
      formatFinding(finding, PLAIN),
      'error: a\\x0aerror: b\\x1b[2J: Cannot read the version "one" [PROJECT_VERSION_INVALID]\n',
    );
  });
});

describe("visible()", () => {
  test("keeps line ends and tabs, which visibleLine() keeps but for line ends", () => {
    assert.equal(visible("a\tb\nc\rd\u0085"), "a\tb\nc\\x0dd\\x85");
    assert.equal(visibleLine("a\tb\nc"), "a\tb\\x0ac");
  });
});

describe("formatSize()", () => {
  for (const [bytes, text] of [
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [999_949, "999.9 kB"],
    [999_999, "1.0 MB"],
    [1_500_000, "1.5 MB"],
  ] as const) {
    test(`writes ${bytes} as ${text}`, () => assert.equal(formatSize(bytes), text));
  }
});
