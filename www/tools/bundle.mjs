// The page's scripts and styles, each as one text for the oldest browsers.
//
// Invariant: nothing is left to load.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { target } from "./target.mjs";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Styles that the page carries as a text, for a file that it writes. */
const stylesAsText = {
  name: "styles as text",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]sheet\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target, charset: "utf8" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * The editor's commands can ask how a language of programs is parsed and indented. A draft has none, and
 * the parsers behind that question would be a tenth of the script.
 */
const noParsers = {
  name: "no parsers",
  setup(builder) {
    builder.onResolve({ filter: /^(@codemirror\/language|@lezer\/common)$/ }, ({ path }) => ({ path, namespace: "no-parsers" }));
    builder.onLoad({ filter: /.*/, namespace: "no-parsers" }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
  },
};

/** `entry` and all it imports, with the values that are known now under `define`. */
export async function bundle(entry, define = {}) {
  const result = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    target,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    loader: { ".txt": "text" },
    plugins: [stylesAsText, noParsers],
    define,
    logLevel: "warning",
  });
  const output = (extension) => result.outputFiles.find((file) => file.path.endsWith(extension))?.text ?? "";
  return { script: output(".js"), styles: output(".css") };
}

/** A script that is there already, with its names at the outside kept. */
export const minified = (text) => transform(text, { minify: true, target, charset: "utf8" }).then(({ code }) => code.trim());

/** The script that runs in every browser, whatever its age. */
export async function bootScript() {
  const result = await build({
    entryPoints: [pathOf("src/boot.js")],
    bundle: true,
    write: false,
    minify: true,
    target: "es5",
    charset: "utf8",
  });
  return result.outputFiles[0].text.trim();
}
