/**
 * What PyPI asks of an upload, rule by rule in the order in which it looks, and the finding that tells of it before
 * anything is sent. Rules whose outcome only the index knows are there with their reason.
 * Docs: https://docs.pypi.org/api/upload/, https://docs.pypi.org/archives/
 */
import { gzipSync } from "node:zlib";
import { type RawTarMember, writeRawTarGz } from "../raw-tar.ts";
import { INFO, type WheelDraft } from "../wheel-draft.ts";
import { goodSdist, SDIST_FILENAME } from "./sdist.ts";
import { moveInfo, setHeader } from "./wheel-case.ts";

export type PypiRule = {
  readonly rule: string;
} & (
  | { readonly code: string; readonly wheel: (draft: WheelDraft) => void; readonly warns?: string }
  | { readonly code: string; readonly sdist: () => Uint8Array; readonly filename?: string; readonly warns?: string }
  /** Shown by an example among the cases of `checkWheel` and `checkSdist`. */
  | { readonly code: string; readonly shownElsewhere: true; readonly warns?: string }
  /** Found by `check --online`. */
  | { readonly code: string; readonly online: true }
  /** Nothing to find: what we send is made right by us. */
  | { readonly ours: string }
  | { readonly unknown: string }
);

const RST_WITH_UNKNOWN_DIRECTIVE = "Hello\n=====\n\n.. nosuch:: x\n";

