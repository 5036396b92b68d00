// The rules' pages, which the file carries beside the checker (tools/rule-pages.mjs).
//
// *Invariant:* nobody waits for them: they are unpacked behind what the reader waits for.

import { language } from "./language";

/** What the rule checks, why, and on what basis: paragraphs and lists. */
type Told = [what: string, why: string, basis: string];
/** What it reports, and what it does not: passages of drafts. */
type Samples = [reported: string[], notReported: string[]];

/** Columns: what is at one place belongs to one rule. */
interface Pages {
  rules: string[];
  samples: Samples[];
  zh: Told[];
  en: Told[];
}

let pages: Pages = { rules: [], samples: [], zh: [], en: [] };

/** Unpacks them. */
export async function loadRulePages(): Promise<void> {
  pages = await window.unpacked("rules").json() as Pages;
}

/** The page of the rule of this id, in the language that the page speaks. */
export function rulePage(id: string): { told: Told; samples: Samples } {
  const at = pages.rules.indexOf(id);
  return { told: pages[language()][at] ?? ["", "", ""], samples: pages.samples[at] ?? [[], []] };
}
