// A window over the page: a title, a way out, and what stands in it.
//
// *Invariant:* at most one is open; when it is closed nothing of it is left, and the focus is where
// it was.

import { element } from "./element";
import { say } from "./messages";

let open: HTMLDialogElement | null = null;

/** Opens a window of a `kind` (its class) and gives it. */
export function openDialog(kind: string, title: string, ...content: HTMLElement[]): HTMLDialogElement {
  // Its own event comes too late for the one that follows.
  open?.close();
  open?.remove();
  const close = element("button", { type: "button", class: "quiet", "data-action": "close", onclick: () => dialog.close() }, say("close"));
  const dialog = element(
    "dialog",
    { class: `dialog ${kind}`, "aria-labelledby": "dialog-title" },
    element("header", {}, element("h2", { id: "dialog-title" }, title), close),
    ...content,
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (open === dialog) open = null;
  });
  document.body.append(dialog);
  dialog.showModal();
  open = dialog;
  return dialog;
}
