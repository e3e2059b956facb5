/**
 * Markers of fields: `:name:`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#field-lists
 */
const FIELD_MARKER = /^:(?![: ])(?:[^:\\]|\\.|:(?! |`|$))*(?<! ):(?: +|$)/;

/** The length of the marker of a field, and its name; undefined when the text starts with none. */
export function fieldMarkerOf(text: string): { readonly length: number; readonly name: string } | undefined {
  if (text[0] !== ":") return undefined;
  const marker = FIELD_MARKER.exec(text)?.[0];
  if (marker === undefined) return undefined;
  return { length: marker.length, name: marker.slice(1, marker.lastIndexOf(":")) };
}
