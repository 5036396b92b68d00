// Bytes as text for an element of the page: deflated, then two signs for thirteen bits.
//
// Takes bytes, gives text; src/boot.js takes it back. The signs are those from # to ~ without <.
//
// Invariant: no text of it can end the element or be read as markup.

import { inflateRawSync } from "node:zlib";
import zopfli from "@gfx/zopfli";

const sign = (digit) => String.fromCharCode(digit + (digit < 25 ? 35 : 36));
const digit = (code) => code - (code < 60 ? 35 : 36);

/** The text, and how many bytes it stands for. */
export async function packed(content) {
  // 5 % less than zlib's best, in some seconds; more rounds gain nothing to speak of.
  const deflated = await zopfli.deflateAsync(Buffer.from(content), { numiterations: 5 });
  const pairs = [];
  let rest = 0;
  let bits = 0;
  const write = (value) => pairs.push(sign(Math.floor(value / 91)) + sign(value % 91));
  for (const byte of deflated) {
    rest = (rest << 8) | byte;
    bits += 8;
    if (bits >= 13) {
      bits -= 13;
      write(rest >> bits);
      rest &= (1 << bits) - 1;
    }
  }
  if (bits > 0) write(rest << (13 - bits));
  return { text: pairs.join(""), length: deflated.length };
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
  for (let at = 0; at < text.length; at += 2) {
    rest = (rest << 13) | (digit(text.charCodeAt(at)) * 91 + digit(text.charCodeAt(at + 1)));
    for (bits += 13; bits >= 8 && to < length; to += 1) {
      bits -= 8;
      bytes[to] = rest >> bits;
    }
    rest &= (1 << bits) - 1;
  }
  return inflateRawSync(bytes);
}
