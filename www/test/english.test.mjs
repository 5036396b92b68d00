// The page in English: in every state no Chinese but the draft's, what is cited from it, and the rules' pages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { setText } from "./browsers.mjs";
import { freshVisit, inEveryBrowser } from "./desk.mjs";

const sample = await readFile(new URL("../src/sample.txt", import.meta.url), "utf8");
const cited = ".cm-content, .quoted, .operand, .example, .equation, .role, .rule-inline, .rule-text, .outline, .list-heading, option, [data-action=language], .setting, .sheet-title, .sheet-passage, .sheet td, .sheet li";

/** The words in sight that are Chinese and are not the draft's; full-width marks between English words too. */
const foreign = (page) =>
  page.evaluate((skipped) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest("script, noscript, style, [hidden]") || parent.closest(skipped)) continue;
      // A message may cite the draft between quotation marks, and its measure words behind a figure.
      const words = node.data.replace(/[“《"][^”》"]*[”》"]/g, "").replace(/\d [\u4e00-\u9fff]{1,2}(?=[ ,.:])/g, "");
      if (/[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(words)) found.push(`${parent.className || parent.tagName}: ${node.data}`);
    }
    return found;
  }, cited);

inEveryBrowser("in English", (desk) => {
  let page;
  before(async () => {
    ({ page } = desk);
    await freshVisit(page);
    await page.click("[data-action=language]");
  });
  const clean = async (state) => assert.deepEqual(await foreign(page), [], state);

  test("an empty desk, settings, and an export of nothing", async () => {
    await clean("empty");
    await page.click("[data-action=settings]");
    await clean("settings");
    await page.keyboard.press("Escape");
    await page.click("[data-action=export]");
    await clean("menu");
    await page.click("[role=menu] [data-action=saveCsv]");
    await clean("nothing to export");
  });

  test("a draft with problems: each tab, the card, the window of safe repairs, what is ignored, the sheet", async () => {
    await setText(page, sample);
    await clean("problems");
    await page.click("[data-testid=findings] .entry");
    await clean("an entry");
    await page.click("[data-testid=findings] .ignore");
    await clean("ignored");
    await page.click("[data-testid=editor] .hegao-error");
    await page.waitForSelector("[data-testid=card]");
    await clean("card");
    for (const tab of ["claims", "sections"]) {
      await page.click(`#tab-${tab}`);
      await clean(tab);
    }
    await page.click("#tab-findings");
    await page.click("[data-action=tidy]");
    await page.waitForSelector("dialog");
    await clean("safe repairs");
    await page.keyboard.press("Escape");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await clean("sheet");
  });

  test("an excerpt, and one without problems", async () => {
    await setText(page, "办理行政复议案件4件，其中维持3件、撤销1件。");
    assert.match(await page.$eval(".remark", (words) => words.textContent), /^Excerpt/);
    await clean("all clear");
  });
});
