// Texts that were made to break a page: they are shown as text, and the page stays usable.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openPage, setText, stateIs } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { draftText, entries, pressKeys } from "./reader.mjs";
import { pageWith } from "./stand-in.mjs";

const markup = `<img src=x onerror="window.hit=1"></script><script>window.hit=1</script>&lt;b&gt;<!--`;
/** A finding in every ten characters. */
const everywhere = `(text, empty) => ({ ...empty(text), findings: Array.from({ length: text.length / 10 | 0 }, (_, at) => ({
  id: "f" + at, rule: "r" + at % 7, severity: ["error", "warning", "hint"][at % 3], range: { start: at * 10, end: at * 10 + 4 },
  quote: text.slice(at * 10, at * 10 + 4), message: "<img src=x onerror=window.hit=1>", related: [], fixes: [], occurrences: 1,
})) })`;

inEveryBrowser("hostile drafts", (desk) => {
  let browser;
  let page;
  before(() => {
    ({ browser, page } = desk);
  });

  test("markup is text, in the draft, in the lists and on the sheet", async () => {
    const text = `${markup}\n2023年2月30日${markup}召开会议。\n立案45件，其中${markup}33件、简易程序13件。`;
    await setText(page, text);
    assert.equal(await draftText(page), text);
    for (const tab of ["findings", "claims", "sections"]) await page.click(`#tab-${tab}`);
    await page.click("#tab-findings");
    await page.click("[data-testid=findings] [data-rule] .entry");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(await page.evaluate(() => ["hit" in window, document.querySelectorAll(".page img, .sheet img, .page script").length]), [false, 0]);
  });

  test("marks without a body stay where they are and are shown", async () => {
    const text = "\u202e2023年2\u200b月30日\u202c，\ufeff召开\u2066会议\u2069。\u0000\u0007";
    const review = await setText(page, text);
    assert.equal(await page.evaluate(() => window.hegao.review().then(({ findings }) => findings.length)), review.findings.length);
    for (const { range, quote } of review.findings) if (range) assert.equal(text.slice(range.start, range.end), quote);
    assert.ok((await page.$$(".cm-specialChar")).length >= 4, "what cannot be seen is shown by a sign");
  });

  test("a megabyte in one line can be written in", { timeout: 120_000 }, async () => {
    const fresh = await openPage(browser);
    const sentence = "全年立案45件，其中一般程序33件、简易程序13件，2023年2月30日召开会议；";
    await fresh.page.evaluate((words) => window.hegao.setText(words.repeat(Math.ceil(1_000_000 / 3 / words.length))), sentence);
    await stateIs(fresh.page, "done");
    const start = Date.now();
    await pressKeys(fresh.page, "青");
    const key = Date.now() - start;
    console.log(`${desk.name}: a key in a line of a megabyte after ${key} ms`);
    assert.ok(key < 5000, `${key} ms`);
    assert.ok((await entries(fresh.page, "findings")).length <= 500);
    assert.deepEqual(fresh.troubles, []);
    await fresh.page.close();
  });

  test("a hundred thousand findings are counted, listed as far as that helps, and do not stop the writing", { timeout: 120_000 }, async () => {
    const fresh = await openPage(browser, await pageWith(everywhere));
    const start = Date.now();
    await fresh.page.evaluate(() => window.hegao.setText(`${"青澜区召开工作会议。".repeat(10)}\n`.repeat(10_000)));
    await stateIs(fresh.page, "done");
    const shown = Date.now() - start;
    assert.equal((await entries(fresh.page, "findings")).length, 500);
    assert.match(await fresh.page.$eval("[data-testid=findings] .more", (words) => words.textContent), /还有 100\s?500 条没有列出/);
    assert.equal(await fresh.page.evaluate(() => window.hit), undefined);
    const typing = Date.now();
    await pressKeys(fresh.page, "青");
    const key = Date.now() - typing;
    console.log(`${desk.name}: 101 000 findings shown after ${shown} ms, a key after ${key} ms`);
    assert.ok(key < 3000, `${key} ms`);
    await fresh.page.keyboard.press("F8");
    await fresh.page.waitForSelector("[data-testid=card]");
    await fresh.page.close();
  });
});
