// What stays in this browser between visits.
//
// Takes and gives texts by name; the browser sees the names with the page's own prefix.
//
// *Invariant:* never throws. What the browser refuses to keep is kept until the page is closed.

const PREFIX = "hegao.";

export class Store {
  private readonly unkept = new Map<string, string>();

  get(name: string): string | null {
    const unkept = this.unkept.get(name);
    if (unkept !== undefined) return unkept;
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  }

  /** Whether the browser keeps it. */
  set(name: string, text: string): boolean {
    try {
      localStorage.setItem(PREFIX + name, text);
      this.unkept.delete(name);
      return true;
    } catch {
      this.unkept.set(name, text);
      return false;
    }
  }

  remove(name: string): void {
    this.unkept.delete(name);
    try {
      localStorage.removeItem(PREFIX + name);
    } catch {
      // Where nothing can be kept, nothing was.
    }
  }

  /** Leaves no trace of the page. */
  clear(): void {
    this.unkept.clear();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    } catch {
      // Where nothing can be kept, nothing was.
    }
  }

  /** Calls `changed` when another window has changed what is kept under `name`; null when it is gone. */
  watch(name: string, changed: (text: string | null) => void): void {
    window.addEventListener("storage", (event) => {
      // Without a key everything was removed.
      if (event.key === PREFIX + name || event.key === null) changed(event.newValue);
    });
  }
}
