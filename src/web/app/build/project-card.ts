/** The project: its files, and the editor of one of them. */

import { Editor } from "../editor/editor.ts";
import { languageOf } from "../editor/highlight.ts";
import type { GivenFiles } from "../messages/given.ts";
import { announce } from "../shell/announce.ts";
import { element } from "../shell/element.ts";
import { filePicker } from "../shell/file-picker.ts";
import { formatCount } from "../shell/format.ts";
import { icon } from "../shell/icon.ts";
import type { Example } from "./examples/example.ts";
import { EXAMPLES } from "./examples/examples.ts";
import { FileTabs } from "./file-tabs.ts";
import type { Marks } from "./find-marks.ts";
import { keepProject, keptProject } from "./kept-project.ts";
import { ProjectFiles, readGiven } from "./project-files.ts";

export interface ProjectCardOptions {
  readonly onChange: () => void;
  readonly onExample: (example: Example) => void;
  readonly onGo: () => void;
}

export class ProjectCard {
  readonly element: HTMLElement;
  readonly #options: ProjectCardOptions;
  readonly #editor: Editor;
  readonly #tabs: FileTabs;
  readonly #examples: HTMLSelectElement;
  readonly #path = element("h3", { class: "path", id: "editor-title" });
  readonly #others = element("p", { class: "faint" });
  #files = new ProjectFiles();
  #current: string | undefined;
  #marks: Marks = new Map();
  #isChanged = false;

  constructor(options: ProjectCardOptions) {
    this.#options = options;
    this.#editor = new Editor({ label: "Text of the file", onInput: (text) => this.#edit(text), onGo: options.onGo });
    this.#tabs = new FileTabs({ onOpen: (path) => this.open(path), onRemove: (path) => this.#remove(path) });
    this.#examples = element(
      "select",
      { "aria-label": "Begin with an example", onchange: () => this.#chooseExample() },
      element("option", { value: "" }, "Examples …"),
      ...EXAMPLES.map(({ name, title }) => element("option", { value: name }, title)),
    );
    this.element = this.#draw();
    const kept = keptProject();
    if (kept === undefined) this.#loadExample(EXAMPLES[0]?.name ?? "");
    else this.#begin(new ProjectFiles(kept), undefined, true);
  }

  get files(): ProjectFiles {
    return this.#files;
  }

