/**
 * Python's `packaging`, which pip and PyPI use, judges the same texts as our parsers: what is right, and what its
 * normal form is. Every difference is either a fault of ours or stands in `INTENDED` with its reason.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../src/core/errors.ts";
import { DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS } from "../../src/core/names/data/spdx.ts";
import { normalizeLicenseExpression } from "../../src/core/names/license-expression.ts";
import { isValidName, normalizeName } from "../../src/core/names/project-name.ts";
import { formatRequirement, parseRequirement } from "../../src/core/names/requirement.ts";
import { formatSpecifierSet, matchesSpecifier, parseSpecifierSet } from "../../src/core/names/specifier.ts";
import { compareVersions, formatVersion, normalizeVersion, parseVersion } from "../../src/core/names/version.ts";
import { parseSdistFilename } from "../../src/core/sdist/filename.ts";
import { expandTags, formatTriple } from "../../src/core/tags/tag-set.ts";
import { parseWheelFilename } from "../../src/core/wheel/filename.ts";
import * as texts from "../core/names/arbitraries.ts";
import { findPythons, type Python, requireJudge } from "./judge.ts";

const SEED = 20260822;
const COUNT = 1500;

/** Reads {kind: [text]} and answers {kind: [normal form or null]}; for `match`, the texts are "specifier version". */
const JUDGE = `
import json, sys
import packaging
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import Version
try:
    from packaging.licenses import canonicalize_license_expression
    from packaging.licenses._spdx import EXCEPTIONS, LICENSES
except ImportError:
    canonicalize_license_expression, EXCEPTIONS, LICENSES = None, {}, {}

def wheel(text):
    name, version, build, tags = parse_wheel_filename(text)
    return [name, str(version), [str(part) for part in build], sorted(str(tag) for tag in tags)]

def sdist(text):
    name, version = parse_sdist_filename(text)
    return [name, str(version)]

def match(text):
    specifier, version = text.split(" ")
    return SpecifierSet(specifier).contains(Version(version), prereleases=True)

def name(text):
    return canonicalize_name(text, validate=True)

judges = {
    "version": lambda text: str(Version(text)),
    "specifier": lambda text: str(SpecifierSet(text)),
    "match": match,
    "requirement": lambda text: str(Requirement(text)),
    "name": name,
    "license": canonicalize_license_expression,
    "wheel": wheel,
    "sdist": sdist,
}

def judge(kind, text):
    try:
        return judges[kind](text)
    except Exception:
        return None

questions = json.load(sys.stdin)
ordered = questions.pop("order")
answers = {kind: [judge(kind, text) for text in texts] for kind, texts in questions.items()}
answers["order"] = [str(version) for version in sorted(map(Version, ordered))]
answers["packaging"] = packaging.__version__
answers["licenses"] = list(LICENSES) + list(EXCEPTIONS)
json.dump(answers, sys.stdout)
`;

type Kind = "version" | "specifier" | "match" | "requirement" | "name" | "license" | "wheel" | "sdist";

const ours: Readonly<Record<Kind, (text: string) => unknown>> = {
  version: normalizeVersion,
  specifier: (text) => formatSpecifierSet(parseSpecifierSet(text)),
  match: (text) => {
    const [specifier = "", version = ""] = text.split(" ");
    return matchesSpecifier(parseSpecifierSet(specifier), parseVersion(version));
  },
  requirement: (text) => formatRequirement(parseRequirement(text)),
  name: (text) => (isValidName(text) ? normalizeName(text) : null),
  license: normalizeLicenseExpression,
  wheel: (text) => {
    const { name, version, build, tags } = parseWheelFilename(text);
    const buildParts = build === undefined ? [] : [String(build.number), build.suffix];
    return [name, formatVersion(version), buildParts, expandTags(tags).map(formatTriple).sort()];
  },
  sdist: (text) => {
    const { name, version } = parseSdistFilename(text);
    return [name, formatVersion(version)];
  },
};

function sample(arbitrary: fc.Arbitrary<string>, alphabet: string): string[] {
  const right = fc.sample(arbitrary, { seed: SEED, numRuns: COUNT });
  const changed = fc.sample(texts.mutated(arbitrary, alphabet), { seed: SEED, numRuns: COUNT });
  return [...new Set([...right, ...changed])];
}

const questions: Readonly<Record<Kind, string[]>> = {
  version: sample(texts.version, "019avrcdepost.-_+! \n"),
  specifier: sample(texts.specifierSet, "019ardev.-_+!*,<>=~ "),
  match: fc.sample(
    fc.tuple(texts.nearSpecifier, texts.nearVersion).map(([specifier, version]) => `${specifier} ${version}`),
    { seed: SEED, numRuns: 2 * COUNT },
  ),
  requirement: sample(texts.requirement, "a0.-_[](),<>=~!;@ '\"*#"),
  name: sample(texts.projectName, "aZ0.-_ +"),
  license: sample(texts.licenseExpression, "aM0.-+() "),
  wheel: sample(texts.wheelFilename, "aZ0.-_+"),
  sdist: sample(texts.sdistFilename, "aZ0.-_+"),
};
const order = fc.sample(fc.oneof(texts.nearVersion, texts.version), { seed: SEED, numRuns: COUNT });

