// Makes docs/benchmarks.md from what one run of `cargo xtask bench` printed.
//
// Takes a folder with stages.txt and shapes.txt (divan's tables), wasm.json and page.json (of the scripts beside
// this one); prints Markdown. It measures nothing itself but the size of the built page.
//
// Invariant: every figure comes from those files; a goal without a measured figure says so.

import { readFileSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), "utf8");
const wasm = JSON.parse(read("wasm.json"));
const page = JSON.parse(read("page.json"));
const pageBytes = statSync(new URL("../../dist/hegao.html", import.meta.url)).size;

const NANOSECONDS = { ps: 1e-3, ns: 1, "µs": 1e3, ms: 1e6, s: 1e9 };
/** "1.2 ms" in nanoseconds. */
function nanoseconds(time) {
  const [amount, unit] = time.split(" ");
  return Number(amount) * NANOSECONDS[unit];
}

/** The benchmarks of divan's tree: name, argument, best and median time. */
function rows(printed) {
  const found = [];
  let group = "";
  for (const line of printed.split("\n")) {
    const branch = /^([│ ]*)[├╰]─ (.*)$/u.exec(line);
    if (!branch) continue;
    const cells = branch[2].split("│").map((cell) => cell.trim());
    const [, name, best] = /^(\S+)\s*(.*)$/u.exec(cells[0]);
    if (best === "") {
      group = name;
      continue;
    }
    const isInner = branch[1] !== "";
    found.push({ name: isInner ? group : name, argument: isInner ? name : "", best, median: cells[2] });
  }
  return found;
}

const stages = rows(read("stages.txt"));
const shapes = rows(read("shapes.txt"));
const row = (name, argument) => stages.find((one) => one.name === name && one.argument === argument);

const two = (number) => (Number.isFinite(number) ? number.toFixed(number < 10 ? 2 : 0) : "not measured");
const SIZES = { 1000000: "1 MB", 10000000: "10 MB", 0: "one report" };

/** A table of times beside the plain scan of the same text. */
function timesTable(title, list) {
  const lines = list.map(({ name, argument, best, median }) => {
    const scan = row("scan", argument in SIZES ? argument : "0");
    const ratio = scan ? `${two(nanoseconds(median) / nanoseconds(scan.median))} ×` : "";
    return `| ${name} | ${SIZES[argument] ?? argument} | ${best} | ${median} | ${ratio} |`;
  });
  return `## ${title}\n\n| what | text | best | median | of a scan |\n|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

/** Megabytes of text in a second, natively. */
function nativeRate(argument) {
  const whole = row("whole", argument);
  return whole ? Number(argument) / 1e6 / (nanoseconds(whole.best) / 1e9) : Number.NaN;
}

const [small, large] = [wasm.megabytes["1"], wasm.megabytes["10"]];
const goals = [
  ["one report, whole check, wasm", "≤ 0.6 ms", `${two(wasm.best)} ms (median ${two(wasm.median)})`, wasm.best <= 0.6],
  ["1 MB, wasm", "≥ 40 MB/s", `${two(small.perSecond)} MB/s`, small.perSecond >= 40],
  ["10 MB, wasm", "≥ 40 MB/s", `${two(large.perSecond)} MB/s`, large.perSecond >= 40],
  ["a byte of 10 MB against one of 1 MB", "≤ 1.3 ×", `${two(small.perSecond / large.perSecond)} ×`, small.perSecond / large.perSecond <= 1.3],
  ["1 MB, native", "≥ 80 MB/s", `${two(nativeRate("1000000"))} MB/s`, nativeRate("1000000") >= 80],
  ["10 MB, native", "≥ 80 MB/s", `${two(nativeRate("10000000"))} MB/s`, nativeRate("10000000") >= 80],
  ["from nothing to the first review, Node.js", "≤ 40 ms", `${two(wasm.cold)} ms`, wasm.cold <= 40],
  ["wasm, gzip", "≤ 220 KB", `${two(wasm.gzip / 1024)} KB`, wasm.gzip <= 220 * 1024],
  ["the page", "≤ 900 KB", `${two(pageBytes / 1024)} KB`, pageBytes <= 900 * 1024],
  ["page opened until it is ready, Chromium", "≤ 100 ms", `${two(page.openToReady.median)} ms`, page.openToReady.median <= 100],
  ["memory of the wasm with 10 MB of text", "≤ 200 MB", `${two(wasm.memoryAfter10Megabytes)} MB`, wasm.memoryAfter10Megabytes <= 200],
  ["growth of it over 1,000 checks", "none", `${two(wasm.memoryAfter1200 - wasm.memoryAfter200)} MB`, wasm.memoryAfter1200 <= wasm.memoryAfter200],
];

const goalLines = goals.map(([what, aim, measured, isMet]) => `| ${what} | ${aim} | ${measured} | ${isMet ? "yes" : "no"} |`);
const isRule = ({ name }) => name === "rule";
console.log(`# Benchmarks

Written by \`cargo xtask bench\`, which measures all of it again; on ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}. The text is an
invented report of \`tests/reports\`, or as many of them as make that many bytes. \`scan\`, one plain pass over the same
text that decodes every character, is the ruler for all others. What is said of robustness is in
[robustness.md](robustness.md).

## Goals

| what | goal | measured | met |
|---|---|---|---|
${goalLines.join("\n")}

${timesTable("The road and its stages, native", stages.filter((one) => !isRule(one)))}
${timesTable("Each rule on one report, native", stages.filter(isRule))}
${timesTable("Shapes that were made to be slow, native", shapes)}
## The checker in Node.js (milliseconds, megabytes, bytes)

\`\`\`json
${JSON.stringify(wasm, null, 2)}
\`\`\`

## The page in Chromium (milliseconds; 20,000 characters)

\`\`\`json
${JSON.stringify(page, null, 2)}
\`\`\``);
