// The settings: what they change, that they stay, and that they travel.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, beforeEach, test } from "node:test";
import { openPage, setText, stateIs } from "./browsers.mjs";
import { freshVisit, inEveryBrowser } from "./desk.mjs";
import { downloadOf, draftText, entries, ignored, kept, statusText } from "./reader.mjs";
import { scratch } from "./scratch.mjs";

const draft = "2023年2月30日，召开全区执法工作会议。\n立案45件，其中一般程序33件、简易程序13件。";

const notice = (page) => page.$eval(".dialog-notice", (words) => words.textContent);
const opened = async (page) => {
  await page.click("[data-action=settings]");
  await page.waitForSelector("dialog.settings[open]");
};
const close = async (page) => {
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog"));
};
const choose = (page, setting, value) => page.select(`dialog [data-setting="${setting}"]`, value);

inEveryBrowser("settings", (desk) => {
  const { name } = desk;
  let browser;
  let page;
  before(() => {
    ({ browser, page } = desk);
  });
  beforeEach(async () => {
    await freshVisit(page);
    await setText(page, draft);
  });

  test("rank the rules or turn them off, at once and for the next visit", async () => {
    const before = await entries(page, "findings");
    assert.ok(before.some((entry) => entry.rule === "impossible-date" && entry.severity === "error"));
    await opened(page);
    await choose(page, "impossible-date", "hint");
    await choose(page, "total-mismatch", "off");
    const changed = async () => {
      const now = await entries(page, "findings");
      assert.equal(now.find((entry) => entry.rule === "impossible-date").severity, "hint");
      assert.ok(!now.some((entry) => entry.rule === "total-mismatch"));
      assert.equal(await page.$eval("[data-testid=editor] .hegao-mark", (mark) => mark.classList.contains("hegao-hint")), true);
      assert.match(await statusText(page), /1 处未显示（规则已关闭）/);
    };
    await changed();
    await close(page);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "settings");
    await page.reload();
    await stateIs(page, "ready");
    const review = await setText(page, draft);
    await changed();
    assert.ok(review.findings.some((finding) => finding.rule === "total-mismatch"), "the review itself is whole");
    await opened(page);
    await page.click("[data-action=settingsReset]");
    assert.match(await notice(page), /恢复默认/);
    await close(page);
    assert.deepEqual(await entries(page, "findings"), before);
  });

  test("change theme, letters and language, and keep the draft as it is", async () => {
    const looks = () =>
      page.evaluate(() => ({
        theme: document.documentElement.dataset.theme,
        paper: getComputedStyle(document.querySelector(".cm-editor")).backgroundColor,
        letters: parseFloat(getComputedStyle(document.querySelector(".cm-scroller")).fontSize),
      }));
    const before = await looks();
    assert.equal(before.theme, "light");
    await opened(page);
    await choose(page, "theme", "dark");
    await choose(page, "size", "largest");
    const after = await looks();
    assert.equal(after.theme, "dark");
    assert.notEqual(after.paper, before.paper);
    assert.ok(after.letters > before.letters * 1.2);
    await choose(page, "language", "en");
    await page.evaluate(() => window.hegao.review());
    assert.equal(await page.$eval("dialog h2", (title) => title.textContent), "Settings");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await close(page);
    await page.reload();
    await stateIs(page, "ready");
    assert.deepEqual(await looks(), after);
    assert.equal(await page.$eval("#tab-findings", (tab) => tab.textContent.trim()), "Problems");
    await page.click("[data-action=language]");
    assert.equal(JSON.parse((await kept(page))["hegao.settings"]).language, "zh");
  });

  // Firefox has no protocol command that changes the system's theme.
  if (name === "chromium") {
    test("follow the system until told otherwise", async () => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await page.waitForFunction(() => document.documentElement.dataset.theme === "dark", { timeout: 2000 });
      await opened(page);
      await choose(page, "theme", "light");
      assert.equal(await theme(), "light");
      await page.emulateMediaFeatures([]);
      await close(page);
    });
  }

  test("travel as a file", async () => {
    await opened(page);
    await choose(page, "size", "large");
    await choose(page, "date-format", "off");
    const [{ name: file, text }] = await downloadOf(page, () => page.click("[data-action=settingsSave]"));
    assert.equal(file, "核稿设置.json");
    const data = JSON.parse(text);
    assert.deepEqual(data, { format: "hegao.settings", version: 1, theme: "auto", size: "large", language: "zh", profile: "", rules: { "date-format": "off" } });
    await page.click("[data-action=settingsReset]");
    const folder = await scratch("settings");
    const load = async (words) => {
      await writeFile(join(folder, "settings.json"), words);
      await (await page.$("dialog .settings-picker")).uploadFile(join(folder, "settings.json"));
    };
    await load(text);
    await page.waitForFunction(() => document.querySelector(".dialog-notice").textContent.includes("已导入"), { timeout: 3000 });
    assert.equal(await page.$eval("[data-setting=size]", (select) => select.value), "large");
    assert.equal(await page.$eval("[data-setting=date-format]", (select) => select.value), "off");
    const saved = (await kept(page))["hegao.settings"];
    const bad = {
      "not json": [/不是核稿的设置文件/, "{"],
      "another file": [/不是核稿的设置文件/, JSON.stringify({ version: 1 })],
      "a later version": [/版本不认识/, JSON.stringify({ ...data, version: 2 })],
      "a value we do not know": [/“rules.date-format”一项的值不认识/, JSON.stringify({ ...data, rules: { "date-format": "loud" } })],
      "a theme we do not know": [/“theme”一项的值不认识/, JSON.stringify({ ...data, theme: 3 })],
    };
    for (const [what, [sentence, words]] of Object.entries(bad)) {
      await load(words);
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".dialog-notice").textContent), { timeout: 3000 }, sentence.source);
      assert.equal((await kept(page))["hegao.settings"], saved, what);
    }
    await close(page);
  });

  test("a draft is kept only when told so, comes back after a reload, and goes without a trace", async () => {
    await page.reload();
    await stateIs(page, "ready");
    assert.equal(await draftText(page), "");
    assert.deepEqual(await kept(page), {});
    await setText(page, draft);
    await opened(page);
    await page.click("[data-setting=keepDraft]");
    assert.match(await notice(page), /草稿已保留在本机/);
    await close(page);
    assert.match(await page.$eval(".tagline", (words) => words.textContent), /草稿保留在本机/);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.type("新");
    await page.reload();
    await stateIs(page, "done");
    assert.equal(await draftText(page), `新${draft}`);
    assert.match(await statusText(page), /已恢复上次保留的草稿/);
    await page.select(".profile select", "rule-of-law");
    await page.reload();
    await stateIs(page, "done");
    assert.equal(await page.$eval(".profile select", (select) => select.value), "rule-of-law");
    await ignored(page);
    await opened(page);
    assert.equal(await page.$eval("[data-setting=keepDraft]", (box) => box.checked), true);
    await choose(page, "size", "large");
    await page.click("[data-action=clear]");
    assert.match(await notice(page), /都已从本机删除/);
    assert.deepEqual(await kept(page), {});
    assert.equal(await page.$eval("[data-setting=keepDraft]", (box) => box.checked), false);
    await close(page);
    await page.focus("[data-testid=editor] .cm-content");
    await page.keyboard.type("又");
    assert.deepEqual(await kept(page), {});
    await page.reload();
    await stateIs(page, "ready");
    assert.equal(await draftText(page), "");
  });

  test("of two windows the one that keeps its draft later has it, and the other says so", async () => {
    await opened(page);
    await page.click("[data-setting=keepDraft]");
    await close(page);
    const other = await openPage(browser);
    assert.equal(await draftText(other.page), draft);
    await setText(other.page, "另一个窗口的草稿。");
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector("[data-testid=status]").textContent.includes("另一个窗口正在保留草稿"), { timeout: 5000 });
    await setText(page, "这个窗口的草稿。");
    assert.equal(JSON.parse((await kept(page))["hegao.draft"]).text, "另一个窗口的草稿。");
    await other.page.close();
  });

  test("what was kept and is broken costs one sentence", async () => {
    await page.evaluate(() => localStorage.setItem("hegao.settings", "{"));
    await page.reload();
    await stateIs(page, "ready");
    assert.match(await statusText(page), /设置读不出来，已用默认设置/);
    await page.evaluate(() => localStorage.setItem("hegao.draft", "[1"));
    await page.reload();
    await stateIs(page, "ready");
    assert.match(await statusText(page), /草稿读不出来/);
  });

  test("the size of the letters and the kind of report are at hand, and kept", async () => {
    const letters = () => page.$eval(".cm-scroller", (draft) => parseFloat(getComputedStyle(draft).fontSize));
    const before = await letters();
    await page.click("[data-action=larger]");
    assert.ok((await letters()) > before);
    await page.click("[data-action=smaller]");
    await page.click("[data-action=smaller]");
    assert.ok((await letters()) < before);
    await page.select(".profile select", "rule-of-law");
    await page.reload();
    await stateIs(page, "ready");
    assert.ok((await letters()) < before);
    assert.equal(await page.$eval(".profile select", (select) => select.value), "rule-of-law");
    await opened(page);
    await choose(page, "profile", "");
    await close(page);
    assert.equal(await page.$eval(".profile select", (select) => select.value), "");
  });

  test("a draft that the browser refuses to keep is said to be refused", async () => {
    const fresh = await openPage(browser, undefined, (one) =>
      one.evaluateOnNewDocument(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
    );
    await setText(fresh.page, draft);
    await opened(fresh.page);
    await fresh.page.click("[data-setting=keepDraft]");
    assert.match(await notice(fresh.page), /没有保留在本机/);
    assert.equal(await fresh.page.$eval("[data-setting=keepDraft]", (box) => box.checked), false);
    await choose(fresh.page, "theme", "dark");
    assert.equal(await fresh.page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await fresh.page.close();
  });
});
