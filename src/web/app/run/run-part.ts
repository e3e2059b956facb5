/** The part that tries wheels: Python itself, in this page, with the wheel installed. */
import { Editor } from "../editor/editor.ts";
import { failureOf } from "../messages/failure.ts";
import type { GivenFiles } from "../messages/given.ts";
import type { RunCalls, RunEvent, StartedPython } from "../messages/running.ts";
import { WorkerCalls } from "../messages/worker-calls.ts";
import { announce } from "../shell/announce.ts";
import { element, fill } from "../shell/element.ts";
import { filePicker } from "../shell/file-picker.ts";
import { formatSeconds } from "../shell/format.ts";
import { icon } from "../shell/icon.ts";
import type { Part } from "../shell/part.ts";
import { OutputLog } from "./output-log.ts";
import { WheelChoice } from "./wheel-choice.ts";

const FIRST_CODE = `import sys

print("Python", sys.version)
`;

export class RunPart implements Part {
  readonly #calls = new WorkerCalls<RunCalls>(
    () => new Worker(new URL("../workers/run-worker.ts", import.meta.url), { type: "module" }),
  );
  readonly #pyodide: string;
  readonly #editor: Editor;
  readonly #output = new OutputLog();
  readonly #choice = new WheelChoice();
  readonly #go = element("button", { type: "button", class: "primary", id: "run-go" }, icon("play"), "Run");
  readonly #stop = element(
    "button",
    { type: "button", hidden: true, onclick: () => this.escape() },
    icon("stop"),
    "Stop",
  );
  readonly #status = element("p", { class: "build-status", role: "status" });
  readonly #hint = element(
    "p",
    { class: "faint" },
    "To try a wheel, build one for Pyodide or one without code of its own, or open one.",
  );
  #isRunning = false;
  /** The wheel that the running Python has; `null` for one without. */
  #installed: File | null | undefined;
  #isOwnCode = false;

  /** @param pyodide Where its files are; ends with a slash. */
  constructor(root: HTMLElement, pyodide: string) {
    this.#pyodide = pyodide;
    this.#editor = new Editor({
      label: "Python code",
      id: "run-code",
      onInput: () => {
        this.#isOwnCode = true;
      },
      onGo: () => void this.run(),
    });
    this.#editor.open(FIRST_CODE, "Python code", "python");
    this.#go.addEventListener("click", () => void this.run());
    fill(
      root,
      element("h1", { class: "unseen" }, "Run Python"),
      element("div", { class: "columns is-even" }, this.#drawCode(), this.#output.element),
    );
  }

  take({ files }: GivenFiles): boolean {
    const wheel = files.find(({ path }) => path.endsWith(".whl"));
    if (wheel !== undefined) this.choose(wheel.file);
    else this.#status.textContent = "Drop a wheel here: pure, or built for Pyodide";
    return wheel !== undefined;
  }

  escape(): boolean {
    if (!this.#isRunning) return false;
    this.#installed = undefined;
    this.#calls.end();
    return true;
  }

  /** A wheel that can be run is there. */
  offer(wheel: File): void {
    this.#hint.hidden = true;
    this.#choice.offer(wheel);
  }

  choose(wheel: File): void {
    this.offer(wheel);
    this.#status.textContent = "";
  }

  /** Code to begin with, unless somebody has written some. */
  suggest(code: string | undefined): void {
    if (!this.#isOwnCode && code !== undefined) this.#editor.open(code, "Python code", "python");
  }

  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#setRunning(true);
    this.#output.clear();
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "phase") this.#status.textContent = `${event.text} …`;
      else this.#output.add(event.stream, event.text);
    };
    try {
      await this.#start(onEvent);
      this.#status.textContent = "Running …";
      const start = performance.now();
      const { value } = await this.#calls.call("run", this.#editor.text, { onEvent });
      if (value !== undefined) this.#output.add("value", `${value}\n`);
      this.#status.textContent = `Done in ${formatSeconds(performance.now() - start)}`;
      announce("The program has ended");
    } catch (error) {
      const { isStop, message } = failureOf(error);
      if (!isStop) this.#output.add("error", `${message}\n`);
      this.#status.textContent = isStop ? "Stopped" : "Ended with an error";
      announce(this.#status.textContent);
    } finally {
      this.#output.finish();
      this.#setRunning(false);
    }
  }

  #drawCode(): HTMLElement {
    const onFiles = (given: GivenFiles): void => void this.take(given);
    return element(
      "section",
      { class: "card run-code" },
      element(
        "div",
        { class: "card-head" },
        element("h2", {}, "Code"),
        element("span", { class: "grow" }),
        this.#choice.element,
        filePicker({ accept: ".whl", onFiles, id: "choose-wheel" }, icon("open"), "Open a wheel"),
      ),
      this.#editor.element,
      this.#hint,
      element("div", { class: "go" }, this.#go, this.#stop, this.#status),
    );
  }

  /** Another wheel wants another Python: what was imported stays in it. */
  async #start(onEvent: (event: RunEvent) => void): Promise<void> {
    const wheel = this.#choice.chosen();
    if (this.#installed === (wheel ?? null)) return;
    this.#installed = undefined;
    this.#calls.end();
    const started = await this.#calls.call("start", { pyodide: this.#pyodide, wheel }, { onEvent });
    this.#installed = wheel ?? null;
    this.#showVersion(started);
  }

  #showVersion({ python, pyodide }: StartedPython): void {
    this.#output.title(`Python ${python}, Pyodide ${pyodide}`);
  }

  #setRunning(isRunning: boolean): void {
    const hadFocus = document.activeElement === this.#go || document.activeElement === this.#stop;
    this.#isRunning = isRunning;
    this.#go.disabled = isRunning;
    this.#stop.hidden = !isRunning;
    // One takes the place of the other.
    if (hadFocus) (isRunning ? this.#stop : this.#go).focus();
  }
}
