/** Files dropped anywhere on the page. */
import type { GivenFiles } from "../messages/given.ts";
import { droppedFiles } from "./given-files.ts";

export function acceptDrops(onFiles: (given: GivenFiles) => void, onFailure: (error: unknown) => void): void {
  const { classList } = document.documentElement;
  /** Elements that the pointer is over: it enters the next before it leaves the last. */
  let depth = 0;
  const mark = (): void => void classList.toggle("is-dropping", depth > 0);

  addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    depth++;
    mark();
  });
  addEventListener("dragleave", (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    mark();
  });
  addEventListener("dragover", (event) => {
    // Otherwise the browser would leave the page for the file.
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    depth = 0;
    mark();
    if (!hasFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    droppedFiles(event.dataTransfer).then((given) => given.files.length > 0 && onFiles(given), onFailure);
  });
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}
