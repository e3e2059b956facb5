/**
 * Keeps the files of the page, so that it opens without a network. They are all fetched when this version comes; the
 * large parts (Pyodide) are kept when they are first used, and the compiler's by what loads it.
 * Spec: https://www.w3.org/TR/service-workers/
 */

/** Set by the build: paths relative to the page, and a hash of what they hold. */
declare const PAGE_FILES: readonly string[];
declare const PAGE_VERSION: string;
declare const self: ServiceWorkerGlobalScope;

const OWN_CACHE = `packwheel-page-${PAGE_VERSION}`;
const PYODIDE_CACHE = "packwheel-pyodide";

const scope: string = self.registration.scope;
const own: ReadonlySet<string> = new Set(PAGE_FILES.map((path) => new URL(path, scope).href));

self.addEventListener("install", (event) => {
  event.waitUntil(keepOwnFiles());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = withoutQuery(request.mode === "navigate" ? new URL("index.html", scope).href : request.url);
  if (own.has(url)) event.respondWith(fromCache(OWN_CACHE, url, request));
  else if (url.startsWith(new URL("pyodide/", scope).href)) event.respondWith(keepAnswer(PYODIDE_CACHE, url, request));
});

async function keepOwnFiles(): Promise<void> {
  const cache = await caches.open(OWN_CACHE);
  // Past the browser's own cache of addresses: index.html has the same name in every version.
  await cache.addAll([...own].map((url) => new Request(url, { cache: "reload" })));
}

async function dropOldVersions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("packwheel-page-") && name !== OWN_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromCache(name: string, url: string, request: Request): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(url)) ?? fetch(request);
}

/** From the network while there is one, since its names do not tell its version. */
async function keepAnswer(name: string, url: string, request: Request): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(url, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(url);
    if (kept !== undefined) return kept;
    throw error;
  }
}

function withoutQuery(text: string): string {
  const url = new URL(text);
  return url.origin + url.pathname;
}
