// A browser that is too old for the page gets a sentence, not a blank page.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { fileOf, readPage } from "../tools/html.mjs";
import { browserNames, launch, pageFile, screenshot } from "./browsers.mjs";
import { scratch } from "./scratch.mjs";

/** What browsers before the oldest do not have, or do. */
const older = {
  "no way to unpack": "delete window.DecompressionStream",
  "another way to unpack": "window.DecompressionStream = function (form) { if (form !== 'gzip') throw new TypeError(form) }",
  "no windows over the page": "delete window.HTMLDialogElement",
  "no wasm": "delete window.WebAssembly",
  "a script that it cannot run": "window.matchMedia = undefined",
};

for (const name of browserNames) {
  describe(`${name}, made to be too old`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
    });

    /** A page whose browser is changed first. */
    async function opened(change) {
      const html = await readPage(pageFile);
      const file = join(await scratch("old"), "page.html");
      await writeFile(file, fileOf(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () => `<script>${change}</script>`)));
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      return page;
    }

    for (const [lack, change] of Object.entries(older)) {
      test(lack, async () => {
        const page = await opened(change);
        await page.waitForSelector("p.outdated", { timeout: 5000 });
        const words = await page.evaluate(() => document.body.innerText.trim());
        assert.match(words, /^这个浏览器版本过旧，.*109.*115.*极速模式/);
        assert.equal(await page.$eval("p.outdated", (sentence) => sentence.getBoundingClientRect().height > 20), true);
        await screenshot(page, `${name}-outdated`);
        await page.close();
      });
    }

    test("one that has all this gets the page", async () => {
      const page = await opened("");
      await page.waitForSelector("[data-testid=status]", { timeout: 5000 });
      assert.equal(await page.$("p.outdated"), null);
      await page.close();
    });

    // Firefox cannot be told so by its protocol.
    if (name === "chromium") {
      test("without scripts", async () => {
        const page = await browser.newPage();
        await page.setJavaScriptEnabled(false);
        await page.goto(pathToFileURL(pageFile).href);
        await page.setJavaScriptEnabled(true);
        const words = await page.evaluate(() => document.querySelector("noscript").innerText);
        assert.match(words, /关闭了 JavaScript/);
        await page.close();
      });
    }
  });
}
