// The page in each of its states, read by axe, in light and in dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { defects } from "./axe.mjs";
import { launch, openPage } from "./browsers.mjs";

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
  "a problem set aside": async (page) => {
    await page.evaluate(() => [...document.querySelectorAll("[data-testid=findings] .ignore")].slice(0, 2).forEach((button) => button.click()));
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
    await page.waitForSelector("dialog[open]");
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