interface Difference {
  readonly kind: Kind;
  readonly reason: string;
  readonly applies: (text: string, judge: Judge) => boolean;
}

interface Judge {
  /** Of `packaging`: 26.2. */
  readonly release: number;
  /** Lower case. */
  readonly licenses: ReadonlySet<string>;
}

/** Where we decide otherwise, and why. */
const INTENDED: readonly Difference[] = [
  {
    kind: "requirement",
    reason: "packaging reads `===1,==` as one word when a space follows it, and fails on it",
    applies: (text) => /===\s*[^;\s]+,[^;,\s]*\s/.test(text),
  },
  {
    kind: "requirement",
    reason: "packaging drops the parentheses of `((a or b)) and c`, which changes the meaning",
    applies: (text) => /\(\s*\(/.test(text),
  },
  {
    kind: "license",
    reason: "our SPDX list is newer than theirs",
    applies: (text, { licenses }) =>
      text
        .toLowerCase()
        .split(/[()\s]+/)
        .some((id) => !licenses.has(id) && isListed(id)),
  },
  {
    kind: "wheel",
    reason: "before 26.3, packaging took a name without characters",
    applies: (text) => text.startsWith("-"),
  },
  {
    kind: "wheel",
    reason: "before 26.3, packaging took a Python tag that is no identifier",
    applies: (text) => /[-.][0-9][^-]*-[^-]+-[^-]+$/.test(text),
  },
  {
    kind: "wheel",
    reason: "packaging takes any character in a tag; the specification has letters, digits and `_`",
    applies: (text) => /\+[^-]*(?:-[^-]*){0,2}$/.test(text),
  },
  {
    kind: "sdist",
    reason: "packaging takes any text as a name",
    applies: (text) => !isValidName(text.slice(0, text.lastIndexOf("-"))),
  },
];

const listed = new Set(`${LICENSE_IDS} ${DEPRECATED_LICENSE_IDS} ${EXCEPTION_IDS}`.toLowerCase().split(/\s+/));

function isListed(id: string): boolean {
  return listed.has(id) || listed.has(id.replace(/\+$/, ""));
}

/** Older releases lack the function, or answered by rules that have been mended since. */
const SINCE: Readonly<Partial<Record<Kind, number>>> = { license: 24.2, match: 26, name: 24, requirement: 24 };

function judgeOurs(kind: Kind, text: string): unknown {
  try {
    return ours[kind](text);
  } catch (error) {
    assert.ok(error instanceof PackwheelError, `${kind} ${JSON.stringify(text)} raised ${error}`);
    return null;
  }
}

interface Answers extends Record<Kind, unknown[]> {
  readonly order: string[];
  readonly packaging: string;
  readonly licenses: string[];
}

function ask(python: Python): Answers | undefined {
  const input = JSON.stringify({ ...questions, order });
  const result = spawnSync(python.path, ["-c", JUDGE], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return result.status === 0 ? JSON.parse(result.stdout) : undefined;
}

function hasPackaging(python: Python): boolean {
  return spawnSync(python.path, ["-c", "import packaging.requirements"], { stdio: "ignore" }).status === 0;
}

const judges = findPythons().filter(hasPackaging);

test("a Python with packaging is there", (t) => {
  requireJudge(t, judges.length > 0, "a Python with the package packaging");
});

for (const python of judges) {
  const answers = ask(python);
  assert.ok(answers !== undefined, `the judge failed in Python ${python.version}`);
  const judge = { release: Number.parseFloat(answers.packaging), licenses: new Set(answers.licenses) };

  describe(`packaging ${answers.packaging} of Python ${python.version}`, () => {
    for (const kind of Object.keys(ours) as Kind[]) {
      test(`agrees on each ${kind}`, (t) => {
        const since = SINCE[kind] ?? 0;
        if (judge.release < since) {
          t.skip(`judged since packaging ${since} alone`);
          return;
        }
        const differences = questions[kind].flatMap((text, i) => {
          const theirs = answers[kind][i];
          const own = judgeOurs(kind, text);
          if (JSON.stringify(own) === JSON.stringify(theirs)) return [];
          if (INTENDED.some((known) => known.kind === kind && known.applies(text, judge))) return [];
          return [`${JSON.stringify(text)}: ours ${JSON.stringify(own)}, theirs ${JSON.stringify(theirs)}`];
        });
        assert.deepEqual(differences, [], `seed ${SEED}`);
      });
    }

    test("agrees on the order of versions", () => {
      const sorted = order.map(parseVersion).sort(compareVersions).map(formatVersion);
      assert.deepEqual(sorted, answers.order, `seed ${SEED}`);
    });
  });
}
