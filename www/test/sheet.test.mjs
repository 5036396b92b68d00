// The review sheet: one file that stands alone, whatever the draft says; and the same on paper.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { defects } from "./axe.mjs";
import { browserNames, launch, openPage, screenshot, setText, watched } from "./browsers.mjs";
import { downloadOf } from "./reader.mjs";
import { scratch } from "./scratch.mjs";
import { pageWith } from "./stand-in.mjs";

const hostile = `</style></title><script>window.struck = 1</script><img src="http://127.0.0.1:9/x" onerror="window.struck = 1">]]>--><svg onload=window.struck=1>&lt;b&gt;\u202e反\u0000`;

for (const name of browserNames) {
  describe(`${name}, 校核单`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
    });

    /** The sheet that `page` gives, opened as a file of its own. */
    async function sheetOf(page) {
      await page.click("[data-action=export]");
      const [sheet] = await downloadOf(page, () => page.click("[role=menu] [data-action=saveSheet]"));
      const path = join(await scratch("sheet"), "sheet.html");
      await writeFile(path, sheet.text);
      const opened = await browser.newPage();
      const troubles = watched(opened);
      // For axe; Firefox has no such command.
      if (name === "chromium") await opened.setBypassCSP(true);
      await opened.goto(pathToFileURL(path).href);
      return { ...sheet, opened, troubles };
    }
    const textOf = (page, selector) => page.$$eval(selector, (found) => found.map((one) => one.textContent));

    test("holds the document, the findings, the sums, what is left, and room to sign", async () => {
      const { page, troubles } = await openPage(browser);
      await page.click("[data-action=trySample]");
      const review = await page.evaluate(() => window.hegao.review());
      await page.click("[data-testid=findings] [data-rule]");
      await page.click("[data-testid=findings] [aria-current] .ignore");
      const sheet = await sheetOf(page);
      assert.deepEqual([sheet.name, sheet.type], ["草稿-校核单.html", "text/html;charset=utf-8"]);
      assert.equal((await textOf(sheet.opened, ".sheet-title"))[0], review.document.title);
      const facts = (await textOf(sheet.opened, ".sheet-facts"))[0];
      for (const fact of [review.document.organ, "2025年1月20日", "法治政府建设年度报告", "草稿.txt", "校核日期"]) assert.ok(facts.includes(fact), `${fact}: ${facts}`);
      assert.equal((await textOf(sheet.opened, ".sheet-findings tbody tr")).length, review.findings.length - 1);
      const quoted = await textOf(sheet.opened, ".sheet-findings mark");
      assert.deepEqual(quoted, review.findings.slice(1).filter((finding) => finding.range).map((finding) => finding.quote));
      const equations = await textOf(sheet.opened, ".sheet-ledger tbody td:nth-child(2) > div");
      for (const { equation } of review.claims) assert.ok(equations.some((words) => words.startsWith(equation)), equation);
      const rest = (await textOf(sheet.opened, ".sheet > ul"))[0];
      assert.match(rest, /未参与核对.*第 \d+ 行.*已忽略 1 处.*事实是否属实/);
      assert.match((await textOf(sheet.opened, ".sheet-sign"))[0], /校核人（签名）.*日期.*复核人（签名）.*日期/);
      await screenshot(sheet.opened, `${name}-sheet`);
      if (name === "chromium") assert.deepEqual(await defects(sheet.opened), []);
      assert.deepEqual([...troubles, ...sheet.troubles], []);
      await page.evaluate(() => localStorage.clear());
      await page.close();
      await sheet.opened.close();
    });

    test("refers to nothing, by its own policy too", async () => {
      const { page } = await openPage(browser);
      await setText(page, "2023年2月30日，召开会议。");
      const { text, opened } = await sheetOf(page);
      assert.match(text, /^<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
      assert.doesNotMatch(text, /<script|<link|<img|url\(|https?:/);
      await page.close();
      await opened.close();
    });

    test("shows a hostile draft as text", async () => {
      const finding = { id: "f", rule: hostile, severity: "error", range: { start: 0, end: 24 }, quote: hostile, message: hostile, related: [], occurrences: 1, fixes: [{ title: hostile, safety: "suggest", edits: [] }] };
      const claim = { kind: "total", status: "broken", equation: hostile, note: hostile, range: { start: 0, end: 3 }, operands: [{ role: "total", value: "1", unit: hostile, label: hostile, range: { start: 0, end: 3 }, quote: hostile }] };
      const checker = `(text, empty) => {
        const review = empty(text);
        const { finding, claim } = ${JSON.stringify({ finding, claim }).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--")};
        return { ...review, findings: [finding], claims: [claim], document: { ...review.document, title: finding.quote, organ: finding.quote, signedOn: finding.quote },
          coverage: { ...review.coverage, figures: 1, unchecked: [{ start: 0, end: text.length }] } };
      }`;
      const { page } = await openPage(browser, await pageWith(checker));
      await setText(page, hostile);
      const sheet = await sheetOf(page);
      const seen = await sheet.opened.evaluate(() => ({
        struck: window.struck ?? null,
        foreign: document.querySelectorAll("script, img, svg, link, iframe, b b, [onerror], [onload], [src], [href]").length,
        styles: document.querySelectorAll("style").length,
        title: document.querySelector(".sheet-title").textContent,
      }));
      assert.deepEqual(seen, { struck: null, foreign: 0, styles: 1, title: hostile.replace("\u0000", "") });
      assert.deepEqual(sheet.troubles, []);
      await page.close();
      await sheet.opened.close();
    });

    test("lists as much as a person reads, and says how much is left", async () => {
      const checker = `(text, empty) => ({ ...empty(text), findings: Array.from({ length: 1000 }, (_, at) => ({
        id: "f" + at, rule: "r", severity: "hint", range: { start: 0, end: 1 }, quote: "一", message: "第 " + at, related: [], fixes: [], occurrences: 1 })) })`;
      const { page } = await openPage(browser, await pageWith(checker));
      await setText(page, "一二三");
      const sheet = await sheetOf(page);
      assert.equal((await textOf(sheet.opened, ".sheet-findings tbody tr")).length, 400);
      assert.ok((await textOf(sheet.opened, "main"))[0].includes("另有 600 条没有列出"));
      await page.close();
      await sheet.opened.close();
    });

    // Only Chromium prints by protocol.
    if (name === "chromium") {
      test("prints on A4", async () => {
        const { page } = await openPage(browser);
        await page.click("[data-action=trySample]");
        await page.evaluate(() => window.hegao.review());
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => `${Math.round(width)}x${Math.round(height)}`);
        assert.ok(boxes.length >= 2 && boxes.every((box) => box === "595x842" || box === "596x842"), boxes.join());
        await page.close();
      });
    }
  });
}
