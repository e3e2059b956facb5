/** The little of Pyodide that this page uses. Its files are loaded when they are needed, from where the page has them. */

export interface Pyodide {
  readonly version: string;
  readonly globals: { get(name: string): unknown };
  runPython(code: string, options?: { readonly globals?: unknown }): unknown;
  runPythonAsync(code: string, options?: { readonly globals?: unknown; readonly filename?: string }): Promise<unknown>;
  unpackArchive(archive: Uint8Array, format: "wheel"): void;
  loadPackage(
    names: readonly string[],
    options: { readonly messageCallback: (text: string) => void },
  ): Promise<unknown>;
  setStdout(options: { write(bytes: Uint8Array): number }): void;
  setStderr(options: { write(bytes: Uint8Array): number }): void;
  setStdin(options: { stdin(): null }): void;
  readonly lockfile: { readonly packages: Readonly<Record<string, unknown>> };
}

interface PyodideModule {
  loadPyodide(options: { readonly indexURL: string; readonly packageBaseUrl: string }): Promise<Pyodide>;
}

/** @param place Address of the folder; ends with a slash. */
export async function loadPyodide(place: string): Promise<Pyodide> {
  let module: PyodideModule;
  try {
    module = await import(/* @vite-ignore */ `${place}pyodide.mjs`);
  } catch (cause) {
    throw new Error(`Cannot load Pyodide from ${place}: this page was put up without it`, { cause });
  }
  return module.loadPyodide({ indexURL: place, packageBaseUrl: place });
}
