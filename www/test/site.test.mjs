// The page on a web server: it stays when the server is gone, and offers what is new.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { defects } from "./axe.mjs";
import { fileOf, readPage } from "../tools/html.mjs";
import { browserNames, launch, pageFile, screenshot, setText, stateIs, watched } from "./browsers.mjs";
import { draftText } from "./reader.mjs";
import { scratch } from "./scratch.mjs";
import { serve } from "./server.mjs";

const site = fileURLToPath(new URL("../../dist/site/", import.meta.url));
const draft = "2023年2月30日，召开全区执法工作会议。";
const offered = "[data-action=update]";

test("the file has nothing of the site in it", async () => {
  const [file, hosted] = await Promise.all([readPage(pageFile), readPage(join(site, "index.html"))]);
  assert.doesNotMatch(file, /manifest|icon-192|service-worker/);
  assert.match(hosted, /rel="manifest"/);
  const carried = (html) => /<script id="wasm"[^>]*>([^<]*)/.exec(html)[1];
  assert.equal(carried(file), carried(hosted));
});

test("what the manifest names is there", async () => {
  const manifest = JSON.parse(await readFile(join(site, "manifest.webmanifest"), "utf8"));
  for (const { src, sizes, type } of manifest.icons) {
    const bytes = await readFile(join(site, src));
    if (type === "image/png") assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
  }
});

for (const name of browserNames) {
  describe(`${name}, on a web server`, () => {
    let browser;
    let folder;
    let server;
    let page;
    let troubles;

    before(async () => {
      folder = await scratch("site");
      await cp(site, folder, { recursive: true });
      [browser, server] = await Promise.all([launch(name), serve(folder)]);
      page = await browser.newPage();
      await page.setViewport({ width: 1366, height: 768 });
      troubles = watched(page, server.address);
      await page.goto(server.address);
      await stateIs(page, "ready");
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });
    const finds = async () => {
      const review = await setText(page, draft);
      assert.ok(review.findings.some((finding) => finding.rule === "impossible-date"));
    };

    test("the first visit works and asks for the site's own files only", async () => {
      await finds();
      await page.evaluate(() => navigator.serviceWorker.ready);
      assert.equal(await page.$(offered), null);
      assert.deepEqual(server.asked.filter((path) => !/^\/($|icon|manifest|service-worker|favicon)/.test(path)), []);
      assert.deepEqual(troubles, []);
    });

    test("a new version is offered, and comes when the reader wants it, with the draft", async () => {
      await page.reload();
      await stateIs(page, "ready");
      assert.equal(await page.$(offered), null);
      const worker = join(folder, "service-worker.js");
      const html = join(folder, "index.html");
      await writeFile(worker, (await readFile(worker, "utf8")).replace(/"[0-9a-f]{12}"/, '"other"'));
      await writeFile(html, fileOf((await readPage(html)).replace("<title>", '<meta name="edition" content="other"><title>')));
      await page.reload();
      await page.waitForSelector(offered, { timeout: 10_000 });
      assert.equal(await page.$eval(offered, (button) => button.textContent), "有新版本，点此更新");
      assert.equal(await page.$("[name=edition]"), null);
      await screenshot(page, `${name}-update`);
      // Firefox has no command that lets axe in.
      if (name === "chromium") {
        const other = await browser.newPage();
        await other.setBypassCSP(true);
        await other.goto(server.address);
        await other.waitForSelector(offered, { timeout: 10_000 });
        assert.deepEqual(await defects(other), []);
        await other.close();
        await page.bringToFront();
      }
      await setText(page, `${draft}\n第二段。`);
      await Promise.all([page.waitForNavigation(), page.click(offered)]);
      await page.waitForSelector("[name=edition]", { timeout: 10_000 });
      await stateIs(page, "done");
      assert.equal(await draftText(page), `${draft}\n第二段。`);
      assert.equal(await page.$(offered), null);
      assert.deepEqual(await page.evaluate(() => caches.keys().then((names) => names.length)), 1);
      assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
      // It was handed over once.
      await page.reload();
      await stateIs(page, "ready");
      assert.equal(await draftText(page), "");
      assert.deepEqual(troubles, []);
    });

    test("with the server stopped it opens and checks", async () => {
      await server.stop();
      await page.reload();
      await stateIs(page, "ready");
      await finds();
      await page.goto(`${server.address}index.html`);
      await stateIs(page, "ready");
      await finds();
      assert.deepEqual(troubles, []);
    });
  });
}
