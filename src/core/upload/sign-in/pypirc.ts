/**
 * `.pypirc`, the configuration that upload tools share.
 * Spec: https://packaging.python.org/en/latest/specifications/pypirc/
 *
 * The file holds tokens. No message of this module shows anything of it but names of sections and line numbers.
 */
import { PackwheelError } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import { Secret } from "./secret.ts";

export interface PypircRepository {
  readonly url: string | undefined;
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  readonly caCert: string | undefined;
  readonly clientCert: string | undefined;
}

export interface Pypirc {
  /** By the names of their sections. */
  readonly repositories: ReadonlyMap<string, PypircRepository>;
}

type Section = ReadonlyMap<string, string>;

/**
 * Read it as Python's `configparser.RawConfigParser` does: `%` means nothing, values may go on in indented lines.
 *
 * @param path For messages.
 * @throws {PackwheelError} `UPLOAD_CONFIG_INVALID`
 */
export function parsePypirc(text: string, path: string): Pypirc {
  const sections = parseIni(text.replace(/^\uFEFF/, ""), path);
  const distutils = sections.get("distutils");
  const login = sections.get("server-login");
  const listed = distutils
    ?.get("index-servers")
    ?.split(/\s+/)
    .filter((name) => name !== "");
  const names = new Set(["pypi", "testpypi", ...(listed ?? []), ...sections.keys()]);
  names.delete("distutils");
  names.delete("server-login");
  const repositories = new Map<string, PypircRepository>();
  for (const name of names) {
    const section = sections.get(name);
    if (section === undefined && listed?.includes(name) !== true && login === undefined) continue;
    if (section === undefined && name !== "pypi" && name !== "testpypi") continue;
    const value = (key: string): string | undefined => filled(section?.get(key));
    const password = value("password") ?? filled(login?.get("password"));
    repositories.set(name, {
      url: value("repository"),
      username: value("username") ?? filled(login?.get("username")),
      password: password === undefined ? undefined : new Secret(password),
      caCert: value("ca_cert"),
      clientCert: value("client_cert"),
    });
  }
  return { repositories };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value;
}

function parseIni(text: string, path: string): Map<string, Section> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let key: string | undefined;
  let keyIndent = 0;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trimEnd();
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content === "" || content.startsWith("#") || content.startsWith(";")) continue;
    if (section !== undefined && key !== undefined && indent > keyIndent) {
      section.set(key, `${section.get(key) ?? ""}\n${content}`.trim());
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(content)?.[1];
    if (header !== undefined) {
      if (sections.has(header))
        throw malformed(path, index + 1, `section [${quote(header).slice(1, -1)}] is there twice`);
      section = new Map();
      sections.set(header, section);
      key = undefined;
      continue;
    }
    if (section === undefined) throw malformed(path, index + 1, "a line stands before the first section");
    const at = content.search(/[=:]/);
    if (at < 1) throw malformed(path, index + 1, "a line is neither a section nor `key = value`");
    key = content.slice(0, at).trim().toLowerCase();
    keyIndent = indent;
    if (section.has(key)) throw malformed(path, index + 1, "a key is there twice in its section");
    section.set(key, content.slice(at + 1).trim());
  }
  return sections;
}

function malformed(path: string, line: number, problem: string): PackwheelError {
  return new PackwheelError("UPLOAD_CONFIG_INVALID", `Cannot read ${quote(path, 200)}: line ${line}: ${problem}`, {
    hint: "Repair that line; its content is not shown, as it may be a token",
    path,
  });
}
