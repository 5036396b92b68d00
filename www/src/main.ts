// The page: puts the parts together.
//
// *Invariant:* everything that is checked is checked by the checker; here is only who tells whom.

import type { Claim, Finding, Fix, Greeting, ProfileInfo, Range, Review, RuleInfo } from "hegao";
import { Checker } from "./checker";
import { Choices } from "./choices";
import { Editor } from "./editor";
import { DraftSource } from "./draft-source";
import { element } from "./element";
import { claimOf, claimsByPlaces, type FindingActions, lightsOf } from "./finding-view";
import { frame } from "./frame";
import { Ignored } from "./ignored";
import { type Draft, KeptDraft } from "./kept-draft";
import { listen } from "./everywhere";
import type { Light } from "./marks";
import { language } from "./language";
import { say } from "./messages";
import { inOneLine, tidied } from "./sentences";
import sampleText from "./sample.txt";
import { selected, type Shown } from "./selection";
import { Results } from "./results";
import { loadRulePages } from "./rule-pages";
import { Session } from "./session";
import { showSettings } from "./settings-dialog";
import { sheet, type Reviewed } from "./sheet";
import { StatusLine } from "./status";
import { Store } from "./store";
import "./styles.css";
import { Tabs } from "./tabs";
import { TakeAway } from "./take-away";
import { tidying } from "./tidy";
import { previewTidying } from "./tidy-dialog";

declare global {
  interface Window {
    hegao: { setText(text: string): void; review(): Promise<Review> };
  }
}

let rules = new Map<string, RuleInfo>();
/** The last review, and what the reader sees of it. */
let received: Review | null = null;
let seen: Shown | null = null;
/** The text that the last review is about. */
let checked = "";
let claims: Map<string, Claim> | null = null;
let uncheckedShown = false;
let profiles: ProfileInfo[] = [];
/** The profile of a kept draft, until the profiles are known. */
let keptProfile = "";

const store = new Store();
const ignored = new Ignored(store);
const keptDraft = new KeptDraft(store, {
  draft: () => draftNow(),
  failed: () => status.notify(say("draftNotKept")),
  yielded: (taken) => {
    page.keepsDraft(false);
    status.notify(say(taken ? "draftYielded" : "draftRemoved"));
  },
});
const choices = new Choices(store, ignored, keptDraft, {
  rules: () => [...rules.values()],
  profiles: () => page.offered(),
  reworded: () => {
    editor.reword();
    reword();
    recheck();
  },
  profile: (profile) => {
    page.choose(profile);
    recheck();
  },
  changed: () => {
    editor.view.requestMeasure();
    select();
  },
  keeps: (kept) => page.keepsDraft(kept),
  notify: (words) => status.notify(words),
});
const tabs = new Tabs(["findings", "claims", "sections"]);
const status = new StatusLine({ showUnchecked: () => showUnchecked() });
const paper = element("section", { class: "sheet", "aria-hidden": "true" });
const page = frame(tabs, status, {
  open: (file) => void source.open(file),
  sample: () => source.sample(),
  save: () => takeAway.draft(),
  print: () => void takeAway.print(),
  saveSheet: () => void takeAway.sheet(),
  saveCsv: () => void takeAway.csv(),
  saveJson: () => void takeAway.json(),
  copyText: () => void takeAway.text(),
  find: () => editor.find(),
  resize: (larger) => choices.resize(larger),
  settings: () => showSettings(choices),
  language: () => choices.change({ ...choices.preferences(), language: language() === "zh" ? "en" : "zh" }),
  profile: () => {
    choices.change({ ...choices.preferences(), profile: page.profile() });
    keptDraft.changed(editor.view.state.doc.length);
  },
});

const actions: FindingActions = {
  jump: (range, places) => goTo(range, places),
  apply: (fix: Fix) => {
    if (!editor.apply(fix)) status.notify(say("moved"));
  },
  ignore: (finding) => putAside([finding], true),
  rule: (id) => rules.get(id),
  draft: () => checked,
  claim: (finding) => received ? claimOf((claims ??= claimsByPlaces(received)), finding) : undefined,
};

const results = new Results(tabs, page, actions, {
  chosen: (finding) => {
    const range = finding.range ?? finding.related[0]?.range;
    if (range) goTo(range, lightsOf(finding));
  },
  step: (forward) => editor.step(forward),
  restore: (findings) => putAside(findings, false),
  tidy,
  claim: ({ range, operands }) => goTo({ start: range.start, end: range.start }, operands),
  heading: (range) => goTo({ start: range.start, end: range.start }, [{ range, role: "section" }]),
  showUnchecked: () => showUnchecked(),
});

const editor = new Editor(page.desk, actions, {
  changed: () => {
    page.showEmpty(editor.isBlank());
    status.notify("");
    keptDraft.changed(editor.view.state.doc.length);
    session.changed();
  },
  composed: () => session.composed(),
  stands: (found: Finding[]) => {
    results.mark(found);
    editor.light(found.flatMap(lightsOf));
  },
});

const source = new DraftSource({ text: () => editor.text(), replace: replaceDraft, notify: (words) => status.notify(words) });

