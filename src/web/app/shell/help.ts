/** The keys of the page, in a dialog. */
import { element } from "./element.ts";
import { icon } from "./icon.ts";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["Tab", "Shift Tab"], "to the next control, and back"],
  [["←", "→"], "between Inspect, Build and Run, and between the files of the editor, while their tabs have the focus"],
  [["↑", "↓", "←", "→"], "through the tree of members: open and close folders"],
  [["Ctrl Enter"], "build the wheels, or run the code"],
  [["Esc"], "stop what runs; in Inspect, close the report"],
  [["Tab"], "in an editor: indent the line"],
  [["Esc", "Tab"], "in an editor: leave it"],
  [["?"], "this list, outside of editors"],
];

export function helpButton(): HTMLElement {
  const close = element("button", { type: "button", class: "primary", onclick: () => dialog.close() }, "Close");
  const dialog = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    element("h2", { id: "help-title" }, "Keys"),
    element(
      "dl",
      { class: "keys" },
      ...KEYS.flatMap(([keys, does]) => [
        element("dt", {}, ...keys.map((key) => element("kbd", {}, key))),
        element("dd", {}, does),
      ]),
    ),
    element("p", { class: "faint" }, "On a Mac, Command does what Ctrl does."),
    close,
  );
  addEventListener("keydown", (event) => {
    if (event.key !== "?" || isTyping(event.target) || dialog.open) return;
    event.preventDefault();
    dialog.showModal();
  });
  const button = element(
    "button",
    { type: "button", class: "quiet square", title: "Keys", "aria-label": "Keys", onclick: () => dialog.showModal() },
    icon("keyboard"),
  );
  return element("span", {}, button, dialog);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
