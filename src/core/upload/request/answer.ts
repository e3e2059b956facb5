/**
 * What an index answers to an upload. PyPI puts its message into the reason phrase and the body, others into one of
 * them, as text, JSON or HTML; success may carry warnings.
 */
import type { HttpAnswer } from "../../ports/http.ts";
import { saysExists, type UploadServer } from "../index/servers.ts";

export type UploadAnswer =
  /** 200, with what the index has to remark. */
  | { readonly kind: "accepted"; readonly warnings: readonly string[] }
  /** A file of this name is there; what is in it, this does not tell. */
  | { readonly kind: "exists"; readonly message: string }
  /** Sending it again would change nothing. */
  | { readonly kind: "refused"; readonly status: number; readonly message: string; readonly hint: string | undefined }
  /** The URL is not one that takes uploads. */
  | {
      readonly kind: "wrong-url";
      readonly code: "UPLOAD_WRONG_URL" | "UPLOAD_REDIRECTED";
      readonly message: string;
      readonly hint: string;
    }
  /** Not now: surely nothing was stored. */
  | { readonly kind: "busy"; readonly message: string; readonly retryAfter: number | undefined }
  /** The server failed, perhaps after it had stored the file. */
  | { readonly kind: "broken"; readonly message: string; readonly retryAfter: number | undefined };

/** An answer whose body was read. */
export interface ReadAnswer extends Pick<HttpAnswer, "status" | "reason" | "headers"> {
  readonly body: string;
}

const WRONG_URL_HINT =
  "This is likely the URL that pip installs from; for PyPI write https://upload.pypi.org/legacy/, and look up the " +
  "upload URL of other indexes";

/** @param now Milliseconds since 1970, for a Retry-After that is a date. */
export function readUploadAnswer(answer: ReadAnswer, server: UploadServer, now: number): UploadAnswer {
  const { status } = answer;
  const message = `${status} ${answerMessage(answer)}`.trim();
  if (status >= 200 && status < 300) {
    if (!isPage(answer)) return { kind: "accepted", warnings: warningsOf(answer) };
    const said = `${status} with a web page instead of an answer${pageTitle(answer.body)}`;
    return { kind: "wrong-url", code: "UPLOAD_WRONG_URL", message: said, hint: WRONG_URL_HINT };
  }
  if (status >= 300 && status < 400) {
    return { kind: "wrong-url", code: "UPLOAD_REDIRECTED", message, hint: WRONG_URL_HINT };
  }
  if (saysExists(server, status, `${answer.reason}\n${answer.body}`)) return { kind: "exists", message };
  if (status === 405) return { kind: "wrong-url", code: "UPLOAD_WRONG_URL", message, hint: WRONG_URL_HINT };
  if (status === 404) {
    const hint = "Check the repository URL: nothing takes uploads there";
    return { kind: "wrong-url", code: "UPLOAD_WRONG_URL", message, hint };
  }
  const retryAfter = parseRetryAfter(answer.headers["retry-after"], now);
  if (status === 429 || status === 503) return { kind: "busy", message, retryAfter };
  if (status >= 500 || status === 408) return { kind: "broken", message, retryAfter };
  return { kind: "refused", status, message, hint: refusalHint(status, message) };
}

/** The best that an answer says of itself, on one line, without the status. */
export function answerMessage(answer: ReadAnswer): string {
  const fromJson = jsonMessage(answer.body);
  if (fromJson !== undefined) return fromJson;
  const reason = withoutStatus(answer.reason.trim(), answer.status);
  // PyPI writes its message there; others leave the words of the standard.
  if (reason !== "" && !STANDARD_REASONS.has(reason.toLowerCase())) return reason;
  const body = isPage(answer) ? pageText(answer.body) : oneLine(answer.body);
  const text = withoutStatus(body, answer.status);
  return text === "" || text.toLowerCase() === reason.toLowerCase() ? reason : text;
}

