/** Tells screen readers what happened where nobody looks. */
import { byId } from "./element.ts";

/** The same text twice is told twice. */
export function announce(text: string): void {
  const announcer = byId("announcer");
  announcer.textContent = "";
  requestAnimationFrame(() => {
    announcer.textContent = text;
  });
}
