/** E-mail addresses and URLs of the metadata, judged as PyPI judges them. */
import type { Finding } from "../../../errors.ts";
import { isEmailAddress, parseMailboxes } from "../../../names/email-address.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { finding } from "../../finding.ts";

/** PyPI's limit for labels of Project-URL. */
const MAX_LABEL = 32;
/** Of an address, before the `@` (RFC 5321). */
const MAX_LOCAL_PART = 64;

export function checkContacts(metadata: CoreMetadata, path: string): Finding[] {
  return [...checkAddresses(metadata, path), ...checkPlainUrls(metadata, path), ...checkProjectUrls(metadata, path)];
}

/** PyPI looks at the first address of each field alone. */
function checkAddresses(metadata: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  for (const [field, value] of [
    ["Author-email", metadata.authorEmail],
    ["Maintainer-email", metadata.maintainerEmail],
  ] as const) {
    const address = parseMailboxes(value ?? "")[0]?.address ?? "";
    if (address === "" || isEmailAddress(address) || hasForeignLocalPart(address)) continue;
    const message = `${field} "${excerpt(address)}" is not an e-mail address`;
    findings.push(finding("METADATA_EMAIL_INVALID", message, { path }));
  }
  return findings;
}

/** Addresses such as `ädä@example.org` exist (RFC 6531), and PyPI takes them. */
function hasForeignLocalPart(address: string): boolean {
  const at = address.lastIndexOf("@");
  return (
    at > 0 &&
    at <= MAX_LOCAL_PART &&
    /^[^\s@]*[^\0-\x7f][^\s@]*$/.test(address.slice(0, at)) &&
    isEmailAddress(`a${address.slice(at)}`)
  );
}

function checkPlainUrls({ homePage, downloadUrl }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  for (const [field, url] of [
    ["Home-page", homePage],
    ["Download-URL", downloadUrl],
  ] as const) {
    if (url === undefined || url === "" || isWebUrl(url)) continue;
    findings.push(finding("METADATA_URL_INVALID", `${field} "${excerpt(url)}" is not a web address`, { path }));
  }
  return findings;
}

function checkProjectUrls({ projectUrl }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const labelFault = (message: string) => findings.push(finding("METADATA_URL_LABEL_INVALID", message, { path }));
  for (const value of projectUrl) {
    const comma = value.indexOf(",");
    const label = (comma === -1 ? value : value.slice(0, comma)).trim();
    const url = comma === -1 ? "" : value.slice(comma + 1).trim();
    if (label === "") labelFault(`Project-URL "${excerpt(value)}" has no label`);
    else if ([...label].length > MAX_LABEL) {
      labelFault(`Label "${excerpt(label)}" of a Project-URL has more than ${MAX_LABEL} characters`);
    } else if (seen.has(label)) labelFault(`Label "${excerpt(label)}" is used by two Project-URLs`);
    seen.add(label);
    if (!isWebUrl(url)) {
      const message = `Project-URL "${excerpt(value)}" has no web address after the label`;
      findings.push(finding("METADATA_URL_INVALID", message, { path, hint: "Write `Label, https://…`" }));
    }
  }
  return findings;
}

/**
 * Whether PyPI takes the URL: http or https, and of the characters that RFC 3986 allows. The path may not hold
 * brackets; a host may hold letters of any language.
 */
export function isWebUrl(url: string): boolean {
  // First of all, as line breaks would make the next expression slow.
  if (/[\s\p{Cc}<>"{}|\\^`]/u.test(url) || /%(?![0-9A-Fa-f]{2})/.test(url)) return false;
  const match = /^https?:(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(url);
  if (match === null) return false;
  const [, authority = "//", path = "", query = "", fragment = ""] = match;
  if (!/^(?:[^@]*@)?(?:\[[0-9A-Fa-fvV:.]+\]|[^@:[\]]*)(?::[0-9]{0,5})?$/.test(authority.slice(2))) return false;
  return [path, query, fragment].every((part) => /^[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]*$/.test(part));
}
