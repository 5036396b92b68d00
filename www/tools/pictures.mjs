// Makes the pictures of the walk-through (docs/pictures/) and the icons of the site from the page.
//
// Takes dist/hegao.html and the sample in it, in Chromium.
//
// Invariant: shows invented drafts only.

import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, openPage } from "../test/browsers.mjs";
import { downloadOf } from "../test/reader.mjs";

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const laptop = { width: 1366, height: 768 };
const small = { width: 1100, height: 620 };
const lit = (scheme) => [
  { name: "prefers-color-scheme", value: scheme },
  { name: "prefers-reduced-motion", value: "reduce" },
];

const click = (page, selector) => page.click(selector);
const sample = async (page) => {
  await click(page, "[data-action=sample]");
  await page.evaluate(() => window.hegao.review());
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
    const desk = await (await page.$(".desk")).boundingBox();
    return { clip: { x: Math.max(0, x - 520), y: y - 60, width: Math.min(desk.width, x + width + 16) - Math.max(0, x - 520), height: height + 80 } };
  },
  figures: async (page) => {
    await page.keyboard.press("Escape");
    await page.setViewport(small);
    await click(page, "#tab-claims");
    await click(page, "[data-testid=claims] [data-status=broken]");
    return page;
  },
  structure: async (page) => {
    await page.setViewport(laptop);
    await click(page, "#tab-sections");
    await click(page, "[data-testid=sections] [data-section=responsibility]");
    return page.$(".results");
  },
  dark: async (page) => {
    await page.emulateMediaFeatures(lit("dark"));
    await page.setViewport(small);
    await click(page, "#tab-findings");
    await click(page, "[data-testid=findings] [data-rule]");
    return page;
  },
  sheet: async (page) => {
    await click(page, "[data-action=export]");
    const [{ text }] = await downloadOf(page, () => click(page, "[role=menu] [data-action=saveSheet]"));
    const file = join(await mkdtemp(join(tmpdir(), "hegao-sheet-")), "sheet.html");
    await writeFile(file, text);
    await page.setViewport({ width: 820, height: 1060 });
    await page.goto(pathToFileURL(file).href);
    return page;
  },
};

async function take(browser) {
  const { page } = await openPage(browser, undefined, async (fresh) => {
    await fresh.setViewport(laptop);
    await fresh.emulateMediaFeatures(lit("light"));
    // The same picture of the same page, whatever the day.
    await fresh.evaluateOnNewDocument(() => {
      Date.prototype.toLocaleDateString = () => "2025年1月20日";
    });
  });
  await mkdir(folder, { recursive: true });
  let all = 0;
  for (const [name, reach] of Object.entries(pictures)) {
    const path = join(folder, `${name}.webp`);
    const shown = await reach(page);
    const options = { path, type: "webp", quality: 60 };
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