const checker = new Checker({
  ready: (greeting: Greeting, fallback: boolean) => {
    rules = new Map(greeting.rules.map((rule) => [rule.id, rule]));
    profiles = greeting.profiles;
    page.profiles(profiles);
    chooseKept();
    requestIdleCallback(() => void loadRulePages(), { timeout: 1000 });
    if (fallback) status.notify(say("workerFallback"));
    if (!editor.isBlank()) return;
    status.show("ready", null);
    // The checker builds its patterns and the browser its code when first needed: let that be before
    // the first draft, on a text of its size. In the page itself that would be felt.
    checker.ask(fallback ? sampleText : sampleText.repeat(6), {}, () => undefined);
  },
  unavailable: () => status.show("failed", { failure: "workerMissing" }),
});
const session = new Session(
  { text: () => editor.text(), composing: () => editor.view.composing },
  checker,
  {
    state: (state, outcome) => status.show(state, outcome),
    asked: () => status.busy(),
    reviewed: (review, shown) => {
      take(review);
      if (seen) results.draw(seen, shown);
    },
    outdated: () => results.stop(),
  },
);

const draftNow = (): Draft => ({ ...source.kept(), profile: keptProfile || page.profile() });
const reviewed = (shown: Shown): Reviewed => ({
  shown,
  draft: editor.text(),
  name: source.name,
  profile: profiles.find((profile) => profile.id === shown.review.profile)?.title ?? shown.review.profile,
  ruleTitle,
});
const ruleTitle = (rule: string): string => rules.get(rule)?.title[language()] ?? rule;
const takeAway = new TakeAway({
  shown: () => (editor.isBlank() ? Promise.resolve(null) : session.review().then(() => seen, () => null)),
  draft: () => editor.text(),
  form: () => source.form,
  name: () => source.name,
  ruleTitle,
  reviewed,
  notify: (words) => status.notify(words),
});

function goTo(range: Range, places: Light[] = []): void {
  if (!editor.jump(range, places)) status.notify(say("moved"));
}

/** Takes up a review: in the draft and in the status line at once. */
function take(review: Review): void {
  if (received !== review) {
    received = review;
    checked = editor.text();
    claims = null;
  }
  seen = selected(review, choices.preferences().levels, (finding) => ignored.has(finding));
  editor.show(seen.review);
  status.select(seen);
}

/** The reader has chosen otherwise what to see; a review that is under way will show it. */
function select(): void {
  if (!received || !session.isCurrent) return;
  take(received);
  if (seen) results.drawNow(seen);
}

function putAside(these: Finding[], aside: boolean): void {
  const kept = ignored.put(these, aside);
  editor.closeCards();
  select();
  status.notify(inOneLine([say(aside ? "ignored" : "restored"), kept ? "" : say("notKept")]));
}

/** All safe repairs at once, after a look at them. */
function tidy(): void {
  if (!seen || !session.isCurrent) {
    status.notify(say("moved"));
    return;
  }
  const plan = tidying(seen.review, checked);
  previewTidying(plan, ruleTitle, () => {
    const made = editor.change(plan.edits);
    status.notify(made ? tidied(plan.kinds.reduce((sum, kind) => sum + kind.places, 0)) : say("moved"));
  });
}

function showUnchecked(): void {
  uncheckedShown = !uncheckedShown;
  editor.showUnchecked(uncheckedShown);
  status.uncheckedShown(uncheckedShown);
  results.uncheckedShown(uncheckedShown);
}

function chooseOptions(): void {
  const profile = page.profile();
  session.options = { lang: language(), ...(profile ? { profile } : {}) };
}

function recheck(): void {
  chooseOptions();
  session.changed(true);
}

function replaceDraft(text: string): void {
  editor.setText(text);
  page.showEmpty(editor.isBlank());
  session.changed(true);
}

/** The profiles are known now. */
function chooseKept(): void {
  page.choose(keptProfile || choices.preferences().profile);
  keptProfile = "";
  if (!page.profile()) return;
  // Of an empty page there is nothing to say but that it is ready.
  if (editor.isBlank()) chooseOptions();
  else recheck();
}

/** Puts back a draft that outlived the page. */
function restore(draft: Draft): void {
  if (draft.text === "") return;
  keptProfile = draft.profile;
  if (profiles.length > 0) chooseKept();
  source.restore(draft);
}

function reword(): void {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  page.reword();
  status.reword();
  results.reword();
}

listen({
  step: (forward) => editor.step(forward),
  open: (file) => void source.open(file),
  print: () => {
    if (seen) paper.replaceChildren(...sheet(reviewed(seen)));
  },
});

window.hegao = {
  setText: (text: string) => source.set(String(text)),
  review: async () => source.placed(await session.review()),
};

session.options = { lang: language() };
reword();
const draft = keptDraft.restored();
if (draft) restore(draft);
if (choices.isBroken) status.notify(say("settingsBroken"));
if (keptDraft.isBroken) status.notify(say("draftBroken"));
page.keepsDraft(keptDraft.isOn);
checker.start();
// Only now, so that it is laid out once.
document.body.append(page.root, paper);
editor.view.focus();

/** For the page on a web server, which reloads itself for a new version. */
export const desk = {
  draft: draftNow,
  /** Puts back what was handed over, unless there is something already. */
  take: (draft: Draft): void => {
    if (editor.isBlank()) restore(draft);
  },
};
