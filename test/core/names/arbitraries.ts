/** Texts for property tests: right ones in every spelling, and right ones with a few characters changed. */
import fc from "fast-check";
import { EXCEPTION_IDS, LICENSE_IDS } from "../../../src/core/names/data/spdx.ts";

const number = fc.oneof(
  fc.nat({ max: 30 }).map(String),
  fc.constantFrom("0", "00", "007", "2024", "20240105123456", "123456789012345678901234567890"),
);
const separator = fc.constantFrom("", "", ".", "-", "_");
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), text);
const join = (...texts: fc.Arbitrary<string>[]) => fc.tuple(...texts).map((parts) => parts.join(""));
const spaces = fc.constantFrom("", "", " ", "  ", "\t");

const release = fc.array(number, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join("."));
const preRelease = join(
  separator,
  fc.constantFrom("a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "RC", "Alpha"),
  separator,
  maybe(number),
);
const postRelease = fc.oneof(
  join(fc.constant("-"), number),
  join(separator, fc.constantFrom("post", "rev", "r", "POST"), separator, maybe(number)),
);
const devRelease = join(separator, fc.constantFrom("dev", "DEV"), separator, maybe(number));
const local = join(
  fc.constant("+"),
  fc
    .array(fc.oneof(number, fc.constantFrom("ubuntu", "Foo", "g0123abc", "1a", "abc")), { minLength: 1, maxLength: 3 })
    .chain((parts) => fc.constantFrom(".", "-", "_").map((dot) => parts.join(dot))),
);

const epoch = maybe(join(number, fc.constant("!")));
const suffixes = join(maybe(preRelease), maybe(postRelease), maybe(devRelease));

/** Versions without a local part. */
export const publicVersion: fc.Arbitrary<string> = join(maybe(fc.constantFrom("v", "V")), epoch, release, suffixes);

export const version: fc.Arbitrary<string> = join(publicVersion, maybe(local));

/** Few different versions, so that many of them are equal or near. */
export const nearVersion: fc.Arbitrary<string> = join(
  fc.constantFrom("1", "1.0", "1.0.0", "1.1", "1!1", "0.9", "1.0.1"),
  fc.constantFrom("", "", "a1", "b1", "rc1"),
  fc.constantFrom("", "", ".post0", ".post1"),
  fc.constantFrom("", "", ".dev0", ".dev2"),
  fc.constantFrom("", "", "+abc.5", "+abc", "+5", "+10", "+5.a"),
);

const specifierOf = (versions: fc.Arbitrary<string>, locals: fc.Arbitrary<string>) =>
  fc.oneof(
    join(fc.constantFrom("<=", ">=", "<", ">"), spaces, versions),
    join(fc.constantFrom("==", "!="), spaces, locals),
    join(fc.constantFrom("==", "!="), spaces, release, fc.constant(".*")),
    join(fc.constant("~="), spaces, epoch, release, fc.constant("."), release, suffixes),
    join(fc.constant("==="), spaces, locals),
  );

export const specifierSet: fc.Arbitrary<string> = fc
  .array(join(spaces, specifierOf(publicVersion, version), spaces), { maxLength: 4 })
  .map((items) => items.join(","));

/** One specifier that some of `nearVersion` fit and some do not. */
export const nearSpecifier: fc.Arbitrary<string> = fc.oneof(
  join(
    fc.constantFrom("<=", ">=", "<", ">", "~="),
    nearVersion.map((text) => text.replace(/\+.*/, "")),
  ),
  join(fc.constantFrom("==", "!=", "==="), nearVersion),
  join(fc.constantFrom("==", "!="), fc.constantFrom("1.*", "1.0.*", "1.0.0.*", "0.*", "1!1.*")),
);

export const projectName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("a", "A", "0", "requests", "Friendly.Bard-X", "zope.interface", "a__b", "ruamel.yaml.clib"),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,10}[A-Za-z0-9]$/),
);

const markerValue = fc.oneof(
  fc.constantFrom('"3.9"', "'3.9'", '"linux"', "'win32'", '"cpython"', "'2.6 2.7'", '"it\'s"', '""'),
  fc.stringMatching(/^"[a-zA-Z0-9 ._;:/()]{0,8}"$/),
);
const markerVariable = fc.constantFrom(
  "python_version",
  "python_full_version",
  "os_name",
  "sys_platform",
  "platform_machine",
  "platform_release",
  "implementation_name",
  "os.name",
  "sys.platform",
  "python_implementation",
  "platform.python_implementation",
);
const comparison = fc.oneof(
  join(
    spaces,
    markerVariable,
    spaces,
    fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "~=", "===", " in ", " not in ", " not \t in "),
    spaces,
    markerValue,
    spaces,
  ),
  join(markerValue, fc.constantFrom(" == ", " in ", "!="), markerVariable),
  join(fc.constantFrom("extra == ", "extra=="), fc.constantFrom('"gui"', "'dev-tools'")),
);
export const marker: fc.Arbitrary<string> = fc.letrec<{ marker: string; term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, depthIdentifier: "marker" },
    comparison,
    join(fc.constant("("), spaces, tie("marker"), spaces, fc.constant(")")),
  ),
  marker: fc.oneof(
    { maxDepth: 3, depthIdentifier: "marker" },
    tie("term"),
    join(tie("term"), fc.constantFrom(" and ", " or "), tie("marker")),
  ),
})).marker;

