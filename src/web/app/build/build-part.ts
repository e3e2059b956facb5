/** The part that makes wheels: a project, the targets, and what became of them. */
import type { Finding } from "../../../core/errors.ts";
import type { BuildCalls, BuildEvent, BuildResult, BuiltArchive } from "../messages/building.ts";
import { type Failure, failureOf, findingsOf } from "../messages/failure.ts";
import type { GivenFiles } from "../messages/given.ts";
import { WorkerCalls } from "../messages/worker-calls.ts";
import { announce } from "../shell/announce.ts";
import { element, fill } from "../shell/element.ts";
import { findingList } from "../shell/finding-list.ts";
import { formatCount, formatSeconds } from "../shell/format.ts";
import { icon } from "../shell/icon.ts";
import type { Part } from "../shell/part.ts";
import { saveFile } from "../shell/save-file.ts";
import type { Example } from "./examples/example.ts";
import { findMarks } from "./find-marks.ts";
import { ProjectCard } from "./project-card.ts";
import { ResultsCard } from "./results-card.ts";
import { targetPicker } from "./target-picker.ts";

export interface BuildPartOptions {
  /** Address of the list of the compiler's files. */
  readonly toolchain: string;
  readonly onInspect: (file: File) => void;
  readonly onRun: (file: File) => void;
  /** A wheel that runs on this page is there. */
  readonly onRunnable: (file: File) => void;
  readonly onExample: (example: Example) => void;
}

/** Lines of results that are of no target. */
const SDIST = "sdist";
const ANY = "any";