/** Seconds, or a date. Spec: RFC 9110, section 10.2.3. @returns Milliseconds. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function refusalHint(status: number, message: string): string | undefined {
  return HINTS.find(({ when, text }) => (when === undefined || when === status) && text.test(message))?.hint;
}

/** What people can do about PyPI's refusals, where its message does not tell. */
const HINTS: readonly { readonly when?: number; readonly text: RegExp; readonly hint: string }[] = [
  {
    text: /previously used by a file that has since been deleted/i,
    hint: "Raise the version: a file name can be used once only, also after the file was deleted",
  },
  { text: /releases older than 14 days/i, hint: "Raise the version: an old release takes no new files" },
  { text: /only one sdist/i, hint: "The release has an sdist of another name; raise the version" },
  { text: /too large/i, hint: "Ask the index for a higher limit, or make the file smaller" },
  {
    text: /non-user identities cannot create/i,
    hint: "Add a pending publisher for the project on PyPI, or upload its first release with a token of your account",
  },
  {
    text: /username\/password authentication is no longer/i,
    hint: "Use an API token: user __token__, password pypi-…",
  },
  {
    text: /isn't allowed to upload|is not allowed to upload/i,
    hint: "Check that the token is of a maintainer of this project, and that its scope has it",
  },
  { when: 401, text: /./, hint: "Check user and password, or token, for this index" },
  {
    when: 403,
    text: /invalid or non-existent authentication/i,
    hint: "Check the token: PyPI and TestPyPI each have their own, and it must be whole",
  },
  { when: 413, text: /./, hint: "The index, or a proxy before it, takes no file of this size" },
];

function warningsOf(answer: ReadAnswer): string[] {
  if (isJson(answer.body)) return [];
  return answer.body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^ok\.?$/i.test(line));
}

function jsonMessage(body: string): string | undefined {
  const value = parseJson(body);
  if (typeof value !== "object" || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>; // any object; each value is looked at
  for (const key of ["code", "message", "detail", "error", "title"]) {
    const found = fields[key];
    if (typeof found === "string" && found.trim() !== "") return oneLine(found.replace(/^\d{3} /, ""));
    if (typeof found === "object" && found !== null) {
      // Google: {"error": {"code": 403, "message": "..."}}
      const inner: unknown = Reflect.get(found, "message");
      return oneLine(typeof inner === "string" ? inner : JSON.stringify(found));
    }
  }
  const { errors } = fields;
  if (!Array.isArray(errors)) return undefined;
  return oneLine(errors.map((error) => (typeof error === "string" ? error : messageOf(error))).join("; "));
}

function messageOf(error: unknown): string {
  return jsonMessage(JSON.stringify(error)) ?? JSON.stringify(error);
}

function isJson(body: string): boolean {
  return parseJson(body) !== undefined;
}

function parseJson(body: string): unknown {
  if (!/^\s*[{[]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Servers say `text/html` of empty answers, too: only a page is a page. */
function isPage({ body }: ReadAnswer): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|title|h1)\b/i.test(body);
}

function pageTitle(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1];
  return title === undefined || title.trim() === "" ? "" : ` ("${oneLine(unescapeHtml(title))}")`;
}

function pageText(body: string): string {
  const text = body.replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
  return oneLine(unescapeHtml(text));
}

export function unescapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const point = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    if (point !== undefined) return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return named[String(name).toLowerCase()] ?? whole;
  });
}

/** Longer texts are pages of servers that nobody reads in a terminal. */
const MAX_MESSAGE = 600;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}

function withoutStatus(text: string, status: number): string {
  return text.startsWith(`${status} `) ? text.slice(4).trim() : text === String(status) ? "" : text;
}

const STANDARD_REASONS: ReadonlySet<string> = new Set([
  "ok",
  "created",
  "accepted",
  "no content",
  "moved permanently",
  "found",
  "see other",
  "temporary redirect",
  "permanent redirect",
  "bad request",
  "unauthorized",
  "forbidden",
  "not found",
  "method not allowed",
  "request timeout",
  "conflict",
  "gone",
  "payload too large",
  "request entity too large",
  "unprocessable entity",
  "unprocessable content",
  "too many requests",
  "internal server error",
  "not implemented",
  "bad gateway",
  "service unavailable",
  "gateway timeout",
]);
