/** The projects that Build offers. All but the first are those of `packwheel init`. */
import type { TemplateKind } from "../../../../core/template/template-options.ts";
import type { Example } from "./example.ts";
import { SIEVE } from "./sieve.ts";

export interface OfferedExample {
  readonly name: string;
  readonly title: string;
  load(): Promise<Example>;
}

export const EXAMPLES: readonly OfferedExample[] = [
  { name: "sieve", title: SIEVE.title, load: async () => SIEVE },
  fromTemplate("c", "greeter-c", "C library through cffi", "native/greeter_c.c"),
  fromTemplate("pure", "greeter", "Python alone", "src/greeter/__init__.py"),
];

function fromTemplate(template: TemplateKind, name: string, title: string, first: string): OfferedExample {
  const module = name.replaceAll("-", "_");
  return {
    name: template,
    title,
    async load() {
      const { templateFiles } = await import("../../../../core/template/template-files.ts");
      const code = template === "pure" ? `import ${module}\n\nprint(${module}.greet("World"))\n` : greeting(module);
      return { title, first, files: templateFiles({ template, name }), code };
    },
  };
}

function greeting(module: string): string {
  return `import ${module}\n\nwith ${module}.Greeter("Hello") as greeter:\n    print(greeter.greet("World"))\n`;
}
