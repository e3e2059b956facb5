/**
 * What an index has of a project: the Simple API as JSON, or as HTML where an index knows no other.
 * Spec: https://packaging.python.org/en/latest/specifications/simple-repository-api/
 */
import { PackwheelError } from "../../errors.ts";
import { normalizeName } from "../../names/project-name.ts";
import { quote } from "../../names/quote.ts";
import { unescapeHtml } from "../request/answer.ts";

export interface IndexedFile {
  readonly filename: string;
  /** Hex; undefined when the index tells none. */
  readonly sha256: string | undefined;
  /** Milliseconds since 1970; HTML does not tell. */
  readonly uploadTime: number | undefined;
}

export interface IndexedProject {
  readonly files: readonly IndexedFile[];
  /** `active`, `archived`, `quarantined`, `deprecated`; undefined when the index does not tell. */
  readonly status: string | undefined;
}

/** What the index says of one file. */
export type Listing = "same" | "different" | "absent" | "unknown";

/** Asked for in this order: the JSON has hashes, times and the project's status. */
export const SIMPLE_ACCEPT: string =
  "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

/**
 * The page of a project. Many people give the project's own page instead of the index's root: that is repaired, as it
 * would answer for no file at all.
 *
 * @param indexUrl `https://pypi.org/simple/`
 * @throws {PackwheelError} `UPLOAD_URL_INVALID`
 */
export function projectPage(indexUrl: string, name: string): string {
  const normalized = normalizeName(name);
  let root: URL;
  try {
    root = new URL(indexUrl);
  } catch (cause) {
    throw new PackwheelError("UPLOAD_URL_INVALID", `Cannot use ${quote(indexUrl)} as the URL of an index: no URL`, {
      hint: "Write it with https://, as in https://pypi.org/simple/",
      cause,
    });
  }
  root.search = "";
  root.hash = "";
  const segments = root.pathname.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1);
  if (segments.length > 1 && last !== undefined && last !== "simple" && normalizeName(last) === normalized)
    segments.pop();
  root.pathname = `/${[...segments, normalized].join("/")}/`;
  return root.href;
}

/** @throws {PackwheelError} `UPLOAD_INDEX_INVALID` for what is neither of the two forms. */
export function parseProjectPage(body: string, contentType: string): IndexedProject {
  if (/\bjson\b/i.test(contentType)) return parseJsonPage(body);
  if (/\bhtml\b/i.test(contentType)) return parseHtmlPage(body);
  throw invalid(`it answers with ${quote(contentType)}`);
}

/** @param sha256 Hex, of the file that is to be uploaded. */
export function lookUp(project: IndexedProject, filename: string, sha256: string): Listing {
  const found = project.files.find((file) => file.filename === filename);
  if (found === undefined) return "absent";
  if (found.sha256 === undefined) return "unknown";
  return found.sha256.toLowerCase() === sha256 ? "same" : "different";
}

function parseJsonPage(body: string): IndexedProject {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw invalid("its answer is no JSON");
  }
  const page = record(value);
  const version = record(page["meta"])["api-version"];
  if (typeof version === "string" && !/^1(?:\.|$)/.test(version)) {
    throw invalid(`it speaks version ${quote(version)} of the Simple API, and 1 is known`);
  }
  const { files } = page;
  if (!Array.isArray(files)) throw invalid("its answer has no list of files");
  const status = record(page["project-status"])["status"];
  return {
    files: files.map(record).flatMap((file) => {
      const { filename, hashes } = file;
      if (typeof filename !== "string") return [];
      const { sha256 } = record(hashes);
      const time = file["upload-time"];
      const uploadTime = typeof time === "string" ? Date.parse(time) : Number.NaN;
      return [
        {
          filename,
          sha256: typeof sha256 === "string" ? sha256 : undefined,
          uploadTime: Number.isNaN(uploadTime) ? undefined : uploadTime,
        },
      ];
    }),
    status: typeof status === "string" ? status : undefined,
  };
}

function parseHtmlPage(body: string): IndexedProject {
  const files = [...body.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].flatMap(([, attributes = "", text = ""]) => {
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
    const target = unescapeHtml(href?.[1] ?? href?.[2] ?? href?.[3] ?? "");
    const filename = unescapeHtml(text.replace(/<[^>]*>/g, "")).trim();
    if (filename === "") return [];
    return [{ filename, sha256: /#sha256=([0-9a-f]{64})$/i.exec(target)?.[1], uploadTime: undefined }];
  });
  if (files.length === 0 && !/<(?:html|body|!doctype|h1|title)\b/i.test(body)) throw invalid("its answer is no HTML");
  const status = /<meta\b[^>]*name="pypi:project-status"[^>]*content="([^"]*)"/i.exec(body)?.[1];
  return { files, status };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // Any object; each value is looked at before it is used.
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function invalid(problem: string): PackwheelError {
  return new PackwheelError("UPLOAD_INDEX_INVALID", `Cannot read the project's page of the index: ${problem}`, {
    hint: "Give the root of the index's Simple API, as in https://pypi.org/simple/",
  });
}
