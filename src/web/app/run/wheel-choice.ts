/** Which wheel is installed before the code runs: one of those that were built or opened, or none. */
import { element } from "../shell/element.ts";

/** Older ones are forgotten. */
const MAX_WHEELS = 12;

export class WheelChoice {
  readonly element: HTMLSelectElement = element("select", { "aria-label": "Wheel to install", id: "run-wheel" });
  #wheels: readonly File[] = [];

  constructor() {
    this.#draw("");
  }

  /** The newest is chosen; a wheel of the same name is replaced. */
  offer(wheel: File): void {
    this.#wheels = [wheel, ...this.#wheels.filter(({ name }) => name !== wheel.name)].slice(0, MAX_WHEELS);
    this.#draw(wheel.name);
  }

  chosen(): File | undefined {
    return this.#wheels.find(({ name }) => name === this.element.value);
  }

  #draw(chosen: string): void {
    const options = this.#wheels.map(({ name }) => element("option", { value: name }, name));
    this.element.replaceChildren(element("option", { value: "" }, "No wheel"), ...options);
    this.element.value = chosen;
  }
}
