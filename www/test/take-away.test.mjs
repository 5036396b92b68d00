// What a reader takes away: tables, data, text, the draft, paper.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openPage, setText } from "./browsers.mjs";
import { inEveryBrowser } from "./desk.mjs";
import { downloadOf, ignored, statusText } from "./reader.mjs";
import { pageWith } from "./stand-in.mjs";

const draft = "2023年2月30日，召开全区执法工作会议。\n立案45件，其中一般程序33件、简易程序13件。普法18场次。";
const finding = (rule, quote, message, start) => ({
  id: `${rule}${start}`, rule, severity: "error", range: { start, end: start + quote.length }, quote, message, related: [], fixes: [], occurrences: 1,
});

/** The rows of a CSV text. */
function rowsOf(csv) {
  const rows = [[]];
  for (const [, quoted, end] of csv.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1).push(quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const pick = async (page, action) => {
  await page.click("[data-action=export]");
  await page.click(`[role=menu] [data-action=${action}]`);
};

inEveryBrowser("导出", (desk) => {
  const { name } = desk;
  let browser;
  let page;
  before(() => {
    ({ browser, page } = desk);
  });

  test("a table for Excel and WPS", async () => {
    const review = await setText(page, draft);
    const [{ name: file, text, type }] = await downloadOf(page, () => pick(page, "saveCsv"));
    assert.equal(file, "草稿-校核.csv");
    assert.equal(type, "text/csv;charset=utf-8");
    assert.equal(text[0], "\ufeff");
    const rows = rowsOf(text);
    assert.deepEqual(rows[0], ["序号", "级别", "规则", "行", "原文", "说明", "修改建议"]);
    assert.equal(rows.length, review.findings.length + 1);
    assert.deepEqual(rows[1].slice(0, 5), ["1", "错误", rows[1][2], "1", "2023年2月30日"]);
    assert.equal(rows[2][3], "2");
  });

  test("no cell of it is a formula", async () => {
    const quotes = ["=1+1", "+86", "-7", "@SUM(A1)", " =2", "\t=3", "＝4", 'say "no", please', "a\r\nb", "2024-9-5", "3/4", "007", "1.2.3"];
    const checker = `(text, empty) => ({ ...empty(text), findings: ${JSON.stringify(quotes.map((quote, at) => finding("r", quote, `=cmd|' /C calc'!A${at}`, at)))} })`;
    const fresh = await openPage(browser, await pageWith(checker));
    await setText(fresh.page, "十二个字的草稿放在这里了");
    const [{ text }] = await downloadOf(fresh.page, () => pick(fresh.page, "saveCsv"));
    const cells = rowsOf(text).slice(1).flat();
    assert.equal(cells.filter((one) => /^\s*[=+\-@＝]/.test(one)).length, 0, cells.join(" ¦ "));
    assert.ok(cells.includes('say "no", please') && cells.includes("'=1+1") && cells.includes("'@SUM(A1)"));
    // What a spreadsheet would turn into a date or another number.
    assert.ok(["'2024-9-5", "'3/4", "'007", "'1.2.3"].every((words) => cells.includes(words)), cells.join(" ¦ "));
    await fresh.page.close();
  });

  test("the review as data, the draft as text", async () => {
    const review = await setText(page, draft);
    const [data] = await downloadOf(page, () => pick(page, "saveJson"));
    assert.equal(data.name, "草稿-校核.json");
    assert.deepEqual(JSON.parse(data.text), review);
    const [text] = await downloadOf(page, () => pick(page, "save"));
    assert.deepEqual([text.name, text.text], ["草稿.txt", draft]);
  });

  test("the results on the clipboard, or one sentence why not", async () => {
    await setText(page, draft);
    await page.evaluate(() => {
      window.copied = [];
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void window.copied.push(text) } });
    });
    await pick(page, "copyText");
    await page.waitForFunction(() => window.copied.length > 0, { timeout: 2000 });
    const text = await page.evaluate(() => window.copied[0]);
    assert.match(text, /1\. \[错误\] .*（第 1 行）\n.*2023年2月30日/);
    assert.match(text, /33 \+ 13 = 46 ≠ 45/);
    assert.match(text, /未参与核对：18场次/);
    assert.match(await statusText(page), /校核结果已复制/);
    await page.evaluate(() => {
      navigator.clipboard.writeText = async () => {
        throw new DOMException("no", "NotAllowedError");
      };
      document.execCommand = () => false;
    });
    await pick(page, "copyText");
    await page.waitForFunction(() => document.querySelector("[data-testid=status]").textContent.includes("不允许复制"), { timeout: 2000 });
    assert.equal(await page.$("textarea"), null);
  });

  test("that a draft was too long to be checked whole is said where the results are read, wherever they go", async () => {
    const words = "草稿超过上限，只核对了前面的部分";
    const fresh = await openPage(browser, await pageWith(`(text, empty) => ({ ...empty(text), notice: ${JSON.stringify(words)} })`));
    await setText(fresh.page, "十二个字的草稿放在这里了");
    for (const tab of ["claims", "sections", "findings"]) {
      await fresh.page.click(`#tab-${tab}`);
      assert.equal(await fresh.page.$eval(".remark", (remark) => remark.checkVisibility?.() !== false && remark.textContent), words);
    }
    await fresh.page.evaluate(() => {
      window.copied = [];
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void window.copied.push(text) } });
      window.dispatchEvent(new Event("beforeprint"));
    });
    assert.equal(await fresh.page.$eval(".sheet .sheet-remark", (remark) => remark.textContent), words);
    await pick(fresh.page, "copyText");
    await fresh.page.waitForFunction(() => window.copied.length > 0, { timeout: 2000 });
    assert.ok((await fresh.page.evaluate(() => window.copied[0])).includes(words));
    await setText(fresh.page, "");
    await fresh.page.close();
  });

  test("a sheet of paper with what the reader sees", async () => {
    await setText(page, draft);
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event("beforeprint"));
    });
    await ignored(page);
    await pick(page, "print");
    const sheet = await page.$eval(".sheet", (paper) => paper.textContent);
    assert.ok(sheet.includes("校核单") && sheet.includes("已忽略 1 处") && sheet.includes("校核人"), sheet);
    await page.evaluate(() => localStorage.clear());
  });

  test("the menu is a menu: arrows, Escape, focus", async () => {
    const focused = () => page.evaluate(() => document.activeElement.dataset.action);
    const hidden = () => page.$eval("[role=menu]", (list) => list.hidden);
    await page.focus("[data-action=export]");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "print");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "saveJson");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "saveSheet");
    await page.keyboard.press("Escape");
    assert.equal(await focused(), "export");
    assert.equal(await hidden(), true);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "print");
    await page.keyboard.press("Tab");
    assert.equal(await hidden(), true);
    await page.click("[data-action=export]");
    await page.click("#tab-findings");
    assert.equal(await hidden(), true);
  });

  test("without a draft there is nothing to export, and the page says so", async () => {
    await setText(page, "");
    await pick(page, "saveCsv");
    await page.waitForFunction(() => document.querySelector("[data-testid=status]").textContent.includes("还没有可以导出"), { timeout: 2000 });
  });
});
