// Makes the pictures of the walk-through (docs/pictures/) and the icons of the site from the page.
//
// Takes dist/hegao.html and the sample in it, in Chromium.
//
// Invariant: shows invented drafts only.

import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { launch, openPage } from "../test/browsers.mjs";

const folder = new URL("../../docs/pictures/", import.meta.url);
const laptop = { width: 1366, height: 768 };
const paper = { width: 794, height: 1123 };

const click = (page, selector) => page.click(selector);
const sample = async (page) => {
  await click(page, "[data-action=sample]");
  await page.evaluate(() => window.hegao.review());
  // Entries fade in.
  await new Promise((done) => setTimeout(done, 400));
};

/** Each with how it is reached and what of the page it shows. */
const pictures = {
  desk: async (page) => {
    await sample(page);
    return page;
  },
  card: async (page) => {
    await click(page, "[data-testid=editor] .hegao-error");
    await page.waitForSelector("[data-testid=card]");
    const card = await page.$("[data-testid=card]");
    const { x, y, width, height } = await card.boundingBox();
    return { clip: { x: Math.max(0, x - 60), y: Math.max(0, y - 130), width: width + 120, height: height + 170 } };
  },
  figures: async (page) => {
    await page.keyboard.press("Escape");
    await click(page, "#tab-claims");
    await click(page, "[data-testid=claims] [data-status=broken]");
    return page;
  },
  structure: async (page) => {
    await click(page, "#tab-sections");
    await click(page, "[data-testid=sections] [data-section=responsibility]");
    return page.$(".results");
  },
  dark: async (page) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await click(page, "#tab-findings");
    return page;
  },
  sheet: async (page) => {
    await page.setViewport(paper);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMediaType("print");
    return page;
  },
};

async function take(browser) {
  const { page } = await openPage(browser, undefined, async (fresh) => {
    await fresh.setViewport(laptop);
    // The same picture of the same page, whatever the day.
    await fresh.evaluateOnNewDocument(() => {
      Date.prototype.toLocaleDateString = () => "2025年1月20日";
    });
  });
  await mkdir(folder, { recursive: true });
  let all = 0;
  for (const [name, reach] of Object.entries(pictures)) {
    const path = `${decodeURI(folder.pathname)}${name}.webp`;
    const shown = await reach(page);
    const options = { path, type: "webp", quality: 82 };
    if ("clip" in shown) await page.screenshot({ ...options, ...shown });
    else await shown.screenshot(options);
    all += (await stat(path)).size;
  }
  console.log(`docs/pictures/ ${Object.keys(pictures).join(", ")}: ${Math.round(all / 1024)} KB`);
}

async function icons(browser) {
  const svg = await readFile(new URL("../src/icon.svg", import.meta.url), "utf8");
  const page = await browser.newPage();
  for (const size of [192, 512]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(new URL(`../site/icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
}

const browser = await launch("chromium");
try {
  await icons(browser);
  await take(browser);
} finally {
  await browser.close();
}
