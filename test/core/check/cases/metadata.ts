import { INFO } from "../wheel-draft.ts";
import { setHeader, type WheelCase } from "./wheel-case.ts";

export const METADATA_CASES: readonly WheelCase[] = [
  {
    name: "METADATA in Latin-1",
    code: "HEADER_NOT_UTF8",
    message: /METADATA.*UTF-8.*byte 65/,
    change: (draft) => {
      const headers = (draft.metadata ?? []).join("\n").replace("Says hello", "Sagt hall\u00f6");
      draft.files[`${INFO}/METADATA`] = Buffer.from(`${headers}\n\n${draft.description}`, "latin1");
      draft.metadata = undefined;
    },
  },
  {
    name: "a header line without a colon",
    code: "HEADER_MISSING_SEPARATOR",
    message: /line 14.*Import-Name/,
    change: ({ metadata }) => {
      metadata?.push("Import-Name");
    },
  },
  {
    name: "an indented first line",
    code: "HEADER_ORPHAN_CONTINUATION",
    message: /line 1/,
    change: ({ metadata }) => {
      metadata?.unshift("  indented");
    },
  },
  {
    name: "a header without a name",
    code: "HEADER_EMPTY_NAME",
    message: /line 14/,
    change: ({ metadata }) => {
      metadata?.push(": value");
    },
  },
  {
    name: "a mailbox line among the headers",
    code: "HEADER_ENVELOPE_LINE",
    message: /line 14.*From/,
    change: ({ metadata }) => {
      metadata?.push("From ada@example.org");
    },
  },
  {
    name: "more headers than anybody writes",
    code: "HEADER_TOO_MANY",
    message: /100000 headers/,
    change: ({ metadata }) => {
      for (let index = 0; index < 100_001; index++) metadata?.push("Platform: any");
    },
  },
  {
    name: "no WHEEL file",
    code: "WHEEL_FILE_MISSING",
    message: 'Wheel has no "hello-1.0.dist-info/WHEEL"',
    change: (draft) => {
      draft.wheel = undefined;
    },
  },
  {
    name: "a WHEEL file without Root-Is-Purelib",
    code: "WHEEL_FILE_KEY_MISSING",
    message: /Root-Is-Purelib/,
    change: ({ wheel }) => setHeader(wheel, "Root-Is-Purelib"),
  },
  {
    name: "Wheel-Version twice",
    code: "WHEEL_FILE_KEY_REPEATED",
    message: /Wheel-Version.*line 5/,
    change: ({ wheel }) => {
      wheel?.push("Wheel-Version: 1.0");
    },
  },
  {
    name: "a key of nobody's in WHEEL",
    code: "WHEEL_FILE_KEY_UNKNOWN",
    message: /Colour.*line 5/,
    change: ({ wheel }) => {
      wheel?.push("Colour: blue");
    },
  },
  {
    name: "Root-Is-Purelib that is neither true nor false",
    code: "WHEEL_FILE_BAD_VALUE",
    message: /Root-Is-Purelib.*yes/,
    change: ({ wheel }) => setHeader(wheel, "Root-Is-Purelib", "Root-Is-Purelib: yes"),
  },
  {
    name: "a Wheel-Version of the future",
    code: "WHEEL_VERSION_UNSUPPORTED",
    message: 'Wheel-Version "2.0" is not 1.0, the only one there is',
    change: ({ wheel }) => setHeader(wheel, "Wheel-Version", "Wheel-Version: 2.0"),
  },
  {
    name: "other tags in WHEEL than in the file name",
    code: "WHEEL_TAGS_MISMATCH",
    message:
      'Tag list of WHEEL lacks "py3-none-any" of the file name and has "py2-none-any", which the file name has not',
    change: ({ wheel }) => setHeader(wheel, "Tag", "Tag: py2-none-any"),
  },
  {
    name: "a build tag in WHEEL alone",
    code: "WHEEL_BUILD_MISMATCH",
    message: 'WHEEL has the build tag "7", and the file name has no build tag',
    change: ({ wheel }) => {
      wheel?.push("Build: 7");
    },
  },
  {
    name: "no METADATA",
    code: "METADATA_MISSING",
    message: 'Wheel has no "hello-1.0.dist-info/METADATA"',
    change: (draft) => {
      draft.metadata = undefined;
    },
  },
  {
    name: "METADATA without a Version",
    code: "METADATA_FIELD_MISSING",
    message: /Version/,
    change: ({ metadata }) => setHeader(metadata, "Version"),
  },
  {
    name: "a field of nobody's",
    code: "METADATA_FIELD_UNKNOWN",
    message: /Colour.*line 14/,
    change: ({ metadata }) => {
      metadata?.push("Colour: blue");
    },
  },
  {
    name: "a Summary twice",
    code: "METADATA_FIELD_REPEATED",
    message: /Summary.*line 14/,
    change: ({ metadata }) => {
      metadata?.push("Summary: Says good-bye");
    },
  },
  {
    name: "a description in the headers and behind them",
    code: "METADATA_DESCRIPTION_TWICE",
    message: /description/,
    change: ({ metadata }) => {
      metadata?.push("Description: Says hello");
    },
  },
  {
    name: "a MIME header",
    code: "METADATA_MIME_HEADER",
    message: /Content-Type/,
    change: ({ metadata }) => {
      metadata?.push("Content-Type: multipart/mixed; boundary=x");
    },
  },
  {
    name: "a field newer than the declared version",
    code: "METADATA_FIELD_TOO_NEW",
    message: "Field Import-Name came with metadata 2.5, and this is metadata 2.4",
    change: ({ metadata }) => {
      metadata?.push("Import-Name: hello");
    },
  },
  {
    name: "a Metadata-Version that never was",
    code: "METADATA_VERSION_UNKNOWN",
    message: 'Metadata-Version "2.0" does not exist',
    change: ({ metadata }) => setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.0"),
  },
  {
    name: "a Name that ends with a dash",
    code: "METADATA_NAME_INVALID",
    message: 'Name "hello-" is not a project name',
    change: ({ metadata }) => setHeader(metadata, "Name", "Name: hello-"),
    also: ["NAME_MISMATCH"],
  },
  {
    name: "a Version that is none",
    code: "METADATA_PROJECT_VERSION_INVALID",
    message: 'Version "latest" is not a version',
    change: ({ metadata }) => setHeader(metadata, "Version", "Version: latest"),
  },
  {
    name: "a dynamic Name",
    code: "METADATA_DYNAMIC_INVALID",
    message: 'Dynamic "Name" is not a field that can be dynamic',
    change: ({ metadata }) => {
      metadata?.push("Dynamic: Name");
    },
  },
  {
    name: "a Summary of two lines",
    code: "METADATA_SUMMARY_MULTILINE",
    message: 'Summary "Says hello\\u000ato everybody" has more than one line',
    change: ({ metadata }) => setHeader(metadata, "Summary", "Summary: Says hello\n  to everybody"),
  },
  {
    name: "an address without a domain",
    code: "METADATA_EMAIL_INVALID",
    message: 'Author-email "ada@home" is not an e-mail address',
    change: ({ metadata }) => setHeader(metadata, "Author-email", "Author-email: Ada Lovelace <ada@home>"),
  },
  {
    name: "a URL of another scheme",
    code: "METADATA_URL_INVALID",
    message: 'Project-URL "Source, git://example.org/hello" has no web address after the label',
    change: ({ metadata }) => setHeader(metadata, "Project-URL", "Project-URL: Source, git://example.org/hello"),
  },
  {
    name: "a label of 33 characters",
    code: "METADATA_URL_LABEL_INVALID",
    message: 'Label "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" of a Project-URL has more than 32 characters',
    change: ({ metadata }) => setHeader(metadata, "Project-URL", `Project-URL: ${"x".repeat(33)}, https://example.org`),
  },
  {
    name: "a requirement that cannot be read",
    code: "METADATA_REQUIREMENT_INVALID",
    message: /^Requires-Dist "colorama => 0\.4" is not a requirement: ./,
    change: ({ metadata }) => setHeader(metadata, "Requires-Dist", "Requires-Dist: colorama => 0.4"),
  },
  {
    name: "a bare version in Requires-Python",
    code: "METADATA_REQUIRES_PYTHON_INVALID",
    message: /^Requires-Python "3\.9" is no set of versions: ./,
    change: ({ metadata }) => setHeader(metadata, "Requires-Python", "Requires-Python: 3.9"),
  },
  {
    name: "no Requires-Python",
    code: "METADATA_REQUIRES_PYTHON_MISSING",
    message: "Requires-Python is absent",
    change: ({ metadata }) => setHeader(metadata, "Requires-Python"),
  },
  {
    name: "an extra with a dash at its end",
    code: "METADATA_EXTRA_INVALID",
    message: 'Provides-Extra "color-" is not a name',
    change: ({ metadata }) => setHeader(metadata, "Provides-Extra", "Provides-Extra: color-"),
    also: ["METADATA_EXTRA_UNDECLARED"],
  },
  {
    name: "an extra that is not normalised",
    code: "METADATA_EXTRA_NOT_NORMALIZED",
    message: 'Provides-Extra "Color" is not normalised',
    change: ({ metadata }) => setHeader(metadata, "Provides-Extra", "Provides-Extra: Color"),
  },
  {
    name: "two extras of one name",
    code: "METADATA_EXTRA_DUPLICATE",
    message: 'Extra "color" is declared twice',
    change: ({ metadata }) => {
      metadata?.push("Provides-Extra: color");
    },
  },
  {
    name: "an extra that is not declared",
    code: "METADATA_EXTRA_UNDECLARED",
    message: 'Extra "color" is asked for in Requires-Dist, but no Provides-Extra declares it',
    change: ({ metadata }) => setHeader(metadata, "Provides-Extra"),
  },
  {
    name: "License beside License-Expression",
    code: "METADATA_LICENSE_CONFLICT",
    message: "License and License-Expression are both present",
    change: ({ metadata }) => {
      metadata?.push("License: MIT");
    },
  },
  {
    name: "a License-Expression that is none",
    code: "METADATA_LICENSE_EXPRESSION_INVALID",
    message: 'License-Expression "MIT/X11" is no SPDX expression',
    change: ({ metadata }) => setHeader(metadata, "License-Expression", "License-Expression: MIT/X11"),
  },
  {
    name: "a License-Expression in lower case",
    code: "METADATA_LICENSE_EXPRESSION_NOT_CANONICAL",
    message: 'License-Expression "mit or apache-2.0" is not in its canonical form',
    change: ({ metadata }) => setHeader(metadata, "License-Expression", "License-Expression: mit or apache-2.0"),
  },
  {
    name: "a license classifier beside License-Expression",
    code: "METADATA_LICENSE_CLASSIFIER",
    message: 'Classifier "License :: OSI Approved :: MIT License" stands beside License-Expression',
    change: ({ metadata }) => {
      metadata?.push("Classifier: License :: OSI Approved :: MIT License");
    },
  },
  {
    name: "a License-File that leads out of the project",
    code: "METADATA_LICENSE_FILE_INVALID",
    message: "License-File \"../LICENSE\" is no path within the project: it has a '..' part",
    change: ({ metadata }) => {
      metadata?.push("License-File: ../LICENSE");
    },
  },
  {
    name: "a License-File in old metadata",
    code: "METADATA_LICENSE_FILE_TOO_NEW",
    message: "Field License-File came with metadata 2.4, and this is metadata 2.3",
    change: ({ metadata }) => {
      setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.3");
      setHeader(metadata, "License-Expression");
    },
  },
  {
    name: "a license file that is not there",
    code: "METADATA_LICENSE_FILE_MISSING",
    message: 'License-File "NOTICE" is not there',
    change: ({ metadata }) => {
      metadata?.push("License-File: NOTICE");
    },
  },
  {
    name: "a license file in Latin-1",
    code: "METADATA_LICENSE_FILE_NOT_UTF8",
    message: 'License file "LICENSE" is not UTF-8 text',
    change: ({ files }) => {
      files[`${INFO}/licenses/LICENSE`] = Buffer.from("\u00a9 Ada\n", "latin1");
    },
  },
  {
    name: "a license file that METADATA does not name",
    code: "METADATA_LICENSE_FILE_UNLISTED",
    message: 'License file "NOTICE" is named by no License-File',
    change: ({ files }) => {
      files[`${INFO}/licenses/NOTICE`] = "Nothing to see\n";
    },
  },
  {
    name: "a keyword as Import-Name",
    code: "METADATA_IMPORT_NAME_INVALID",
    message: 'Import-Name "hello.class" is not a dotted name',
    change: ({ metadata }) => {
      setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.5");
      metadata?.push("Import-Name: hello.class");
    },
    also: ["METADATA_IMPORT_NAME_NOT_PROVIDED"],
  },
  {
    name: "an Import-Name without a module",
    code: "METADATA_IMPORT_NAME_NOT_PROVIDED",
    message: 'Import-Name "goodbye" is declared, and the wheel holds no such module',
    change: ({ metadata }) => {
      setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.5");
      metadata?.push("Import-Name: goodbye ; private");
    },
  },
  {
    name: "a classifier twice",
    code: "METADATA_CLASSIFIER_DUPLICATE",
    message: 'Classifier "Programming Language :: Python :: 3" stands twice',
    change: ({ metadata }) => {
      metadata?.push("Classifier: Programming Language :: Python :: 3");
    },
  },
  {
    name: "a deprecated field",
    code: "METADATA_DEPRECATED_FIELD",
    message: "Field Home-page is deprecated",
    change: ({ metadata }) => {
      metadata?.push("Home-page: https://example.org");
    },
  },
];
