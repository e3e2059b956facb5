/**
 * The rules by which PyPI takes a file, in its order and with its words.
 * https://github.com/pypi/warehouse/blob/main/warehouse/forklift/legacy.py
 */
import { createHash } from "node:crypto";
import type { FormPart } from "./multipart-reader.ts";

export interface StoredFile {
  readonly filename: string;
  readonly project: string;
  readonly version: string;
  readonly filetype: string;
  readonly sha256: string;
  readonly blake2b256: string;
  readonly content: Buffer;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly uploadTime: Date;
  /** `trusted` for a minted token. */
  readonly by: string;
}

/** What stands behind a token. */
export interface Identity {
  readonly name: string;
  readonly isTrusted: boolean;
  /** Projects that it may upload to; all when undefined. */
  readonly projects?: readonly string[] | undefined;
}

export interface Index {
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly deletedNames: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly maxFileSize: number;
  readonly now: Date;
  /** Node has no BLAKE2b of 32 bytes. */
  readonly blake2b256: (bytes: Buffer) => string;
}

export type Verdict =
  | { readonly kind: "store"; readonly file: StoredFile }
  | { readonly kind: "same" }
  | { readonly kind: "refuse"; readonly status: number; readonly message: string };

const METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
const REPEATED = new Set(
  (
    "classifiers dynamic import_name import_namespace license_file obsoletes obsoletes_dist platform project_urls " +
    "provides provides_dist provides_extra requires requires_dist requires_external supported_platform"
  ).split(" "),
);
const SINCE: Readonly<Record<string, string>> = {
  license_expression: "2.4",
  license_file: "2.4",
  dynamic: "2.2",
  provides_extra: "2.1",
  description_content_type: "2.1",
  import_name: "2.5",
  import_namespace: "2.5",
};
const FOURTEEN_DAYS = 14 * 24 * 3600 * 1000;
const SEE = "See https://packaging.python.org/specifications/core-metadata for more information.";

