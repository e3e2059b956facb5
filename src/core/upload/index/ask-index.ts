/** Asking an index what it has of a project. */
import { PackwheelError } from "../../errors.ts";
import type { Http } from "../../ports/http.ts";
import { answerMessage } from "../request/answer.ts";
import { sendForPage } from "../request/read-answer.ts";
import { USER_AGENT } from "../request/user-agent.ts";
import type { Secret } from "../sign-in/secret.ts";
import { type IndexedProject, parseProjectPage, projectPage, SIMPLE_ACCEPT } from "./simple-index.ts";

export interface IndexQuestion {
  /** Root of the Simple API. */
  readonly indexUrl: string;
  readonly project: string;
  /** Only for an index of the same origin as the one that it belongs to. */
  readonly authorization?: Secret | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MAX_REDIRECTS = 5;

/**
 * @returns Undefined when the index does not know the project.
 * @throws {PackwheelError} `UPLOAD_INDEX_UNAVAILABLE`, `UPLOAD_INDEX_INVALID`, and what `Http.send` throws
 */
export async function askIndex(http: Http, question: IndexQuestion): Promise<IndexedProject | undefined> {
  let url = projectPage(question.indexUrl, question.project);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await sendForPage(http, {
      method: "GET",
      url,
      // A page that was kept from before the upload would send us off to upload again.
      headers: { accept: SIMPLE_ACCEPT, "user-agent": USER_AGENT, "cache-control": "no-cache" },
      authorization: question.authorization,
      signal: question.signal,
    });
    const { status } = answer;
    if (status === 404) return undefined;
    if (status === 200) return parseProjectPage(answer.body, answer.headers["content-type"] ?? "");
    const target = redirectTarget(status, answer.headers["location"], url);
    if (target === undefined || new URL(target).origin !== new URL(url).origin) {
      const said = target === undefined ? answerMessage(answer) : `redirects to ${target}`;
      throw new PackwheelError("UPLOAD_INDEX_UNAVAILABLE", `Cannot ask ${url}: ${status} ${said}`.trim(), {
        hint: target === undefined ? undefined : `Give that index instead, if it is the right one`,
      });
    }
    url = target;
  }
  throw new PackwheelError("UPLOAD_INDEX_UNAVAILABLE", `Cannot ask ${url}: it redirects without end`);
}

/** The absolute URL of a redirect; undefined for other answers. */
export function redirectTarget(status: number, location: string | undefined, from: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  try {
    const target = new URL(location, from);
    target.username = "";
    target.password = "";
    return target.protocol === "http:" || target.protocol === "https:" ? target.href : undefined;
  } catch {
    return undefined;
  }
}
