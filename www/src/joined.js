// A program from the streams that tools/streams.mjs has parted it into.
//
// Takes an ArrayBuffer, gives the wasm's bytes (Uint8Array). Stands in the page's first script, and its text goes into
// the worker: so it is in the language of 2009, and refers to nothing outside itself.

/** Joins the streams of `parted`: their lengths, four bytes each, stand in front of them. */
export function joined(parted) {
  // In the order of tools/streams.mjs.
  var REST = 0, SIZES = 1, LOCAL_TYPES = 2, OPERATORS = 3, BLOCKS = 4, LABELS = 5, CALLS = 6, READ = 7, WRITTEN = 8;
  var LOADED = 9, STORED = 10, SMALL = 11, LONG = 16, OTHERS = 17, STREAMS = 18;
  // How loads and stores are aligned, from the first operator of them on: powers of two.
  var NATURAL = "23230011001122232301012";
  var head = new Uint32Array(parted, 0, STREAMS + 2);
  var before = head[STREAMS];
  var length = head[STREAMS + 1];
  var bytes = new Uint8Array(parted);
  var whole = new Uint8Array(length);
  var to = 0;
  var places = new Uint32Array(STREAMS);
  for (var stream = 0, start = head.byteLength; stream < STREAMS; stream += 1) {
    places[stream] = start;
    start += head[stream];
  }
  function copy(stream, count) {
    for (; count > 0; count -= 1) whole[to++] = bytes[places[stream]++];
  }
  // One number of the format, which goes on while its bytes have the highest bit.
  function number(stream) {
    var at = places[stream];
    var value = 0;
    var shift = 0;
    do {
      value |= (bytes[at] & 127) << shift;
      shift += 7;
      whole[to++] = bytes[at];
    } while (bytes[at++] > 127);
    places[stream] = at;
    return value;
  }
  function operation() {
    var operator = bytes[places[OPERATORS]++];
    if (operator >= 0x28 && operator <= 0x3e || operator >= 0xd7 && operator <= 0xed) {
      // Loads and stores, in two writings: aligned as their values are, or with their alignment behind them.
      var natural = operator <= 0x3e;
      if (!natural) operator -= 0xaf;
      whole[to++] = operator;
      if (natural) whole[to++] = NATURAL.charCodeAt(operator - 0x28) - 48;
      else copy(OPERATORS, 1);
      number(operator < 0x36 ? LOADED : STORED);
    } else if (operator === 0x41 || operator >= 0xee && operator <= 0xf1) {
      // A constant, whose length is told.
      whole[to++] = 0x41;
      var more = operator === 0x41 ? 0 : operator - 0xed;
      copy(SMALL + more, more + 1);
    } else {
      whole[to++] = operator;
      if (operator === 0x20) number(READ);
      else if (operator === 0x21 || operator === 0x22) number(WRITTEN);
      else if (operator === 0x10) number(CALLS);
      else if (operator >= 2 && operator <= 4) number(BLOCKS);
      else if (operator === 0x0c || operator === 0x0d) number(LABELS);
      else if (operator === 0x0e) for (var labels = number(LABELS) + 1; labels > 0; labels -= 1) number(LABELS);
      else if (operator === 0x42) number(LONG);
      else if (operator === 0x43) copy(OTHERS, 4);
      else if (operator === 0x44) copy(OTHERS, 8);
      else if (operator === 0x11) {
        number(OTHERS);
        number(OTHERS);
      } else if (operator >= 0x23 && operator <= 0x26 || operator === 0x3f || operator === 0x40 || operator === 0xd0 || operator === 0xd2) number(OTHERS);
      else if (operator === 0xfc) {
        // The numbers behind it: of the copies of memory and their like, one or two.
        var kind = number(OTHERS);
        if (kind >= 8) number(OTHERS);
        if (kind === 8 || kind === 10 || kind === 12 || kind === 14) number(OTHERS);
      }
    }
  }
  copy(REST, before);
  for (var left = number(SIZES); left > 0; left -= 1) {
    var end = number(SIZES);
    end += to;
    for (var types = number(LOCAL_TYPES); types > 0; types -= 1) {
      number(LOCAL_TYPES);
      copy(LOCAL_TYPES, 1);
    }
    while (to < end) operation();
  }
  copy(REST, length - to);
  return whole;
}
