// A draft comes from the clipboard, as from Word or WPS, and goes over what is selected.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser } from "./desk.mjs";
import { draftText, statusText } from "./reader.mjs";

const modifier = process.platform === "darwin" ? "Meta" : "Control";
const text = "一、主要举措和成效\n2023年2月30日，召开会议。\n\t立案45件，其中一般程序33件、简易程序13件。";

async function chord(page, key, command) {
  await page.keyboard.down(modifier);
  // A browser under test does not turn keys into commands by itself; Firefox knows no commands.
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up(modifier);
}

inEveryBrowser("pasting", (desk) => {
  test("from the system's clipboard", async () => {
    const { page, browser } = desk;
    const other = await browser.newPage();
    await other.setContent(`<textarea></textarea>`);
    await other.bringToFront();
    await other.$eval("textarea", (area, words) => {
      area.value = words;
      area.focus();
      area.select();
    }, text);
    await chord(other, "c", "Copy");
    await page.bringToFront();
    await page.focus(".cm-content");
    await chord(page, "v", "Paste");
    await page.waitForFunction(() => document.querySelector(".cm-content").textContent.includes("立案45件"), { timeout: 5000 });
    const review = await page.evaluate(() => window.hegao.review());
    assert.equal(await draftText(page), text);
    const rules = review.findings.map(({ rule }) => rule);
    assert.ok(rules.includes("impossible-date") && rules.includes("total-mismatch"), rules.join());
    assert.match(await statusText(page), /处错误/);
    // Once more over all of it: the old draft is replaced, not doubled, and undo brings it back.
    await chord(page, "a", "SelectAll");
    await chord(page, "v", "Paste");
    await page.evaluate(() => window.hegao.review());
    assert.equal(await draftText(page), text);
    await other.close();
  });

  test("what Word puts beside the text is left out, and its line ends are one line end", async () => {
    const { page } = desk;
    await page.evaluate(() => window.hegao.setText(""));
    await page.evaluate((words) => {
      const carried = new DataTransfer();
      carried.setData("text/plain", words.replaceAll("\n", "\r\n"));
      carried.setData("text/html", `<p style="color:red" onclick="window.hit=1">${words}</p><img src=x onerror="window.hit=1">`);
      const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
      // Firefox takes no data with an event that a script makes.
      if (!event.clipboardData?.getData("text/plain")) Object.defineProperty(event, "clipboardData", { value: carried });
      document.querySelector(".cm-content").dispatchEvent(event);
    }, text);
    await page.evaluate(() => window.hegao.review());
    assert.equal(await draftText(page), text);
    assert.deepEqual(await page.evaluate(() => ["hit" in window, document.querySelectorAll(".cm-content img, .cm-content p").length]), [false, 0]);
  });
});
