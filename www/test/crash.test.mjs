// What is left of a draft when the tab is closed, or dies, while it is written.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, launch, openPage } from "./browsers.mjs";
import { draftText, kept, pressKeys } from "./reader.mjs";

const text = "2023年2月30日，召开全区执法工作会议。";

for (const name of browserNames) {
  describe(`${name}, a tab that ends`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
    });

    /** Turns on keeping, writes, and ends the tab in that moment by `end`. */
    async function writtenAndEnded(keeps, end) {
      const { page } = await openPage(browser);
      if (keeps) {
        await page.click("[data-action=settings]");
        await page.click("[data-setting=keepDraft]");
        await page.keyboard.press("Escape");
      }
      await pressKeys(page, text);
      // As long as a person needs to see that something is wrong.
      await new Promise((resolve) => setTimeout(resolve, 700));
      await end(page);
    }

    test("closed: the next tab has the draft, with the last word", async () => {
      await writtenAndEnded(true, (page) => page.close());
      const { page } = await openPage(browser);
      assert.equal(await draftText(page), text);
      const review = await page.evaluate(() => window.hegao.review());
      assert.ok(review.findings.some(({ rule }) => rule === "impossible-date"));
      await page.evaluate(() => localStorage.clear());
      await page.close();
    });

    // Firefox has no command that ends a tab's process.
    if (name === "chromium") test("dead: the next tab has the draft", async () => {
      await writtenAndEnded(true, async (page) => {
        const session = await page.createCDPSession();
        session.send("Page.crash").catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
      const { page } = await openPage(browser);
      assert.equal(await draftText(page), text);
      await page.evaluate(() => localStorage.clear());
      await page.close();
    });

    test("closed with nothing turned on: nothing is left", async () => {
      await writtenAndEnded(false, (page) => page.close());
      const { page } = await openPage(browser);
      assert.equal(await draftText(page), "");
      assert.equal(JSON.stringify(await kept(page)).includes("召开"), false);
      await page.close();
    });
  });
}
