/** Sending a request, and reading its answer to the end: small texts of servers that may send anything. */
import { concatBytes } from "../../bytes/concat.ts";
import { decodeUtf8 } from "../../bytes/utf8.ts";
import { PackwheelError } from "../../errors.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../ports/http.ts";
import type { ReadAnswer } from "./answer.ts";

/** What an index says of an upload. Of longer answers, the beginning counts. */
const MAX_MESSAGE_BYTES: number = 256 * 1024;
/** A project with hundreds of thousands of files. */
const MAX_PAGE_BYTES: number = 256 * 1024 * 1024;

/** As `Http.send`, with the beginning of the body: a connection that breaks there takes nothing from the status. */
export async function sendForMessage(http: Http, request: HttpRequest): Promise<ReadAnswer> {
  const answer = await http.send(request);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const bytes of answer.body) {
      pieces.push(bytes.slice());
      size += bytes.length;
      if (size >= MAX_MESSAGE_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
    // Half of a remark on a success is of no use; half of a refusal may be all that there is.
    if (answer.status < 300) pieces.length = 0;
  }
  return readAnswer(answer, pieces);
}

/** As `Http.send`, with the whole body. @throws {PackwheelError} `HTTP_ANSWER_TOO_LARGE`, and what `send` throws */
export async function sendForPage(http: Http, request: HttpRequest): Promise<ReadAnswer> {
  const answer = await http.send(request);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of answer.body) {
    size += bytes.length;
    if (size > MAX_PAGE_BYTES) {
      throw new PackwheelError("HTTP_ANSWER_TOO_LARGE", `Cannot read the answer of ${request.url}: too many bytes`);
    }
    pieces.push(bytes.slice());
  }
  return readAnswer(answer, pieces);
}

function readAnswer({ status, reason, headers }: HttpAnswer, pieces: readonly Uint8Array[]): ReadAnswer {
  return { status, reason, headers, body: decodeUtf8(concatBytes(pieces)).text };
}
