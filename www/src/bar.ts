// A claim as a thin bar: the parts against the whole.
//
// Takes a claim, gives a drawing or nothing. The lengths are for the eye only; whether the claim
// holds is the checker's word.
//
// *Invariant:* decoration: everything it shows stands in the equation too.

import type { Claim } from "hegao";
import { element } from "./element";

const wholes = new Set(["total", "whole", "closing", "denominator", "stated"]);
const parts = new Set(["part", "opening", "inflow", "numerator", "listed"]);
const MOST_PARTS = 40;

export function barOf(claim: Claim): HTMLElement | null {
  // A full bar of one piece says nothing.
  if (claim.status === "holds" && (claim.kind === "count" || claim.kind === "restated")) return null;
  const whole = claim.operands.find((operand) => wholes.has(operand.role));
  const pieces = claim.operands.filter((operand) => parts.has(operand.role)).map((operand) => Number(operand.value));
  const outflow = claim.operands
    .filter((operand) => operand.role === "outflow")
    .reduce((sum, operand) => sum + Number(operand.value), 0);
  const target = Number(whole?.value) + outflow;
  const sum = pieces.reduce((left, right) => left + right, 0);
  const scale = Math.max(target, sum);
  const drawable = Number.isFinite(scale) && scale > 0 && pieces.length > 0 && pieces.every((piece) => piece >= 0);
  if (!drawable || pieces.length > MOST_PARTS) return null;
  const percent = (value: number): string => `${((100 * value) / scale).toFixed(3)}%`;
  const bar = element("div", { class: "bar", "aria-hidden": "true" });
  const draw = (kind: string, value: number): void => {
    const piece = element("span", { class: `bar-${kind}` });
    piece.style.width = percent(value);
    bar.append(piece);
  };
  for (const piece of pieces) draw("part", piece);
  if (claim.status === "broken" && sum < target && claim.kind !== "rate" && claim.kind !== "subset") draw("gap", target - sum);
  if (sum > target) {
    const line = element("span", { class: "bar-line" });
    line.style.left = percent(target);
    bar.append(line);
  }
  return bar;
}
