// How long the checker takes in Node.js, from nothing and once it is warm, and how much memory.
//
// Takes the wasm out of ../dist/hegao.html, its bindings of ../pkg (wasm-pack) and an invented report of tests/reports,
// prints one JSON object: times in milliseconds, memory in megabytes. `cargo xtask bench` puts them into
// docs/benchmarks.md.

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { readPage } from "../tools/html.mjs";
import { carriedProgram } from "../tools/packing.mjs";

const here = (path) => new URL(path, import.meta.url);
const report = readFileSync(here("../../tests/reports/yunshan-health-2023-pdf.txt"), "utf8");
const bytesOf = (text) => Buffer.byteLength(text);
/** The report as often as it takes to make `bytes`. */
const reports = (bytes) => report.repeat(Math.max(1, Math.round(bytes / bytesOf(report))));
const glue = readFileSync(here("../../pkg/hegao.js"), "utf8");
const wasm = carriedProgram(await readPage(here("../../dist/hegao.html")));

const timed = (act) => {
  const start = performance.now();
  const result = act();
  return [performance.now() - start, result];
};

runInThisContext(`${glue}; globalThis.wasm_bindgen = wasm_bindgen;`);
const one = reports(21_000);
const [cold, instance] = timed(() => {
  const made = wasm_bindgen.initSync({ module: new WebAssembly.Module(wasm) });
  wasm_bindgen.check(one);
  return made;
});
const warm = Array.from({ length: 200 }, () => timed(() => wasm_bindgen.check(one))[0]).sort((a, b) => a - b);
const memory = () => instance.memory.buffer.byteLength / 1e6;
const after200 = memory();
for (let round = 0; round < 1000; round += 1) wasm_bindgen.check(one);
const after1000 = memory();
const megabytes = {};
for (const size of [1e6, 1e7]) {
  const text = reports(size);
  const best = Math.min(...Array.from({ length: size > 1e6 ? 1 : 3 }, () => timed(() => wasm_bindgen.check(text))[0]));
  megabytes[size / 1e6] = { milliseconds: best, perSecond: bytesOf(text) / 1e3 / best };
}

const round = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value);
console.log(
  JSON.stringify(
    {
      bytes: bytesOf(one),
      cold,
      best: warm[0],
      median: warm[100],
      megabytes,
      memoryAfter200: after200,
      memoryAfter1200: after1000,
      memoryAfter10Megabytes: memory(),
      size: wasm.length,
      gzip: gzipSync(wasm, { level: 9 }).length,
    },
    (_, value) => round(value),
    2,
  ),
);
