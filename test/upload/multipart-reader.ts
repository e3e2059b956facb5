/** Reading multipart forms by RFC 7578 alone, independently of what writes them. */

export interface FormPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly contentType: string | undefined;
  readonly content: Buffer;
}

/** @throws {Error} for anything that is not exactly such a body. */
export function readMultipart(body: Buffer, contentType: string): FormPart[] {
  const boundary = /^multipart\/form-data;\s*boundary="?([^";]+)"?$/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`no form: ${contentType}`);
  const delimiter = Buffer.from(`--${boundary}`);
  if (!body.subarray(0, delimiter.length).equals(delimiter))
    throw new Error("the body does not begin with the boundary");
  const parts: FormPart[] = [];
  let at = delimiter.length;
  for (;;) {
    const mark = body.subarray(at, at + 2).toString("latin1");
    if (mark === "--") {
      const rest = body.subarray(at + 2).toString("latin1");
      if (rest !== "\r\n" && rest !== "") throw new Error("bytes after the last boundary");
      return parts;
    }
    if (mark !== "\r\n") throw new Error("a boundary is not followed by a line break");
    const headersEnd = body.indexOf("\r\n\r\n", at);
    if (headersEnd < 0) throw new Error("a part without an end of its headers");
    const headers = body
      .subarray(at + 2, headersEnd)
      .toString("utf8")
      .split("\r\n");
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`), headersEnd + 4 - 2);
    if (next < 0) throw new Error("the body ends within a part");
    parts.push(readPart(headers, body.subarray(Math.min(headersEnd + 4, next), next)));
    at = next + 2 + delimiter.length;
  }
}

function readPart(headers: readonly string[], content: Buffer): FormPart {
  const find = (name: string): string | undefined => {
    return headers
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  };
  const disposition = find("content-disposition") ?? "";
  const name = /;\s*name="([^"]*)"/.exec(disposition)?.[1];
  if (!disposition.startsWith("form-data") || name === undefined) throw new Error("a part without a name");
  return {
    name,
    filename: /;\s*filename="([^"]*)"/.exec(disposition)?.[1],
    contentType: find("content-type"),
    content,
  };
}
