// Setting findings aside and bringing them back.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { openPage, setText, stateIs } from "./browsers.mjs";
import { freshVisit, inEveryBrowser } from "./desk.mjs";
import { entries, ignored, kept, pressKeys, statusText, toEnd } from "./reader.mjs";

const february = "2023年2月30日，召开全区执法工作会议。";
const april = "2023年4月31日，又召开一次会议。";

const listed = async (page) => (await entries(page, "findings")).map((entry) => entry.id);
const setAside = (page) => page.$$eval("[data-testid=findings] [data-ignored]", (found) => found.map((entry) => entry.dataset.ignored));
const ignore = (page, id) => ignored(page, `[data-id="${id}"]`);

inEveryBrowser("忽略", (desk) => {
  let browser;
  let page;
  before(() => {
    ({ browser, page } = desk);
  });
  beforeEach(async () => {
    await freshVisit(page);
  });

  test("survives edits elsewhere and a reload, and ends with an edit of the sentence", async () => {
    const { findings } = await setText(page, `${february}\n${april}\n`);
    const [first, second] = findings.map((finding) => finding.id);
    await page.click(`[data-testid=findings] [data-id="${first}"]`);
    await page.click(`[data-testid=findings] [data-id="${first}"] .ignore`);
    assert.deepEqual(await listed(page), [second]);
    assert.deepEqual(await setAside(page), [first]);
    assert.equal(await page.$(`[data-testid=editor] [data-id="${first}"]`), null);
    assert.match(await statusText(page), /已忽略，可在问题列表末尾恢复.*1 处错误.*已忽略 1 处/);
    assert.deepEqual(await kept(page), { "hegao.ignored": JSON.stringify([first]) });
    await toEnd(page);
    await pressKeys(page, "会议部署了全年工作。");
    await page.evaluate(() => window.hegao.review());
    assert.deepEqual(await listed(page), [second]);
    await page.reload();
    await stateIs(page, "ready");
    await setText(page, `${april}\n另起一段。\n${february}`);
    assert.deepEqual(await listed(page), [second]);
    await setText(page, `${april}\n${february.replace("全区", "全市")}`);
    assert.equal((await listed(page)).length, 2);
  });

  test("can be taken back, one by one and all at once", async () => {
    const { findings } = await setText(page, `${february}\n${april}\n2023年6月31日，再次召开会议。`);
    const ids = findings.map((finding) => finding.id);
    for (const id of ids) await ignore(page, id);
    assert.deepEqual(await listed(page), []);
    assert.match(await page.$eval(".all-clear-title", (title) => title.textContent), /没有其他问题/);
    await page.click(".ignored summary");
    await page.focus(`[data-ignored="${ids[1]}"] .restore`);
    await page.keyboard.press("Enter");
    assert.deepEqual(await listed(page), [ids[1]]);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".restore")), "the focus stays in the list");
    await page.click(".ignored-all .restore");
    assert.deepEqual(await listed(page), ids);
    assert.equal(await page.$eval(".ignored", (list) => list.hidden), true);
    assert.deepEqual(await kept(page), { "hegao.ignored": "[]" });
  });

  test("tells equal sentences apart", async () => {
    const { findings } = await setText(page, `${february}\n${february}\n`);
    const ids = findings.filter((finding) => finding.rule === "impossible-date").map((finding) => finding.id);
    assert.equal(ids[1], `${ids[0]}-1`);
    await ignore(page, ids[1]);
    const left = await listed(page);
    assert.ok(left.includes(ids[0]) && !left.includes(ids[1]), left.join());
  });

  test("works from the card, and by keyboard with the focus kept", async () => {
    const { findings } = await setText(page, `${february}\n${april}\n`);
    await page.click(`[data-testid=editor] [data-id="${findings[0].id}"]`);
    await page.waitForSelector("[data-testid=card]");
    await page.click("[data-testid=card] .ignore");
    assert.equal(await page.$("[data-testid=card]"), null);
    assert.deepEqual(await listed(page), [findings[1].id]);
    await setText(page, `${april}\n2023年6月31日，再次召开会议。\n2023年11月31日，总结。`);
    const before = await listed(page);
    await page.click(`[data-testid=findings] [data-id="${before[1]}"]`);
    await page.focus(`[data-testid=findings] [data-id="${before[1]}"] .ignore`);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-entry]").dataset.id), before[2] ?? before[0]);
  });

  const blocks = {
    "is full": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
    "is forbidden": () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    },
  };
  for (const [how, block] of Object.entries(blocks)) {
    test(`says so once where storage ${how}, and works for the visit`, async () => {
      const fresh = await openPage(browser, undefined, (one) => one.evaluateOnNewDocument(block));
      const { findings } = await setText(fresh.page, `${february}\n${april}\n`);
      await ignore(fresh.page, findings[0].id);
      assert.deepEqual(await listed(fresh.page), [findings[1].id]);
      assert.match(await statusText(fresh.page), /浏览器不允许保存或空间已满/);
      await setText(fresh.page, `开头。\n${february}\n${april}\n`);
      assert.deepEqual(await listed(fresh.page), [findings[1].id]);
      assert.deepEqual(fresh.troubles, []);
      await fresh.page.close();
    });
  }
});
