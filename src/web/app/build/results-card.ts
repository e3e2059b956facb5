/** What became of each target: waiting, under way, a wheel, or the reason why there is none. */
import type { BuildEvent, BuiltArchive } from "../messages/building.ts";
import { type Failure, findingsOf } from "../messages/failure.ts";
import { element, fill } from "../shell/element.ts";
import { formatSeconds, formatSize } from "../shell/format.ts";
import { type IconName, icon } from "../shell/icon.ts";

export interface ResultActions {
  inspect(file: File): void;
  run(file: File): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly state: HTMLElement;
  readonly text: HTMLElement;
  readonly side: HTMLElement;
}

export class ResultsCard {
  readonly element: HTMLElement = element("ul", { class: "results" });
  readonly #actions: ResultActions;
  readonly #rows = new Map<string, Row>();
  readonly #urls: string[] = [];

  constructor(actions: ResultActions) {
    this.#actions = actions;
  }

  /** Begin anew, with these lines waiting. */
  reset(names: readonly string[]): void {
    for (const url of this.#urls.splice(0)) URL.revokeObjectURL(url);
    this.#rows.clear();
    fill(this.element);
    for (const name of names) this.#row(name);
  }

  take(event: BuildEvent): void {
    switch (event.kind) {
      case "phase":
        if (event.target !== undefined) fill(this.#row(event.target).text, event.text);
        break;
      case "begun":
        this.#set(event.target, "is-busy", "wheel", "Building");
        break;
      case "built":
        this.showArchive(event.target, event.archive, event.milliseconds);
        break;
      case "covered":
        this.#set(event.target, "is-good", "check", `The wheel of ${event.by} is for this one too`);
        break;
      case "failed":
        this.#showFailure(event.target, event.failure);
        break;
      case "loading":
        break;
    }
  }

  showArchive(name: string, archive: BuiltArchive, milliseconds?: number): void {
    const { file, tags } = archive;
    const row = this.#set(name, "is-good", "check", file.name);
    row.text.classList.add("path");
    const url = URL.createObjectURL(file);
    this.#urls.push(url);
    const runs = tags.some((tag) => tag.endsWith("-any") || tag.includes("-pyemscripten_"));
    const size =
      milliseconds === undefined ? formatSize(file.size) : `${formatSize(file.size)}, ${formatSeconds(milliseconds)}`;
    fill(
      row.side,
      element("span", { class: "count" }, size),
      runs && action(`Run ${file.name}`, "play", "Run", () => this.#actions.run(file)),
      action(`Inspect ${file.name}`, "inspect", undefined, () => this.#actions.inspect(file)),
      element(
        "a",
        { class: "button small", href: url, download: file.name, "aria-label": `Download ${file.name}` },
        icon("download"),
        "Download",
      ),
    );
  }

  /** Nothing will become of those that are not done. */
  stop(reason: string): void {
    for (const row of this.#rows.values()) {
      if (row.element.matches(".is-waiting, .is-busy")) this.#change(row, "is-stopped", "stop", reason);
    }
  }

  #showFailure(name: string, failure: Failure): void {
    const [first] = findingsOf(failure);
    const message = (first?.message ?? failure.message).replace(`${name}: `, "");
    this.#set(name, "is-error", "cross", message.split("\n", 1)[0] ?? message);
  }

  #set(name: string, style: string, mark: IconName, text: string): Row {
    const row = this.#row(name);
    this.#change(row, style, mark, text);
    return row;
  }

  #change(row: Row, style: string, mark: IconName, text: string): void {
    row.element.className = `result ${style}`;
    fill(row.state, icon(mark));
    fill(row.text, text);
    row.text.title = text;
  }

  #row(name: string): Row {
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const state = element("span", { class: "result-state" });
    const text = element("span", { class: "result-text" }, "Waiting");
    const side = element("span", { class: "result-side" });
    const made = element(
      "li",
      { class: "result is-waiting" },
      state,
      element("span", { class: "result-name" }, name),
      text,
      side,
    );
    const row = { element: made, state, text, side };
    this.#rows.set(name, row);
    this.element.append(made);
    return row;
  }
}

function action(label: string, name: IconName, text: string | undefined, onclick: () => void): HTMLButtonElement {
  const style = text === undefined ? "quiet square small" : "small";
  return element(
    "button",
    { type: "button", class: style, title: label, "aria-label": label, onclick },
    icon(name),
    text,
  );
}
