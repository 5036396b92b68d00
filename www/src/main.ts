// The page: puts the parts together.
//
// *Invariant:* everything that is checked is checked by the checker; here is only who tells whom.

import type { Claim, Finding, Fix, Greeting, ProfileInfo, Range, Review, RuleInfo } from "hegao";
import { Checker, type Outcome } from "./checker";
import { Choices } from "./choices";
import { Editor } from "./editor";
import { type DraftForm, formOf, ownForm, unmarked, written } from "./draft-form";
import { element } from "./element";
import { readDraft } from "./files";
import { claimOf, claimsByPlaces, type FindingActions, lightsOf } from "./finding-view";
import { FindingsList } from "./findings-list";
import { frame } from "./frame";
import { Ignored } from "./ignored";
import { type Draft, KeptDraft } from "./kept-draft";
import { Ledger } from "./ledger";
import { inGivenText } from "./line-ends";
import type { Light } from "./marks";
import { language } from "./language";
import { say } from "./messages";
import { grouped, opened, tidied } from "./sentences";
import { Outline } from "./outline";
import sampleText from "./sample.txt";
import { presentCount, requiredCount, Sections } from "./sections";
import { selected, type Shown } from "./selection";
import { Session, type State } from "./session";
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
let shown: Shown | null = null;
/** The text that the last review is about. */
let checked = "";
let claims: Map<string, Claim> | null = null;
let uncheckedShown = false;
/** The file that the draft came from. */
let draftName = "";
let draftForm: DraftForm = ownForm;
let profiles: ProfileInfo[] = [];
/** The profile of a kept draft, until the profiles are known. */
let keptProfile = "";
/** A text with \r\n that was set from outside, and the draft it became. */
let given: { text: string; held: string } | null = null;

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
  open: (file) => void open(file),
  sample: () => {
    const replaced = !editor.isBlank();
    draftName = "";
    draftForm = ownForm;
    replaceDraft(sampleText);
    status.notify(replaced ? say("sampleReplaced") : "");
  },
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
document.body.append(page.root, paper);

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

const findings = new FindingsList(tabs.panel(0), actions, {
  chosen: (finding) => {
    const range = finding.range ?? finding.related[0]?.range;
    if (range) goTo(range, lightsOf(finding));
  },
  step: (forward) => editor.step(forward),
  restore: (findings) => putAside(findings, false),
  tidy,
});
const ledger = new Ledger(tabs.panel(1), {
  chosen: (claim: Claim) => goTo({ start: claim.range.start, end: claim.range.start }, claim.operands),
  showUnchecked: () => showUnchecked(),
});
const goToHeading = ({ range }: { range: Range | null }): void => {
  if (range) goTo({ start: range.start, end: range.start }, [{ range, role: "section" }]);
};
const sections = new Sections(tabs.panel(2), goToHeading);
const outline = new Outline(tabs.panel(2), goToHeading);

const editor = new Editor(page.desk, actions, {
  changed: () => {
    page.showEmpty(editor.isBlank());
    status.notify("");
    keptDraft.changed(editor.view.state.doc.length);
    session.changed();
  },
  composed: () => session.composed(),
  stands: (found: Finding[]) => {
    findings.mark(found);
    editor.light(found.flatMap(lightsOf));
  },
});

const checker = new Checker({
  ready: (greeting: Greeting, fallback: boolean) => {
    rules = new Map(greeting.rules.map((rule) => [rule.id, rule]));
    profiles = greeting.profiles;
    page.profiles(profiles);
    chooseKept();
    if (fallback) status.notify(say("workerFallback"));
    if (!editor.isBlank()) return;
    showState("ready", null);
    // The checker builds its patterns and the browser its code when first needed: let that be before
    // the first draft, on a text of its size. In the page itself that would be felt.
    checker.ask(fallback ? sampleText : sampleText.repeat(6), {}, () => undefined);
  },
  unavailable: () => showState("failed", { failure: "workerMissing" }),
});
const session = new Session(
  { text: () => editor.text(), composing: () => editor.view.composing },
  checker,
  { state: showState, asked: () => status.busy(), reviewed: show },
);

const nameNow = (): string => draftName || `${say("draftFile")}.txt`;
/** The draft as it is kept and handed over: in the form of its file. */
const draftNow = (): Draft => ({ text: written(editor.text(), draftForm), name: draftName, profile: keptProfile || page.profile() });
const reviewed = (seen: Shown): Reviewed => ({
  shown: seen,
  draft: editor.text(),
  name: nameNow(),
  profile: profiles.find((profile) => profile.id === seen.review.profile)?.title ?? seen.review.profile,
  ruleTitle,
});
const ruleTitle = (rule: string): string => rules.get(rule)?.title[language()] ?? rule;
const takeAway = new TakeAway({
  shown: () => (editor.isBlank() ? Promise.resolve(null) : session.review().then(() => shown, () => null)),
  draft: () => editor.text(),
  form: () => draftForm,
  name: nameNow,
  ruleTitle,
  reviewed,
  notify: (words) => status.notify(words),
});

