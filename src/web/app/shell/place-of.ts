/** Where whoever put the page up has its larger parts: `<meta name="pyodide" content="./pyodide/">`. */

/** An absolute address, since workers have another base than the page. */
export function placeOf(name: "pyodide" | "toolchain"): string {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  if (content === undefined) throw new Error(`index.html does not say where ${name} is`);
  return new URL(content, document.baseURI).href;
}
