// The rules' pages, which the file carries beside the checker (build.mjs).
//
// *Invariant:* nobody waits for them: they are unpacked behind what the reader waits for.

let pages: Record<string, string> = {};

/** Unpacks them. */
export async function loadRulePages(): Promise<void> {
  pages = await window.unpacked("rules").json() as Record<string, string>;
}

/** The page of the rule of this id, Markdown. */
export const rulePage = (id: string): string => pages[id] ?? "";
