/** A button that opens the dialog for files, and hands on what was chosen. */

import type { GivenFiles } from "../messages/given.ts";
import { type Child, element } from "./element.ts";
import { chosenFiles } from "./given-files.ts";

export interface PickerOptions {
  /** As `<input accept>` takes it. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly folder?: boolean;
  readonly class?: string;
  readonly id?: string;
  readonly onFiles: (files: GivenFiles) => void;
}

export function filePicker(options: PickerOptions, ...label: readonly Child[]): HTMLElement {
  const { accept, multiple, folder, onFiles, id } = options;
  const input = element("input", {
    type: "file",
    class: "unseen",
    tabindex: -1,
    "aria-hidden": "true",
    id,
    accept,
    multiple,
    webkitdirectory: folder,
    onchange: () => {
      const given = chosenFiles(input);
      input.value = ""; // the same file may be chosen again
      if (given.files.length > 0) onFiles(given);
    },
  });
  const button = element("button", { type: "button", class: options.class, onclick: () => input.click() }, ...label);
  return element("span", { class: "picker" }, button, input);
}
