// Builds dist/hegao.html: one file that holds the page, its styles, the checker and the worker.
//
// Takes ../pkg (wasm-pack build --target no-modules --release --no-pack -- --no-default-features),
// gives ../dist/hegao.html.
//
// Invariant: the file refers to nothing outside itself, and its policy forbids it to.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { deflateRawSync, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { build } from "esbuild";

const here = (path) => new URL(path, import.meta.url);
const pathOf = (path) => fileURLToPath(here(path));

/** The checker, made small by binaryen. */
async function optimisedWasm() {
  let bytes;
  try {
    bytes = await readFile(here("../pkg/hegao_bg.wasm"));
  } catch {
    throw new Error(
      "pkg/hegao_bg.wasm is missing: run wasm-pack build --target no-modules --release --no-pack -- --no-default-features",
    );
  }
  const module = binaryen.readBinary(bytes);
  // -O3: measured on a report it checks a quarter faster than -Oz and is 6 KB larger.
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  module.optimize();
  const optimised = module.emitBinary();
  module.dispose();
  return optimised;
}

/** The page's script and styles, each as one text. */
async function bundle() {
  const result = await build({
    entryPoints: [pathOf("src/main.ts")],
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    target: ["chrome109", "firefox115"],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    loader: { ".txt": "text" },
    logLevel: "warning",
  });
  const output = (extension) => result.outputFiles.find((file) => file.path.endsWith(extension)).text;
  return { script: output(".js"), styles: output(".css") };
}

/** Script text that cannot end, or hide the end of, the element it stands in. */
function inElement(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

function hash(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

const [wasm, { script, styles }, template, glue] = await Promise.all([
  optimisedWasm(),
  bundle(),
  readFile(here("src/page.html"), "utf8"),
  readFile(here("../pkg/hegao.js"), "utf8"),
]);
// Browsers read \r\n as \n before they hash.
const scripts = [glue, script].map((text) => inElement(text.replace(/\r\n?/g, "\n")));
const policy = [
  "default-src 'none'",
  `script-src ${scripts.map(hash).join(" ")} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const parts = {
  POLICY: policy,
  STYLES: styles,
  WASM: deflateRawSync(wasm, { level: 9 }).toString("base64"),
  GLUE: scripts[0],
  SCRIPT: scripts[1],
};
// A function as replacement: the texts hold `$&`.
const html = template.replace(/\{\{([A-Z]+)\}\}/g, (_, name) => parts[name]);

await mkdir(here("../dist/"), { recursive: true });
await writeFile(here("../dist/hegao.html"), html);
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
console.log(
  `dist/hegao.html ${kilobytes(Buffer.byteLength(html))} (gzip ${kilobytes(gzipSync(html).length)}): ` +
    `wasm ${kilobytes(wasm.length)}, script ${kilobytes(Buffer.byteLength(script))}, styles ${kilobytes(styles.length)}`,
);
