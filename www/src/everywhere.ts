// What is listened to in the whole window, wherever the focus is.
//
// *Invariant:* a key or a file that another part has taken is left to it.

export interface Everywhere {
  /** To the next problem, or back. */
  step(forward: boolean): void;
  open(file: File): void;
  /** The paper is needed now. */
  print(): void;
}

export function listen({ step, open, print }: Everywhere): void {
  // In the draft the editor knows the key already.
  window.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.defaultPrevented || document.querySelector("dialog")) return;
    event.preventDefault();
    step(!event.shiftKey);
  });
  window.addEventListener("beforeprint", print);
  // A file that misses the editor must not replace the page.
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener(
    "drop",
    (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      open(file);
    },
    { capture: true },
  );
}
