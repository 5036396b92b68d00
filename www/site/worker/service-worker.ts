// The service worker: keeps the files of the site, so that the page opens without the server.
//
// A new version waits until a page asks for it; it holds that page's draft in memory over the reload.
//
// *Invariant:* the files of one version are kept and answered together; a draft is never stored, and
// given once.

export type {};

declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;
declare const FILES: string[];

type Message = { update: unknown } | "draft";

/** Other pages of the same server may keep files too. */
const OURS = `hegao ${self.registration.scope} `;
const CACHE = OURS + VERSION;
const page = new URL(self.registration.scope);
let handed: unknown = null;

self.addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOlder().then(() => self.clients.claim()));
});

async function removeOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  const isPage = mode === "navigate" && (pathname === page.pathname || pathname === `${page.pathname}index.html`);
  const name = isPage ? "./" : FILES.find((file) => new URL(file, page).pathname === pathname);
  if (method !== "GET" || origin !== page.origin || !name) return;
  event.respondWith(kept(name, event.request));
});

/** The file of this version; one that the browser has thrown away comes from the server. */
async function kept(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetch(request);
}

self.addEventListener("message", (event) => {
  const asked = event.data as Message;
  if (asked === "draft") {
    event.source?.postMessage({ draft: handed });
    handed = null;
  } else if (asked && "update" in asked) {
    handed = asked.update;
    void self.skipWaiting();
  }
});
