/** What went wrong with a connection, in words. */

/** Nothing was sent yet. */
export const CONNECT_CODES: RegExp =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|SELF_SIGNED.*|DEPTH_ZERO.*|UNABLE_TO.*)$/;

const CERTIFICATE_CODES = /^(?:CERT_.*|SELF_SIGNED.*|DEPTH_ZERO.*|UNABLE_TO.*|ERR_TLS_CERT_.*)$/;

export function errorCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors.length > 0) return errorCode(at.errors[0]);
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}

export function describeFailure(error: unknown): string {
  const code = errorCode(error);
  const words = code === undefined ? undefined : WORDS[code];
  if (words !== undefined) return words;
  const message = error instanceof Error ? error.message : String(error);
  return message === "" ? (code ?? "the connection failed") : message;
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNRESET: "the connection was reset",
  EPIPE: "the connection was closed",
  UND_ERR_SOCKET: "the connection was closed",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody that is trusted",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody that is trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by nobody that is trusted",
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

/** The server has a certificate that is not to be trusted, which the next attempt would not change. */
export function isUntrusted(code: string | undefined): boolean {
  return code !== undefined && CERTIFICATE_CODES.test(code);
}

export function failureHint(code: string | undefined): string | undefined {
  if (isUntrusted(code)) {
    return "Give the authority that signed it with --cert, or set NODE_EXTRA_CA_CERTS";
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Check the repository URL, the network, and HTTPS_PROXY";
  return undefined;
}
