// A claim as lengths: which pieces lie where on a scale from nothing to the longest.
//
// Takes a claim, gives rows of pieces or nothing. The lengths are for the eye only; whether the
// claim holds is the checker's word.
//
// *Invariant:* every piece lies between 0 and `Picture.scale`, and `from` ≤ `to`.

import type { Claim, Operand } from "hegao";

/** `part` is there, `gap` is missing, `excess` is too much, `out` is taken away. */
export type PieceKind = "part" | "gap" | "excess" | "out";
export interface Piece {
  kind: PieceKind;
  from: number;
  to: number;
}
export interface Row {
  /** The role that the row stands for, where there are several rows. */
  role: string | null;
  pieces: Piece[];
  /** A length to be seen although the pieces need not fill it. */
  track?: number;
  /** Where the length should end that does not. */
  line: number | null;
}
export interface Picture {
  rows: Row[];
  scale: number;
}

const MOST_PIECES = 40;

export function pictureOf(claim: Claim): Picture | null {
  if (claim.operands.length > MOST_PIECES + 1) return null;
  const rows = rowsOf(claim);
  const ends = rows.flatMap((row) => [...row.pieces.flatMap(({ from, to }) => [from, to]), row.track ?? 0, row.line ?? 0]);
  const scale = Math.max(0, ...ends);
  const drawable = scale > 0 && Number.isFinite(scale) && ends.every((end) => end >= 0);
  return drawable ? { rows, scale } : null;
}

function rowsOf(claim: Claim): Row[] {
  const all = (role: string): number[] => claim.operands.filter((operand) => operand.role === role).map(size);
  const one = (role: string): number | undefined => all(role)[0];
  const broken = claim.status === "broken";
  const total = one("total");
  if (total !== undefined) return [stack(all("part"), total, broken)];
  const whole = one("whole");
  if (whole !== undefined) return [share(all("part"), whole)];
  const rate = claim.operands.find((operand) => operand.role === "rate");
  // A mean is no part of anything.
  if (rate && !/^[%‰]/.test(rate.unit)) return [];
  if (rate) return rateRows(all("numerator"), one("complement"), one("denominator"), portion(rate), broken);
  const closing = one("closing");
  if (closing !== undefined) return steps(one("opening") ?? 0, all("inflow"), all("outflow"), closing, broken);
  const [current, previous] = [one("current"), one("previous")];
  if (current !== undefined && previous !== undefined) return change(previous, current, broken);
  // Two equal lengths say nothing.
  if (!broken) return [];
  const [stated, listed] = [one("stated"), one("listed")];
  if (stated !== undefined && listed !== undefined) return [bar("stated", stated), against("listed", listed, stated)];
  const [first, again] = [one("first"), one("again")];
  if (first !== undefined && again !== undefined) return [bar("first", first), against("again", again, first)];
  return [];
}

const piece = (kind: PieceKind, from: number, to: number): Piece => ({ kind, from, to });
const bar = (role: string | null, length: number): Row => ({ role, pieces: [piece("part", 0, length)], line: null });

/** Pieces end to end; what lies beyond `limit` is excess. */
function laid(lengths: number[], limit: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const length of lengths) {
    const end = at + length;
    if (at < limit) pieces.push(piece("part", at, Math.min(end, limit)));
    if (end > limit) pieces.push(piece("excess", Math.max(at, limit), end));
    at = end;
  }
  return pieces;
}

function stack(parts: number[], total: number, broken: boolean): Row {
  const sum = parts.reduce((left, right) => left + right, 0);
  const pieces = laid(parts, broken ? total : Math.max(total, sum));
  if (broken && sum < total) pieces.push(piece("gap", sum, total));
  return { role: null, pieces, line: broken ? total : null };
}

function share(parts: number[], whole: number): Row {
  const sum = parts.reduce((left, right) => left + right, 0);
  return { role: null, pieces: laid(parts, whole), track: whole, line: sum > whole ? whole : null };
}

function rateRows(numerators: number[], complement: number | undefined, base: number | undefined, stated: number, broken: boolean): Row[] {
  if (base === undefined) return stated > 1 ? [{ role: null, pieces: laid([stated], 1), line: 1 }] : [];
  const taken = complement === undefined ? numerators : [base - complement];
  const row = share(taken, base);
  if (complement !== undefined) row.pieces.push(piece("out", base - complement, base));
  // The line stands where the written rate would end.
  return [{ ...row, line: broken ? stated * base : row.line }];
}

function steps(opening: number, inflows: number[], outflows: number[], closing: number, broken: boolean): Row[] {
  const rows = [bar("opening", opening)];
  let at = opening;
  for (const inflow of inflows) {
    rows.push({ role: "inflow", pieces: [piece("part", at, at + inflow)], line: null });
    at += inflow;
  }
  for (const outflow of outflows) {
    rows.push({ role: "outflow", pieces: [piece("out", at - outflow, at)], line: null });
    at -= outflow;
  }
  rows.push(broken ? against("closing", closing, at) : bar("closing", closing));
  return rows;
}

/** A length that should be `expected`. */
function against(role: string, length: number, expected: number): Row {
  const pieces = laid([length], expected);
  if (length < expected) pieces.push(piece("gap", length, expected));
  return { role, pieces, line: expected };
}

function change(previous: number, current: number, broken: boolean): Row[] {
  const grown = current > previous;
  const pieces = [piece("part", 0, Math.min(current, previous))];
  if (grown) pieces.push(piece(broken ? "excess" : "part", previous, current));
  else if (current < previous) pieces.push(piece(broken ? "gap" : "out", current, previous));
  return [bar("previous", previous), { role: "current", pieces, line: null }];
}

const scales: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/** The figure with its 万 or 亿 multiplied out. */
function size(operand: Operand): number {
  let scale = 1;
  for (const sign of operand.unit) {
    const times = scales[sign];
    if (times === undefined) break;
    scale *= times;
  }
  return Number(operand.value) * scale;
}

/** A rate as a part of one. */
const portion = (operand: Operand): number => Number(operand.value) / (operand.unit.startsWith("‰") ? 1000 : 100);
