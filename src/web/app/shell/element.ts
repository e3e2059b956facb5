/** Elements in one expression: `element("button", { type: "button", onclick: stop }, "Stop")`. */

export type Child = Node | string | undefined | false;

/** Attributes as HTML has them; `true` is an attribute without a value, `undefined` and `false` none at all. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.replace(/^on/, ""), value as EventListener);
    else setAttribute(made, name, value);
  }
  made.append(...children.filter(isThere));
  return made;
}

export function setAttribute(target: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? "" : String(value));
}

/** Exactly these children, and no others. */
export function fill(target: Element, ...children: readonly Child[]): void {
  target.replaceChildren(...children.filter(isThere));
}

/** An element that index.html has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

function isThere(child: Child): child is Node | string {
  return child !== undefined && child !== false;
}
