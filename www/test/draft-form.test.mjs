// The draft goes back into its file as it came: line ends, mark, and what the data says about it.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browserNames, launch, openPage } from "./browsers.mjs";
import { downloadOf, pressKeys, toEnd } from "./reader.mjs";
import { scratch } from "./scratch.mjs";

const lines = ["2023年2月30日，召开会议。", "", "立案45件，其中一般程序33件、简易程序13件。", ""];

for (const name of browserNames) {
  describe(`${name}, 另存草稿`, () => {
    let browser;
    let page;
    let troubles;
    let folder;
    before(async () => {
      folder = await scratch("form");
      browser = await launch(name);
      ({ page, troubles } = await openPage(browser));
    });
    after(async () => {
      await browser?.close();
    });

    const open = async (file, bytes) => {
      await page.evaluate(() => window.hegao.setText(""));
      await writeFile(join(folder, file), bytes);
      await (await page.$("input[type=file]")).uploadFile(join(folder, file));
      await page.waitForFunction(() => document.querySelector(".cm-content").textContent.includes("召开会议"), { timeout: 5000 });
      await page.evaluate(() => window.hegao.review());
    };
    const saved = async (action) => {
      await page.click("[data-action=export]");
      return (await downloadOf(page, () => page.click(`[role=menu] [data-action=${action}]`)))[0];
    };

    for (const [form, lineEnd, mark] of [["unix", "\n", ""], ["windows", "\r\n", ""], ["windows-marked", "\r\n", "\ufeff"], ["old-mac", "\r", ""]]) {
      test(`of ${form}`, async () => {
        const text = mark + lines.join(lineEnd);
        await open(`${form}.txt`, Buffer.from(text));
        assert.deepEqual(await saved("save").then(({ name: file, text: bytes }) => [file, bytes]), [`${form}.txt`, text]);
        const { findings } = JSON.parse((await saved("saveJson")).text);
        for (const { range, quote } of findings) if (range) assert.equal(text.slice(mark.length).slice(range.start, range.end), quote);
        await toEnd(page);
        await pressKeys(page, "完");
        assert.equal((await saved("save")).text, `${text}完`);
        assert.deepEqual(troubles, []);
      });
    }

    test("of GB18030 it is marked as UTF-8", async () => {
      const gbk = Buffer.from("32303233c4ea32d4c23330c8d5a3acd5d9bfaabbe1d2e9a1a30d0a", "hex");
      await open("gbk.txt", gbk);
      assert.equal((await saved("save")).text, `\ufeff${lines[0]}\r\n`);
    });

    test("with mixed line ends it has those that prevail", async () => {
      await open("mixed.txt", Buffer.from("2023年2月30日，召开会议。\r\n一\r\n二\n"));
      assert.equal((await saved("save")).text, "2023年2月30日，召开会议。\r\n一\r\n二\r\n");
    });

    test("it is kept and comes back in its form", async () => {
      const text = `\ufeff${lines.join("\r\n")}`;
      await open("kept.txt", Buffer.from(text));
      await page.click("[data-action=settings]");
      await page.click("[data-setting=keepDraft]");
      await page.keyboard.press("Escape");
      await page.reload();
      await page.waitForFunction(() => document.querySelector(".cm-content")?.textContent.includes("召开会议"), { timeout: 5000 });
      await page.evaluate(() => window.hegao.review());
      assert.deepEqual(await saved("save").then(({ name: file, text: bytes }) => [file, bytes]), ["kept.txt", text]);
      await page.evaluate(() => localStorage.clear());
    });
  });
}