export function judgeUpload(parts: readonly FormPart[], identity: Identity | undefined, index: Index): Verdict {
  // 1: what is a file, and what is not
  for (const { name, filename } of parts) {
    if (filename !== undefined && name !== "content" && name !== "gpg_signature") {
      return refuse(400, `${name}: Should not be a tuple.`);
    }
  }
  const fields = new Map<string, string[]>();
  for (const { name, filename, content } of parts) {
    const value = content.toString("utf8");
    if (filename !== undefined || value === "" || value.trim() === "UNKNOWN") continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  const one = (name: string): string => fields.get(name)?.[0] ?? "";
  // 2, 3
  if (index.isReadOnly) return refuse(403, "Read-only mode: Uploads are temporarily disabled.");
  if (identity === undefined) return refuse(403, "Invalid or non-existent authentication information.");
  // 4 to 10: the fields of the upload itself
  if (fields.has("protocol_version") && one("protocol_version") !== "1")
    return refuse(400, "Unknown protocol version.");
  if (!/^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$/i.test(one("name"))) {
    return refuse(
      400,
      `'${one("name")}' is an invalid value for Name. Error: Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'. ${SEE}`,
    );
  }
  const filetype = one("filetype");
  if (filetype !== "sdist" && filetype !== "bdist_wheel") {
    return refuse(400, "Invalid value for filetype. Error: Use a known file type.");
  }
  for (const [name, words] of [
    ["sha256_digest", "SHA256"],
    ["blake2_256_digest", "BLAKE2"],
  ] as const) {
    if (fields.has(name) && !/^[0-9a-f]{64}$/i.test(one(name))) {
      return refuse(400, `Use a valid, hex-encoded, ${words} message digest.`);
    }
  }
  if (filetype === "bdist_wheel" && one("pyversion") === "") {
    return refuse(400, "Python version is required for binary distribution uploads.");
  }
  if (filetype === "sdist" && one("pyversion") !== "source" && one("pyversion") !== "") {
    return refuse(400, "Use 'source' as Python version for an sdist.");
  }
  if (!["md5_digest", "sha256_digest", "blake2_256_digest"].some((name) => fields.has(name))) {
    return refuse(400, "Error: Include at least one message digest.");
  }
  // 11: the metadata, from the form alone
  const problem = metadataProblem(fields);
  if (problem !== undefined) return refuse(400, `${problem} ${SEE}`);
  // 12: the file
  const content = parts.find(({ name, filename }) => name === "content" && filename !== undefined);
  if (content?.filename === undefined) return refuse(400, "Upload payload does not have a file.");
  // 13 to 15: the project
  const project = normalize(one("name"));
  const ofProject = [...index.files.values()].filter((file) => file.project === project);
  if (ofProject.length === 0 && identity.isTrusted && identity.projects?.includes(project) !== true) {
    return refuse(
      400,
      "Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying the project name incorrectly.",
    );
  }
  if (identity.projects?.includes(project) === false) {
    return refuse(403, `The given token isn't allowed to upload to project '${one("name")}'.`);
  }
  // 19 to 24: its name, kind and size
  const { filename } = content;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(filename)) {
    return refuse(400, "Cannot upload a file with non-printable characters (ordinals 0-31) in the name.");
  }
  if (/[/\\]/.test(filename)) return refuse(400, "Cannot upload a file with '/' or '\\' in the name.");
  if (!(filetype === "sdist" ? /\.(?:tar\.gz|zip)$/ : /\.whl$/).test(filename)) {
    return refuse(400, "Invalid file extension: Use .tar.gz, .whl or .zip extension.");
  }
  if (content.contentType === undefined || content.contentType.startsWith("image/")) {
    return refuse(400, "Invalid distribution file.");
  }
  if (content.content.length > index.maxFileSize) {
    return refuse(400, `File too large. Limit for project '${one("name")}' is ${index.maxFileSize / 2 ** 20} MB.`);
  }
  // 25 to 30: its digests, and what is there
  const digests: Readonly<Record<string, string>> = {
    md5_digest: createHash("md5").update(content.content).digest("hex"),
    sha256_digest: createHash("sha256").update(content.content).digest("hex"),
    blake2_256_digest: index.blake2b256(content.content),
  };
  for (const [name, digest] of Object.entries(digests)) {
    if (fields.has(name) && one(name).toLowerCase() !== digest) {
      return refuse(400, "The digest supplied does not match a digest calculated from the uploaded file.");
    }
  }
  const sha256 = digests["sha256_digest"] ?? "";
  const blake2b256 = digests["blake2_256_digest"] ?? "";
  const sameName = index.files.get(filename);
  if (sameName?.sha256 === sha256) return { kind: "same" };
  if (sameName !== undefined || [...index.files.values()].some((file) => file.blake2b256 === blake2b256)) {
    return refuse(
      400,
      `File already exists ('${filename}', with blake2_256 hash '${blake2b256}'). See https://pypi.org/help/#file-name-reuse for more information.`,
    );
  }
  if (index.deletedNames.has(filename)) {
    return refuse(
      400,
      "This filename was previously used by a file that has since been deleted. Use a different version. See https://pypi.org/help/#file-name-reuse for more information.",
    );
  }
  const release = ofProject.filter((file) => file.version === one("version"));
  if (release.some((file) => index.now.getTime() - file.uploadTime.getTime() > FOURTEEN_DAYS)) {
    return refuse(400, "Uploading new files to releases older than 14 days is not allowed.");
  }
  if (filetype === "sdist" && release.some((file) => file.filetype === "sdist")) {
    return refuse(400, "Only one sdist may be uploaded per release.");
  }
  // 31 to 42: the archive
  const archive = archiveProblem(filename, filetype, content.content, project, one("version"));
  if (archive !== undefined) return refuse(400, archive);
  // 44
  if (fields.has("attestations")) {
    const wrong = attestationProblem(one("attestations"), filename, sha256, identity);
    if (wrong !== undefined) return refuse(400, `Invalid attestations supplied during upload: ${wrong}`);
  }
  const { name: by } = identity;
  const about = { filename, project, version: one("version"), filetype, sha256, blake2b256 };
  return { kind: "store", file: { ...about, content: content.content, fields, uploadTime: index.now, by } };
}

