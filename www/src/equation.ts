// The equation of a claim, its figures as ways to the places where they stand in the draft.
//
// Takes a claim, gives the words of its equation in pieces.
//
// *Invariant:* the pieces put together are the equation, letter for letter.

import type { Claim, Operand } from "hegao";
import { barOf } from "./bar";
import { element } from "./element";
import { roleName } from "./names";
import { place } from "./sentences";

type Piece = string | { words: string; operand: Operand };

const FIGURE = /−?\d+(?:\.\d+)?[千万亿]*[%‰]?/g;

/** What an operand looks like in an equation. */
const written = ({ value, unit }: Operand): string => value.replace("-", "−") + (/^[千万亿%‰]+/.exec(unit)?.[0] ?? "");

export function piecesOf({ equation, operands }: Claim): Piece[] {
  const pieces: Piece[] = [];
  const left = [...operands];
  let at = 0;
  for (const { 0: words, index } of equation.matchAll(FIGURE)) {
    const end = index + words.length;
    // What the figures make is not in the text.
    if (equation.startsWith(" ≠", end) && equation.slice(0, index).endsWith("= ")) continue;
    const operand = left.find((one) => written(one) === words) ?? operands.find((one) => written(one) === words);
    if (!operand) continue;
    const used = left.indexOf(operand);
    if (used >= 0) left.splice(used, 1);
    if (index > at) pieces.push(equation.slice(at, index));
    pieces.push({ words, operand });
    at = end;
  }
  if (at < equation.length) pieces.push(equation.slice(at));
  return pieces;
}

/** The equation with its picture; a click on a figure says which. */
export function equation(claim: Claim, chosen: (operand: Operand) => void): HTMLElement {
  const pieces = piecesOf(claim).map((piece) => {
    if (typeof piece === "string") return piece;
    const { words, operand } = piece;
    const said = place(roleName(operand.role), operand.label, operand.quote);
    return element("button", { type: "button", class: "operand", title: said, "aria-label": `${words}（${said}）`, onclick: () => chosen(operand) }, words);
  });
  return element("div", { class: "sum" }, element("p", { class: "equation" }, ...pieces), barOf(claim));
}
