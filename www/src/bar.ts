// A claim as thin bars: the parts against the whole, the steps of a stock, the share of a base.
//
// *Invariant:* decoration: everything it shows stands in the equation too.

import type { Claim } from "hegao";
import { element } from "./element";
import { roleName } from "./names";
import { pictureOf, type Row } from "./picture";

export function barOf(claim: Claim): HTMLElement | null {
  const picture = pictureOf(claim);
  if (!picture) return null;
  const percent = (length: number): string => `${((100 * length) / picture.scale).toFixed(3)}%`;
  const draw = (row: Row): HTMLElement => {
    const bar = element("div", { class: "bar" });
    for (const { kind, from, to } of row.pieces) {
      const piece = element("span", { class: `bar-piece bar-${kind}` });
      // The shortest pieces are drawn wider than they are, into the bar.
      if (to === picture.scale) piece.style.right = "0";
      else piece.style.left = percent(from);
      piece.style.width = percent(to - from);
      bar.append(piece);
    }
    if (row.line !== null) {
      const line = element("span", { class: "bar-line" });
      line.style.left = percent(row.line);
      bar.append(line);
    }
    return bar;
  };
  const rows = picture.rows.map((row) =>
    element("div", { class: "bar-row" }, row.role && element("span", { class: "bar-name" }, roleName(row.role)), draw(row)),
  );
  return element("div", { class: "bars", "aria-hidden": "true", "data-rows": rows.length }, ...rows);
}
