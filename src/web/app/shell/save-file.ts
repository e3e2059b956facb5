/** Gives a file to the browser's downloads. */
import { element } from "./element.ts";

/** Long enough for the browser to begin; the bytes are held until then. */
const HELD_MILLISECONDS = 60_000;

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), HELD_MILLISECONDS);
}
