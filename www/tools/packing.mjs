// Bytes as text for an element of the page: deflated, then two signs of UTF-16 for thirty-one bits.
//
// Takes bytes, gives text; src/boot.js takes it back. The signs are those from U+2200 to U+D704: no surrogates, nothing
// that a reader of HTML changes.
//
// Invariant: no text of it can end the element or be read as markup.

import { inflateRawSync } from "node:zlib";
import zopfli from "@gfx/zopfli";
import { joined } from "../src/joined.js";
import { arrayBufferOf } from "./streams.mjs";

const FIRST = 0x2200;
// The least number whose square is more than what thirty-one bits can hold.
const SIGNS = 46341;
const BITS = 31;

/** The text, and how many bytes it stands for. */
export async function packed(content) {
  // 5 % less than zlib's best, in some seconds; more rounds gain nothing to speak of.
  const deflated = await zopfli.deflateAsync(Buffer.from(content), { numiterations: 5 });
  const signs = [];
  // Up to thirty-eight bits: more than the bitwise operators take.
  let rest = 0;
  let bits = 0;
  const sign = (value) => signs.push(String.fromCharCode(FIRST + value));
  const write = (value) => {
    sign(Math.floor(value / SIGNS));
    sign(value % SIGNS);
  };
  for (const byte of deflated) {
    rest = rest * 256 + byte;
    bits += 8;
    if (bits >= BITS) {
      bits -= BITS;
      write(Math.floor(rest / 2 ** bits));
      rest %= 2 ** bits;
    }
  }
  if (bits > 0) write(rest * 2 ** (BITS - bits));
  return { text: signs.join(""), length: deflated.length };
}

/** The text of the element of `html` whose tag begins with `start`. */
export const elementOf = (html, start) => html.slice(html.indexOf(start)).replace(/^[^>]*>/, "").split("</", 1)[0];

/** The bytes that the page `html` carries in its script element `id`. */
export const carried = (html, id) =>
  unpacked(elementOf(html, `<script id="${id}"`), Number(new RegExp(`id="${id}"[^>]*data-length="(\\d+)"`).exec(html)[1]));

/** The program that the page `html` carries. */
export const carriedProgram = (html) => Buffer.from(joined(arrayBufferOf(carried(html, "wasm"))));

/** The bytes for which `text` stands, inflated. */
export function unpacked(text, length) {
  const bytes = [];
  let rest = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    rest = rest * 2 ** BITS + (text.charCodeAt(at) - FIRST) * SIGNS + text.charCodeAt(at + 1) - FIRST;
    for (bits += BITS; bits >= 8; rest %= 2 ** bits) {
      bits -= 8;
      bytes.push(Math.floor(rest / 2 ** bits));
    }
  }
  return inflateRawSync(Buffer.from(bytes.slice(0, length)));
}
