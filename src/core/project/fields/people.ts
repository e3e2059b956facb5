/**
 * `authors` and `maintainers`: who goes to Author and who to Author-email.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#authors-maintainers
 */
import { assertEmailAddress, formatMailbox } from "../../names/email-address.ts";
import { type Place, quote } from "../place.ts";
import { checkKeys, readArray, readLine, readTable } from "../pyproject/toml-value.ts";

export interface Person {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** The values of the two headers; undefined where a header is left out. */
export interface PeopleFields {
  /** Names without an address: `Ann, Bob` */
  readonly names: string | undefined;
  /** `"C. Schultz" <c@example.org>, d@example.org` */
  readonly emails: string | undefined;
}

export function readPeople(value: unknown, place: Place): readonly Person[] {
  return (readArray(value, place) ?? []).flatMap((item, index) => readPerson(item, place.at(index)) ?? []);
}

export function formatPeople(people: readonly Person[]): PeopleFields {
  const names = people.flatMap((person) => (person.email === undefined ? (person.name ?? []) : []));
  const emails = people.flatMap((person) =>
    person.email === undefined ? [] : formatMailbox({ name: person.name ?? "", address: person.email }),
  );
  return {
    names: names.length === 0 ? undefined : names.join(", "),
    emails: emails.length === 0 ? undefined : emails.join(", "),
  };
}

function readPerson(value: unknown, place: Place): Person | undefined {
  if (typeof value === "string") {
    place.error(
      "PROJECT_PERSON_INVALID",
      `Expected a table, found the string ${quote(value)}`,
      'Write `{ name = "Ann Author", email = "ann@example.org" }`',
    );
    return undefined;
  }
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  checkKeys(table, ["name", "email"], place);
  const name = table["name"] === undefined ? undefined : readName(table["name"], place.at("name"));
  const email = table["email"] === undefined ? undefined : readEmail(table["email"], place.at("email"));
  if (table["name"] === undefined && table["email"] === undefined) {
    place.error("PROJECT_PERSON_INVALID", "Entry has neither name nor email", "Write name, email or both");
  }
  return name === undefined && email === undefined ? undefined : { name, email };
}

function readName(value: unknown, place: Place): string | undefined {
  const name = readLine(value, place);
  if (name === undefined) return undefined;
  if (name === "") {
    place.error("PROJECT_PERSON_INVALID", "Name is empty", "Remove the key, or write a name");
    return undefined;
  }
  if (name.includes(",")) {
    // The specification forbids it, but companies are named so, and other backends let it pass.
    place.warning(
      "PROJECT_PERSON_INVALID",
      `Name ${quote(name)} has a comma, at which readers may split it`,
      "Write one entry for each person, and names without commas",
    );
  }
  return name;
}

function readEmail(value: unknown, place: Place): string | undefined {
  const email = readLine(value, place);
  if (email === undefined) return undefined;
  return place.attempt(
    "PROJECT_PERSON_INVALID",
    () => {
      assertEmailAddress(email);
      return email;
    },
    "Write it as `name@example.org`",
  );
}
