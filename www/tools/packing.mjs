// Bytes as text for an element of the page: deflated, then a sign for fifteen bits.
//
// Takes bytes, gives text; src/boot.js takes it back. The signs are those from U+4000 to U+BFFF: no surrogates, nothing
// that a reader of HTML changes.
//
// Invariant: no text of it can end the element or be read as markup.

import { inflateRawSync } from "node:zlib";
import zopfli from "@gfx/zopfli";

const FIRST = 0x4000;
const BITS = 15;

/** The text, and how many bytes it stands for. */
export async function packed(content) {
  // 5 % less than zlib's best, in some seconds; more rounds gain nothing to speak of.
  const deflated = await zopfli.deflateAsync(Buffer.from(content), { numiterations: 5 });
  const signs = [];
  let rest = 0;
  let bits = 0;
  const write = (value) => signs.push(String.fromCharCode(FIRST + value));
  for (const byte of deflated) {
    rest = (rest << 8) | byte;
    bits += 8;
    if (bits >= BITS) {
      bits -= BITS;
      write(rest >> bits);
      rest &= (1 << bits) - 1;
    }
  }
  if (bits > 0) write(rest << (BITS - bits));
  return { text: signs.join(""), length: deflated.length };
}

/** The text of the element of `html` whose tag begins with `start`. */
export const elementOf = (html, start) => html.slice(html.indexOf(start)).replace(/^[^>]*>/, "").split("</", 1)[0];

/** The bytes that the page `html` carries in its script element `id`. */
export const carried = (html, id) =>
  unpacked(elementOf(html, `<script id="${id}"`), Number(new RegExp(`id="${id}"[^>]*data-length="(\\d+)"`).exec(html)[1]));

export function unpacked(text, length) {
  const bytes = Buffer.alloc(length);
  let rest = 0;
  let bits = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    rest = (rest << BITS) | (text.charCodeAt(at) - FIRST);
    for (bits += BITS; bits >= 8 && to < length; to += 1) {
      bits -= 8;
      bytes[to] = rest >> bits;
    }
    rest &= (1 << bits) - 1;
  }
  return inflateRawSync(bytes);
}
