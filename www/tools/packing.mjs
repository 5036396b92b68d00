// Bytes as text for an element of the page: deflated, then five signs for four bytes.
//
// Takes bytes, gives text; src/boot.js takes it back. The signs are those from ( to } without <.
//
// Invariant: no text of it can end the element or be read as markup.

import { inflateRawSync } from "node:zlib";
import zopfli from "@gfx/zopfli";

const sign = (digit) => String.fromCharCode(digit + (digit < 20 ? 40 : 41));
const digit = (code) => code - (code < 60 ? 40 : 41);

/** The text, and how many bytes it stands for. */
export async function packed(content) {
  // 5 % less than zlib's best, in some seconds; more rounds gain nothing to speak of.
  const deflated = await zopfli.deflateAsync(Buffer.from(content), { numiterations: 5 });
  const bytes = Buffer.concat([deflated, Buffer.alloc((4 - (deflated.length % 4)) % 4)]);
  const groups = [];
  for (let at = 0; at < bytes.length; at += 4) {
    let rest = bytes.readUInt32BE(at);
    let group = "";
    for (let place = 0; place < 5; place += 1) {
      group = sign(rest % 85) + group;
      rest = Math.floor(rest / 85);
    }
    groups.push(group);
  }
  return { text: groups.join(""), length: deflated.length };
}

/** The text of the element of `html` whose tag begins with `start`. */
export const elementOf = (html, start) => html.slice(html.indexOf(start)).replace(/^[^>]*>/, "").split("</", 1)[0];

/** The bytes that the page `html` carries in its script element `id`. */
export const carried = (html, id) =>
  unpacked(elementOf(html, `<script id="${id}"`), Number(new RegExp(`id="${id}"[^>]*data-length="(\\d+)"`).exec(html)[1]));

export function unpacked(text, length) {
  const bytes = Buffer.alloc((text.length / 5) * 4);
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let place = 0; place < 5; place += 1) number = number * 85 + digit(text.charCodeAt(at + place));
    bytes.writeUInt32BE(number, (at / 5) * 4);
  }
  return inflateRawSync(bytes.subarray(0, length));
}
