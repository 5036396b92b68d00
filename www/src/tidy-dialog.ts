// What 一键规范 is about to change, to be looked at first.

import { openDialog } from "./dialog";
import { element } from "./element";
import { change } from "./example";
import { say } from "./messages";
import { occurrences, tidyCount, tidyWaiting } from "./sentences";
import type { Kind, Tidying } from "./tidy";

/** Shows what `tidying` does; `confirmed` when the reader wants it. */
export function previewTidying(tidying: Tidying, ruleTitle: (rule: string) => string, confirmed: () => void): void {
  const places = tidying.kinds.reduce((sum, kind) => sum + kind.places, 0);
  const go = element("button", { type: "button", class: "primary", "data-action": "tidyConfirm" }, tidyCount(places));
  const cancel = element("button", { type: "button", class: "secondary", "data-action": "cancel" }, say("cancel"));
  const dialog = openDialog(
    "tidy",
    say("tidyTitle"),
    element("p", { class: "note" }, say("tidyExplained")),
    element("ul", { class: "tidy-kinds" }, ...tidying.kinds.map((kind) => row(kind, ruleTitle))),
    element("p", { class: "note", hidden: tidying.waiting === 0 }, tidyWaiting(tidying.waiting)),
    element("div", { class: "dialog-actions" }, go, cancel),
  );
  cancel.addEventListener("click", () => dialog.close());
  go.addEventListener("click", () => {
    dialog.close();
    confirmed();
  });
  go.focus();
}

function row(kind: Kind, ruleTitle: (rule: string) => string): HTMLElement {
  return element(
    "li",
    { class: "tidy-kind", "data-kind": kind.rule, "data-places": kind.places },
    element("p", {}, element("strong", {}, ruleTitle(kind.rule)), " ", element("span", { class: "count" }, occurrences(kind.places))),
    ...kind.examples.map((example) => change(example)),
  );
}
