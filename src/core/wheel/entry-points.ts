/**
 * entry_points.txt.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/
 */

/** group -> name -> object reference: `console_scripts` -> `hello` -> `hello.cli:main` */
export type EntryPoints = Readonly<Record<string, Readonly<Record<string, string>>>>;
