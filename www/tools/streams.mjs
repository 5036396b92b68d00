// A program as streams of what is alike: its operators, the locals they read, the places in memory, its constants.
// Side by side these pack 15 % smaller than as they come, and src/joined.js has them together again in 20 ms.
//
// Takes the wasm's bytes, gives the streams' bytes.
//
// Invariant: what src/joined.js makes of them is what was given; what it would not make the same is an error.

import { joined } from "../src/joined.js";

const [REST, SIZES, LOCAL_TYPES, OPERATORS, BLOCKS, LABELS, CALLS, READ, WRITTEN, LOADED, STORED, SMALL] = Array(12).keys();
const [LONG, OTHERS, STREAMS] = [16, 17, 18];
const HEADER = 8;
const CODE = 10;
/** How loads and stores are aligned that are aligned as their values are: the power of two, from 0x28 on. */
const NATURAL = "23230011001122232301012";
/** The stream of the one number that stands behind an operator. */
const NUMBER = {
  0x02: BLOCKS, 0x03: BLOCKS, 0x04: BLOCKS,
  0x0c: LABELS, 0x0d: LABELS,
  0x10: CALLS,
  0x20: READ, 0x21: WRITTEN, 0x22: WRITTEN,
  0x23: OTHERS, 0x24: OTHERS, 0x25: OTHERS, 0x26: OTHERS, 0x3f: OTHERS, 0x40: OTHERS, 0xd0: OTHERS, 0xd2: OTHERS,
  0x42: LONG,
};
/** Nothing stands behind these. */
const BARE = [0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1];
const bare = (operator) => BARE.includes(operator) || (operator >= 0x45 && operator <= 0xc4);

/** The streams of `wasm`, with their lengths, where its code begins and how long it is in front of them. */
export function streamsOf(wasm) {
  const streams = Array.from({ length: STREAMS }, () => []);
  let at = 0;
  const copy = (stream, count) => {
    for (const end = at + count; at < end; at += 1) streams[stream].push(wasm[at]);
  };
  /** The number that begins at `from`, and where it ends. */
  const numberAt = (from) => {
    let value = 0;
    for (let shift = 0, end = from; ; shift += 7) {
      const byte = wasm[end++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return { value, end };
    }
  };
  const number = (stream) => {
    const { value, end } = numberAt(at);
    copy(stream, end - at);
    return value;
  };
  const numbers = (stream, count) => {
    for (let left = count; left > 0; left -= 1) number(stream);
  };
  const operator = () => {
    const code = wasm[at];
    const push = (byte) => streams[OPERATORS].push(byte);
    at += 1;
    if (code >= 0x28 && code <= 0x3e) {
      const natural = wasm[at] === Number(NATURAL[code - 0x28]);
      push(natural ? code : code + 0xaf);
      if (natural) at += 1;
      else copy(OPERATORS, 1);
      number(code < 0x36 ? LOADED : STORED);
    } else if (code === 0x41) {
      const more = numberAt(at).end - at - 1;
      push(more === 0 ? code : 0xed + more);
      copy(SMALL + more, more + 1);
    } else {
      push(code);
      if (code in NUMBER) number(NUMBER[code]);
      else if (code === 0x0e) numbers(LABELS, number(LABELS) + 1);
      else if (code === 0x11) numbers(OTHERS, 2);
      else if (code === 0x43) copy(OTHERS, 4);
      else if (code === 0x44) copy(OTHERS, 8);
      else if (code === 0xfc) {
        const kind = number(OTHERS);
        numbers(OTHERS, (kind >= 8) + [8, 10, 12, 14].includes(kind));
      } else if (!bare(code)) throw new Error(`tools/streams.mjs does not know what stands behind wasm's operator 0x${code.toString(16)}: add it there and in src/joined.js`);
    }
  };

  copy(REST, HEADER);
  let begin = wasm.length;
  while (at < wasm.length) {
    const section = wasm[at];
    const { value: size, end } = numberAt(at + 1);
    copy(REST, end - at);
    if (section !== CODE) {
      copy(REST, size);
      continue;
    }
    begin = at;
    for (let left = number(SIZES); left > 0; left -= 1) {
      const size = number(SIZES);
      const functionEnd = at + size;
      for (let types = number(LOCAL_TYPES); types > 0; types -= 1) {
        number(LOCAL_TYPES);
        copy(LOCAL_TYPES, 1);
      }
      while (at < functionEnd) operator();
    }
  }
  const head = Uint32Array.from([...streams.map((stream) => stream.length), begin, wasm.length]);
  const bytes = Buffer.concat([Buffer.from(head.buffer), ...streams.map((stream) => Buffer.from(stream))]);
  if (Buffer.compare(Buffer.from(joined(arrayBufferOf(bytes))), Buffer.from(wasm))) {
    throw new Error("src/joined.js does not make of the streams what tools/streams.mjs has parted");
  }
  return bytes;
}

/** An ArrayBuffer with just these bytes. */
export const arrayBufferOf = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
