// Builds dist/hegao.html: one file that holds the page, its styles, the checker and the worker.
// With --site also dist/site/: the same page for a web server.
//
// Takes ../pkg (wasm-pack build --target no-modules --profile wasm --no-pack -- --no-default-features) and ../rules/,
// gives ../dist/hegao.html.
//
// Invariant: the file refers to nothing outside itself, and its policy forbids it to.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import binaryen from "binaryen";
import { bootScript, bundle, minified } from "./tools/bundle.mjs";
import { fileOf } from "./tools/html.mjs";
import { packed } from "./tools/packing.mjs";
import { rulePages } from "./tools/rule-pages.mjs";
import { streamsOf } from "./tools/streams.mjs";
import { removeSite, writeSite } from "./tools/site.mjs";

const here = (path) => new URL(path, import.meta.url);

/** The checker, made small by binaryen. */
async function optimisedWasm() {
  let bytes;
  try {
    bytes = await readFile(here("../pkg/hegao_bg.wasm"));
  } catch {
    throw new Error(
      "pkg/hegao_bg.wasm is missing: run wasm-pack build --target no-modules --profile wasm --no-pack -- --no-default-features",
    );
  }
  const module = binaryen.readBinary(bytes);
  // -O3: measured on a report it checks a quarter faster than -Oz and is 6 KB larger.
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  // The compiler has inlined what is worth it. More of it gives functions of a hundred kilobytes, whose many locals
  // pack badly: 30 KB more, and not faster.
  binaryen.setFlexibleInlineMaxSize(2);
  binaryen.setOneCallerInlineMaxSize(2);
  // The first kilobyte is the end of the stack: no pointer leads there, so that sums with small numbers may be
  // taken into loads and stores.
  binaryen.setLowMemoryUnused(true);
  module.optimize();
  // What is alike has like names: side by side it packs 1 % smaller.
  module.runPasses(["reorder-functions-by-name"]);
  const optimised = module.emitBinary();
  module.dispose();
  return optimised;
}

/** Script text that cannot end, or hide the end of, the element it stands in. */
function inElement(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

const hash = (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

const [wasm, glue, boot, icon, template] = await Promise.all([
  optimisedWasm(),
  readFile(here("../pkg/hegao.js"), "utf8").then(minified).then(inElement),
  bootScript().then(inElement),
  readFile(here("src/icon.svg"), "utf8"),
  readFile(here("src/page.html"), "utf8"),
]);
const checker = await packed(streamsOf(wasm));
const rules = await packed(JSON.stringify(await rulePages()));

/** The page around `entry`, with `links` in its head and `more` places that its policy allows. */
async function pageOf(entry, links, more = {}) {
  const { script, styles } = await bundle(entry);
  const policy = {
    "default-src": "'none'",
    "script-src": `${[glue, boot, script].map(hash).join(" ")} 'wasm-unsafe-eval'`,
    "worker-src": "blob:",
    "style-src": "'unsafe-inline'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  for (const [name, place] of Object.entries(more)) policy[name] = [policy[name], place].filter(Boolean).join(" ");
  const program = await packed(script);
  const look = await packed(styles);
  const parts = {
    WASM: checker.text,
    WASMLENGTH: checker.length,
    RULES: rules.text,
    RULESLENGTH: rules.length,
    GLUE: glue,
    BOOT: boot,
    POLICY: Object.entries(policy).map((directive) => directive.join(" ")).join("; "),
    LINKS: links,
    STYLES: look.text,
    STYLESLENGTH: look.length,
    SCRIPT: program.text,
    SCRIPTLENGTH: program.length,
  };
  // A function as replacement: the texts hold `$&`.
  return { html: template.replace(/\{\{([A-Z]+)\}\}/g, (_, name) => parts[name]), script, styles };
}

const { html, script, styles } = await pageOf(
  "src/main.ts",
  `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon.trim())}">`,
);
await mkdir(here("../dist/"), { recursive: true });
const file = fileOf(html);
await writeFile(here("../dist/hegao.html"), file);

const budget = JSON.parse(await readFile(here("budget.json"), "utf8"));
const spent = { page: file.length, wasmGzip: gzipSync(wasm, { level: 9 }).length };
for (const [name, most] of Object.entries(budget)) {
  if (spent[name] > most) {
    console.error(`${name} takes ${spent[name]} bytes, and www/budget.json allows ${most}: drop something, or say in the commit why it may grow`);
    // The compressor answers an uncaught error with its whole source.
    process.exit(1);
  }
}

const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
console.log(
  `dist/hegao.html ${kilobytes(file.length)} (gzip ${kilobytes(gzipSync(file).length)}): ` +
    `wasm ${kilobytes(wasm.length)}, script ${kilobytes(Buffer.byteLength(script))}, styles ${kilobytes(styles.length)}`,
);
// A site of an older page would be taken for this one's.
if (process.argv.includes("--site")) await writeSite(pageOf);
else await removeSite();
