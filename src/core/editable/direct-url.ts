/**
 * direct_url.json: where an installed distribution came from. With `editable`, `pip list` shows the folder.
 * Spec: https://packaging.python.org/en/latest/specifications/direct-url-data-structure/
 */

/** @param url `file:///home/ada/hello` */
export function formatEditableUrl(url: string): string {
  return `${JSON.stringify({ url, dir_info: { editable: true } })}\n`;
}
