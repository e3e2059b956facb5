/**
 * Tokens and passwords. A `Secret` shows nothing of itself however it is printed, and a `Redactor` takes secrets out of
 * texts that others wrote: a server may echo what it was sent.
 */

const HIDDEN = "[secret]";

/** The value is a private field: `util.inspect` and `JSON.stringify` do not see it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself: for the one place that sends it. */
  reveal(): string {
    return this.#value;
  }

  get isEmpty(): boolean {
    return this.#value === "";
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }
}

/** API tokens of PyPI, and the three parts of a JSON Web Token: hidden also when nobody told that they are secret. */
const SHAPES: readonly RegExp[] = [/\bpypi-[A-Za-z0-9_-]{8,}/g, /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g];

/** Collects the secrets of a run, and hides them in texts. */
export class Redactor {
  readonly #hidden = new Set<string>();

  add(...secrets: readonly Secret[]): void {
    for (const secret of secrets) {
      const value = secret.reveal();
      if (value === "") continue;
      for (const form of [value, value.trim(), encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) {
        if (form !== "") this.#hidden.add(form);
      }
    }
  }

  redact(text: string): string {
    let shown = text;
    // The longest first: one secret may hold another.
    for (const value of [...this.#hidden].sort((a, b) => b.length - a.length)) shown = shown.replaceAll(value, HIDDEN);
    for (const shape of SHAPES) shown = shown.replace(shape, HIDDEN);
    return shown;
  }
}

/** The value of `Authorization` for HTTP Basic. Spec: RFC 7617, with UTF-8. */
export function basicAuthorization(username: string, password: Secret): Secret {
  const bytes = new TextEncoder().encode(`${username}:${password.reveal()}`);
  return new Secret(`Basic ${btoa(String.fromCharCode(...bytes))}`);
}
