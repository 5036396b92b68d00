// The list of problems: its order, its filters, and that it stays still while the draft is written.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setText } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { entries, pressKeys, selectedText, statusText, toEnd } from "./reader.mjs";

const draft = `一、主要举措和成效
按照《关于公布清理结果的通知》（青水发[2024]15号）执行。2024年2月30日，召开会议。
二、存在的不足
立案45件，其中一般程序33件、简易程序13件。2024年4月31日，又召开会议。`;
const rules = async (page) => (await entries(page, "findings")).map((entry) => entry.rule);
const filters = (page) => page.$$eval("[data-filter]", (buttons) => buttons.map((button) => button.textContent));

inEveryBrowser("the list of problems", (desk) => {
  let page;
  before(() => {
    ({ page } = desk);
  });

  test("goes by severity or by place, under the headings of the draft", async () => {
    await setText(page, draft);
    const bySeverity = await entries(page, "findings");
    const ranks = bySeverity.map((entry) => ["error", "warning", "hint"].indexOf(entry.severity));
    assert.deepEqual(ranks, [...ranks].sort());
    await page.focus("[data-action=order]");
    await page.keyboard.press("Enter");
    assert.deepEqual(await page.$$eval(".list-heading", (found) => found.map((one) => one.textContent)), ["一、主要举措和成效", "二、存在的不足"]);
    const byPlace = await rules(page);
    assert.ok(byPlace.indexOf("document-number") < byPlace.indexOf("total-mismatch"), byPlace.join());
    assert.equal(byPlace.length, bySeverity.length);
    await page.keyboard.press("Enter");
    assert.deepEqual(await entries(page, "findings"), bySeverity);
    assert.equal(await page.$(".list-heading"), null);
  });

  test("shows one group of rules, with how many there are, until told otherwise", async () => {
    await setText(page, draft);
    const all = await rules(page);
    const counts = await filters(page);
    assert.equal(counts[0], `全部 ${all.length}`);
    assert.ok(counts.includes("数字 1"), counts.join());
    await page.click("[data-filter=dates]");
    assert.deepEqual(new Set(await rules(page)), new Set(["document-number", "impossible-date"]));
    assert.equal(await page.$eval("[data-filter=dates]", (button) => button.getAttribute("aria-pressed")), "true");
    await setText(page, "立案45件，其中一般程序33件、简易程序13件。");
    assert.deepEqual(await rules(page), []);
    assert.match(await page.$eval("[data-testid=findings]", (panel) => panel.innerText), /这一类没有问题/);
    await page.click("[data-filter=all]");
    assert.deepEqual(await rules(page), ["total-mismatch"]);
  });

  test("leads from place to place by its buttons and by F8 from anywhere", async () => {
    await setText(page, draft);
    await page.click("[data-action=stepForward]");
    const first = await selectedText(page);
    await page.focus("#tab-findings");
    await page.keyboard.press("F8");
    const second = await selectedText(page);
    assert.notEqual(second, first);
    await page.click("[data-action=stepBack]");
    assert.equal(await selectedText(page), first);
  });

  test("stands still while the draft is written elsewhere", async () => {
    await setText(page, `${"2024年2月30日，召开会议。\n".repeat(30)}青澜区召开工作会议`);
    await page.evaluate(async () => {
      const panel = document.querySelector("[data-testid=findings]");
      panel.scrollTop = 400;
      // Entries that come into sight for the first time find their size.
      for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
      window.before = { top: panel.scrollTop, entries: [...panel.querySelectorAll("[data-entry]")] };
      window.moved = 0;
      new MutationObserver((changes) => {
        for (const { addedNodes, removedNodes } of changes) window.moved += addedNodes.length + removedNodes.length;
      }).observe(panel.querySelector(".list"), { childList: true, subtree: true });
    });
    await toEnd(page);
    for (const words of ["，部署", "全年", "工作"]) {
      await pressKeys(page, words);
      await page.evaluate(() => window.hegao.review());
    }
    const after = await page.evaluate(() => {
      const panel = document.querySelector("[data-testid=findings]");
      const now = [...panel.querySelectorAll("[data-entry]")];
      return { top: panel.scrollTop, wanted: window.before.top, same: now.every((entry, at) => entry === window.before.entries[at]), moved: window.moved };
    });
    assert.deepEqual(after, { top: after.wanted, wanted: after.wanted, same: true, moved: 0 });
  });

  test("changes an entry in its place, as open as it was, while its sentence is written", async () => {
    await setText(page, "全年立案45件，其中一般程序33件、简易程序13件");
    await page.click("[data-testid=findings] [data-rule=total-mismatch]");
    const before = await page.$eval("[data-testid=findings] [aria-current]", (entry) => entry.dataset.id);
    // The total is selected.
    await pressKeys(page, "47件");
    await page.evaluate(() => window.hegao.review());
    const after = await page.$eval("[data-testid=findings] [data-rule=total-mismatch]", (entry) => ({
      id: entry.dataset.id,
      open: entry.querySelector(".fix, .operand") !== null,
      animation: getComputedStyle(entry).animationName,
    }));
    assert.notEqual(after.id, before);
    assert.deepEqual([after.open, after.animation], [true, "none"]);
  });

  test("says what was checked where there is nothing to say", async () => {
    await setText(page, "全年立案45件，其中一般程序33件、简易程序12件。普法18场次。");
    assert.match(await page.$eval(".all-clear", (words) => words.innerText), /没有发现问题[\s\S]*核对了 1 个算式[\s\S]*还有 1 个数字没有参与核对/);
    assert.match(await statusText(page), /没有发现问题/);
  });
});
