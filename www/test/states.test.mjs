// The page in each of its sizes and lights: nothing runs out of it; and a picture of each for the eye.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, launch, openPage, screenshot } from "./browsers.mjs";

const states = {
  wide: { width: 1920, height: 1080 },
  laptop: { width: 1366, height: 768 },
  narrow: { width: 390, height: 844 },
  dark: { width: 1366, height: 768, dark: true },
};

for (const name of browserNames) {
  describe(`${name}, in each size and light`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
    });
    const open = (dark) =>
      openPage(browser, undefined, (page) =>
        page.emulateMediaFeatures?.([
          { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
          { name: "prefers-reduced-motion", value: "reduce" },
        ]).catch(() => undefined),
      );

    for (const [state, { width, height, dark = false }] of Object.entries(states)) {
      test(state, async () => {
        const { page, troubles } = await open(dark);
        // Where the protocol cannot make it dark, the settings do.
        if (dark) await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
        await page.setViewport({ width, height });
        await screenshot(page, `${name}-${state}-empty`);
        await page.click("[data-action=trySample]");
        await page.evaluate(() => window.hegao.review());
        await page.click("[data-testid=editor] .hegao-error");
        await page.waitForSelector("[data-testid=card]");
        const beyond = await page.evaluate(() =>
          [...document.querySelectorAll("body *")]
            .filter((one) => one.checkVisibility?.() !== false && !one.closest(".cm-scroller, .picker"))
            .filter((one) => {
              const { left, right, width } = one.getBoundingClientRect();
              return width > 0 && (left < -1 || right > innerWidth + 1);
            })
            .map((one) => one.className),
        );
        assert.deepEqual(beyond, []);
        await screenshot(page, `${name}-${state}`);
        await page.click("#tab-claims");
        await screenshot(page, `${name}-${state}-figures`);
        assert.deepEqual(troubles, []);
        await page.close();
      });
    }

    test("print", async () => {
      const { page, troubles } = await open(false);
      await page.click("[data-action=trySample]");
      await page.evaluate(() => window.hegao.review());
      await page.setViewport({ width: 794, height: 1123 });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      // Firefox has no command for it; there the styles are turned on by hand.
      if (name === "chromium") await page.emulateMediaType("print");
      else {
        await page.evaluate(() => {
          document.querySelector(".page").hidden = true;
          document.querySelector(".sheet").style.display = "block";
        });
      }
      const [width, height] = await page.$eval(".sheet", (paper) => [paper.scrollWidth, paper.getBoundingClientRect().height]);
      assert.ok(width <= 794 && height > 600, `${width} × ${height}`);
      await screenshot(page, `${name}-print`);
      assert.deepEqual(troubles, []);
      await page.close();
    });
  });
}
