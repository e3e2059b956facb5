/**
 * COFF has no hidden symbols. Where a DLL exports all that it has, an object lists for the linker what it is to keep, as
 * newer code generators do it themselves.
 * Spec: https://lld.llvm.org/ (`-exclude-symbols` in `.drectve`), https://llvm.org/docs/LangRef.html#visibility-styles
 */

/** Nodes that clang numbers are fewer. */
const FIRST_NODE = 900_000_000;

/** What is defined here and hidden: `@add`. */
export class HiddenSymbols {
  readonly #names: string[] = [];
  readonly #isWanted: boolean;

  constructor(triple: string) {
    this.#isWanted = triple.includes("-windows-");
  }

  add(name: string, words: readonly string[]): void {
    if (this.#isWanted && words.includes("hidden")) this.#names.push(name);
  }

  /** Lines of metadata. Several lists of one name are one to LLVM. */
  lines(): readonly string[] {
    if (this.#names.length === 0) return [];
    const nodes = this.#names.map((name, index) => {
      const text = name.replace(/^@"?(?:\\01)?|"$/g, "");
      return { name: `!${FIRST_NODE + index}`, text: `!{!" -exclude-symbols:${text}"}` };
    });
    return [
      `!llvm.linker.options = !{${nodes.map(({ name }) => name).join(", ")}}`,
      ...nodes.map(({ name, text }) => `${name} = ${text}`),
    ];
  }
}