function refuse(status: number, message: string): Verdict {
  return { kind: "refuse", status, message };
}

export function normalize(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

function metadataProblem(fields: ReadonlyMap<string, readonly string[]>): string | undefined {
  const one = (name: string): string => fields.get(name)?.[0] ?? "";
  const version = one("metadata_version");
  if (!METADATA_VERSIONS.includes(version)) return `'${version}' is not a valid metadata version.`;
  if (one("version").includes("+")) return `The use of local versions in '${one("version")}' is not allowed.`;
  if (!/^\d/.test(one("version"))) return `'${one("version")}' is invalid for 'version'.`;
  for (const [name, values] of [...fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const since = SINCE[name];
    if (since !== undefined && METADATA_VERSIONS.indexOf(since) > METADATA_VERSIONS.indexOf(version)) {
      return `${name} introduced in metadata version ${since}, not ${version}.`;
    }
    if (values.length > 1 && !REPEATED.has(name)) return `'${name}' has invalid data.`;
  }
  if (one("summary").length > 512) return "'summary' field must be 512 characters or less.";
  if (one("summary").includes("\n")) return "'summary' must be a single line.";
  const direct = fields.get("requires_dist")?.find((text) => text.includes("@"));
  if (direct !== undefined) return `Can't have direct dependency: ${direct}`;
  if (fields.has("license") && fields.has("license_expression")) {
    return "License is deprecated when License-Expression is present. Only License-Expression should be present.";
  }
  return undefined;
}

function archiveProblem(
  filename: string,
  filetype: string,
  bytes: Buffer,
  project: string,
  version: string,
): string | undefined {
  const escaped = project.replaceAll("-", "_");
  if (filetype === "sdist") {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return "Invalid distribution file. File is not a tarfile";
    if (filename !== `${escaped}-${version}.tar.gz`) {
      return `Filename '${filename}' is invalid, should be '${escaped}-${version}.tar.gz'.`;
    }
    return undefined;
  }
  const names = memberNames(bytes);
  if (names === undefined) return "Invalid distribution file. File is not a zipfile";
  const [name = "", written = "", ...tags] = filename.replace(/\.whl$/, "").split("-");
  if (tags.length < 3 || tags.length > 4) return `Invalid wheel filename (wrong number of parts): '${filename}'`;
  const folder = `${name}-${written}.dist-info`;
  if (!names.includes(`${folder}/WHEEL`)) return `Invalid distribution file. WHEEL not found at ${folder}/WHEEL`;
  if (/(?:^|\.)linux_(?!armv[67]l)/.test(tags.at(-1) ?? "")) {
    return `Binary wheel '${filename}' has an unsupported platform tag '${tags.at(-1)}'.`;
  }
  if (normalize(name) !== project) return `Start filename for '${project}' with '${escaped}'.`;
  if (name !== escaped)
    return `Filename '${filename}' should contain the normalized project name '${escaped}', not '${name}'.`;
  if (written !== version) return `Version in filename should be '${version}' not '${written}'.`;
  for (const document of ["RECORD", "METADATA"]) {
    if (!names.includes(`${folder}/${document}`)) {
      return `Wheel '${filename}' does not contain the required ${document} file: ${folder}/${document}`;
    }
  }
  return undefined;
}

/** Names in the central directory of a zip archive; undefined for what is none. */
function memberNames(bytes: Buffer): string[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0) return undefined;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.subarray(at + 46, at + 46 + length).toString("utf8"));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

function attestationProblem(text: string, filename: string, sha256: string, identity: Identity): string | undefined {
  if (!identity.isTrusted) return "Attestations are only supported when using Trusted Publishing";
  const all: unknown = JSON.parse(text);
  if (!Array.isArray(all) || all.length === 0) return "an empty attestation set is not permitted";
  if (all.length > 2) return "Only one attestation per predicate type is supported";
  for (const { envelope } of all) {
    const statement = JSON.parse(Buffer.from(envelope.statement, "base64").toString("utf8"));
    if (statement.subject[0].name !== filename || statement.subject[0].digest.sha256 !== sha256) {
      return "subject does not match distribution";
    }
  }
  return undefined;
}