export class BuildPart implements Part {
  readonly #options: BuildPartOptions;
  readonly #calls = new WorkerCalls<BuildCalls>(
    () => new Worker(new URL("../workers/build-worker.ts", import.meta.url), { type: "module" }),
  );
  readonly #project: ProjectCard;
  readonly #targets = targetPicker(() => this.#update());
  readonly #targetsBody = element("div", {});
  readonly #pure = element("p", { class: "faint" }, "No code to compile: one wheel serves every platform.");
  readonly #sdist = element("input", { type: "checkbox" });
  readonly #go = element("button", { type: "button", class: "primary", id: "build-go" });
  readonly #stop = element("button", { type: "button", onclick: () => this.escape() }, icon("stop"), "Stop");
  readonly #status = element("p", { class: "build-status", role: "status" });
  readonly #bar = element("progress", { "aria-label": "How far the build is" });
  readonly #results: ResultsCard;
  readonly #resultsCard = element("section", { class: "card", hidden: true });
  readonly #findings = element("div", {});
  readonly #all = element("button", { type: "button", class: "small" }, icon("download"), "Download all");
  #running: AbortController | undefined;
  #archives: BuiltArchive[] = [];

  constructor(root: HTMLElement, options: BuildPartOptions) {
    this.#options = options;
    this.#results = new ResultsCard({
      inspect: options.onInspect,
      run: options.onRun,
    });
    this.#go.addEventListener("click", () => void this.#build());
    this.#all.addEventListener("click", () => void this.#saveAll());
    this.#project = new ProjectCard({
      onChange: () => this.#update(),
      onExample: options.onExample,
      onGo: () => void this.#build(),
    });
    fill(
      root,
      element("h1", { class: "unseen" }, "Build wheels"),
      element(
        "div",
        { class: "columns" },
        element("div", { class: "column" }, this.#project.element),
        element("div", { class: "column is-side" }, this.#drawTargets(), this.#drawResults()),
      ),
    );
    this.#update();
  }

  take(given: GivenFiles): boolean {
    void this.#project.take(given);
    return true;
  }

  escape(): boolean {
    if (this.#running === undefined) return false;
    this.#running.abort();
    return true;
  }

  #drawTargets(): HTMLElement {
    fill(this.#targetsBody, this.#targets.element, this.#pure);
    return element(
      "section",
      { class: "card" },
      element("h2", {}, "Wheels for"),
      this.#targetsBody,
      element("label", { class: "target" }, this.#sdist, "and the sdist"),
      element("div", { class: "go" }, this.#go, this.#stop, this.#status),
      this.#bar,
    );
  }

  #drawResults(): HTMLElement {
    fill(
      this.#resultsCard,
      element(
        "div",
        { class: "card-head" },
        element("h2", {}, "Results"),
        element("span", { class: "grow" }),
        this.#all,
      ),
      this.#findings,
      this.#results.element,
    );
    return this.#resultsCard;
  }

  get #isNative(): boolean {
    const text = this.#project.files.text("pyproject.toml") ?? "";
    return /^\s*\[\[?\s*tool\s*\.\s*packwheel\s*\.\s*native\s*\]/m.test(text);
  }

  /** What may be pressed, and what it says. */
  #update(): void {
    // It changes while it is made, before it is there.
    if (this.#project === undefined) return;
    const isRunning = this.#running !== undefined;
    const hadFocus = document.activeElement === this.#go || document.activeElement === this.#stop;
    const count = this.#targets.chosen().length;
    this.#targets.element.hidden = !this.#isNative;
    this.#pure.hidden = this.#isNative;
    fill(this.#go, this.#isNative ? `Build ${formatCount(count, "wheel")}` : "Build the wheel");
    this.#go.disabled = isRunning || (this.#isNative && count === 0);
    this.#stop.hidden = !isRunning;
    this.#bar.hidden = !isRunning;
    // One takes the place of the other.
    if (hadFocus) (isRunning ? this.#stop : this.#go).focus();
  }

  async #build(): Promise<void> {
    if (this.#go.disabled) return;
    const stopper = new AbortController();
    this.#running = stopper;
    const targets = this.#isNative ? this.#targets.chosen() : [];
    const sdist = this.#sdist.checked;
    const start = performance.now();
    const failures: Failure[] = [];
    this.#archives = [];
    this.#begin(targets, sdist);
    const finished = new Set<string>();
    const onEvent = (event: BuildEvent): void => {
      this.#results.take(event);
      if (event.kind === "failed") failures.push(event.failure);
      if (event.kind === "built") this.#keep(event.archive);
      if (event.kind === "built" || event.kind === "failed" || event.kind === "covered") finished.add(event.target);
      this.#showProgress(event, finished.size, targets.length);
    };
    try {
      const input = { files: this.#project.files.list(), targets, sdist, toolchain: this.#options.toolchain };
      const result = await this.#calls.call("build", input, { onEvent, signal: stopper.signal });
      this.#finish(result, failures, performance.now() - start);
    } catch (error) {
      this.#fail(failureOf(error));
    } finally {
      this.#running = undefined;
      this.#update();
    }
  }

  #begin(targets: readonly string[], sdist: boolean): void {
    const names = [...(sdist ? [SDIST] : []), ...(targets.length === 0 ? [ANY] : targets)];
    this.#resultsCard.hidden = false;
    this.#all.hidden = true;
    this.#results.reset(names);
    this.#project.mark(new Map());
    fill(this.#findings);
    this.#status.textContent = "Beginning …";
    this.#bar.removeAttribute("value");
    this.#update();
  }

  #showProgress(event: BuildEvent, finished: number, total: number): void {
    if (event.kind === "loading") {
      this.#status.textContent = `Loading the compiler, ${Math.round(100 * event.part)} %`;
      this.#bar.value = event.part;
    } else if (event.kind === "phase" && event.target === undefined) this.#status.textContent = `${event.text} …`;
    else if (total > 0) {
      this.#status.textContent = `${finished} of ${total} done`;
      this.#bar.value = finished / total;
    }
  }

  #finish({ sdist, wheel, findings }: BuildResult, failures: readonly Failure[], milliseconds: number): void {
    if (sdist !== undefined) {
      this.#results.showArchive(SDIST, sdist);
      this.#keep(sdist);
    }
    if (wheel !== undefined) {
      this.#results.showArchive(ANY, wheel);
      this.#keep(wheel);
    }
    this.#results.stop("Not built");
    this.#showFindings(failures, findings);
    this.#all.hidden = this.#archives.length < 2;
    const wheels = this.#archives.filter(({ kind }) => kind === "wheel").length;
    const parts = [
      wheels > 0 && `${formatCount(wheels, "wheel")} in ${formatSeconds(milliseconds)}`,
      failures.length > 0 && `${formatCount(failures.length, "target")} failed`,
    ];
    this.#status.textContent = parts.filter((part) => part !== false).join(", ");
    announce(this.#status.textContent);
  }

  #fail(failure: Failure): void {
    // What is wrong with the project is no matter of targets.
    if (failure.isStop || this.#archives.length > 0) this.#results.stop(failure.isStop ? "Stopped" : "Not built");
    else this.#results.reset([]);
    this.#all.hidden = this.#archives.length < 2;
    this.#status.textContent = failure.isStop ? "Stopped" : "Nothing was built";
    if (!failure.isStop) this.#showFindings([failure], []);
    announce(failure.isStop ? "The build is stopped" : `The build failed: ${failure.message}`);
  }

  #showFindings(failures: readonly Failure[], findings: readonly Finding[]): void {
    const all = [...uniqueFindings(failures), ...findings];
    this.#project.mark(findMarks(failures, findings, (path) => this.#project.files.text(path)));
    fill(this.#findings, all.length > 0 && findingList(all, { onPlace: (path) => this.#project.goTo(path) }));
  }

  #keep(archive: BuiltArchive): void {
    this.#archives.push(archive);
    const runs = archive.tags.some((tag) => tag.endsWith("-any") || tag.includes("-pyemscripten_"));
    if (runs) this.#options.onRunnable(archive.file);
  }

  async #saveAll(): Promise<void> {
    const zip = await this.#calls.call(
      "zip",
      this.#archives.map(({ file }) => file),
    );
    saveFile(zip, "wheels.zip");
  }
}

/** What all targets say alike is told once, without their names. */
function uniqueFindings(failures: readonly Failure[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of failures.flatMap(findingsOf)) {
    const message = finding.message.replace(/^[\w-]+: /, "");
    const key = `${finding.path}\n${message}`;
    seen.set(key, seen.has(key) ? { ...finding, message } : finding);
  }
  return [...seen.values()];
}
