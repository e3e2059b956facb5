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

/** Right texts, texts with some characters changed, and every single change of a few short ones. */
function sample(arbitrary: fc.Arbitrary<string>, alphabet: string, short: readonly string[]): string[] {
  const right = fc.sample(arbitrary, { seed: SEED, numRuns: COUNT });
  const changed = fc.sample(texts.mutated(arbitrary, alphabet), { seed: SEED, numRuns: COUNT });
  return [...new Set([...right, ...changed, ...short.flatMap((text) => texts.everyEdit(text, alphabet))])];
}

const questions: Readonly<Record<Kind, string[]>> = {
  version: sample(texts.version, "019avrcdepost.-_+! \n", ["1.0", "1!2a3.post4.dev5+u.6", "1-1", "v1rc1", "1.0r"]),
  specifier: sample(texts.specifierSet, "019ardev.-_+!*,<=>~ ", [">=1,<2", "==1.*", "~=1.0", "===x", "==1+a", "!=1a1"]),
  match: fc.sample(
    fc.tuple(texts.nearSpecifier, texts.nearVersion).map(([specifier, version]) => `${specifier} ${version}`),
    { seed: SEED, numRuns: 2 * COUNT },
  ),
  requirement: sample(texts.requirement, "a0.-_[](),<>=~!;@ '\"*#\t", [
    "a",
    "a>=1,<2",
    "a (==1.*)",
    "a[b,c]",
    "a[]~=1.0",
    "a @ b://c ; os_name=='d'",
    "a@b",
    'a;extra == "b-c" or (os_name<"x" and "y"in os.name)',
    "a===1 ; 'b' not in sys_platform",
  ]),
  name: sample(texts.projectName, "aZ0.-_ +\n", ["a", "a-b", "A.b_0"]),
  license: sample(texts.licenseExpression, "aM0.-+() ", [
    "MIT",
    "(MIT OR ISC)",
    "LicenseRef-a.b",
    "0BSD and mit",
    "GPL-2.0+ WITH LLVM-exception",
  ]),
  wheel: sample(texts.wheelFilename, "aZ0.-_+!", ["a-1-py3-none-any.whl", "A_b.c-1.0a1-2x-py2.py3-abi3-win32.any.whl"]),
  sdist: sample(texts.sdistFilename, "aZ0.-_+!", ["a-1.tar.gz", "A-b_c-1.0a1.zip"]),
};
const order = fc.sample(fc.oneof(texts.nearVersion, texts.version), { seed: SEED, numRuns: COUNT });

interface Difference {
  readonly kind: Kind;
  /** `take` what packaging refuses, `refuse` what it takes, or `write` another normal form. */
  readonly we: "take" | "refuse" | "write";
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
    we: "take",
    reason: "packaging reads `===1,==` as one word when a space follows it, and fails on it",
    applies: (text) => /===\s*[^;\s]+,[^;,\s]*\s/.test(text),
  },
  {
    kind: "requirement",
    we: "write",
    reason: "packaging drops the parentheses of `((a or b)) and c`, which changes the meaning",
    applies: (text) => /\(\s*\(/.test(text),
  },
  {
    kind: "requirement",
    we: "refuse",
    reason: "packaging takes names that end with `_`; the specification does not",
    applies: (text) => /_\s*(?:$|[^\w.\s-])/.test(text.replace(/"[^"]*"|'[^']*'/g, "")),
  },
  {
    kind: "requirement",
    we: "write",
    reason: 'packaging puts a value with `"` between double quotes, and cannot read it again',
    applies: (text) => /'[^']*"[^']*'/.test(text),
  },
  ...(["specifier", "requirement"] as const).map((kind) => ({
    kind,
    we: "refuse" as const,
    reason: "packaging takes anything after `===`, also nothing; the specification has the characters of versions",
    applies: (text: string) => /===\s*(?![\w.*+!-]+\s*(?:[,;)]|$))/.test(text),
  })),
  {
    kind: "license",
    we: "refuse",
    reason: "packaging knows the old identifier `GPL-2.0+`, and takes `GPL-2.0++`",
    applies: (text) => text.includes("++"),
  },
  {
    kind: "license",
    we: "take",
    reason: "our SPDX list is newer than theirs",
    applies: (text, { licenses }) =>
      text
        .toLowerCase()
        .split(/[()\s]+/)
        .some((id) => !licenses.has(id) && isListed(id)),
  },
  {
    kind: "wheel",
    we: "refuse",
    reason: "before 26.3, packaging took a name without characters",
    applies: (text) => text.startsWith("-"),
  },
  {
    kind: "wheel",
    we: "refuse",
    reason: "before 26.3, packaging took tags without characters, and Python tags that are no identifiers",
    applies: (text) => {
      const [python = "", abi = "", platform = ""] = text
        .replace(/\.whl$/, "")
        .split("-")
        .slice(-3);
      return [python, abi, platform].some((tags) => tags.split(".").includes("")) || /(?:^|\.)[0-9]/.test(python);
    },
  },
  {
    kind: "wheel",
    we: "refuse",
    reason: "packaging takes any character in a tag; the specification has letters, digits and `_`",
    applies: (text) =>
      text
        .split("-")
        .slice(-3)
        .some((tags) => /[^\w.]/.test(tags)),
  },
  {
    kind: "sdist",
    we: "refuse",
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

/** One Python for each release of packaging. */
function findJudges(): Python[] {
  const byRelease = new Map<string, Python>();
  for (const python of findPythons()) {
    const code = "import packaging.requirements; print(packaging.__version__)";
    const result = spawnSync(python.path, ["-c", code], { encoding: "utf8" });
    if (result.status === 0) byRelease.set(result.stdout.trim(), python);
  }
  return [...byRelease.values()];
}

const judges = findJudges();

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
          const we = own === null ? "refuse" : theirs === null ? "take" : "write";
          if (INTENDED.some((known) => known.kind === kind && known.we === we && known.applies(text, judge))) return [];
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
