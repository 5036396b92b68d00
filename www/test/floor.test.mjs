// The page uses nothing that its oldest browsers do not have, and tells older ones so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import binaryen from "binaryen";
import { readPage } from "../tools/html.mjs";
import { pageFile } from "./browsers.mjs";
import { inScript, inStyles, inWasm } from "../tools/floor.mjs";
import { arrayBufferOf, streamsOf } from "../tools/streams.mjs";
import { joined } from "../src/joined.js";
import { carried, carriedProgram, elementOf, packed, unpacked } from "../tools/packing.mjs";

/** What may be missing. CodeMirror asks for it before it uses it: another way to take in text, selections in shadow trees, words, idle time. */
const asked = [
  "EditContext", "updateRangeStart", "updateRangeEnd", "rangeStart", "rangeEnd", "updateCharacterBounds", "getTextFormats",
  "underlineStyle", "underlineThickness", "updateSelectionBounds", "updateText",
  "getComposedRanges", "Intl.Segmenter", "scheduling", "isInputPending",
  // wasm-bindgen's question whether its memory has grown, and its memory.
  "detached", "memory",
  // A heading may stand at the foot of a page.
  "break-after: avoid",
  // Without it a long list takes longer to lay out, and looks the same.
  "content-visibility", "content-visibility: auto",
];
const left = (found) => found.filter((words) => !asked.some((name) => words.includes(`: ${name} is not`) || words.includes(`: .${name} is not`)));

const html = await readPage(pageFile);
const [boot] = html.match(/<script>([\s\S]*?)<\/script>/).slice(1);

test("its scripts", () => {
  assert.deepEqual(left(inScript("page", carried(html, "page").toString())), []);
  assert.deepEqual(left(inScript("glue", elementOf(html, '<script id="glue"'))), []);
});

test("its first script is for every browser", () => {
  assert.ok(boot.includes("极速模式"));
  assert.deepEqual(inScript("boot", boot, 5).filter((words) => words.includes("language")), []);
});

test("its styles", async () => {
  assert.deepEqual(left(inStyles("styles", carried(html, "styles").toString())), []);
  assert.deepEqual(left(inStyles("sheet", await readFile(new URL("../src/sheet.css", import.meta.url), "utf8"))), []);
});

test("its wasm", () => {
  assert.deepEqual(inWasm("checker", carriedProgram(html)), []);
});

test("what is younger is found", () => {
  const scripts = ["[3,1].toSorted()", "new Set().union(b)", "Object.groupBy(a, f)", "Promise.withResolvers()", "/[a--b]/v", "new Intl.Segmenter()", "structuredClone(a).getTextFormats()"];
  assert.deepEqual(inScript("x", "structuredClone([1].at(-1)); [].findLast(f); class A { static #b = 1 }"), []);
  for (const script of scripts) assert.notEqual(inScript("x", script).length, 0, script);
  const styles = ["a{b &{color:red}}", "a:has(b){top:0}", "a{color:color-mix(in srgb,red,blue)}", "a{text-wrap:balance}", "@scope (a){b{top:0}}", "a{color:light-dark(red,blue)}"];
  for (const style of styles) assert.notEqual(inStyles("x", style).length, 0, style);
  assert.deepEqual(inStyles("x", "a{color:red;color:light-dark(red,blue)}"), []);
  const younger = binaryen.parseText("(module (func $f (return_call $f)))");
  younger.setFeatures(binaryen.Features.All);
  assert.equal(inWasm("x", younger.emitBinary()).length, 1);
});

test("what is packed comes back, and is no markup", async () => {
  for (const length of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]) {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 7919) % 251));
    const { text, length: packedLength } = await packed(bytes);
    assert.doesNotMatch(text, /[^\u2200-\ud704]/);
    assert.deepEqual(unpacked(text, packedLength), bytes);
  }
});

test("what is parted into streams comes back, and what cannot be is said", () => {
  const everyOperand = `(module (memory 1) (table 2 funcref) (elem (i32.const 0) $f $g) (global $n (mut i32) (i32.const -7))
    (func $f (param i32) (result i32) (local f64)
      (local.set 1 (f64.const 2.5)) (f32.store (i32.const 1000) (f32.const 1.5)) (i64.store align=2 (i32.const 70000) (i64.const -9))
      (memory.copy (i32.const 1) (i32.const 2) (i32.const 30000000)) (memory.fill (i32.const 1) (i32.const 2) (i32.const 3))
      (global.set $n (memory.size)) (drop (i64.trunc_sat_f64_s (local.get 1)))
      (block (block (br_table 0 1 0 (local.get 0)))) (drop (ref.is_null (ref.func $g)))
      (call_indirect (param i32) (result i32) (i32.load16_u offset=300 (local.tee 0 (i32.const -1))) (i32.const 1)))
    (func $g (param i32) (result i32) (call $f (local.get 0))))`;
  const written = (text) => {
    const module = binaryen.parseText(text);
    module.setFeatures(binaryen.Features.All);
    return Buffer.from(module.emitBinary());
  };
  const wasm = written(everyOperand);
  assert.deepEqual(Buffer.from(joined(arrayBufferOf(streamsOf(wasm)))), wasm);
  assert.throws(() => streamsOf(written("(module (func $f (return_call $f)))")), /operator 0x12/);
});
