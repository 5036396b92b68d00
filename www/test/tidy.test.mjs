// 一键规范: every safe repair at once, seen first, undone at once.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openPage, setText } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { draftText, kept, statusText } from "./reader.mjs";
import { pageWith } from "./stand-in.mjs";

const untidy = `2023年08月05日，按照《关于公布清理结果的通知》（青水发[2023]15号）执行。
2023年09月06日，立案45件,其中一般程序33件、简易程序13件。`;
const modifier = process.platform === "darwin" ? "Meta" : "Control";

/** A checker that offers these repairs of any text. */
const offering = (findings) => `(text, empty) => ({ ...empty(text), findings: text.includes("改后") ? [] : ${JSON.stringify(
  findings.map(({ rule, safety, edits }, at) => ({
    id: `f${at}`, rule, severity: "hint", range: edits[0].range, quote: null, message: "改写法", related: [],
    fixes: [{ title: "改", safety, edits }], occurrences: 1,
  })),
)} })`;
const edit = (start, end, text) => ({ range: { start, end }, text });

inEveryBrowser("一键规范", (desk) => {
  let browser;
  let page;
  before(() => {
    ({ browser, page } = desk);
  });

  test("shows what it would change, changes that and nothing else, and one undo takes it back", async () => {
    const review = await setText(page, untidy);
    const safe = review.findings.filter((finding) => finding.fixes.some((fix) => fix.safety === "safe"));
    const places = safe.reduce((sum, finding) => sum + finding.occurrences, 0);
    assert.ok(places >= 3);
    assert.ok((await page.$eval("[data-action=tidy]", (button) => button.textContent)).includes(`（${places}）`));
    await page.focus("[data-action=tidy]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    const kinds = await page.$$eval(".tidy-kind", (rows) => rows.map((row) => [row.dataset.kind, Number(row.dataset.places)]));
    assert.deepEqual(new Set(kinds.map(([kind]) => kind)), new Set(safe.map((finding) => finding.rule)));
    assert.equal(kinds.reduce((sum, [, count]) => sum + count, 0), places);
    assert.match(await page.$eval("dialog", (dialog) => dialog.textContent), /2023年08月05日 → 2023年8月5日/);
    assert.equal(await draftText(page), untidy);
    await page.keyboard.press("Enter");
    const after = await page.evaluate(() => window.hegao.review());
    assert.equal(await page.$("dialog"), null);
    assert.match(await statusText(page), new RegExp(`已修改 ${places} 处`));
    const tidied = await draftText(page);
    assert.ok(tidied.includes("2023年8月5日") && tidied.includes("2023年9月6日") && tidied.includes("〔2023〕15号"), tidied);
    assert.ok(tidied.includes("33件、简易程序13件"), "no figure changes");
    assert.ok(!after.findings.some((finding) => finding.fixes.some((fix) => fix.safety === "safe")), JSON.stringify(after.findings));
    assert.equal(await page.$("[data-action=tidy]"), null);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.down(modifier);
    await page.keyboard.press("z");
    await page.keyboard.up(modifier);
    assert.equal(await draftText(page), untidy);
    await page.evaluate(() => window.hegao.review());
  });

  test("shows a few places of a repair that is made in many", async () => {
    await setText(page, "(一)全年立案45件,办结40件。\n".repeat(20));
    await page.click("[data-action=tidy]");
    const examples = await page.$$eval(".tidy-kind .example", (lines) => lines.map((line) => line.textContent));
    assert.equal(examples.length, 3);
    assert.equal(examples[0].split(" → ")[1].slice(0, 3), "（一）");
    await page.click("[data-action=cancel]");
  });

  test("changes nothing when it is cancelled or closed", async () => {
    await setText(page, untidy);
    for (const leave of [() => page.click("[data-action=cancel]"), () => page.keyboard.press("Escape")]) {
      await page.click("[data-action=tidy]");
      await page.waitForSelector("dialog[open]");
      await leave();
      await page.waitForFunction(() => !document.querySelector("dialog"));
      assert.equal(await draftText(page), untidy);
    }
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "tidy");
    assert.deepEqual(await kept(page), {});
  });

  test("leaves what overlaps for the next time, and what is not safe to the reader", async () => {
    const file = await pageWith(
      offering([
        { rule: "one", safety: "safe", edits: [edit(0, 2, "改后")] },
        { rule: "two", safety: "safe", edits: [edit(1, 3, "X")] },
        { rule: "two", safety: "safe", edits: [edit(4, 5, ""), edit(6, 6, "Z")] },
        { rule: "three", safety: "suggest", edits: [edit(3, 4, "W")] },
      ]),
    );
    const fresh = await openPage(browser, file);
    await setText(fresh.page, "一二三四五六七");
    await fresh.page.click("[data-action=tidy]");
    assert.match(await fresh.page.$eval("dialog", (dialog) => dialog.textContent), /另有 1 处与以上修改重叠/);
    await fresh.page.click("[data-action=tidyConfirm]");
    assert.equal(await draftText(fresh.page), "改后三四六Z七");
    await fresh.page.close();
  });
});
