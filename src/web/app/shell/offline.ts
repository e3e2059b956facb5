/** The page works without a network once it was loaded: a service worker keeps its files. */
import { element, fill } from "./element.ts";

/** @param place Gets a line when there is something to say. */
export function keepOffline(place: HTMLElement): void {
  const showNetwork = (): void => fill(place, !navigator.onLine && "No network: the page works without.");
  addEventListener("online", showNetwork);
  addEventListener("offline", showNetwork);
  showNetwork();
  // While the page is worked on, Vite serves it, and there is nothing to keep.
  if (!("serviceWorker" in navigator) || document.querySelector('meta[name="service-worker"]') === null) return;
  navigator.serviceWorker
    .register(new URL("./service-worker.js", document.baseURI))
    .then((registration) => watchForUpdate(registration, place))
    .catch(() => undefined); // a browser in private mode: the page works, with a network
}

function watchForUpdate(registration: ServiceWorkerRegistration, place: HTMLElement): void {
  const offer = (): void => {
    if (registration.waiting === null) return;
    const reload = element(
      "button",
      { type: "button", class: "link", onclick: () => takeOver(registration) },
      "Reload",
    );
    fill(place, "A newer version of this page is here. ", reload);
  };
  // The first one waits for nobody.
  if (navigator.serviceWorker.controller !== null) offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller !== null) offer();
    });
  });
}

function takeOver({ waiting }: ServiceWorkerRegistration): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting?.postMessage("take-over");
}