  /** Dropped files: a folder, or files with a pyproject.toml, are a project of their own; others join this one. */
  async take({ files, folder }: GivenFiles): Promise<void> {
    const given = await readGiven(files);
    if (folder !== undefined || given.some(({ path }) => path === "pyproject.toml")) {
      if (!this.#mayLeave()) return;
      this.#begin(new ProjectFiles(given), undefined, false);
      announce(`${formatCount(given.length, "file")} of ${folder ?? "the project"} taken`);
      return;
    }
    for (const { path, content } of given) this.#files.set(this.#files.placeFor(path), content);
    const first = given[0] === undefined ? undefined : this.#files.placeFor(given[0].path);
    this.#changed();
    if (first !== undefined) this.open(first);
    announce(`${formatCount(given.length, "file")} added`);
  }

  open(path: string): void {
    const text = this.#files.text(path);
    if (text === undefined) return;
    this.#current = path;
    this.#path.textContent = path;
    this.#editor.open(text, `Text of ${path}`, languageOf(path));
    this.#showMarks();
  }

  /** What leads to a place: `native/sieve.c`, `pyproject.toml: project.name`. */
  goTo(place: string): (() => void) | undefined {
    const [path = ""] = place.split(": ");
    if (this.#files.text(path) === undefined) return undefined;
    return () => {
      this.open(path);
      const first = this.#marks.get(path)?.find(({ line }) => line !== undefined);
      this.#editor.goTo(first?.line ?? 1, first?.column ?? 1);
    };
  }

  mark(marks: Marks): void {
    this.#marks = marks;
    const [path] = marks.keys();
    const isHere = this.#current !== undefined && marks.has(this.#current);
    if (path !== undefined && !isHere) this.open(path);
    else this.#showMarks();
  }

  #draw(): HTMLElement {
    const remove = element(
      "button",
      {
        type: "button",
        class: "quiet square small",
        title: "Remove this file",
        "aria-label": "Remove this file",
        onclick: () => this.#current !== undefined && this.#remove(this.#current),
      },
      icon("cross"),
    );
    const onFiles = (given: GivenFiles): void => void this.take(given);
    return element(
      "section",
      { class: "card project" },
      element(
        "div",
        { class: "card-head" },
        element("h2", {}, "Project"),
        element("span", { class: "grow" }),
        this.#examples,
        filePicker({ folder: true, onFiles, id: "choose-folder" }, icon("folder"), "Open a folder"),
        filePicker({ multiple: true, onFiles, id: "choose-files" }, icon("open"), "Add files"),
      ),
      element(
        "div",
        { class: "project-body" },
        element(
          "div",
          { class: "file-side" },
          this.#tabs.element,
          element(
            "button",
            { type: "button", class: "quiet small", onclick: () => this.#create() },
            icon("plus"),
            "New file",
          ),
          this.#others,
        ),
        element(
          "div",
          { class: "editor-panel", id: "editor-panel", role: "tabpanel", "aria-labelledby": "editor-title" },
          element("div", { class: "editor-head" }, this.#path, element("span", { class: "grow" }), remove),
          this.#editor.element,
        ),
      ),
    );
  }

  #begin(files: ProjectFiles, first: string | undefined, isChanged: boolean): void {
    this.#files = files;
    this.#marks = new Map();
    this.#isChanged = isChanged;
    this.#current = undefined;
    const texts = files.texts();
    const path =
      first ?? texts.find((each) => /\.c$/.test(each)) ?? texts.find((each) => each === "pyproject.toml") ?? texts[0];
    if (path !== undefined) this.open(path);
    this.#showMarks();
    this.#options.onChange();
  }

  #edit(text: string): void {
    if (this.#current === undefined) return;
    this.#files.set(this.#current, text);
    this.#changed();
  }

  #changed(): void {
    this.#isChanged = true;
    keepProject(this.#files);
    this.#options.onChange();
  }

  #create(): void {
    const path = prompt("Path of the new file, for example native/other.c", this.#files.placeFor("other.c"));
    if (path === null || path.trim() === "") return;
    const plain = path.trim().replace(/^\/+/, "");
    if (!this.#files.has(plain)) this.#files.set(plain, "");
    this.#changed();
    this.open(plain);
    this.#editor.focus();
  }

  #remove(path: string): void {
    const before = this.#files.texts();
    this.#files.remove(path);
    const after = this.#files.texts();
    this.#current = undefined;
    const next = after[Math.min(before.indexOf(path), after.length - 1)];
    if (next !== undefined) this.open(next);
    else this.#editor.open("", "No file is open");
    this.#changed();
    this.#showMarks();
    announce(`${path} removed`);
  }

  #chooseExample(): void {
    const name = this.#examples.value;
    this.#examples.value = "";
    if (this.#mayLeave()) this.#loadExample(name);
  }

  #loadExample(name: string): void {
    EXAMPLES.find((each) => each.name === name)
      ?.load()
      .then((example) => {
        const files = Object.entries(example.files).map(([path, content]) => ({ path, content }));
        keepProject(undefined);
        this.#begin(new ProjectFiles(files), example.first, false);
        this.#options.onExample(example);
      })
      .catch((error: unknown) => announce(`Cannot load the example: ${error}`));
  }

  #mayLeave(): boolean {
    return !this.#isChanged || confirm("Leave this project? What was written in it is lost.");
  }

  #showMarks(): void {
    const faulty = [...this.#marks].flatMap(([path, marks]) => {
      return marks.some(({ severity }) => severity === "error") ? [path] : [];
    });
    this.#tabs.show(this.#files.texts(), this.#current, new Set(faulty));
    this.#editor.mark(this.#current === undefined ? [] : (this.#marks.get(this.#current) ?? []));
    const others = this.#files.list().length - this.#files.texts().length;
    this.#others.textContent = others === 0 ? "" : `and ${formatCount(others, "file")} that cannot be edited here`;
    this.#others.hidden = others === 0;
  }
}
