/**
 * People in metadata: `Ada Lovelace <ada@example.org>`.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/#author-email (RFC 5322, section 3.4)
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";

export interface Mailbox {
  /** Empty when there is the address alone. */
  readonly name: string;
  readonly address: string;
}

/** Those that Python's `email.headerregistry.Address` puts into quotes. */
const NEEDS_QUOTES = /[()<>@,:;.\\"[\]]/;

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** One item of Author-email. `C. Schultz` needs quotes: `"C. Schultz" <a@b.c>`. */
export function formatMailbox({ name, address }: Mailbox): string {
  if (name === "") return address;
  return `${NEEDS_QUOTES.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name} <${address}>`;
}

/**
 * Check an address: an unquoted ASCII local part and a domain with a dot, as PyPI asks for.
 *
 * @throws {PackwheelError} `EMAIL_INVALID`
 */
export function assertEmailAddress(address: string): void {
  const problem = faultOf(address);
  if (problem === undefined) return;
  throw new PackwheelError("EMAIL_INVALID", `Cannot use ${quote(address)} as an email address: ${problem}`, {
    hint: /^[^<>]*<[^<>]+>\s*$/.test(address) ? "Put the name under its own key `name`" : undefined,
  });
}

/** Whether `assertEmailAddress` would let the address pass. */
export function isEmailAddress(address: string): boolean {
  return faultOf(address) === undefined;
}

/**
 * Read the list in an Author-email or Maintainer-email field. Forgiving: what has no `<address>` is an address whole.
 * Inverse of `formatMailbox`, joined with `, `.
 */
export function parseMailboxes(text: string): Mailbox[] {
  return splitList(text).map((item) => {
    const open = item.lastIndexOf("<");
    if (open === -1 || !item.endsWith(">")) return { name: "", address: item };
    return { name: unquote(item.slice(0, open).trim()), address: item.slice(open + 1, -1).trim() };
  });
}

function faultOf(address: string): string | undefined {
  if (address === "") return "it is empty";
  if (address.length > 254) return "it is longer than 254 characters";
  if (/[\s\p{Cc}]/u.test(address)) return "it holds white space";
  const at = address.lastIndexOf("@");
  if (at === -1) return "the `@` is missing";
  const local = address.slice(0, at);
  if (local.length > 64) return "the part before the `@` is longer than 64 characters";
  if (!LOCAL_PART.test(local)) return `${quote(local)} cannot come before the \`@\``;
  const labels = address.slice(at + 1).split(".");
  if (labels.length < 2) return "the domain needs a dot";
  const wrong = labels.find((label) => label.length > 63 || !DOMAIN_LABEL.test(label));
  return wrong === undefined ? undefined : `${quote(wrong)} cannot be a part of a domain`;
}

/** Items between commas, but for commas within quotes. */
function splitList(text: string): string[] {
  const items: string[] = [];
  let item = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (isQuoted && character === "\\") {
      item += character + text.charAt(++i);
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    if (character === "," && !isQuoted) {
      items.push(item);
      item = "";
    } else {
      item += character;
    }
  }
  items.push(item);
  return items.map((one) => one.trim()).filter((one) => one !== "");
}

function unquote(name: string): string {
  if (name.length < 2 || !name.startsWith('"') || !name.endsWith('"')) return name;
  return name.slice(1, -1).replace(/\\(.)/g, "$1");
}