function goTo(range: Range, places: Light[] = []): void {
  if (!editor.jump(range, places)) status.notify(say("moved"));
}

function showState(state: State, outcome: Outcome | null): void {
  status.show(state, outcome);
}

function show(review: Review): void {
  if (received !== review) {
    received = review;
    checked = editor.text();
    claims = null;
  }
  shown = selected(review, choices.preferences().levels, (finding) => ignored.has(finding));
  editor.show(shown.review);
  findings.show(shown);
  status.select(shown);
  ledger.show(review);
  sections.show(review);
  outline.show(review);
  page.excerpt(review.document.isExcerpt && review.document.characters > 0);
  label();
}

/** The reader has chosen otherwise what to see; a review that is under way will show it. */
function select(): void {
  if (received && session.isCurrent) show(received);
}

function putAside(these: Finding[], aside: boolean): void {
  const kept = ignored.put(these, aside);
  editor.closeCards();
  select();
  status.notify([say(aside ? "ignored" : "restored"), kept ? "" : say("notKept")].filter(Boolean).join(language() === "zh" ? "；" : "; "));
}

/** All safe repairs at once, after a look at them. */
function tidy(): void {
  if (!shown || !session.isCurrent) {
    status.notify(say("moved"));
    return;
  }
  const plan = tidying(shown.review, checked);
  previewTidying(plan, ruleTitle, () => {
    const made = editor.change(plan.edits);
    status.notify(made ? tidied(plan.kinds.reduce((sum, kind) => sum + kind.places, 0)) : say("moved"));
  });
}

function showUnchecked(): void {
  uncheckedShown = !uncheckedShown;
  editor.showUnchecked(uncheckedShown);
  status.uncheckedShown(uncheckedShown);
  ledger.uncheckedShown(uncheckedShown);
}

function label(): void {
  const review = shown && shown.review.document.characters > 0 ? shown.review : null;
  tabs.label(0, say("problems"), review ? grouped(review.findings.length) : "");
  tabs.label(1, say("figures"), review ? grouped(review.claims.length) : "");
  const required = review ? requiredCount(review) : 0;
  tabs.label(2, say("structure"), review && required > 0 && !review.document.isExcerpt ? `${presentCount(review)}/${required}` : "");
}

function recheck(): void {
  const profile = page.profile();
  session.options = { lang: language(), ...(profile ? { profile } : {}) };
  session.changed(true);
}

function replaceDraft(text: string): void {
  editor.setText(text);
  page.showEmpty(editor.isBlank());
  session.changed(true);
}

async function open(file: File): Promise<void> {
  const reading = await readDraft(file);
  if ("refused" in reading) {
    status.notify(`${say("fileLost")}${file.name}：${say(reading.refused)}`);
    return;
  }
  draftForm = reading.form;
  draftName = /\.(txt|md)$/i.test(file.name) ? file.name : `${file.name}.txt`;
  replaceDraft(reading.text);
  status.notify(opened(file.name, reading.encoding));
}

/** The profiles are known now. */
function chooseKept(): void {
  page.choose(keptProfile || choices.preferences().profile);
  keptProfile = "";
  if (page.profile()) recheck();
}

/** Puts back a draft that outlived the page. */
function restore(draft: Draft): void {
  if (draft.text === "") return;
  draftName = draft.name;
  draftForm = formOf(draft.text);
  keptProfile = draft.profile;
  if (profiles.length > 0) chooseKept();
  replaceDraft(unmarked(draft.text));
  status.notify(say("draftRestored"));
}

function reword(): void {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  page.reword();
  editor.reword();
  label();
  status.reword();
  if (!received) for (const list of [findings, ledger, sections]) list.blank();
}

// In the draft the editor knows the key already.
window.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || event.defaultPrevented || document.querySelector("dialog")) return;
  event.preventDefault();
  editor.step(!event.shiftKey);
});
window.addEventListener("beforeprint", () => {
  if (shown) paper.replaceChildren(...sheet(reviewed(shown)));
});
// A file that misses the editor must not replace the page.
window.addEventListener("dragover", (event) => event.preventDefault());
window.addEventListener(
  "drop",
  (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void open(file);
  },
  { capture: true },
);

window.hegao = {
  setText(text: string): void {
    draftForm = { ...formOf(String(text)), marked: false };
    replaceDraft(String(text));
    given = text.includes("\r\n") ? { text, held: editor.text() } : null;
  },
  async review(): Promise<Review> {
    const review = await session.review();
    return given?.held === editor.text() ? inGivenText(review, given.text) : review;
  },
};

session.options = { lang: language() };
reword();
const draft = keptDraft.restored();
if (draft) restore(draft);
if (choices.isBroken) status.notify(say("settingsBroken"));
if (keptDraft.isBroken) status.notify(say("draftBroken"));
page.keepsDraft(keptDraft.isOn);
void checker.start();
editor.view.focus();

/** For the page on a web server, which reloads itself for a new version. */
export const desk = {
  draft: draftNow,
  /** Puts back what was handed over, unless there is something already. */
  take: (draft: Draft): void => {
    if (editor.isBlank()) restore(draft);
  },
};