const extras = fc.array(projectName, { maxLength: 3 }).map((names) => `[${names.join(" , ")}]`);
const parenthesized = specifierSet
  .filter((text) => text.trim() !== "" && !text.includes("==="))
  .map((text) => `(${text})`);
const requirementSpecifiers = fc.oneof(
  specifierSet.filter((text) => !/^\s*,|,\s*,/.test(text)).map((text) => text.trimStart()),
  parenthesized.filter((text) => !/^\(\s*,|,\s*,/.test(text)),
);

export const requirement: fc.Arbitrary<string> = fc.oneof(
  join(
    spaces,
    projectName,
    spaces,
    maybe(extras),
    spaces,
    maybe(requirementSpecifiers),
    maybe(join(spaces, fc.constant(";"), marker)),
  ),
  join(
    projectName,
    maybe(extras),
    fc.constantFrom(" @ ", "@", " @"),
    fc.constantFrom("https://example.org/a-1.0.whl", "git+https://example.org/a.git@v1#egg=a", "file:///tmp/a.whl"),
    maybe(join(fc.constantFrom(" ;", " ; "), marker)),
  ),
);

const licenseId = fc.constantFrom(...LICENSE_IDS.trim().split(/\s+/));
const exceptionId = fc.constantFrom(...EXCEPTION_IDS.trim().split(/\s+/));
const anyCase = (text: fc.Arbitrary<string>) =>
  text.chain((word) => fc.constantFrom(word, word, word.toLowerCase(), word.toUpperCase()));

export const licenseExpression: fc.Arbitrary<string> = fc.letrec<{ expression: string; term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, depthIdentifier: "license" },
    anyCase(licenseId),
    join(anyCase(licenseId), fc.constant("+")),
    join(anyCase(licenseId), fc.constantFrom(" WITH ", " with "), anyCase(exceptionId)),
    join(fc.constantFrom("LicenseRef-", "licenseref-"), fc.stringMatching(/^[A-Za-z0-9.-]{1,8}$/)),
    join(fc.constant("("), spaces, tie("expression"), spaces, fc.constant(")")),
  ),
  expression: fc.oneof(
    { maxDepth: 3, depthIdentifier: "license" },
    tie("term"),
    join(tie("term"), fc.constantFrom(" AND ", " or ", "  and\t"), tie("expression")),
  ),
})).expression;

const tags = (...words: string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((list) => list.join("."));

export const wheelFilename: fc.Arbitrary<string> = join(
  projectName.map((name) => name.replaceAll("-", "_")),
  fc.constant("-"),
  version.filter((text) => !text.includes("-")),
  maybe(join(fc.constant("-"), number, fc.constantFrom("", "local", "_1"))),
  fc.constant("-"),
  tags("py2", "py3", "cp313", "PP311", "graalpy242"),
  fc.constant("-"),
  tags("none", "abi3", "abi3t", "cp313t"),
  fc.constant("-"),
  tags("any", "win_amd64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "macosx_11_0_arm64"),
  fc.constant(".whl"),
);

export const sdistFilename: fc.Arbitrary<string> = join(
  projectName,
  fc.constant("-"),
  version.filter((text) => !text.includes("-")),
  fc.constantFrom(".tar.gz", ".tar.gz", ".zip"),
);

/** The same text with up to three characters put in, taken out or replaced. */
export function mutated(text: fc.Arbitrary<string>, alphabet: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom("insert", "delete", "replace"),
    character: fc.constantFrom(...alphabet),
  });
  return fc.tuple(text, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([start, edits]) => {
    let result = start;
    for (const { at, kind, character } of edits) {
      const index = Math.floor(at * (result.length + 1));
      const tail = result.slice(index + (kind === "insert" ? 0 : 1));
      result = result.slice(0, index) + (kind === "delete" ? "" : character) + tail;
    }
    return result;
  });
}

/** Every text that one edit makes of this one: each character taken out, replaced, and put in at each place. */
export function everyEdit(text: string, alphabet: string): string[] {
  const edited: string[] = [];
  for (let i = 0; i <= text.length; i++) {
    const [before, after] = [text.slice(0, i), text.slice(i + 1)];
    if (i < text.length) edited.push(before + after);
    for (const character of alphabet) {
      edited.push(before + character + text.slice(i));
      if (i < text.length) edited.push(before + character + after);
    }
  }
  return edited;
}
