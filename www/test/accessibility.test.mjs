// The page in each of its states, read by axe, in light and in dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { defects } from "./axe.mjs";
import { launch, openPage, setText } from "./browsers.mjs";
import { ignored } from "./reader.mjs";

let browser;
before(async () => {
  browser = await launch("chromium");
});
after(async () => {
  await browser?.close();
});

const closeDialog = async (page) => {
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog"));
};

const states = {
  "the empty desk": async () => undefined,
  "problems with a card": async (page) => {
    await page.click("[data-action=trySample]");
    await page.evaluate(() => window.hegao.review());
    await page.click("[data-testid=editor] .hegao-error");
    await page.waitForSelector("[data-testid=card]");
  },
  "the search field": async (page) => {
    await page.click("[data-action=find]");
    await page.waitForSelector(".cm-search");
    await page.keyboard.press("Escape");
    await page.click("[data-action=find]");
  },
  "problems by place, one group, a rule unfolded": async (page) => {
    await page.keyboard.press("Escape");
    await page.click("[data-action=order]");
    await page.click("[data-filter=numbers]");
    await page.click("[data-testid=findings] [data-rule] .entry");
    await page.click("[data-testid=findings] .explain");
  },
  "a problem set aside": async (page) => {
    await ignored(page);
    await ignored(page);
    await page.click(".ignored summary");
  },
  "what would be tidied": async (page) => {
    await page.click("[data-action=tidy]");
    await page.waitForSelector("dialog[open]");
  },
  figures: async (page) => {
    await closeDialog(page);
    await page.click("#tab-claims");
    await page.click("[data-testid=claims] [data-kind]");
  },
  "only what is wrong, and what is unchecked": async (page) => {
    await page.click("[data-action=onlyBroken]");
    await page.click("[data-action=unchecked]");
  },
  structure: async (page) => {
    await page.click("#tab-sections");
    await page.click("[data-outline]");
  },
  "the open menu": (page) => page.click("[data-action=export]"),
  settings: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("[data-action=settings]");
    await page.waitForSelector("dialog[open]");
    await page.click("[data-setting=keepDraft]");
  },
  "the largest letters on a narrow screen": async (page) => {
    await page.select("[data-setting=size]", "largest");
    await page.setViewport({ width: 390, height: 844 });
  },
  "a rule's page": async (page) => {
    await closeDialog(page);
    await page.setViewport({ width: 1366, height: 768 });
    await page.click("#tab-findings");
    await page.click("[data-testid=findings] [data-rule]");
    await page.click("[data-testid=findings] [aria-current] .explain");
    await page.click("[data-testid=findings] [data-action=wholeRule]");
    await page.waitForSelector("dialog[open]");
  },
  // What 200 % leave of a screen of 1366 × 768.
  "zoom 200 %, tab by tab": async (page) => {
    await closeDialog(page);
    await page.setViewport({ width: 683, height: 384, deviceScaleFactor: 2 });
    for (const tab of ["claims", "sections", "findings"]) {
      await page.click(`#tab-${tab}`);
      assert.deepEqual(await defects(page), [], tab);
    }
    const [wide, tall] = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".cm-scroller").clientHeight]);
    assert.ok(wide <= 683, `${wide} wide`);
    assert.ok(tall >= 60, `the draft has ${tall} px left`);
  },
  "a file that is refused": async (page) => {
    await page.setViewport({ width: 1366, height: 768 });
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["PK\u0003\u0004"], "草稿.docx"));
      document.querySelector("footer").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent.includes("Word"));
  },
  English: async (page) => {
    await page.click("[data-action=language]");
    await page.evaluate(() => window.hegao.review());
  },
};

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in ${scheme}`, async (t) => {
    const { page } = await openPage(browser, undefined, async (fresh) => {
      await fresh.setBypassCSP(true);
      await fresh.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
    });
    for (const [name, reach] of Object.entries(states)) {
      await t.test(name, async () => {
        await reach(page);
        assert.deepEqual(await defects(page), []);
      });
    }
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });
}

test("severities differ in line and shape, not in colour alone; nothing moves for those who want that", async () => {
  const { page } = await openPage(browser, undefined, (fresh) => fresh.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]));
  await setText(page, "2024年2月30日,召开会议。办结率96.5%，受理200件，办结190件。2024年09月05日，又召开会议。");
  const seen = await page.evaluate(() => {
    const styles = {};
    for (const mark of document.querySelectorAll(".hegao-mark")) styles[mark.className] = getComputedStyle(mark).textDecorationStyle;
    const signs = [...document.querySelectorAll("[data-testid=findings] .tally .sign")].map((sign) => sign.textContent);
    const moving = document.getAnimations().filter((one) => one.animationName === "appear").length;
    return { styles: Object.values(styles), kinds: Object.keys(styles).length, signs, moving };
  });
  assert.ok(seen.kinds >= 2, JSON.stringify(seen));
  assert.equal(new Set(seen.styles).size, seen.kinds, JSON.stringify(seen));
  assert.equal(new Set(seen.signs).size, seen.signs.length);
  assert.equal(seen.moving, 0);
  await page.close();
});
