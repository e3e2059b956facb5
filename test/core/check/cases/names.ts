import { moveInfo, setHeader, type WheelCase } from "./wheel-case.ts";

export const NAMES_CASES: readonly WheelCase[] = [
  {
    name: "a control character in the file name",
    code: "FILENAME_CONTROL_CHARACTER",
    message: 'File name "hello-1.0-py3-none-a\\u0007ny.whl" holds a control character',
    change: (draft) => {
      draft.filename = "hello-1.0-py3-none-a\u0007ny.whl";
    },
    also: ["FILENAME_TAG_INVALID"],
  },
  {
    name: "a folder in the file name",
    code: "FILENAME_SEPARATOR",
    message: 'File name "dist/hello-1.0-py3-none-any.whl" holds a slash or backslash',
    change: (draft) => {
      draft.filename = "dist/hello-1.0-py3-none-any.whl";
    },
    also: ["FILENAME_NAME_INVALID", "DIST_INFO_NAME_MISMATCH", "NAME_MISMATCH"],
  },
  {
    name: "a file that is neither wheel nor sdist",
    code: "FILENAME_EXTENSION",
    message: "File name ends in neither .whl nor .tar.gz",
    change: (draft) => {
      draft.filename = "hello-1.0.zip";
    },
  },
  {
    name: "a file name that leaves no room for its companion",
    code: "FILENAME_TOO_LONG",
    message:
      'File name "hello-1.0-10000000000000000000000000000000000000000000000000…" has 258 bytes, and the limit is 246',
    change: (draft) => {
      draft.filename = `hello-1.0-1${"0".repeat(230)}-py3-none-any.whl`;
      draft.wheel?.push(`Build: 1${"0".repeat(230)}`);
    },
  },
  {
    name: "too few parts",
    code: "FILENAME_INVALID",
    message: 'Wheel name "hello-1.0-py3.whl" has 3 parts between dashes, not 5 or 6',
    change: (draft) => {
      draft.filename = "hello-1.0-py3.whl";
    },
  },
  {
    name: "two underscores in a row",
    code: "FILENAME_NAME_INVALID",
    message: 'Name "hel__lo" in the file name is not a project name',
    change: (draft) => {
      draft.filename = "hel__lo-1.0-py3-none-any.whl";
      moveInfo(draft, "hel__lo-1.0.dist-info");
      setHeader(draft.metadata, "Name", "Name: hel-lo");
    },
  },
  {
    name: "a version that is none",
    code: "FILENAME_VERSION_INVALID",
    message: 'Version "latest" in the file name is not a version',
    change: (draft) => {
      draft.filename = "hello-latest-py3-none-any.whl";
      moveInfo(draft, "hello-latest.dist-info");
    },
  },
  {
    name: "a build tag without a digit",
    code: "FILENAME_BUILD_INVALID",
    message: 'Build tag "b1" in the file name does not begin with a digit',
    change: (draft) => {
      draft.filename = "hello-1.0-b1-py3-none-any.whl";
      draft.wheel?.push("Build: b1");
    },
  },
  {
    name: "an empty tag",
    code: "FILENAME_TAG_INVALID",
    message: /Python tag/,
    change: (draft) => {
      draft.filename = "hello-1.0-py3.-none-any.whl";
    },
  },
  {
    name: "upper case in the name",
    code: "FILENAME_NAME_NOT_NORMALIZED",
    message: 'Name "Hello" in the file name is not normalised',
    change: (draft) => {
      draft.filename = "Hello-1.0-py3-none-any.whl";
      moveInfo(draft, "Hello-1.0.dist-info");
    },
  },
  {
    name: "a version that is not normal",
    code: "FILENAME_VERSION_NOT_NORMALIZED",
    message: 'Version "1.0RC1" in the file name is not normalised',
    change: (draft) => {
      draft.filename = "hello-1.0RC1-py3-none-any.whl";
      moveInfo(draft, "hello-1.0RC1.dist-info");
      setHeader(draft.metadata, "Version", "Version: 1.0rc1");
    },
  },
  {
    name: "tags in the wrong order",
    code: "FILENAME_TAGS_UNSORTED",
    message: 'Tags "py3.py2" in the file name are not sorted',
    change: (draft) => {
      draft.filename = "hello-1.0-py3.py2-none-any.whl";
      draft.wheel?.push("Tag: py2-none-any");
    },
  },
  {
    name: "the name of another project in METADATA",
    code: "NAME_MISMATCH",
    message: 'Name "goodbye" is not the "hello" of the file name',
    change: ({ metadata }) => setHeader(metadata, "Name", "Name: goodbye"),
  },
  {
    name: "another version in METADATA",
    code: "VERSION_MISMATCH",
    message: 'Version "1.0.1" is not the "1.0" of the file name',
    change: ({ metadata }) => setHeader(metadata, "Version", "Version: 1.0.1"),
  },
  {
    name: "no .dist-info at all",
    code: "DIST_INFO_MISSING",
    message: "Wheel has no .dist-info folder",
    change: (draft) => {
      moveInfo(draft, "hello/info");
      draft.files = { "hello/__init__.py": "" };
      draft.metadata = undefined;
      draft.wheel = undefined;
      draft.record = undefined;
    },
  },
  {
    name: "a second .dist-info",
    code: "DIST_INFO_SEVERAL",
    message: 'Wheel has 2 .dist-info folders: "hello-1.0.dist-info", "other-2.0.dist-info"',
    change: ({ files }) => {
      files["other-2.0.dist-info/METADATA"] = "Metadata-Version: 2.1\nName: other\nVersion: 2.0\n";
    },
  },
  {
    name: "a .dist-info of another spelling",
    code: "DIST_INFO_NAME_MISMATCH",
    message: 'Folder "Hello-1.0.dist-info" is not called "hello-1.0.dist-info" as the file name asks for',
    change: (draft) => moveInfo(draft, "Hello-1.0.dist-info"),
  },
  {
    name: "a .data folder of another spelling",
    code: "DATA_FOLDER_NAME_MISMATCH",
    message: 'Folder "Hello-1.0.data" is not called "hello-1.0.data"',
    change: ({ files }) => {
      files["Hello-1.0.data/data/share/hello.txt"] = "hello\n";
    },
  },
];
