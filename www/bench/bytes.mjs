// What the bytes of the page and of its wasm are, as two tables for the README.
//
// Takes ../dist/hegao.html and ../pkg/hegao_bg.wasm, the wasm as the compiler leaves it, whose functions
// have names; prints Markdown. Run `cargo xtask page --no-open` first.
//
// Invariant: every byte of the page, and every function and datum of the wasm, is in one line.

import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { readPage } from "../tools/html.mjs";
import { elementOf } from "../tools/packing.mjs";

const here = (path) => new URL(path, import.meta.url);
const KILOBYTE = 1024;
const table = (head, rows) =>
  [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");

const UTF16 = 2;
const html = await readPage(here("../../dist/hegao.html"));
const inFile = (start) => elementOf(html, start).length * UTF16;
const packed = {
  "the checker, deflated and written as text": "wasm",
  "the page's script (two thirds of it CodeMirror), the same way": "page",
  "the rules' pages in both languages, the same way": "rules",
  "the page's styles, the same way": "styles",
};
const parts = Object.entries(packed).map(([what, id]) => [what, inFile(`<script id="${id}"`)]);
const rest = html.length * UTF16 - parts.reduce((sum, [, bytes]) => sum + bytes, 0);
parts.push(["the wasm's bindings, the frame", rest]);
console.log(table(["part of the page", "KB in the file"], parts.map(([what, bytes]) => [what, Math.round(bytes / KILOBYTE)])));

/** Reads the numbers of a wasm module, one behind the other. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  slice(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return Buffer.from(this.slice(this.number())).toString("utf8");
  }
}

const IMPORTS = 2;
const CODE = 10;
const DATA = 11;
const CUSTOM = 0;
const FUNCTION_NAMES = 1;

const wasm = await readFile(here("../../pkg/hegao_bg.wasm"));
const sections = new Map();
const names = new Map();
for (const module = new Reader(wasm, 8); module.at < wasm.length; ) {
  const id = module.bytes[module.at++];
  const content = new Reader(module.slice(module.number()));
  if (id !== CUSTOM) sections.set(id, content);
  else if (content.text() === "name") readNames(content);
}

/** The names of all functions by their number. */
function readNames(section) {
  while (section.at < section.bytes.length) {
    const id = section.bytes[section.at++];
    const inner = new Reader(section.slice(section.number()));
    if (id !== FUNCTION_NAMES) continue;
    for (let left = inner.number(); left > 0; left -= 1) {
      const number = inner.number();
      names.set(number, inner.text());
    }
  }
}

const GROUPS = [
  ["numeric statements (`claims`)", /^<?&?(mut )?hegao::claims/u],
  ["rules", /^<?&?(mut )?hegao::rules/u],
  ["reading: `source`, `document`, `facts`, `profile`", /^<?&?(mut )?hegao::(source|document|facts|profile)/u],
  [
    "the standard library's lists, iterators and strings, made anew for each use of ours",
    /^(<(impl )?)?[&[(]*(mut )?(core|alloc)(\[\w+\])?::(?!fmt)|^<[A-Z&[(][^:]* as core(\[\w+\])?::(?!fmt)/u,
  ],
];
const OTHER = "maps, memory, formatting, the door to JavaScript and the rest";
const groupOf = (name) => GROUPS.find(([, pattern]) => pattern.test(name))?.[0] ?? OTHER;

const code = sections.get(CODE);
const imported = sections.get(IMPORTS)?.number() ?? 0;
const bodies = new Map([...GROUPS.map(([group]) => [group, []]), [OTHER, []]]);
const count = code.number();
for (let number = imported; number < imported + count; number += 1) {
  const body = code.slice(code.number());
  bodies.get(groupOf(names.get(number) ?? "")).push(body);
}
bodies.set("messages in both languages, word lists, laws, prepared patterns (data)", [sections.get(DATA).bytes]);
const rows = [...bodies].map(([group, all]) => {
  const bytes = Buffer.concat(all);
  return [group, Math.round(bytes.length / KILOBYTE), Math.round(gzipSync(bytes, { level: 9 }).length / KILOBYTE)];
});
console.log(`\n${table(["part of the wasm", "KB", "gzipped"], rows)}`);
