// The card of a finding, and the entry that says the same: by mouse and by keyboard.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setText } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { draftText, selectedText } from "./reader.mjs";

const sum = "权责清单共351项，其中行政许可16项、行政处罚217项、其他职权117项。";
const date = "2024年09月05日，组织业务考试。";
const lit = (page) => page.$$eval("[data-testid=editor] .hegao-light", (places) => places.map((place) => place.textContent));
const focused = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

inEveryBrowser("the card", (desk) => {
  let page;
  before(() => {
    ({ page } = desk);
  });

  test("comes on hover and goes with the pointer", async () => {
    await setText(page, `${"青澜区召开工作会议。\n".repeat(3)}${sum}\n`);
    await page.hover("[data-testid=editor] .hegao-error");
    await page.waitForSelector("[data-testid=card]", { timeout: 5000 });
    assert.match(await page.$eval("[data-testid=card]", (card) => card.textContent), /分项之和/);
    await page.mouse.move(10, 700);
    await page.waitForFunction(() => !document.querySelector("[data-testid=card]"), { timeout: 5000 });
  });

  test("shows an equation whose figures lead to the text and light it", async () => {
    await setText(page, `${sum}\n`);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.press("F8");
    await page.waitForSelector("[data-testid=card]");
    assert.equal(await page.$eval("[data-testid=card] .equation", (one) => one.textContent), "16 + 217 + 117 = 350 ≠ 351");
    assert.deepEqual(await page.$$eval("[data-testid=card] .operand", (found) => found.map((one) => one.textContent)), ["16", "217", "117", "351"]);
    assert.deepEqual((await lit(page)).sort(), ["117项", "16项", "217项", "351项"]);
    await page.click("[data-testid=card] .operand:nth-of-type(2)");
    assert.equal(await selectedText(page), "217项");
    assert.equal((await lit(page)).length, 4);
  });

  test("is reached, used and left by keyboard alone", async () => {
    await setText(page, `${sum}\n`);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.press("F8");
    await page.waitForSelector("[data-testid=card]");
    await page.keyboard.press("Tab");
    assert.ok(await focused(page, "[data-testid=card] .operand"));
    await page.focus("[data-testid=card] .explain");
    await page.keyboard.press("Enter");
    assert.match(await page.$eval("[data-testid=card] .rule-inline", (rule) => rule.textContent), /为什么/);
    assert.ok(!(await page.$eval("[data-testid=card] .rule-inline", (rule) => rule.textContent)).includes("应报"));
    await page.keyboard.press("Enter");
    assert.equal(await page.$("[data-testid=card] .rule-inline"), null);
    await page.keyboard.press("Escape");
    assert.equal(await page.$("[data-testid=card]"), null);
    assert.ok(await focused(page, ".cm-content"));
    assert.deepEqual(await lit(page), []);
  });

  test("says what a repair changes before it is made, and undo takes it back", async () => {
    await setText(page, `${date}\n${sum}`);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.press("F8");
    await page.waitForSelector("[data-testid=card] .fix");
    const change = await page.$eval("[data-testid=card] .example", (one) => one.textContent);
    assert.match(change, /^2024年09月05日 → 2024年9月5日$/);
    const control = process.platform === "darwin" ? "Meta" : "Control";
    await page.keyboard.down(control);
    await page.keyboard.press("Enter");
    await page.keyboard.press("z");
    await page.keyboard.up(control);
    assert.equal(await draftText(page), `${date}\n${sum}`);
    await page.evaluate(() => window.hegao.review());
  });

  test("and its entry in the list say the same", async () => {
    await setText(page, `${sum}\n`);
    await page.click("[data-testid=findings] [data-rule=total-mismatch]");
    await page.click("[data-testid=findings] .operand");
    assert.equal(await selectedText(page), "16项");
    await page.click("[data-testid=findings] .explain");
    assert.equal(await page.$eval("[data-testid=findings] .explain", (button) => button.getAttribute("aria-expanded")), "true");
    await page.click("[data-testid=findings] [data-action=wholeRule]");
    assert.match(await page.$eval("dialog", (dialog) => dialog.textContent), /应报/);
    await page.keyboard.press("Escape");
  });
});
