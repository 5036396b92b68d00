// The page on a web server: the same page, which stays when the server is gone, and offers what is new.
//
// *Invariant:* the version changes only when the reader asks for it, and the draft comes along.

import { desk } from "../src/main";
import { element } from "../src/element";
import { updateOffer } from "../src/sentences";
import "./page.css";

interface Draft {
  text: string;
  name: string;
  profile: string;
}

const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;

/** Tells that a newer version waits, and changes to it on a click. */
function offer(waiting: ServiceWorker): void {
  const button = element("button", { type: "button", class: "secondary", "data-action": "update", onclick: () => change(waiting) });
  const line = element("p", { class: "update", role: "status" });
  document.querySelector(".update")?.remove();
  document.querySelector(".foot")?.append(line);
  // A live region speaks of what changes after it is there.
  button.textContent = updateOffer();
  line.append(button);
}

function change(waiting: ServiceWorker): void {
  container?.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ update: desk.draft() });
}

function watch(registration: ServiceWorkerRegistration): void {
  // Without a controller this is the first visit, and nothing is new.
  const arrived = (worker: ServiceWorker | null): void => {
    if (worker?.state === "installed" && container?.controller) offer(worker);
  };
  arrived(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => arrived(worker));
  });
}

/** Takes back the draft that was handed over when the version changed. */
function takeBack(): void {
  container?.addEventListener("message", ({ data }: MessageEvent<{ draft: Draft | null }>) => {
    if (data.draft) desk.take(data.draft);
  });
  container?.startMessages();
  container?.controller?.postMessage("draft");
}

// Over plain http, and where the browser keeps nothing, the page works as a page.
if (container) {
  takeBack();
  container.register("service-worker.js").then(watch, () => undefined);
}
