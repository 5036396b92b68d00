// What stands around the draft and the results: the head, the empty desk, the notices.
//
// *Invariant:* holds no draft and no review.

import type { ProfileInfo } from "hegao";
import { element } from "./element";
import { menu } from "./menu";
import { type MessageName, say } from "./messages";
import type { StatusLine } from "./status";
import type { Tabs } from "./tabs";

export interface FrameActions {
  open(file: File): void;
  sample(): void;
  save(): void;
  print(): void;
  saveSheet(): void;
  saveCsv(): void;
  saveJson(): void;
  copyText(): void;
  find(): void;
  /** Larger letters, or smaller ones. */
  resize(larger: boolean): void;
  settings(): void;
  language(): void;
  profile(): void;
}

export interface Frame {
  root: HTMLElement;
  /** Where the editor goes. */
  desk: HTMLElement;
  showEmpty(empty: boolean): void;
  /** What must be known before the results are read; empty for nothing. */
  remark(words: string): void;
  profiles(profiles: ProfileInfo[]): void;
  /** The chosen profile; empty to find it from the title. */
  profile(): string;
  choose(profile: string): void;
  /** The profiles to choose from, with their names. */
  offered(): (readonly [string, string])[];
  /** The draft is kept on this computer, or not. */
  keepsDraft(kept: boolean): void;
  reword(): void;
}

export function frame(tabs: Tabs, status: StatusLine, actions: FrameActions): Frame {
  const worded: [HTMLElement, MessageName][] = [];
  /** Those that show a sign and need a name. */
  const named: [HTMLElement, MessageName][] = [];
  const word = <T extends HTMLElement>(node: T, name: MessageName): T => {
    worded.push([node, name]);
    return node;
  };
  const button = (name: MessageName, pressed: () => void, kind = "tool"): HTMLElement =>
    word(element("button", { type: "button", class: kind, "data-action": name, onclick: pressed }), name);

  const picker = element("input", {
    type: "file",
    class: "picker",
    tabindex: -1,
    "aria-hidden": "true",
    accept: ".txt,.md,text/plain",
    onchange: () => {
      const file = picker.files?.[0];
      if (file) actions.open(file);
      // The same file may be chosen again after it was changed elsewhere.
      picker.value = "";
    },
  });
  const pick = (): void => picker.click();

  const auto = word(element("option", { value: "" }), "profileAuto");
  const select = element("select", { onchange: actions.profile }, auto);
  named.push([select, "profile"]);
  const tagline = element("p", { class: "tagline" });
  let kept = false;
  const sized = (name: "smaller" | "larger", sign: string): HTMLElement => {
    const node = element("button", { type: "button", class: "tool sized", "data-action": name, onclick: () => actions.resize(name === "larger") }, sign);
    named.push([node, name]);
    return node;
  };
  const gear = element("button", { type: "button", class: "tool gear", "data-action": "settings", onclick: actions.settings }, "⚙\ufe0e");
  named.push([gear, "settings"]);
  const head = element(
    "header",
    { class: "head" },
    word(element("h1"), "name"),
    tagline,
    element("label", { class: "profile" }, word(element("span"), "profile"), select),
    element(
      "div",
      { class: "tools" },
      button("open", pick),
      button("sample", actions.sample),
      menu(
        button("export", () => undefined),
        [
          button("print", actions.print),
          button("saveSheet", actions.saveSheet),
          button("saveCsv", actions.saveCsv),
          button("copyText", actions.copyText),
          button("save", actions.save),
          button("saveJson", actions.saveJson),
        ],
      ),
      button("find", actions.find, "tool finder"),
      sized("smaller", "A−"),
      sized("larger", "A+"),
      button("language", actions.language, "tool language"),
      gear,
      picker,
    ),
  );

  const empty = element(
    "div",
    { class: "empty" },
    word(element("p", { class: "empty-title" }), "emptyTitle"),
    element("ul", {}, word(element("li"), "empty1"), word(element("li"), "empty2"), word(element("li"), "empty3")),
    element("div", { class: "empty-tools" }, button("open", pick, "primary"), button("trySample", actions.sample, "secondary")),
    word(element("p", { class: "empty-hint" }), "emptyHint"),
  );
  const desk = element("section", { class: "desk", "data-testid": "editor" }, empty);
  const remark = element("p", { class: "remark", hidden: true });
  const results = element("aside", { class: "results" }, tabs.tablist, remark, ...tabs.panels);
  const foot = element("footer", { class: "foot" }, status.root);

  const root = element("div", { class: "page is-empty" }, head, element("main", { class: "table" }, desk, results), foot);
  return {
    root,
    desk,
    showEmpty: (shown) => {
      empty.hidden = !shown;
      root.classList.toggle("is-empty", shown);
    },
    remark: (words) => {
      if (remark.textContent !== words) remark.textContent = words;
      remark.hidden = words === "";
    },
    profiles: (profiles) => {
      const chosen = select.value;
      select.replaceChildren(auto, ...profiles.map((profile) => element("option", { value: profile.id }, profile.title)));
      select.value = chosen;
    },
    profile: () => select.value,
    offered: () => [...select.options].map((option) => [option.value, option.text] as const),
    choose: (profile) => {
      if ([...select.options].some((option) => option.value === profile)) select.value = profile;
    },
    keepsDraft: (now) => {
      kept = now;
      tagline.textContent = say(kept ? "taglineKept" : "tagline");
    },
    reword: () => {
      tagline.textContent = say(kept ? "taglineKept" : "tagline");
      for (const [node, name] of named) {
        node.setAttribute("aria-label", say(name));
        node.title = say(name);
      }
      // Its label is not shown where there is no room.
      select.setAttribute("aria-label", say("profile"));
      for (const [node, name] of worded) node.textContent = say(name);
      document.title = say("name");
      desk.setAttribute("aria-label", say("draft"));
      results.setAttribute("aria-label", say("results"));
      tabs.tablist.setAttribute("aria-label", say("results"));
    },
  };
}
