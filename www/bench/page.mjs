// What the page costs the person at the keyboard, in Chromium, as JSON on standard output.
//
// Takes dist/hegao.html and the sample in it. Times are milliseconds by the browser's own clock; "on
// screen" is the frame after the change; blocks are whole tasks of the main thread from the browser's trace.
//
// Invariant: nothing is measured by polling from outside, which would be felt by what it measures.

import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { launch, openPage, pageFile } from "../test/browsers.mjs";
import { longestTasks } from "./trace.mjs";

const LENGTH = 20_000;
const OPENINGS = 5;
const PASTES = 5;
const KEYS = 40;
/** Longer than the page waits before it checks, so that each key is followed by a result. */
const BETWEEN_KEYS_MS = 300;

const sample = await readFile(new URL("../src/sample.txt", import.meta.url), "utf8");
/** The body of the sample again and again, as a long report has many parts. */
const long = (unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const faulty = Array.from({ length: 28 }, (_, at) => `2023年2月${at + 30}日立案${at + 45}件，其中一般程序33件、简易程序1件。\n`).join("");
const drafts = { report: long(sample), faulty: long(faulty) };

/** In the page, before anything else: notes when what happens. */
function watch() {
  const times = (window.times = { ready: 0, asked: 0, pasted: 0, shown: [] });
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...told) {
    times.asked = performance.now();
    return postMessage.apply(this, told);
  };
  addEventListener("paste", () => (times.pasted = performance.now()), { capture: true });
  const onScreen = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
  let state = "";
  new MutationObserver(() => {
    const now = document.querySelector("[data-testid=status]")?.dataset.state;
    if (now === state) return;
    state = now;
    if (now === "ready") times.ready ||= performance.now();
    if (now !== "done") return;
    const { asked, pasted } = times;
    onScreen(() => times.shown.push({ asked, pasted, at: performance.now() }));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
}

const rounded = (number) => Math.round(number * 10) / 10;
function spread(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return { median: rounded(sorted[sorted.length >> 1]), longest: rounded(sorted.at(-1)) };
}
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const open = (browser) => openPage(browser, pageFile, (page) => page.evaluateOnNewDocument(watch));

async function opening(browser) {
  const times = [];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    const { page } = await open(browser);
    times.push(await page.evaluate(() => window.times.ready));
    await page.close();
  }
  return spread(times);
}

const shownTimes = (page) => page.evaluate(() => window.times.shown.splice(0));
async function nextShown(page) {
  await page.waitForFunction(() => window.times.shown.length > 0, { timeout: 60_000 });
  return shownTimes(page);
}

/** Copies the draft in another page of the browser, then pastes it over all there is. */
async function pasting(browser, page, draft) {
  const source = await browser.newPage();
  await source.setContent("<textarea></textarea>");
  await source.$eval("textarea", (area, text) => {
    area.value = text;
    area.select();
  }, draft);
  await source.bringToFront();
  await source.focus("textarea");
  const chord = async (where, key, command) => {
    await where.keyboard.down("Control");
    await where.keyboard.press(key, { commands: [command] });
    await where.keyboard.up("Control");
  };
  await chord(source, "c", "Copy");
  await source.close();
  await page.bringToFront();
  const times = [];
  for (let turn = 0; turn < PASTES; turn += 1) {
    await page.focus(".cm-content");
    await chord(page, "a", "SelectAll");
    await shownTimes(page);
    await chord(page, "v", "Paste");
    const [{ pasted, at }] = await nextShown(page);
    times.push(at - pasted);
    await sleep(300);
  }
  return spread(times);
}

async function typing(page) {
  const review = await page.evaluate(() => window.hegao.review());
  await page.evaluate(() => document.querySelector(".cm-content").focus());
  await page.keyboard.down("Control");
  await page.keyboard.press("Home");
  await page.keyboard.up("Control");
  for (let down = 0; down < 8; down += 1) await page.keyboard.press("ArrowDown");
  const write = async (keys) => {
    for (let key = 0; key < keys; key += 1) {
      await page.keyboard.type(key % 8 === 7 ? "，" : "依");
      await sleep(BETWEEN_KEYS_MS);
    }
  };
  await write(8);
  await shownTimes(page);
  await page.tracing.start({ categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await write(KEYS);
  const trace = await page.tracing.stop();
  const shown = await shownTimes(page);
  return {
    findings: review.findings.length,
    results: shown.length,
    resultAfterPause: spread(shown.map(({ asked, at }) => at - asked)),
    ...longestTasks(JSON.parse(new TextDecoder().decode(trace))),
  };
}

async function memory(page) {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, Nodes } = await page.metrics();
  await session.detach();
  return { scriptMegabytes: rounded(JSHeapUsedSize / 2 ** 20), nodes: Nodes };
}

const browser = await launch("chromium");
try {
  const result = { browser: await browser.version(), load: loadavg().map(rounded), openToReady: await opening(browser), drafts: {} };
  for (const [name, draft] of Object.entries(drafts)) {
    const { page } = await open(browser);
    const pasteToScreen = await pasting(browser, page, draft);
    result.drafts[name] = { characters: draft.length, pasteToScreen, typing: await typing(page), memory: await memory(page) };
    await page.close();
  }
  result.loadAfter = loadavg().map(rounded);
  console.log(JSON.stringify(result, null, 2));
} finally {
  await browser.close();
}
