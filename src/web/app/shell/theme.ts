/** Light or dark: as the system has it, until the switch says otherwise. */
import { element, fill } from "./element.ts";
import { icon } from "./icon.ts";

type Theme = "light" | "dark";

const KEY = "packwheel-theme";

export function themeSwitch(): HTMLButtonElement {
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = keptTheme();
  const current = (): Theme => chosen ?? systemTheme();
  const systemTheme = (): Theme => (system.matches ? "dark" : "light");
  const button = element("button", { type: "button", class: "quiet square", id: "theme", onclick: turn });

  function turn(): void {
    const next: Theme = current() === "dark" ? "light" : "dark";
    // Going back to what the system has is no choice that must be kept.
    chosen = next === systemTheme() ? undefined : next;
    keepTheme(chosen);
    show();
  }

  function show(): void {
    if (chosen === undefined) delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = chosen;
    const other = current() === "dark" ? "light" : "dark";
    button.title = `Use ${other} colours`;
    button.setAttribute("aria-label", button.title);
    fill(button, icon(other === "dark" ? "moon" : "sun"));
  }

  system.addEventListener("change", show);
  show();
  return button;
}

function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined; // no storage for this page
  }
}

function keepTheme(theme: Theme | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the switch holds as long as the page.
  }
}
