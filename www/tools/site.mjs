// Builds dist/site/: the page for a web server, with what lets it be installed and work offline.
//
// Invariant: the version names exactly the files; other files, another version.

import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { bundle } from "./bundle.mjs";
import { fileOf } from "./html.mjs";

const source = (path) => readFile(new URL(`../site/${path}`, import.meta.url));
const folder = new URL("../../dist/site/", import.meta.url);

const links = [
  '<link rel="icon" href="icon.svg" type="image/svg+xml">',
  '<link rel="apple-touch-icon" href="icon-192.png">',
  '<link rel="manifest" href="manifest.webmanifest">',
  '<meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)">',
  '<meta name="theme-color" content="#1d1e20" media="(prefers-color-scheme: dark)">',
].join("\n");

export const removeSite = () => rm(folder, { recursive: true, force: true });

/** Writes the site around the page that `pageOf` makes. */
export async function writeSite(pageOf) {
  const { html } = await pageOf("site/page.ts", links, {
    "manifest-src": "'self'",
    "img-src": "'self'",
    "worker-src": "'self'",
  });
  const files = {
    "index.html": fileOf(html),
    "manifest.webmanifest": await source("manifest.webmanifest"),
    "icon.svg": await readFile(new URL("../src/icon.svg", import.meta.url)),
    "icon-192.png": await source("icon-192.png"),
    "icon-512.png": await source("icon-512.png"),
  };
  const version = createHash("sha256");
  for (const [name, bytes] of Object.entries(files)) version.update(name).update(bytes);
  const { script } = await bundle("site/worker/service-worker.ts", {
    VERSION: JSON.stringify(version.digest("hex").slice(0, 12)),
    FILES: JSON.stringify(Object.keys(files).map((name) => (name === "index.html" ? "./" : name))),
  });
  await removeSite();
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries({ ...files, "service-worker.js": script }).map(([name, bytes]) => writeFile(new URL(name, folder), bytes)));
  console.log(`dist/site/ ${Object.keys(files).join(", ")}, service-worker.js`);
}
