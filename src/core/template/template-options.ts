/** What `packwheel init` is asked for. */

export const TEMPLATE_KINDS = ["c", "cpp", "rust", "ctypes", "bin", "pure"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const CI_SERVICES = ["github", "gitlab"] as const;
export type CiService = (typeof CI_SERVICES)[number];

export interface TemplateOptions {
  readonly template: TemplateKind;
  /** Name of the Python project: `my-hello`. */
  readonly name: string;
  /** SPDX license expression; MIT by default. */
  readonly license?: string | undefined;
  readonly ci?: CiService | undefined;
}

/** Paths in the new project, relative with `/`, and what the files hold. */
export type TemplateFiles = Readonly<Record<string, string>>;
