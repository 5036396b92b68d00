// The rules' pages as data: what is told in each language, and the samples, which both languages share.
//
// Takes rules/ and rules/en/, gives columns in one order of rules: like beside like packs 4 KB smaller than page by page.
//
// Invariant: a page without its headings stops the build.

import { readdir, readFile } from "node:fs/promises";

const folder = new URL("../../rules/", import.meta.url);
const chinese = ["说明", "为什么", "应报", "不报", "依据"];
const english = ["What it checks", "Why", "Basis"];

/** The texts below the `headings` of a page. */
async function parts(path, headings) {
  const [, ...found] = (await readFile(new URL(path, folder), "utf8")).split(/^## /m);
  const split = found.map((part) => part.split(/\n([^]*)/));
  if (split.map(([heading]) => heading).join() !== headings.join()) throw new Error(`rules/${path} must have the headings ${headings.join(", ")}`);
  return split.map(([, text]) => text.trim());
}

const samples = (text) => [...text.matchAll(/^```报告\n([^]*?)\n```$/gm)].map(([, sample]) => sample);

export async function rulePages() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const pages = await Promise.all(names.map((name) => parts(name, chinese)));
  return {
    rules: names.map((name) => name.slice(0, -".md".length)),
    samples: pages.map(([, , reported, notReported]) => [samples(reported), samples(notReported)]),
    zh: pages.map(([what, why, , , basis]) => [what, why, basis]),
    en: await Promise.all(names.map((name) => parts(`en/${name}`, english))),
  };
}
