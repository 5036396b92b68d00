// What the page does when the checker fails: the draft stays, one sentence says so, and it goes on.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, launch, openPage, setText, stateIs } from "./browsers.mjs";
import { pageWith } from "./stand-in.mjs";

const state = (page) => page.$eval("[data-testid=status]", (line) => [line.dataset.state, line.textContent]);

for (const name of browserNames) {
  describe(`${name}, with a checker that fails`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
    });

    test("a trap is told in one sentence and the next check works", async () => {
      const file = await pageWith(`(text, empty) => { if (text.includes("炸")) throw new Error("unreachable"); return empty(text); }`);
      const { page } = await openPage(browser, file);
      await page.evaluate(() => window.hegao.setText("会炸的草稿"));
      await stateIs(page, "failed");
      assert.match((await state(page))[1], /检查程序出错，已重新启动/);
      assert.equal(await page.$eval(".cm-content", (content) => content.textContent), "会炸的草稿");
      await assert.rejects(page.evaluate(() => window.hegao.review()));
      const review = await setText(page, "平安的草稿");
      assert.equal(review.document.characters, 5);
      await stateIs(page, "done");
      await page.close();
    });

    test("a check that hangs is ended in one sentence, and the next check works", async () => {
      const file = await pageWith(`(text, empty) => { while (text.includes("久")); return empty(text); }`, {
        before: "const wait = setTimeout; window.setTimeout = (act, time) => wait(act, time >= 10000 && time < 20000 ? 300 : time);",
      });
      const { page } = await openPage(browser, file);
      await page.evaluate(() => window.hegao.setText("久核不决的草稿"));
      await stateIs(page, "failed");
      assert.match((await state(page))[1], /用时过长，已停止并重新启动，草稿没有受影响/);
      assert.equal(await page.$eval(".cm-content", (content) => content.textContent), "久核不决的草稿");
      assert.equal((await setText(page, "平安的草稿")).document.characters, 5);
      await page.close();
    });

    test("without workers the checker runs inside the page and says so", async () => {
      const file = await pageWith("(text, empty) => empty(text)", { before: "Worker = function () { throw new Error('none') }" });
      const { page } = await openPage(browser, file);
      assert.match((await state(page))[1], /改在页面内核对/);
      assert.equal((await setText(page, "草稿")).document.characters, 2);
      await page.close();
    });

    test("only the newest text is answered", async () => {
      const slow = `(text, empty) => {
        const until = Date.now() + 200;
        while (Date.now() < until);
        return empty(text);
      }`;
      const { page } = await openPage(browser, await pageWith(slow));
      const seen = await page.evaluate(async () => {
        const counts = [];
        const line = document.querySelector("[data-testid=status]");
        new MutationObserver(() => counts.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
        for (const text of ["一", "一二", "一二三", "一二三四"]) {
          window.hegao.setText(text);
          await new Promise((done) => setTimeout(done, 30));
        }
        const review = await window.hegao.review();
        return { counts, characters: review.document.characters };
      });
      assert.equal(seen.characters, 4);
      assert.ok(!seen.counts.some((words) => /^[123] 字/.test(words)), seen.counts.join(" | "));
      assert.ok(seen.counts.some((words) => words.includes("检查中")));
      await page.close();
    });
  });
}