export const PYPI_RULES: Readonly<Record<string, readonly PypiRule[]>> = {
  "the request": [
    { rule: "fields are no files", ours: "uploadFields makes the form" },
    { rule: "uploads are enabled", unknown: "the index says so at the time" },
    { rule: "there is an identity", unknown: "the index says so; without credentials nothing is sent" },
    { rule: "protocol_version is 1", ours: "uploadFields makes the form" },
    {
      rule: "name is a project name",
      code: "METADATA_NAME_INVALID",
      wheel: ({ metadata }) => setHeader(metadata, "Name", "Name: -x-"),
    },
    { rule: "filetype is known, and fits the file", ours: "uploadFields makes the form" },
    { rule: "digests are hexadecimal, and those of the file", ours: "uploadFields makes the form" },
    { rule: "a wheel has a pyversion, an sdist has source", ours: "uploadFields makes the form" },
    { rule: "there is a file", ours: "multipartFrame makes the body" },
    { rule: "the project exists, or may be made", code: "INDEX_NAME_NEW", online: true },
    {
      rule: "the name is no module of the standard library",
      code: "INDEX_STANDARD_LIBRARY_NAME",
      wheel: (draft) => {
        draft.filename = "asyncio-1.0-py3-none-any.whl";
        moveInfo(draft, "asyncio-1.0.dist-info");
        setHeader(draft.metadata, "Name", "Name: asyncio");
      },
      warns: "projects that had such a name before may keep it",
    },
    { rule: "the name is neither prohibited nor too similar to another", unknown: "the list is the index's own" },
    { rule: "the user may upload to the project", code: "INDEX_NAME_TAKEN", online: true },
    { rule: "the user has a verified address and a second factor", unknown: "the index says so" },
    { rule: "the organization is active", unknown: "the index says so" },
    {
      rule: "the description can be rendered",
      code: "README_RST_UNKNOWN_DIRECTIVE",
      wheel: (draft) => {
        setHeader(draft.metadata, "Description-Content-Type", "Description-Content-Type: text/x-rst");
        draft.description = RST_WITH_UNKNOWN_DIRECTIVE;
      },
    },
    {
      rule: "also the one that is reStructuredText because nothing else is said",
      code: "README_RST_UNKNOWN_DIRECTIVE",
      wheel: (draft) => {
        setHeader(draft.metadata, "Description-Content-Type");
        draft.description = RST_WITH_UNKNOWN_DIRECTIVE;
      },
    },
  ],
  "the file and its name": [
    {
      rule: "no control characters",
      code: "FILENAME_CONTROL_CHARACTER",
      wheel: named("hello-1.0-py3-none-any\u0001.whl"),
    },
    { rule: "no slash", code: "FILENAME_SEPARATOR", wheel: named("x/hello-1.0-py3-none-any.whl") },
    { rule: "no backslash", code: "FILENAME_SEPARATOR", wheel: named("x\\hello-1.0-py3-none-any.whl") },
    { rule: "the extension is .whl or .tar.gz", code: "FILENAME_EXTENSION", wheel: named("hello-1.0.egg") },
    { rule: "no sdist is a .zip", code: "FILENAME_EXTENSION", wheel: named("hello-1.0.zip") },
    { rule: "the part has a content type of no image", ours: "multipartFrame makes the body" },
    { rule: "the file has 100 MiB at most", code: "INDEX_FILE_TOO_LARGE", shownElsewhere: true },
    { rule: "the project has 10 GiB at most", unknown: "the index does not tell how much it holds" },
    { rule: "the file is not there with other content", code: "INDEX_FILE_EXISTS", online: true },
    { rule: "the file is not there under another name", unknown: "the Simple API lists no blake2 hashes" },
    { rule: "the name was never used by a file that is gone", unknown: "the index does not list those" },
    { rule: "the release is younger than 14 days", code: "INDEX_RELEASE_OLD", online: true },
    { rule: "the release has no other sdist", code: "INDEX_SDIST_EXISTS", online: true },
    {
      rule: "an sdist's name is normalised",
      code: "SDIST_FILENAME_NOT_NORMALIZED",
      sdist: () => writeRawTarGz(goodSdist()),
      filename: "Hello-1.0.tar.gz",
    },
    {
      rule: "an sdist's version is normalised",
      code: "SDIST_FILENAME_NOT_NORMALIZED",
      sdist: () => writeRawTarGz(goodSdist()),
      filename: "hello-v1.0.tar.gz",
    },
    { rule: "a wheel's name has 5 or 6 parts", code: "FILENAME_INVALID", wheel: named("hello-1.0-none-any.whl") },
    {
      rule: "a wheel's name holds no double underscore",
      code: "FILENAME_NAME_INVALID",
      wheel: named("hel__lo-1.0-py3-none-any.whl"),
    },
    {
      rule: "a wheel's version is a version",
      code: "FILENAME_VERSION_INVALID",
      wheel: named("hello-one-py3-none-any.whl"),
    },
    {
      rule: "a build tag begins with a digit",
      code: "FILENAME_BUILD_INVALID",
      wheel: named("hello-1.0-b1-py3-none-any.whl"),
    },
    {
      rule: "a wheel is named as its metadata",
      code: "NAME_MISMATCH",
      wheel: ({ metadata }) => setHeader(metadata, "Name", "Name: goodbye"),
    },
    {
      rule: "a wheel's name is normalised",
      code: "FILENAME_NAME_NOT_NORMALIZED",
      wheel: (draft) => {
        draft.filename = "Hello-1.0-py3-none-any.whl";
        moveInfo(draft, "Hello-1.0.dist-info");
      },
    },
    {
      rule: "a wheel's version is that of its metadata",
      code: "VERSION_MISMATCH",
      wheel: ({ metadata }) => setHeader(metadata, "Version", "Version: 1.1"),
    },
    {
      rule: "the name leaves room for .metadata",
      code: "FILENAME_TOO_LONG",
      wheel: named(`hello-1.0-py3-none-${"a".repeat(250)}.whl`),
    },
  ],
  "what is in the file": [
    {
      rule: "license files are in the wheel",
      code: "METADATA_LICENSE_FILE_MISSING",
      wheel: ({ files }) => delete files[`${INFO}/licenses/LICENSE`],
    },
    {
      rule: "license files are in the sdist",
      code: "METADATA_LICENSE_FILE_MISSING",
      sdist: () => writeRawTarGz(goodSdist().filter(({ path }) => !path.endsWith("/LICENSE"))),
    },
    { rule: "there is a RECORD", code: "RECORD_MISSING", wheel: (draft) => (draft.record = undefined) },
    { rule: "RECORD is UTF-8", code: "RECORD_NOT_UTF8", shownElsewhere: true },
    { rule: "RECORD is CSV", code: "RECORD_UNCLOSED_QUOTE", wheel: (draft) => (draft.record = (text) => `${text}"x`) },
    {
      rule: "RECORD lists all members",
      code: "RECORD_FILE_UNLISTED",
      wheel: (draft) => (draft.record = (text) => text.replace(/^hello\/cli\.py.*\n/m, "")),
    },
    {
      rule: "RECORD lists nothing else",
      code: "RECORD_FILE_ABSENT",
      wheel: (draft) => (draft.record = (text) => `hello/x.py,,\n${text}`),
    },
    { rule: "entry_points.txt is UTF-8", code: "ENTRY_POINTS_NOT_UTF8", shownElsewhere: true },
    {
      rule: "entry_points.txt is an INI file",
      code: "ENTRY_POINTS_BAD_LINE",
      wheel: ({ files }) => (files[`${INFO}/entry_points.txt`] = "[console_scripts]\nhello\n"),
    },
    {
      rule: "scripts have names of word characters, dots and dashes",
      code: "ENTRY_POINTS_BAD_NAME",
      wheel: ({ files }) => (files[`${INFO}/entry_points.txt`] = "[console_scripts]\nhel lo = hello.cli:main\n"),
    },
    { rule: "there is a METADATA", code: "METADATA_MISSING", wheel: (draft) => (draft.metadata = undefined) },
    { rule: "there is a WHEEL", code: "WHEEL_FILE_MISSING", wheel: (draft) => (draft.wheel = undefined) },
    {
      rule: "the .dist-info folder is spelled as the file name",
      code: "DIST_INFO_NAME_MISMATCH",
      wheel: (draft) => moveInfo(draft, "Hello-1.0.dist-info"),
    },
    {
      rule: "an sdist has one folder",
      code: "SDIST_TOP_FOLDER_SEVERAL",
      sdist: () => writeRawTarGz([...goodSdist(), { path: "x/y" }]),
    },
    {
      rule: "an sdist has a PKG-INFO",
      code: "SDIST_PKG_INFO_MISSING",
      sdist: () => writeRawTarGz(goodSdist().filter(({ path }) => !path.endsWith("/PKG-INFO"))),
    },
    { rule: "an sdist has no sparse members", code: "TAR_SPARSE", shownElsewhere: true },
    { rule: "an sdist is a tar file in gzip", code: "TAR_NOT_A_TAR", sdist: () => gzipSync("x".repeat(2000)) },
    {
      rule: "no Python file of a wheel was encrypted by PyArmor",
      code: "INDEX_OBFUSCATED",
      wheel: encrypted("hello/x.py", "__pyarmor__(__name__, __file__, b'PY')\n"),
    },
    {
      rule: "nor within its functions",
      code: "INDEX_OBFUSCATED",
      wheel: encrypted("hello/x.py", "def f():\n    __pyarmor_enter__()\n"),
    },
    {
      rule: "no Python file of a wheel was encrypted by SourceDefender",
      code: "INDEX_OBFUSCATED",
      wheel: encrypted("hello/x.pye", "---BEGIN PYE FILE---\nA\n---END PYE FILE---\n"),
    },
    {
      rule: "no Python file of an sdist was encrypted",
      code: "INDEX_OBFUSCATED",
      sdist: () => writeRawTarGz([...goodSdist(), longEncrypted()]),
    },
    { rule: "the archive is no bomb", code: "INDEX_COMPRESSION_RATIO", shownElsewhere: true },
  ],
  "the zip archive": [
    ["it is a zip archive", "ZIP_NOT_A_ZIP"],
    ["it is no tar archive as well", "ZIP_AND_TAR"],
    ["members are stored or deflated", "ZIP_UNSUPPORTED_METHOD"],
    ["no data descriptor", "ZIP_DATA_DESCRIPTOR"],
    ["no comments of members", "ZIP_MEMBER_COMMENT"],
    ["no name twice", "ZIP_DUPLICATE_NAME"],
    ["the headers agree with the directory", "ZIP_LOCAL_MISMATCH"],
    ["names are UTF-8", "ZIP_BAD_NAME"],
    ["names are marked as UTF-8", "ZIP_NAME_NOT_UTF8"],
    ["no control characters in names", "ZIP_UNSAFE_PATH"],
    ["extra fields are whole, and stand once", "ZIP_BAD_EXTRA"],
    ["64-bit sizes have one of the right lengths", "ZIP_ZIP64_EXTRA_LENGTH"],
    ["64-bit sizes are there where they are announced", "ZIP_BAD_ZIP64"],
    ["no data of nobody's in the end record", "ZIP_ZIP64_EXTENSIBLE_DATA"],
    ["one disk", "ZIP_MULTIPLE_DISKS"],
    ["the directory has as many entries as announced", "ZIP_INVALID"],
    ["the archive is whole", "ZIP_TRUNCATED"],
    ["nothing before the archive", "ZIP_PREFIX_DATA"],
    ["nothing between members", "ZIP_GAP"],
    ["nothing after the archive", "ZIP_TRAILING_DATA"],
  ].map(([rule = "", code = ""]) => ({ rule, code, shownElsewhere: true }) as const),
  "the metadata": [
    {
      rule: "the version of the metadata is known",
      code: "METADATA_VERSION_UNKNOWN",
      wheel: header("Metadata-Version", "2.0"),
    },
    { rule: "and not newer than PyPI", code: "INDEX_METADATA_VERSION", wheel: header("Metadata-Version", "2.6") },
    {
      rule: "no field is newer than the version",
      code: "METADATA_FIELD_TOO_NEW",
      wheel: ({ metadata }) => metadata?.push("Import-Name: hello"),
    },
    {
      rule: "there is a version",
      code: "METADATA_FIELD_MISSING",
      wheel: ({ metadata }) => setHeader(metadata, "Version"),
    },
    { rule: "it is a version", code: "METADATA_PROJECT_VERSION_INVALID", wheel: header("Version", "one") },
    {
      rule: "it is not local",
      code: "INDEX_LOCAL_VERSION",
      wheel: (draft) => {
        draft.filename = "hello-1.0+x-py3-none-any.whl";
        moveInfo(draft, "hello-1.0+x.dist-info");
        setHeader(draft.metadata, "Version", "Version: 1.0+x");
      },
    },
    {
      rule: "single fields stand once",
      code: "METADATA_FIELD_REPEATED",
      wheel: ({ metadata }) => metadata?.push("Summary: again"),
    },
    {
      rule: "the summary has 512 characters at most",
      code: "INDEX_SUMMARY_TOO_LONG",
      wheel: header("Summary", "x".repeat(513)),
    },
    {
      rule: "the summary has one line",
      code: "METADATA_SUMMARY_MULTILINE",
      wheel: header("Summary", "one\n        two"),
    },
    {
      rule: "the author's first address is one",
      code: "METADATA_EMAIL_INVALID",
      wheel: header("Author-email", "nobody"),
    },
    {
      rule: "the maintainer's first address is one",
      code: "METADATA_EMAIL_INVALID",
      wheel: ({ metadata }) => metadata?.push("Maintainer-email: a@b@c"),
    },
    {
      rule: "classifiers are known",
      code: "INDEX_CLASSIFIER_UNKNOWN",
      wheel: header("Classifier", "Topic :: Nothing"),
    },
    {
      rule: "classifiers are not private",
      code: "INDEX_CLASSIFIER_PRIVATE",
      wheel: header("Classifier", "Private :: Do Not Upload"),
    },
    {
      rule: "classifiers are not deprecated",
      code: "INDEX_CLASSIFIER_DEPRECATED",
      wheel: header("Classifier", "Natural Language :: Ukranian"),
    },
    {
      rule: "the home page is a URL",
      code: "METADATA_URL_INVALID",
      wheel: ({ metadata }) => metadata?.push("Home-page: nowhere"),
    },
    {
      rule: "the download page is a URL",
      code: "METADATA_URL_INVALID",
      wheel: ({ metadata }) => metadata?.push("Download-URL: nowhere"),
    },
    { rule: "project URLs are URLs", code: "METADATA_URL_INVALID", wheel: header("Project-URL", "Source, nowhere") },
    {
      rule: "project URLs have labels of 32 characters at most",
      code: "METADATA_URL_LABEL_INVALID",
      wheel: header("Project-URL", `${"x".repeat(33)}, https://example.org/`),
    },
    {
      rule: "no label stands twice",
      code: "METADATA_URL_LABEL_INVALID",
      wheel: ({ metadata }) => metadata?.push("Project-URL: Source, https://example.org/"),
    },
    {
      rule: "requirements are requirements",
      code: "METADATA_REQUIREMENT_INVALID",
      wheel: header("Requires-Dist", "a b"),
    },
    {
      rule: "requirements point to no URL",
      code: "INDEX_DIRECT_DEPENDENCY",
      wheel: header("Requires-Dist", "a @ https://example.org/a.whl"),
    },
    {
      rule: "nor do those it provides",
      code: "INDEX_DIRECT_DEPENDENCY",
      wheel: ({ metadata }) => metadata?.push("Provides-Dist: a @ https://example.org/a.whl"),
    },
    {
      rule: "nor those it replaces",
      code: "INDEX_DIRECT_DEPENDENCY",
      wheel: ({ metadata }) => metadata?.push("Obsoletes-Dist: a @ https://example.org/a.whl"),
    },
    {
      rule: "Requires-Python is a set of specifiers",
      code: "METADATA_REQUIRES_PYTHON_INVALID",
      wheel: header("Requires-Python", "3.9 or newer"),
    },
    { rule: "extras are names", code: "METADATA_EXTRA_INVALID", wheel: header("Provides-Extra", "-color-") },
    {
      rule: "Dynamic names fields that may be so",
      code: "METADATA_DYNAMIC_INVALID",
      wheel: ({ metadata }) => metadata?.push("Dynamic: Name"),
    },
    {
      rule: "License stands alone",
      code: "METADATA_LICENSE_CONFLICT",
      wheel: ({ metadata }) => metadata?.push("License: MIT"),
    },
    {
      rule: "License-Expression is one of SPDX",
      code: "METADATA_LICENSE_EXPRESSION_INVALID",
      wheel: header("License-Expression", "Whatever"),
    },
    {
      rule: "License-File is below the folder",
      code: "METADATA_LICENSE_FILE_INVALID",
      wheel: header("License-File", "../LICENSE"),
    },
    {
      rule: "License-File is no pattern",
      code: "METADATA_LICENSE_FILE_INVALID",
      wheel: header("License-File", "LICEN*"),
    },
    {
      rule: "License-File has forward slashes",
      code: "METADATA_LICENSE_FILE_INVALID",
      wheel: header("License-File", "a\\LICENSE"),
    },
    {
      rule: "the description is text, reStructuredText or Markdown",
      code: "README_CONTENT_TYPE_INVALID",
      wheel: header("Description-Content-Type", "text/html"),
    },
    {
      rule: "it is UTF-8",
      code: "README_CONTENT_TYPE_INVALID",
      wheel: header("Description-Content-Type", "text/markdown; charset=latin-1"),
    },
    {
      rule: "Markdown is of a known variant",
      code: "README_CONTENT_TYPE_INVALID",
      wheel: header("Description-Content-Type", "text/markdown; variant=Other"),
    },
    {
      rule: "import names are dotted names",
      code: "METADATA_IMPORT_NAME_INVALID",
      wheel: ({ metadata }) => {
        setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.5");
        metadata?.push("Import-Name: hel-lo");
      },
    },
    {
      rule: "import names are no keywords",
      code: "METADATA_IMPORT_NAME_INVALID",
      wheel: ({ metadata }) => {
        setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.5");
        metadata?.push("Import-Namespace: class");
      },
    },
  ],
  "the platform tags": [
    ...["linux_x86_64", "manylinux_2_38_loongarch64", "musllinux_1_2_ppc64", "macosx_11_3_arm64", "macosx_16_0_arm64"],
    ...["freebsd_13_x86_64", "ios_13_0_arm64_macosx", "android_21_mips", "win_ppc", "solaris_5_11_i86pc"],
  ].map((tag) => ({
    rule: `not ${tag}`,
    code: "INDEX_PLATFORM_TAG",
    wheel: (draft: WheelDraft) => {
      draft.filename = `hello-1.0-py3-none-${tag}.whl`;
      setHeader(draft.wheel, "Tag", `Tag: py3-none-${tag}`);
    },
  })),
  attestations: [
    { rule: "only with trusted publishing", unknown: "the index knows the identity" },
    {
      rule: "one of each known kind, about this file",
      ours: "attestationsField looks at them before anything is sent",
    },
  ],
};

function named(filename: string): (draft: WheelDraft) => void {
  return (draft) => {
    draft.filename = filename;
  };
}

function header(name: string, value: string): (draft: WheelDraft) => void {
  return ({ metadata }) => setHeader(metadata, name, `${name}: ${value}`);
}

function encrypted(path: string, content: string): (draft: WheelDraft) => void {
  return ({ files }) => {
    files[path] = content;
  };
}

/** The mark lies far from the beginning, beyond what is read of other files. */
function longEncrypted(): RawTarMember {
  return {
    path: `${SDIST_FILENAME.replace(".tar.gz", "")}/x.py`,
    content: `${"#\n".repeat(500_000)}__pyarmor_bcc__\n`,
  };
}
